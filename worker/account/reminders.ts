import type { ContratId } from "../../shared/ids.ts";
import type { OwnRappels } from "../../shared/protocol/bodies/account.ts";
import type { AwaitedFiche, ToldAttentes } from "../../shared/protocol/bodies/attentes.ts";
import { firstRow, rows, run } from "../durable/sql.ts";

/** Statements for what a person is awaited for and what a mail said of it, for the account's fourth migration. */
export const REMINDERS_TABLES = [
  "CREATE TABLE attentes (contrat TEXT PRIMARY KEY, number INTEGER NOT NULL, dites TEXT NOT NULL) WITHOUT ROWID",
  // Whether the person wants such mails; when the last one left, and what it spoke of.
  `CREATE TABLE rappels (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    actifs INTEGER NOT NULL,
    dernier_le INTEGER,
    rappelees TEXT NOT NULL
  )`,
  "INSERT INTO rappels VALUES (1, 1, NULL, '[]')",
];

/** What is undone at once, or done in a row, makes one mail. */
const SETTLE_MS = 5 * 60_000;
/** At most one mail in so long. */
const DAY_MS = 24 * 3_600_000;

type Row = { actifs: number; dernier_le: number | null; rappelees: string };

/**
 * What waits for this person in their contrats, and when a mail says so: once something new waits, and once a day at most.
 * What a mail said is not said again.
 */
export class Reminders {
  readonly #sql: SqlStorage;
  readonly #ring: (at: number) => void;

  /** @param ring has `due` called at this time, in milliseconds since 1970 */
  constructor(sql: SqlStorage, ring: (at: number) => void) {
    this.#sql = sql;
    this.#ring = ring;
  }

  /** A contrat says what waits for the person there; a number not above the last one heard is passed over. */
  hear(number: number, told: ToldAttentes, now: number): void {
    const { id } = told.contrat;
    const before = firstRow<{ number: number }>(this.#sql, "SELECT number FROM attentes WHERE contrat = ?", id);
    if (before !== null && before.number >= number) return;
    run(this.#sql, "INSERT OR REPLACE INTO attentes VALUES (?, ?, ?)", id, number, JSON.stringify(told));
    if (this.#news().length > 0) this.#ring(this.#next(now));
  }

  /** The person is of this contrat no more. */
  forget(contrat: ContratId): void {
    run(this.#sql, "DELETE FROM attentes WHERE contrat = ?", contrat);
  }

  /** Whether the person wants to be reminded. */
  areOn(): boolean {
    return this.#row().actifs === 1;
  }

  /** Everything kept here, for whoever asks what is kept about them. */
  kept(): OwnRappels {
    return { actifs: this.areOn(), dernierLe: this.#row().dernier_le, attentes: this.#all() };
  }

  /** The person wants to be reminded, or not. */
  turn(on: boolean, now: number): void {
    run(this.#sql, "UPDATE rappels SET actifs = ?", on ? 1 : 0);
    if (on && this.#news().length > 0) this.#ring(this.#next(now));
  }

  /**
   * At the alarm, inside a transaction: what a mail says now, which counts as said; null when there is nothing new, or not
   * yet, or the person wants none.
   */
  due(now: number): readonly ToldAttentes[] | null {
    const { actifs, dernier_le: last } = this.#row();
    if (actifs === 0 || this.#news().length === 0) return null;
    if (last !== null && now < last + DAY_MS) {
      this.#ring(last + DAY_MS);
      return null;
    }
    const all = this.#all();
    const said = all.flatMap(keysOf);
    run(this.#sql, "UPDATE rappels SET dernier_le = ?, rappelees = ?", now, JSON.stringify(said));
    return all.filter(({ attentes }) => attentes.length > 0);
  }

  #next(now: number): number {
    const last = this.#row().dernier_le;
    return Math.max(now + SETTLE_MS, last === null ? 0 : last + DAY_MS);
  }

  /** What no mail said yet. */
  #news(): string[] {
    const said = new Set(JSON.parse(this.#row().rappelees) as string[]);
    return this.#all()
      .flatMap(keysOf)
      .filter((key) => !said.has(key));
  }

  #all(): ToldAttentes[] {
    // Written by `hear` alone, whose type this is.
    return rows<{ dites: string }>(this.#sql, "SELECT dites FROM attentes ORDER BY contrat").map(
      ({ dites }) => JSON.parse(dites) as ToldAttentes,
    );
  }

  #row(): Row {
    const row = firstRow<Row>(this.#sql, "SELECT actifs, dernier_le, rappelees FROM rappels");
    if (row === null) throw new Error("an account without its row of reminders");
    return row;
  }
}

function keysOf({ contrat, attentes }: ToldAttentes): string[] {
  return attentes.map(({ quoi, fiche, version }: AwaitedFiche) => `${contrat.id}/${fiche.id}/${quoi}/${version}`);
}
