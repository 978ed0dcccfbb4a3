import type { JournalEntry } from "../../shared/domain/journal.ts";
import type { AccountId, DocumentId } from "../../shared/ids.ts";
import { rows, type SqlValue } from "../durable/sql.ts";
import { nameOf } from "./membres.ts";

/** The names of today of whatever these entries name; what has none any more is not there. */
export function namesIn(sql: SqlStorage, entries: readonly JournalEntry[]): Record<string, string> {
  const names: Record<string, string> = {};
  const accounts = new Set<string>();
  for (const { par, sur, detail } of entries) {
    if (par !== null) accounts.add(par);
    if (sur.personne !== undefined) accounts.add(sur.personne);
    // Who presides a body, who was at a meeting.
    for (const value of Object.values(detail).flat()) if (typeof value === "string") accounts.add(value);
  }
  for (const account of accounts) {
    // An id of anything else has no name among the people.
    const nom = nameOf(sql, account as AccountId);
    if (nom !== null) names[account] = nom;
  }
  const add = (statement: string, ...values: SqlValue[]): void => {
    for (const { id, nom } of rows<{ id: string; nom: string }>(sql, statement, ...values)) names[id] = nom;
  };
  add("SELECT id, nom FROM groupes");
  add("SELECT id, nom FROM organisations");
  add("SELECT id, libelle AS nom FROM plan");
  for (const { id, numero, intitule } of rows<{ id: DocumentId; numero: string; intitule: string }>(
    sql,
    "SELECT id, numero, intitule FROM fiches",
  )) {
    names[id] = `${numero} ${intitule}`.trim();
  }
  const named = new Set(entries.flatMap(({ sur }) => Object.values(sur)));
  return Object.fromEntries(Object.entries(names).filter(([id]) => named.has(id) || accounts.has(id)));
}
