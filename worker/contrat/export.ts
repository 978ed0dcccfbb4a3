import { rows, type SqlValue } from "../durable/sql.ts";

/** The tables of a contrat that its coordination takes along, each with what stays behind. */
export const EXPORTED_TABLES = {
  contrat: { without: ["rights"], json: ["facts"] },
  slugs: {},
  stades: {},
  plan: {},
  organisations: {},
  membres: { without: ["told"] },
  signataires: {},
  contrat_roles: {},
  groupes: {},
  groupe_roles: {},
  demandes: {},
  reunions: { json: ["ordre_du_jour", "presence"] },
  // What a code or a link opens is nobody's but of who got it.
  ateliers: { without: ["digest"] },
  invitations: { without: ["digest"] },
  instances: { json: ["regle"] },
  fiches: { without: ["told", "masques"], json: ["remplies", "vie"] },
  partage: { json: ["selection"] },
  journal: { json: ["sur", "detail"] },
} as const satisfies Record<string, { readonly without?: readonly string[]; readonly json?: readonly string[] }>;

/**
 * Those that stay behind: what the software keeps for itself, what was said to one person, and mails, of which the
 * invitations tell.
 */
export const LEFT_TABLES = [
  "migrations",
  "opened",
  "tellings",
  "alarms",
  "changements",
  "rappels",
  "deliveries",
  "mails",
  "mail_texts",
] as const;

export type ExportedTable = keyof typeof EXPORTED_TABLES;

/** Rows that are read at once. */
const STRETCH = 500;

/** A stretch of a table's rows as JSON values, after so many of them; empty when there is no more. */
export function readTable(sql: SqlStorage, table: ExportedTable, after: number): Record<string, unknown>[] {
  const { without = [], json = [] }: { readonly without?: readonly string[]; readonly json?: readonly string[] } =
    EXPORTED_TABLES[table];
  return rows<Record<string, SqlValue>>(sql, `SELECT * FROM ${table} LIMIT ${STRETCH} OFFSET ?`, after).map((row) =>
    Object.fromEntries(
      Object.entries(row)
        .filter(([column]) => !without.includes(column))
        // Written as JSON by this contrat alone.
        .map(([column, value]) => [
          column,
          json.includes(column) && typeof value === "string" ? JSON.parse(value) : value,
        ]),
    ),
  );
}
