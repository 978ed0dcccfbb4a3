import { ATTENTES, type Attente, type Awaited, attentesOf, REMINDED } from "../../shared/domain/attente.ts";
import { PRESIDENCE } from "../../shared/domain/instance.ts";
import type { AccountId } from "../../shared/ids.ts";
import { can } from "../../shared/policy/can.ts";
import type { AwaitedFiche, ToldAttentes } from "../../shared/protocol/bodies/attentes.ts";
import { firstRow, rows, run } from "../durable/sql.ts";
import { type CatalogueEntry, listEntries } from "./catalogue.ts";
import type { Identite } from "./identite.ts";
import { holdersOf, type Membership, membershipOf, peopleOf } from "./membres.ts";
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

/** What an account is told, as it was noted last. */
export function toldTo(sql: SqlStorage, { id, slug, facts }: Identite, account: AccountId): ToldAttentes {
  const dit = firstRow<{ dit: string }>(sql, "SELECT dit FROM rappels WHERE account = ?", account)?.dit ?? "[]";
  // Written by `noteAttentes` alone, whose type this is.
  return { contrat: { id, slug, nom: facts.nom }, attentes: JSON.parse(dit) as AwaitedFiche[] };
}

function allAttentes(sql: SqlStorage): Map<AccountId, AwaitedFiche[]> {
  const people = new People(sql);
  const all = listEntries(sql).flatMap((entry) => {
    const { id, numero, intitule, vie, remplies } = entry;
    if (vie === null) return [];
    return attentesOf(vie, remplies, people.awaitedFor(entry)).map((attente) => ({
      attente,
      fiche: { id, numero, intitule },
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
  readonly #relevent: readonly AccountId[];
  readonly #valident: readonly AccountId[];
  readonly #memberships = new Map<AccountId, Membership>();

  constructor(sql: SqlStorage) {
    this.#sql = sql;
    const coordination = holdersOf(sql, "coordination");
    const presidents = holdersOf(sql, PRESIDENCE.copil.president);
    this.#comite = holdersOf(sql, "comite_technique");
    this.#relevent = [...new Set([...holdersOf(sql, PRESIDENCE.comite_technique.president), ...coordination])];
    this.#valident = presidents.length > 0 ? presidents : coordination;
  }

  awaitedFor(entry: CatalogueEntry): Awaited {
    const may = (capability: Parameters<typeof can>[0]) => (account: AccountId) =>
      can(capability, ficheFacts(entry, this.#membership(account), "aucune")).ok;
    const groupe = peopleOf(this.#sql, entry.groupe.id);
    const holding = (...roles: string[]) => [
      ...new Set(groupe.filter(({ role }) => roles.includes(role)).map(({ account }) => account)),
    ];
    return {
      comite: this.#comite.filter(may("rendre_avis")),
      relevent: this.#relevent.filter(may("relever_decision")),
      valident: this.#valident.filter(may("valider")),
      pilotes: holding("pilote", "copilote"),
      redacteurs: holding("pilote", "copilote", "partenaire"),
    };
  }

  #membership(account: AccountId): Membership {
    const known = this.#memberships.get(account) ?? membershipOf(this.#sql, account);
    this.#memberships.set(account, known);
    return known;
  }
}
