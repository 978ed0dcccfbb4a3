import { rows, run } from "./sql.ts";

/**
 * After how long a telling that failed is tried again, in milliseconds: soon, since rights hang on it, then less and less
 * often while nobody answers.
 */
const TELL_AGAIN_MS = 1_000;
const TELL_AGAIN_MAX_MS = 60_000;

/** How long an object that does not answer is waited for, in milliseconds: whoever asked for the change waits too. */
const PATIENCE_MS = 400;

/**
 * Statement for the table of what other objects must still hear. A state with a number, not a list of events: what
 * changes again replaces what was not told yet.
 */
export const TELLINGS_TABLE = `CREATE TABLE tellings (
  target TEXT NOT NULL,
  subject TEXT NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (target, subject)
) WITHOUT ROWID`;

export interface Telling<Target extends string, Subject extends string> {
  readonly target: Target;
  readonly subject: Subject;
  readonly number: number;
}

/** What other objects must hear of, kept in the transaction that makes it true, until they answered. */
export class Tellings<Target extends string, Subject extends string> {
  readonly #sql: SqlStorage;
  readonly #tell: (telling: Telling<Target, Subject>) => Promise<void>;
  readonly #later: (delay: number) => void;
  #delay = TELL_AGAIN_MS;

  /** @param later has `tellAll` called after so many milliseconds at the latest, whatever happens to the object */
  constructor(
    sql: SqlStorage,
    tell: (telling: Telling<Target, Subject>) => Promise<void>,
    later: (delay: number) => void,
  ) {
    this.#sql = sql;
    this.#tell = tell;
    this.#later = later;
  }

  /** Inside the transaction. Should the object die before it tells, it tells when it is back. */
  owe(target: Target, subject: Subject, number: number): void {
    run(
      this.#sql,
      "INSERT INTO tellings VALUES (?, ?, ?) ON CONFLICT (target, subject) DO UPDATE SET number = excluded.number",
      target,
      subject,
      number,
    );
    this.#later(TELL_AGAIN_MS);
  }

  /**
   * Tells everyone at once and waits for their answers; for one that does not answer, a moment only: it never delays the
   * others, nor for long whoever asked, and is told again later. Never rejects.
   */
  async tellAll(): Promise<void> {
    // Written by `owe` alone.
    const owed = rows<{ target: Target; subject: Subject; number: number }>(this.#sql, "SELECT * FROM tellings");
    if (owed.length === 0) return;
    let timer: ReturnType<typeof setTimeout> | null = null;
    const enough = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), PATIENCE_MS);
    });
    const tellings = owed.map((telling) => ({ telling, answer: this.#isHeard(telling) }));
    const answers = await Promise.all(tellings.map(({ answer }) => Promise.race([answer, enough])));
    clearTimeout(timer);
    // In one turn, and so in one commit, however many they are.
    for (const [index, { telling, answer }] of tellings.entries()) {
      if (answers[index] === true) this.#forget(telling);
      else void answer.then((late) => late && this.#forget(telling));
    }
    if (!answers.includes(false)) {
      this.#delay = TELL_AGAIN_MS;
      return;
    }
    this.#later(this.#delay);
    this.#delay = Math.min(this.#delay * 2, TELL_AGAIN_MAX_MS);
  }

  async #isHeard(telling: Telling<Target, Subject>): Promise<boolean> {
    try {
      await this.#tell(telling);
      return true;
    } catch (error) {
      console.error("an object could not be told", error);
      return false;
    }
  }

  /** What changed meanwhile is still owed. */
  #forget({ target, subject, number }: Telling<Target, Subject>): void {
    run(this.#sql, "DELETE FROM tellings WHERE target = ? AND subject = ? AND number = ?", target, subject, number);
  }
}
