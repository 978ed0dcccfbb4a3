import type { Place } from "../../shared/editor/sections.ts";
import type { AccountId } from "../../shared/ids.ts";
import type { SetAsideDecision, SetAsideWords } from "../../shared/protocol/set-aside.ts";
import { firstRow, rows, run } from "../durable/sql.ts";
import type { Range } from "./bounded-decoder.ts";

/** Statement for the table of words set aside, for the document's second migration. */
export const SET_ASIDE_TABLE = `CREATE TABLE set_aside (
  id INTEGER PRIMARY KEY,
  author TEXT NOT NULL,
  at INTEGER NOT NULL,
  place TEXT,
  words TEXT NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL,
  client INTEGER NOT NULL,
  clock INTEGER NOT NULL,
  length INTEGER NOT NULL,
  fate TEXT,
  decided_by TEXT,
  decided_at INTEGER
)`;

/** What somebody decided about words set aside: put back in the text, or left out by somebody who had read them. */
export interface Decision {
  readonly id: number;
  readonly fate: SetAsideDecision["fate"];
  readonly by: AccountId;
  readonly at: number;
}

/** Words that have no paragraph any more, and the letters of the log that they are. */
export interface NewSetAside extends Range, Omit<SetAsideWords, "id"> {}

/** Statement that makes words set aside quick to lengthen, for the document's fourth migration. */
export const SET_ASIDE_INDEX = "CREATE INDEX set_aside_end ON set_aside (client, clock + length)";

/** Statement that makes those that nobody decided about quick to list by author, for the document's seventh migration. */
export const UNDECIDED_INDEX = "CREATE INDEX set_aside_undecided ON set_aside (author, id) WHERE fate IS NULL";

/** The longest words set aside, in UTF-16 units: longer ones become several, each small enough to store and to show. */
export const WORDS_MAX = 20_000;

/** What is told at once: the latest, and of one author not so many that the others' are pushed out. */
const TOLD_MAX = { notes: 200, ofOneAuthor: 50, letters: 100_000 };
/** Of one author, only so many wait for a decision. Older ones stay in the table and the log, and are told no more. */
const WAITING_MAX = 1_000;

/** The words around are there to recognise a passage, not to read it. */
export const AROUND = 60;

/** Words whose paragraph somebody joined or deleted meanwhile: kept, with who wrote them, until somebody decides. */
export class SetAside {
  readonly #sql: SqlStorage;

  constructor(sql: SqlStorage) {
    this.#sql = sql;
  }

  /** Adds words; letters that go on where the same person's last undecided ones stopped lengthen those. */
  add(words: NewSetAside): void {
    const before = firstRow<{ id: number; words: string }>(
      this.#sql,
      `SELECT id, words FROM set_aside
       WHERE client = ? AND clock + length = ? AND place IS ? AND author = ? AND fate IS NULL
       AND length + ? <= ${WORDS_MAX}`,
      words.client,
      words.clock,
      words.place,
      words.author,
      words.length,
    );
    if (before !== null) {
      const { id } = before;
      run(
        this.#sql,
        "UPDATE set_aside SET words = ?, length = length + ?, at = ? WHERE id = ?",
        before.words + words.words,
        words.length,
        words.at,
        id,
      );
      return;
    }
    run(
      this.#sql,
      `INSERT INTO set_aside (author, at, place, words, before, after, client, clock, length)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      words.author,
      words.at,
      words.place,
      words.words,
      words.before,
      words.after,
      words.client,
      words.clock,
      words.length,
    );
    run(
      this.#sql,
      `UPDATE set_aside SET fate = 'depasse', decided_at = ? WHERE author = ? AND fate IS NULL AND id <=
       (SELECT id FROM set_aside WHERE author = ? AND fate IS NULL ORDER BY id DESC LIMIT 1 OFFSET ${WAITING_MAX})`,
      words.at,
      words.author,
      words.author,
    );
  }

  /** Those that nobody decided about, oldest first; when there are very many, the latest of each author. */
  undecided(): SetAsideWords[] {
    const latest = rows<SetAsideWords & Record<string, string | number | null>>(
      this.#sql,
      `SELECT id, author, at, place, words, before, after FROM set_aside WHERE id IN (
         SELECT id FROM (
           SELECT id, row_number() OVER (PARTITION BY author ORDER BY id DESC) AS nth FROM set_aside WHERE fate IS NULL
         ) WHERE nth <= ${TOLD_MAX.ofOneAuthor} ORDER BY id DESC LIMIT ${TOLD_MAX.notes}
       ) ORDER BY id DESC`,
    );
    let letters = 0;
    const told = latest.filter(({ words }) => {
      letters += words.length;
      return letters <= TOLD_MAX.letters;
    });
    return told.reverse();
  }

  /** How many nobody decided about. */
  countUndecided(): number {
    const count = firstRow<{ count: number }>(this.#sql, "SELECT count(*) AS count FROM set_aside WHERE fate IS NULL");
    return count?.count ?? 0;
  }

  /** Undecided words with the ids of their letters, or null when there are none of this id. */
  find(id: number): (Range & { readonly words: string; readonly place: Place | null }) | null {
    return firstRow<{ client: number; clock: number; length: number; words: string; place: Place | null }>(
      this.#sql,
      "SELECT client, clock, length, words, place FROM set_aside WHERE id = ? AND fate IS NULL",
      id,
    );
  }

  decide({ id, fate, by, at }: Decision): void {
    run(
      this.#sql,
      "UPDATE set_aside SET fate = ?, decided_by = ?, decided_at = ? WHERE id = ? AND fate IS NULL",
      fate,
      by,
      at,
      id,
    );
  }
}
