import { REGLAGES_DEFAULT, type Reglages, reglagesSchema } from "../../shared/domain/reglages.ts";
import type { AccountId } from "../../shared/ids.ts";
import type { ReglagesBody } from "../../shared/protocol/bodies/instance-admin.ts";
import { ok, type Result, refuse } from "../../shared/result.ts";
import { firstRow, run } from "../durable/sql.ts";

/** What the instance says of itself, and the number of the last change; 0: nobody changed anything. */
export function readReglages(sql: SqlStorage): ReglagesBody {
  const row = firstRow<{ numero: number; valeur: string }>(sql, "SELECT numero, valeur FROM reglages");
  if (row === null) return { reglages: REGLAGES_DEFAULT, numero: 0 };
  // What was written before a setting existed has its default.
  const stored = reglagesSchema.safeParse({ ...REGLAGES_DEFAULT, ...JSON.parse(row.valeur) });
  return { reglages: stored.success ? stored.data : REGLAGES_DEFAULT, numero: row.numero };
}

/** Replaces them all; refused when they are not those of this number any more. Inside a transaction. */
export function changeReglages(
  sql: SqlStorage,
  reglages: Reglages,
  numero: number,
  by: { readonly account: AccountId; readonly at: number },
): Result<number, "reglages_changes"> {
  if (readReglages(sql).numero !== numero) return refuse("reglages_changes");
  run(sql, "DELETE FROM reglages");
  run(sql, "INSERT INTO reglages VALUES (?, ?, ?, ?)", numero + 1, JSON.stringify(reglages), by.at, by.account);
  return ok(numero + 1);
}
