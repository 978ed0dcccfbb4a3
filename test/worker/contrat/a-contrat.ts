import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { ContratRole, GroupeRole } from "../../../shared/domain/contrat.ts";
import { emptyContrat, type NewContrat } from "../../../shared/domain/new-contrat.ts";
import {
  type AccountId,
  type AnyId,
  type AxeId,
  type ContratId,
  type DocumentId,
  type GroupeId,
  makeId,
} from "../../../shared/ids.ts";
import type { AskedActe } from "../../../shared/workflow/acts.ts";
import type { ActName, AnswerOf, InputOf } from "../../../worker/contrat/acts/index.ts";
import { askToAct, askToSee } from "../../../worker/contrat/ask.ts";
import type { FoundOf, QueryOf, ReadName } from "../../../worker/contrat/reads/index.ts";

export function anId<Id extends AnyId>(): Id {
  return makeId<Id>((length) => crypto.getRandomValues(new Uint8Array(length)));
}

/** Somebody with an account. */
export interface Person {
  readonly id: AccountId;
  readonly nom: string;
}

/** A contrat in its own object, and whoever acts in it. */
export interface AContrat {
  readonly id: ContratId;
  readonly door: ReturnType<typeof env.CONTRAT.getByName>;
  readonly nolwenn: Person;
  /** Two axes: the first with one objectif. */
  readonly axes: readonly [AxeId, AxeId];
  readonly objectif: AxeId;
  /** « Bien vieillir », without anybody yet. */
  readonly groupe: GroupeId;
  /** Does something in somebody's name; its answer, or the code of the refusal as an error. */
  act<Name extends ActName>(by: Person, acte: Name, input: InputOf<Name>): Promise<AnswerOf<Name>>;
  /** The code that it is refused with, or « oui ». */
  refusal<Name extends ActName>(by: Person, acte: Name, input: InputOf<Name>): Promise<string>;
  /** An act on a fiche: the code that it is refused with, or « oui ». */
  ask(by: Person, fiche: DocumentId, asked: AskedActe): Promise<string>;
  see<Name extends ReadName>(by: Person, lu: Name, query: QueryOf<Name>): Promise<FoundOf<Name>>;
  /** Somebody new, who is this in the contrat and that in its groupe. */
  person(nom: string, roles?: { contrat?: readonly ContratRole[]; groupe?: readonly GroupeRole[] }): Promise<Person>;
  /** Rows of its storage. */
  rows(statement: string, ...values: string[]): Promise<Record<string, unknown>[]>;
}

/** A new contrat of which Nolwenn is the coordinatrice. */
export async function aContrat(change: Partial<NewContrat> = {}): Promise<AContrat> {
  const nolwenn = await aPerson("Nolwenn Kerbrat");
  const id = anId<ContratId>();
  const door = env.CONTRAT.getByName(id);
  const axes = [anId<AxeId>(), anId<AxeId>()] as const;
  const objectif = anId<AxeId>();
  const groupe = anId<GroupeId>();
  const made: NewContrat = {
    ...emptyContrat({
      id,
      slug: `contrat-${id}`,
      nom: "Contrat de l'essai",
      par: nolwenn.id,
      le: 1_000,
      coordination: { account: nolwenn.id, nom: nolwenn.nom },
    }),
    axes: [
      { id: axes[0], libelle: "Prévenir", objectifs: [{ id: objectif, libelle: "Aller vers" }] },
      { id: axes[1], libelle: "Soigner", objectifs: [] },
    ],
    groupes: [{ id: groupe, nom: "Bien vieillir", habitantsEcrivent: true, appel: null }],
    ...change,
  };
  await env.ANNUAIRE.getByName("annuaire").addContrat(id, made.facts.nom, made.slug);
  await door.create(made);
  await env.ACCOUNT.getByName(nolwenn.id).addMembership(id);

  const contrat: AContrat = {
    id,
    door,
    nolwenn,
    axes,
    objectif,
    groupe,
    async act(by, acte, input) {
      const done = await askToAct(door, by.id, acte, input);
      if (!done.ok) throw new Error(`${acte}: ${done.code}`);
      return done.value;
    },
    async refusal(by, acte, input) {
      const done = await askToAct(door, by.id, acte, input);
      return done.ok ? "oui" : done.code;
    },
    async ask(by, fiche, asked) {
      const context = await door.ficheContext(by.id, fiche, true);
      if (context === null) return "introuvable";
      const done = await env.DOCUMENT.getByName(fiche).act(by.id, context, asked);
      return done.ok ? "oui" : done.code;
    },
    async see(by, lu, query) {
      const found = await askToSee(door, by.id, lu, query);
      if (!found.ok) throw new Error(`${lu}: ${found.code}`);
      return found.value;
    },
    async person(nom, roles = {}) {
      const person = await aPerson(nom);
      await runInDurableObject(door, (_, { storage }) => {
        storage.sql.exec("INSERT INTO membres (account, nom, depuis) VALUES (?, ?, 1)", person.id, nom);
        for (const role of roles.contrat ?? []) {
          storage.sql.exec("INSERT INTO contrat_roles VALUES (?, ?)", person.id, role);
        }
        for (const role of roles.groupe ?? []) {
          storage.sql.exec("INSERT INTO groupe_roles VALUES (?, ?, ?)", person.id, groupe, role);
        }
      });
      return person;
    },
    rows: (statement, ...values) =>
      runInDurableObject(door, (_, { storage }) => storage.sql.exec(statement, ...values).toArray()),
  };
  return contrat;
}

/** Somebody with an account, of no contrat. */
export async function aPerson(nom: string): Promise<Person> {
  const id = anId<AccountId>();
  await env.ACCOUNT.getByName(id).create(id, nom);
  return { id, nom };
}

/** The mails that wait to be sent, each with the token of its link. */
export async function mails(
  contrat: AContrat,
): Promise<{ to: string; subject: string; body: string; token: string }[]> {
  const waiting = await contrat.rows(
    "SELECT t.recipient, t.subject, t.body FROM mail_texts t JOIN mails m USING (id) WHERE m.next IS NOT NULL ORDER BY id",
  );
  return waiting.map(({ recipient, subject, body }) => ({
    to: String(recipient),
    subject: String(subject),
    body: String(body),
    token: /#([0-9a-z]+)/.exec(String(body))?.[1] ?? "",
  }));
}
