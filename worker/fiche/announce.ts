import type * as Y from "yjs";
import type { FicheSummary } from "../../shared/domain/fiche.ts";
import { filledSections, readSentence } from "../../shared/editor/read-section.ts";
import { INTITULE_MAX } from "../../shared/editor/sections.ts";
import { firstRow, run } from "../durable/sql.ts";

/** Statement for the table of the announcement, for the document's first migration. */
export const ANNOUNCEMENT_TABLE = `CREATE TABLE announcement (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  number INTEGER NOT NULL,
  changed_at INTEGER NOT NULL,
  first_change_at INTEGER,
  told INTEGER NOT NULL
)`;

/** After the last key, how long a fiche waits before it tells its contrat; and how long at most while people write. */
const QUIET_MS = 2_000;
const AT_MOST_MS = 30_000;
/** After how long a telling that failed is tried again. */
const RETRY_MS = 10_000;

export interface Announcement {
  /** Raised with every change: whoever hears a lower number than before passes over it. */
  readonly number: number;
  readonly summary: FicheSummary;
}

/**
 * What the contrat must hear of a fiche's text: a state with a number, not an event. The row changes in the transaction
 * that stores words, so that no crash separates them; an alarm sends it.
 */
export class Announcer {
  readonly #sql: SqlStorage;
  readonly #ring: (at: number) => void;

  constructor(sql: SqlStorage, ring: (at: number) => void) {
    this.#sql = sql;
    this.#ring = ring;
  }

  /** Words were stored. Inside their transaction; the alarm is armed by the first change only. */
  changed(now: number): void {
    const row = this.#row();
    if (row === null) {
      run(this.#sql, "INSERT INTO announcement VALUES (1, 1, ?, ?, 0)", now, now);
      this.#ring(now + QUIET_MS);
      return;
    }
    run(this.#sql, "UPDATE announcement SET number = number + 1, changed_at = ?", now);
    if (row.first_change_at !== null) return;
    run(this.#sql, "UPDATE announcement SET first_change_at = ?", now);
    this.#ring(now + QUIET_MS);
  }

  /** At the alarm: what to tell now, or null when it is too early (the alarm is set again) or nothing changed. */
  due(now: number, doc: () => Y.Doc): Announcement | null {
    const row = this.#row();
    if (row === null || row.first_change_at === null) return null;
    const at = Math.min(row.changed_at + QUIET_MS, row.first_change_at + AT_MOST_MS);
    if (now < at) {
      this.#ring(at);
      return null;
    }
    // Should the object die while it tells, the alarm rings again; when the contrat has heard, it finds nothing to do.
    this.#ring(now + RETRY_MS);
    return { number: row.number, summary: summaryOf(doc(), row.changed_at) };
  }

  /** The contrat has heard this number. */
  heard(number: number, now: number): void {
    run(this.#sql, "UPDATE announcement SET told = ?", number);
    const row = this.#row();
    if (row === null) return;
    const more = row.number > number;
    run(this.#sql, "UPDATE announcement SET first_change_at = ?", more ? now : null);
    if (more) this.#ring(now + QUIET_MS);
  }

  #row(): { number: number; changed_at: number; first_change_at: number | null } | null {
    return firstRow(this.#sql, "SELECT number, changed_at, first_change_at FROM announcement");
  }
}

function summaryOf(doc: Y.Doc, modifieeLe: number): FicheSummary {
  // The page keeps to this length; a list must, whatever a page does.
  const intitule = readSentence(doc.getText("intitule")).slice(0, INTITULE_MAX);
  return { intitule, remplies: filledSections(doc), modifieeLe };
}
