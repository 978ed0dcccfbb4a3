import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { AttenteKind } from "../../../shared/domain/attente.ts";
import type { ContratId, DocumentId } from "../../../shared/ids.ts";
import type { ToldAttentes } from "../../../shared/protocol/bodies/attentes.ts";
import { Memberships } from "../../../worker/account/memberships.ts";
import { migrations } from "../../../worker/account/migrations.ts";
import { type ReminderFate, Reminders } from "../../../worker/account/reminders.ts";
import { migrate } from "../../../worker/durable/migrate.ts";
import { SeededRandom } from "../../harness/random.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const [REDON, CORNOUAILLE] = ["redon00000000000", "cornouaille00000"] as ContratId[] as [ContratId, ContratId];

/** The reminders of one person over a real storage, with the time and the way out in the hands of the test. */
class Desk {
  readonly sql: SqlStorage;
  readonly memberships: Memberships;
  reminders: Reminders;
  now = 1_000 * DAY;
  /** When the clock rings next; null: none runs. */
  clock: number | null = null;
  /** What each mail said, « quoi fiche » each. */
  readonly sent: string[][] = [];
  /** When each left, by a clock that never went back. */
  readonly days: number[] = [];
  /** By how much the clock went back in all. */
  ahead = 0;
  fate: ReminderFate = "finie";
  #numbers = 0;

  constructor(sql: SqlStorage) {
    this.sql = sql;
    migrate(sql, migrations);
    this.memberships = new Memberships(sql);
    this.reminders = this.#made();
    for (const contrat of [REDON, CORNOUAILLE]) this.memberships.add(contrat);
  }

  #made(): Reminders {
    return new Reminders(
      this.sql,
      (at) => {
        this.clock = at === null ? null : Math.min(at, this.clock ?? at);
      },
      () => this.memberships.all(),
    );
  }

  /** What was in memory is no more. */
  crash(): void {
    this.reminders = this.#made();
  }

  /** A contrat says that this waits there: « avis_a_donner f1 », and nothing else. */
  waits(contrat: ContratId, ...what: string[]): void {
    this.#numbers += 1;
    this.reminders.hear(this.#numbers, told(contrat, what), this.now);
  }

  /** The clock rings when it said it would; false when none runs. `dies`: before anybody knows what came of the mail. */
  ring(dies = false): boolean {
    if (this.clock === null) return false;
    this.now = Math.max(this.now, this.clock);
    this.clock = null;
    const begun = this.reminders.begin(this.now);
    if (begun === null) return true;
    if (this.fate === "finie" || this.fate === "douteuse") {
      this.sent.push(begun.told.flatMap(({ attentes }) => attentes.map(({ quoi, fiche }) => `${quoi} ${fiche.id}`)));
      this.days.push(this.now + this.ahead);
    }
    if (dies) this.crash();
    else this.reminders.end(begun, this.fate, this.now);
    return true;
  }

  /** The clock rings until none runs, or so long has passed. */
  pass(ms: number): void {
    const until = this.now + ms;
    while (this.clock !== null && this.clock <= until) this.ring();
    this.now = until;
  }
}

function told(contrat: ContratId, what: readonly string[]): ToldAttentes {
  return {
    contrat: { id: contrat, slug: contrat, nom: contrat },
    attentes: what.map((each) => {
      const [quoi, fiche] = each.split(" ");
      const id = fiche as DocumentId;
      return { quoi: quoi as AttenteKind, fiche: { id, numero: "1", intitule: "" }, version: 1, depuis: 1, nombre: 1 };
    }),
  };
}

let desks = 0;

function atDesk(test: (desk: Desk) => void): Promise<void> {
  desks += 1;
  // An object that keeps nothing of its own lends its storage.
  return runInDurableObject(env.SEUIL.getByName(`rappels-${desks}`), (_, { storage }) => test(new Desk(storage.sql)));
}

