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

/** Statement for how often the next mail was tried in vain, for the account's fifth migration. */
export const TRIES_COLUMN = "ALTER TABLE rappels ADD COLUMN essais INTEGER NOT NULL DEFAULT 0";

/** What is undone at once, or done in a row, makes one mail. */
const SETTLE_MS = 5 * 60_000;
/** At most one mail in so long. */
const DAY_MS = 24 * 3_600_000;
/** After each try that certainly failed, how long until the next; then a day. */
const AGAIN_MS = [10 * 60_000, 3_600_000, 4 * 3_600_000];

type Row = { actifs: number; dernier_le: number | null; rappelees: string; essais: number };

/** A mail that is about to leave. */
export interface Reminder {
  /** What it says. */
  readonly told: readonly ToldAttentes[];
  /** When the one before left, in milliseconds since 1970. */
  readonly before: number | null;
}

/** What came of one. */
export type ReminderFate =
  /** It left, or nobody at that address will ever get it. */
  | "finie"
  /** Nobody knows whether it left. */
  | "douteuse"
  /** It certainly did not leave, and may later. */
  | "a_refaire"
  /** This instance sends no mail. */
  | "sans_courriel";

/** What is kept of reminders, as an account that is joined to another leaves it to that one. */
export interface InheritedReminders {
  readonly actifs: boolean;
  readonly dernierLe: number | null;
  readonly rappelees: readonly string[];
}

/**
 * What waits for this person in their contrats, and when a mail says so: once something new waits, and once a day at most.
 * What a mail said is not said again while it waits. A mail is made when it leaves, of what waits then.
 */
export class Reminders {
  readonly #sql: SqlStorage;
  readonly #ring: (at: number | null) => void;
  readonly #contrats: () => readonly ContratId[];

  /**
   * @param ring has `begin` called at this time at the latest, in milliseconds since 1970; null: no more
   * @param contrats those that the person is of: nothing is said of others, whatever comes late
   */
  constructor(sql: SqlStorage, ring: (at: number | null) => void, contrats: () => readonly ContratId[]) {
    this.#sql = sql;
    this.#ring = ring;
    this.#contrats = contrats;
  }

