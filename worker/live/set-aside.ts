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

export interface NewSetAside extends Range {
  readonly author: AccountId;
  readonly at: number;
  readonly place: Place | null;
  readonly words: string;
  readonly before: string;
  readonly after: string;
}

/** Statement that makes words set aside quick to lengthen, for the document's fourth migration. */
export const SET_ASIDE_INDEX = "CREATE INDEX set_aside_end ON set_aside (client, clock + length)";

/** The longest words set aside, in UTF-16 units: longer ones become several, each small enough to store and to show. */
export const WORDS_MAX = 20_000;

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
  }

  /** Those that nobody decided about, oldest first. */
  undecided(): SetAsideWords[] {
    return rows<SetAsideWords & Record<string, string | number | null>>(
      this.#sql,
      "SELECT id, author, at, place, words, before, after FROM set_aside WHERE fate IS NULL ORDER BY id",
    );
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
