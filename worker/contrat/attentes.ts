import { ATTENTES, type Attente, type Awaited, attentesOf, REMINDED } from "../../shared/domain/attente.ts";
import { PRESIDENCE } from "../../shared/domain/instance.ts";
import type { AccountId } from "../../shared/ids.ts";
import { can } from "../../shared/policy/can.ts";
import type { AwaitedFiche, ToldAttentes } from "../../shared/protocol/bodies/attentes.ts";
import { vieOfPeople } from "../../shared/workflow/joints.ts";
import { firstRow, rows, run } from "../durable/sql.ts";
import { type CatalogueEntry, intituleFor, listEntries } from "./catalogue.ts";
import type { Identite } from "./identite.ts";
import { allJoints, holdersOf, type Membership, membershipOf, peopleOf } from "./membres.ts";
import { ficheFacts } from "./scope.ts";

/**
 * Statement for what each account was told that its person is awaited for, for the contrat's ninth migration: a state with
 * a number.
 */
export const RAPPELS_TABLE =
  "CREATE TABLE rappels (account TEXT PRIMARY KEY, number INTEGER NOT NULL, dit TEXT NOT NULL) WITHOUT ROWID";

/** Everything that this person is awaited for here, the most pressing first. From the contrat's own copy: no text is asked. */
export function attentesFor(sql: SqlStorage, account: AccountId): AwaitedFiche[] {
  return allAttentes(sql).get(account) ?? [];
}

/**
 * Looks at who is awaited for what, and keeps it where it changed: for each of these accounts, the number of what it must
 * be told. Inside a transaction.
 */
export function noteAttentes(sql: SqlStorage): { account: AccountId; number: number }[] {
  const awaited = allAttentes(sql);
  const told = new Map(
    rows<{ account: AccountId; number: number; dit: string }>(sql, "SELECT account, number, dit FROM rappels").map(
      ({ account, ...rest }) => [account, rest],
    ),
  );
  const changed: { account: AccountId; number: number }[] = [];
  for (const account of new Set([...awaited.keys(), ...told.keys()])) {
    const due = (awaited.get(account) ?? []).filter(({ quoi }) => REMINDED.has(quoi));
    const dit = JSON.stringify(due);
    const before = told.get(account);
    if (before === undefined ? due.length === 0 : before.dit === dit) continue;
    const number = (before?.number ?? 0) + 1;
    run(sql, "INSERT OR REPLACE INTO rappels VALUES (?, ?, ?)", account, number, dit);
    changed.push({ account, number });
  }
  return changed;
}

/** Every account that was ever told anything. */
export function accountsTold(sql: SqlStorage): AccountId[] {
  return rows<{ account: AccountId }>(sql, "SELECT account FROM rappels").map(({ account }) => account);
}

/** The number of what an account was told last. */
export function numberTold(sql: SqlStorage, account: AccountId): number {
  return firstRow<{ number: number }>(sql, "SELECT number FROM rappels WHERE account = ?", account)?.number ?? 0;
}

/** What an account is told, as it was noted last. */
export function toldTo(sql: SqlStorage, { id, slug, facts }: Identite, account: AccountId): ToldAttentes {
  const dit = firstRow<{ dit: string }>(sql, "SELECT dit FROM rappels WHERE account = ?", account)?.dit ?? "[]";
  // Written by `noteAttentes` alone, whose type this is.
  return { contrat: { id, slug, nom: facts.nom }, attentes: JSON.parse(dit) as AwaitedFiche[] };
}

function allAttentes(sql: SqlStorage): Map<AccountId, AwaitedFiche[]> {
  const people = new People(sql);
  const joints = allJoints(sql);
  const all = listEntries(sql).flatMap((entry) => {
    const { id, numero, vie, remplies } = entry;
    return attentesOf(vieOfPeople(vie, joints), remplies, people.awaitedFor(entry)).map((attente) => ({
      attente,
      fiche: { id, numero, intitule: people.intituleFor(entry, attente.personne) },
    }));
  });
  const order = (quoi: Attente["quoi"]) => ATTENTES.indexOf(quoi);
  const byPerson = Map.groupBy(all, ({ attente }) => attente.personne);
  return new Map(
    [...byPerson].map(([personne, own]) => [
      personne,
      own
        .map(({ attente: { personne: _, ...attente }, fiche }) => ({ ...attente, fiche }))
        .sort((a, b) => order(a.quoi) - order(b.quoi) || (a.depuis ?? 0) - (b.depuis ?? 0)),
    ]),
  );
}

/** Who may be awaited for each fiche; what is known of people is read once. */
class People {
  readonly #sql: SqlStorage;
  readonly #comite: readonly AccountId[];
  readonly #president: readonly AccountId[];
  readonly #copil: readonly AccountId[];
  readonly #coordination: readonly AccountId[];
  readonly #memberships = new Map<AccountId, Membership>();

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    this.#comite = holdersOf(sql, "comite_technique");
    this.#president = holdersOf(sql, PRESIDENCE.comite_technique.president);
    this.#copil = holdersOf(sql, PRESIDENCE.copil.president);
    this.#coordination = holdersOf(sql, "coordination");
  }

  awaitedFor(entry: CatalogueEntry): Awaited {
    const may = (capability: Parameters<typeof can>[0]) => (account: AccountId) =>
      can(capability, ficheFacts(entry, this.#membership(account), "aucune")).ok;
    const groupe = peopleOf(this.#sql, entry.groupe.id);
    const holding = (...roles: string[]) => [
      ...new Set(groupe.filter(({ role }) => roles.includes(role)).map(({ account }) => account)),
    ];
    const orCoordination = (people: readonly AccountId[]) => (people.length > 0 ? people : this.#coordination);
    return {
      comite: this.#comite.filter(may("rendre_avis")),
      president: this.#president.filter(may("relever_decision")),
      coordination: this.#coordination,
      valident: orCoordination(this.#copil.filter(may("valider"))),
      pilotes: orCoordination(holding("pilote", "copilote")),
      redacteurs: holding("pilote", "copilote", "partenaire"),
    };
  }

  /** What the fiche is called for this person. */
  intituleFor(entry: CatalogueEntry, account: AccountId): string {
    return intituleFor(entry, can("lire_brouillon", ficheFacts(entry, this.#membership(account), "aucune")).ok);
  }

  #membership(account: AccountId): Membership {
    const known = this.#memberships.get(account) ?? membershipOf(this.#sql, account);
    this.#memberships.set(account, known);
    return known;
  }
}
