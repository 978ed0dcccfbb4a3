import { run, type SqlValue } from "../durable/sql.ts";

/**
 * Empties a column of text where the condition holds. SQLite frees old bytes without wiping them, but writes a value of
 * the same length over the one before: what a person asked to be forgotten is then not left in the file.
 */
export function erase(
  sql: SqlStorage,
  table: "membres" | "invitations" | "signataires",
  column: "nom" | "adresse" | "representant",
  condition: string,
  ...values: SqlValue[]
): void {
  run(
    sql,
    `UPDATE ${table} SET ${column} = printf('%.*c', length(CAST(${column} AS BLOB)), 'x')
     WHERE ${column} IS NOT NULL AND ${condition}`,
    ...values,
  );
  run(sql, `UPDATE ${table} SET ${column} = NULL WHERE ${condition}`, ...values);
}
