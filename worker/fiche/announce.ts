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

/** Statement that lets acts be told too, for the document's migration « life »: the number of the last act. */
export const ACTED_COLUMN = "ALTER TABLE announcement ADD COLUMN acted INTEGER NOT NULL DEFAULT 0";

/** After the last key, how long a fiche waits before it tells its contrat; and how long at most while people write. */
const QUIET_MS = 2_000;
const AT_MOST_MS = 30_000;
/** After how long a telling that failed is tried again: soon, then less and less often, up to this. */
const RETRY_MS = 60_000;
/** An act is told by the request that did it; should it die before, soon after: rights hang on it. */
const ACTED_MS = 1_000;

export interface Announcement {
  /** Raised with every change: whoever hears a lower number than before passes over it. */
  readonly number: number;
  readonly summary: FicheSummary;
}

/** What an act may change of it. */
type ToldLife = Pick<FicheSummary, "vie" | "intitulePublie" | "intituleLu" | "masques">;

type Row = { number: number; changed_at: number; first_change_at: number | null; told: number; acted: number };

/**
 * What the contrat must hear of a fiche's text and of its life: a state with a number, not an event. The row changes in the
 * transaction that stores words or an act, so that no crash separates them; an alarm sends it.
 */
export class Announcer {
  readonly #sql: SqlStorage;
  readonly #ring: (at: number) => void;
  readonly #life: () => ToldLife;
  #retry = ACTED_MS;

  /** @param life what the contrat is told of where the fiche stands */
  constructor(sql: SqlStorage, ring: (at: number) => void, life: () => ToldLife) {
    this.#sql = sql;
    this.#ring = ring;
    this.#life = life;
  }

  /** Words were stored. Inside their transaction; the alarm is armed by the first change only. */
  changed(now: number): void {
    const row = this.#row();
    if (row === null) {
      this.#begin(now, now);
      this.#ring(now + QUIET_MS);
      return;
    }
    run(this.#sql, "UPDATE announcement SET number = number + 1, changed_at = ?", now);
    if (row.first_change_at !== null) return;
    run(this.#sql, "UPDATE announcement SET first_change_at = ?", now);
    this.#ring(now + QUIET_MS);
  }

  /** An act was done. Inside its transaction; whoever asked for it then tells at once. */
  acted(now: number): void {
    if (this.#row() === null) this.#begin(NEVER, now);
    else {
      run(
        this.#sql,
        "UPDATE announcement SET number = number + 1, first_change_at = coalesce(first_change_at, ?)",
        now,
      );
    }
    run(this.#sql, "UPDATE announcement SET acted = number");
    this.#ring(now + ACTED_MS);
  }

  /** At the alarm: what to tell now, or null when it is too early (the alarm is set again) or nothing changed. */
  due(now: number, doc: () => Y.Doc): Announcement | null {
    const row = this.#row();
    if (row === null || row.first_change_at === null) return null;
    const at = Math.min(row.changed_at + QUIET_MS, row.first_change_at + AT_MOST_MS);
    // Words wait for those that follow them; an act does not.
    if (now < at && row.acted <= row.told) {
      this.#ring(at);
      return null;
    }
    // Should the object die while it tells, the alarm rings again; when the contrat has heard, it finds nothing to do.
    this.#ring(now + this.#retry);
    this.#retry = Math.min(this.#retry * 2, RETRY_MS);
    return { number: row.number, summary: this.#summary(doc(), row.changed_at) };
  }

  /** The contrat has heard this number. */
  heard(number: number, now: number): void {
    this.#retry = ACTED_MS;
    run(this.#sql, "UPDATE announcement SET told = max(told, ?)", number);
    const row = this.#row();
    if (row === null) return;
    const more = row.number > row.told;
    run(this.#sql, "UPDATE announcement SET first_change_at = ?", more ? now : null);
    if (more) this.#ring(now + QUIET_MS);
  }

  #begin(changedAt: number, now: number): void {
    run(
      this.#sql,
      "INSERT INTO announcement (one, number, changed_at, first_change_at, told) VALUES (1, 1, ?, ?, 0)",
      changedAt,
      now,
    );
  }

  #row(): Row | null {
    return firstRow<Row>(this.#sql, "SELECT number, changed_at, first_change_at, told, acted FROM announcement");
  }

  #summary(doc: Y.Doc, changedAt: number): FicheSummary {
    // The page keeps to this length; a list must, whatever a page does.
    const intitule = readSentence(doc.getText("intitule")).slice(0, INTITULE_MAX);
    const modifieeLe = changedAt === NEVER ? null : changedAt;
    return { intitule, remplies: filledSections(doc), modifieeLe, ...this.#life() };
  }
}

/** When a text changed that nobody wrote in since it was made. */
const NEVER = 0;