  /** A contrat says what waits for the person there; a number not above the last one heard is passed over. */
  hear(number: number, told: ToldAttentes, now: number): void {
    const { id } = told.contrat;
    const before = firstRow<{ number: number }>(this.#sql, "SELECT number FROM attentes WHERE contrat = ?", id);
    if (before !== null && before.number >= number) return;
    run(this.#sql, "INSERT OR REPLACE INTO attentes VALUES (?, ?, ?)", id, number, JSON.stringify(told));
    // What waits no more is new should it wait again.
    const still = new Set(keysOf(told));
    this.#keepSaid(this.#said().filter((key) => !key.startsWith(`${id}/`) || still.has(key)));
    this.look(now);
  }

  /** The person is of this contrat no more. */
  forget(contrat: ContratId, now: number): void {
    run(this.#sql, "DELETE FROM attentes WHERE contrat = ?", contrat);
    this.#keepSaid(this.#said().filter((key) => !key.startsWith(`${contrat}/`)));
    this.look(now);
  }

  /** Whether the person wants to be reminded. */
  areOn(): boolean {
    return this.#row().actifs === 1;
  }

  /** Everything kept here, for whoever asks what is kept about them. */
  kept(): OwnRappels {
    return { actifs: this.areOn(), dernierLe: this.#row().dernier_le, attentes: this.#heard() };
  }

  /** The person wants to be reminded, or not. */
  turn(on: boolean, now: number): void {
    run(this.#sql, "UPDATE rappels SET actifs = ?", on ? 1 : 0);
    this.look(now);
  }

  /** Whether there is something to say may have changed: a clock runs for it, or none does. */
  look(now: number): void {
    if (!this.#hasNews()) {
      this.#ring(null);
      return;
    }
    const last = this.#last(now);
    this.#ring(Math.max(now + SETTLE_MS, last === null ? 0 : last + DAY_MS));
  }

  /**
   * At the alarm, inside a transaction: the mail that leaves now; null when there is nothing new, or not yet, or the person
   * wants none. Its day is taken by that: should the object die while it sends, nobody gets two.
   */
  begin(now: number): Reminder | null {
    if (!this.#hasNews()) return null;
    const before = this.#last(now);
    if (before !== null && now < before + DAY_MS) {
      this.#ring(before + DAY_MS);
      return null;
    }
    run(this.#sql, "UPDATE rappels SET dernier_le = ?", now);
    this.#ring(now + DAY_MS);
    return { told: this.#current().filter(({ attentes }) => attentes.length > 0), before };
  }

  /** What came of it; inside a transaction. */
  end({ told, before }: Reminder, fate: ReminderFate, now: number): void {
    const { essais } = this.#row();
    const again = fate === "a_refaire" ? AGAIN_MS[essais] : undefined;
    if (again !== undefined) {
      run(this.#sql, "UPDATE rappels SET dernier_le = ?, essais = essais + 1", before);
      if (this.#hasNews()) this.#ring(now + again);
      return;
    }
    // Its day stays taken, unless it was never tried.
    run(this.#sql, "UPDATE rappels SET essais = 0");
    if (fate === "finie") {
      const waiting = new Set(this.#current().flatMap(keysOf));
      const said = told.flatMap(keysOf).filter((key) => waiting.has(key));
      this.#keepSaid([...new Set([...this.#said(), ...said])]);
      this.look(now);
    }
    if (fate === "sans_courriel") {
      run(this.#sql, "UPDATE rappels SET dernier_le = ?", before);
      // It would wake for nothing: what comes next has it tried.
      this.#ring(null);
    }
  }

  /** What an account that is joined to this one leaves to it. */
  bequeathed(): InheritedReminders {
    const { actifs, dernier_le: dernierLe } = this.#row();
    return { actifs: actifs === 1, dernierLe, rappelees: this.#said() };
  }

  /** That account was this person's too: its mails were theirs, and whoever stopped them there stopped them. */
  inherit({ actifs, dernierLe, rappelees }: InheritedReminders, now: number): void {
    if (!actifs) run(this.#sql, "UPDATE rappels SET actifs = 0");
    if (dernierLe !== null)
      run(this.#sql, "UPDATE rappels SET dernier_le = max(coalesce(dernier_le, 0), ?)", dernierLe);
    this.#keepSaid([...new Set([...this.#said(), ...rappelees])]);
    this.look(now);
  }

  /** When the last mail left. One that left later than now did so by a clock that was wrong: it counts as of now. */
  #last(now: number): number | null {
    run(this.#sql, "UPDATE rappels SET dernier_le = ?1 WHERE dernier_le > ?1", now);
    return this.#row().dernier_le;
  }

  /** Whether the person wants to hear of something that no mail said yet. */
  #hasNews(): boolean {
    if (!this.areOn()) return false;
    const said = new Set(this.#said());
    return this.#current().some((told) => keysOf(told).some((key) => !said.has(key)));
  }

  #said(): string[] {
    // Written by `#keepSaid` alone.
    return JSON.parse(this.#row().rappelees) as string[];
  }

  #keepSaid(keys: readonly string[]): void {
    run(this.#sql, "UPDATE rappels SET rappelees = ?", JSON.stringify(keys));
  }

  /** What waits in the contrats that the person is of. */
  #current(): ToldAttentes[] {
    const contrats = new Set(this.#contrats());
    return this.#heard().filter(({ contrat }) => contrats.has(contrat.id));
  }

  #heard(): ToldAttentes[] {
    // Written by `hear` alone, whose type this is.
    return rows<{ dites: string }>(this.#sql, "SELECT dites FROM attentes ORDER BY contrat").map(
      ({ dites }) => JSON.parse(dites) as ToldAttentes,
    );
  }

  #row(): Row {
    const row = firstRow<Row>(this.#sql, "SELECT actifs, dernier_le, rappelees, essais FROM rappels");
    if (row === null) throw new Error("an account without its row of reminders");
    return row;
  }
}

function keysOf({ contrat, attentes }: ToldAttentes): string[] {
  return attentes.map(({ quoi, fiche, version }: AwaitedFiche) => `${contrat.id}/${fiche.id}/${quoi}/${version}`);
}
