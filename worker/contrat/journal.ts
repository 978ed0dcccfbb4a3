import type { JournalActe, JournalEntry } from "../../shared/domain/journal.ts";
import type { JournalQuery } from "../../shared/protocol/bodies/journal.ts";
import { ChainedJournal } from "../durable/chained-journal.ts";
import type { SqlValue } from "../durable/sql.ts";

/** Everything that was done in a contrat. */
export class Journal extends ChainedJournal<JournalActe> {
  /** Those that the query asks for, the newest first; `limit` at most. */
  find(query: JournalQuery, limit: number): JournalEntry[] {
    const conditions: [condition: string, value: SqlValue | undefined][] = [
      ["acte = ?", query.acte],
      ["(par = ?1 OR json_extract(sur, '$.personne') = ?1)", query.personne],
      ["json_extract(sur, '$.groupe') = ?", query.groupe],
      ["json_extract(sur, '$.fiche') = ?", query.fiche],
      ["le >= ?", query.depuis],
      ["le <= ?", query.jusquau],
      ["numero < ?", query.avant],
    ];
    const asked = conditions.filter(([, value]) => value !== undefined);
    const where = asked.map(([condition], index) => condition.replaceAll(/\?1?/g, `?${index + 1}`));
    return this.select(
      `${where.length === 0 ? "" : `WHERE ${where.join(" AND ")}`} ORDER BY numero DESC LIMIT ${limit}`,
      ...asked.map(([, value]) => value ?? null),
    );
  }
}