describe("a reminder", () => {
  it("is one mail for all contrats, of what waits when it leaves", () =>
    atDesk((desk) => {
      desk.waits(REDON, "avis_a_donner f1", "avis_a_donner f2");
      desk.now += MINUTE;
      desk.waits(CORNOUAILLE, "validation f3");
      // She did one of them before it left.
      desk.waits(REDON, "avis_a_donner f2");
      desk.pass(HOUR);
      expect(desk.sent).toEqual([["validation f3", "avis_a_donner f2"]]);
      expect(desk.clock).toBeNull();
    }));

  it("does not leave, and no clock runs, once nothing waits, or nothing that was not said", () =>
    atDesk((desk) => {
      desk.waits(REDON, "avis_a_donner f1");
      expect(desk.clock).toBe(desk.now + 5 * MINUTE);
      desk.waits(REDON);
      expect(desk.clock).toBeNull();
      desk.waits(REDON, "avis_a_donner f1");
      desk.pass(HOUR);
      desk.waits(REDON, "avis_a_donner f1");
      expect(desk.clock).toBeNull();
      desk.waits(CORNOUAILLE, "validation f3");
      expect(desk.clock).toBe((desk.days[0] ?? 0) + DAY);
      desk.waits(CORNOUAILLE);
      expect(desk.clock).toBeNull();
      expect(desk.sent).toHaveLength(1);
    }));

  it("says again what waited no more and then waited again", () =>
    atDesk((desk) => {
      desk.waits(REDON, "reserve_a_repondre f1");
      desk.pass(HOUR);
      desk.waits(REDON);
      desk.pass(3 * DAY);
      desk.waits(REDON, "reserve_a_repondre f1");
      desk.pass(HOUR);
      expect(desk.sent).toHaveLength(2);
    }));

  it("says nothing of a contrat that the person left, whatever comes late", () =>
    atDesk((desk) => {
      desk.waits(REDON, "avis_a_donner f1");
      desk.memberships.remove(REDON);
      desk.reminders.forget(REDON, desk.now);
      expect(desk.clock).toBeNull();
      desk.waits(REDON, "avis_a_donner f1");
      expect(desk.clock).toBeNull();
      // Unless it came before the news that they are of it.
      desk.memberships.add(REDON);
      desk.reminders.look(desk.now);
      desk.pass(HOUR);
      expect(desk.sent).toEqual([["avis_a_donner f1"]]);
    }));

  it("is for who wants it: stopped, no clock runs; wanted again, it says what was not said", () =>
    atDesk((desk) => {
      desk.waits(REDON, "avis_a_donner f1");
      desk.reminders.turn(false, desk.now);
      expect(desk.clock).toBeNull();
      desk.waits(REDON, "avis_a_donner f1", "avis_a_donner f2");
      expect(desk.clock).toBeNull();
      desk.reminders.turn(true, desk.now);
      desk.pass(HOUR);
      expect(desk.sent).toEqual([["avis_a_donner f1", "avis_a_donner f2"]]);
    }));

  it("leaves once a day at most, whatever the object and its clock do", () =>
    atDesk((desk) => {
      const random = new SeededRandom(12_345);
      for (let step = 0; step < 3_000; step++) {
        desk.fate = random.pick(["finie", "douteuse", "a_refaire", "finie"] as const);
        const what = ["f1", "f2", "f3", "f4"].filter(() => random.chance(0.5)).map((fiche) => `avis_a_donner ${fiche}`);
        if (random.chance(0.5)) desk.waits(random.chance(0.5) ? REDON : CORNOUAILLE, ...what);
        if (random.chance(0.1)) desk.crash();
        if (random.chance(0.7)) desk.ring(random.chance(0.2));
        // A clock that was ahead is put right: no time passes by that.
        if (random.chance(0.02)) {
          const back = random.below(40 * DAY);
          desk.now -= back;
          desk.ahead += back;
        }
        desk.now += random.below(3 * HOUR);
      }
      expect(desk.sent.length).toBeGreaterThan(50);
      for (const [index, day] of desk.days.entries()) {
        const before = desk.days[index - 1];
        if (before !== undefined) expect(day - before).toBeGreaterThanOrEqual(DAY);
      }
    }));

  it("is not silenced for years by a clock that was ahead", () =>
    atDesk((desk) => {
      desk.now += 1_000 * DAY;
      desk.waits(REDON, "avis_a_donner f1");
      desk.pass(HOUR);
      desk.now -= 1_000 * DAY;
      desk.waits(REDON, "avis_a_donner f2");
      desk.pass(23 * HOUR);
      expect(desk.sent).toHaveLength(1);
      desk.pass(2 * HOUR);
      expect(desk.sent).toHaveLength(2);
    }));

  it("goes a day later where the object died while it left: one might have gone already", () =>
    atDesk((desk) => {
      desk.waits(REDON, "avis_a_donner f1");
      desk.ring(true);
      expect(desk.clock).toBe(desk.now + DAY);
      desk.waits(REDON, "avis_a_donner f1", "avis_a_donner f2");
      desk.pass(23 * HOUR);
      expect(desk.sent).toHaveLength(1);
      desk.pass(2 * HOUR);
      expect(desk.sent).toEqual([["avis_a_donner f1"], ["avis_a_donner f1", "avis_a_donner f2"]]);
      expect(desk.clock).toBeNull();
    }));

  it("is made again, of what waits then, when it certainly did not leave: after minutes, hours, then the next day", () =>
    atDesk((desk) => {
      desk.fate = "a_refaire";
      desk.waits(REDON, "avis_a_donner f1");
      const began = desk.now;
      const tries: number[] = [];
      for (let count = 0; count < 5; count++) {
        desk.ring();
        tries.push((desk.now - began) / MINUTE);
      }
      expect(tries).toEqual([5, 15, 75, 315, 315 + 24 * 60]);
      desk.waits(REDON, "avis_a_donner f2");
      desk.fate = "finie";
      desk.pass(HOUR);
      expect(desk.sent).toEqual([["avis_a_donner f2"]]);
      expect(desk.clock).toBeNull();
    }));

  it("runs no clock where the instance sends no mail, and leaves with the next news once it does", () =>
    atDesk((desk) => {
      desk.fate = "sans_courriel";
      desk.waits(REDON, "avis_a_donner f1");
      desk.ring();
      expect(desk.clock).toBeNull();
      desk.fate = "finie";
      desk.waits(REDON, "avis_a_donner f1", "avis_a_donner f2");
      desk.pass(HOUR);
      expect(desk.sent).toEqual([["avis_a_donner f1", "avis_a_donner f2"]]);
    }));

  it("of an account that was joined to another was the same person's", () =>
    atDesk((desk) => {
      desk.reminders.inherit(
        { actifs: true, dernierLe: desk.now, rappelees: [`${REDON}/f1/avis_a_donner/1`] },
        desk.now,
      );
      desk.waits(REDON, "avis_a_donner f1");
      expect(desk.clock).toBeNull();
      desk.waits(REDON, "avis_a_donner f1", "avis_a_donner f2");
      expect(desk.clock).toBe(desk.now + DAY);
      desk.reminders.inherit({ actifs: false, dernierLe: null, rappelees: [] }, desk.now);
      expect([desk.reminders.areOn(), desk.clock]).toEqual([false, null]);
    }));
});
