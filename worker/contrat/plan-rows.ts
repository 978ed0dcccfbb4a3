import { axeNumbers, type PlacedFiche, type PlanNode, renumber } from "../../shared/domain/plan.ts";
import type { AxeId, DocumentId } from "../../shared/ids.ts";
import { rows, run } from "../durable/sql.ts";

/** Every axe and objectif. */
export function readPlan(sql: SqlStorage): PlanNode[] {
  return rows<{ id: AxeId; parent: AxeId | null; rang: number; libelle: string }>(
    sql,
    "SELECT id, parent, rang, libelle FROM plan",
  );
}

/** The fiches that are not thrown away, with where they stand. */
export function placedFiches(sql: SqlStorage): PlacedFiche[] {
  return rows<{ id: DocumentId; numero: string; axe: AxeId }>(
    sql,
    "SELECT id, numero, axe FROM fiches WHERE jete_le IS NULL ORDER BY rowid",
  );
}

/**
 * The plan is this from now on; fiches follow: those whose axe has another number than before get another number
 * themselves. Inside a transaction.
 */
export function writePlan(sql: SqlStorage, plan: readonly PlanNode[]): void {
  const before = axeNumbers(readPlan(sql));
  for (const { id, parent, rang, libelle } of plan) {
    run(
      sql,
      `INSERT INTO plan VALUES (?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET parent = excluded.parent, rang = excluded.rang, libelle = excluded.libelle`,
      id,
      parent,
      rang,
      libelle,
    );
  }
  const stays = JSON.stringify(plan.map(({ id }) => id));
  run(sql, "DELETE FROM plan WHERE id NOT IN (SELECT value FROM json_each(?))", stays);
  const fiches = placedFiches(sql);
  const from = new Map(fiches.map(({ id, axe }) => [id, before.get(axe) ?? 0]));
  setNumeros(sql, renumber(fiches, from, axeNumbers(plan)));
}

/** Gives fiches other numbers, which may be each other's. */
function setNumeros(sql: SqlStorage, numeros: ReadonlyMap<DocumentId, string>): void {
  // Two steps: on the way, no two fiches have the same number.
  for (const id of numeros.keys()) run(sql, "UPDATE fiches SET numero = id WHERE id = ?", id);
  for (const [id, numero] of numeros) run(sql, "UPDATE fiches SET numero = ? WHERE id = ?", numero, id);
}
