import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { Adresse } from "../../../shared/domain/adresse.ts";
import { type Mail, MailError } from "../../../worker/mail/mail.ts";
import { MAILS_TABLES, MailQueue } from "../../../worker/mail/queue.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const aline = "aline@sante.example" as Adresse;
const hello: Mail = { to: aline, subject: "Bonjour", text: "Le mot de passe est sésame.\n" };

/** A queue over a real storage, with the network and the time in the hands of the test. */
interface Bench {
  readonly queue: MailQueue;
  readonly sql: SqlStorage;
  readonly sent: Mail[];
  readonly rung: (number | null)[];
  now: number;
  /** What the next sendings meet. */
  weather: () => Promise<void>;
  due(): Promise<void>;
}

let objects = 0;

function onBench(test: (bench: Bench) => Promise<void>): Promise<void> {
  objects += 1;
  // An object that keeps nothing of its own lends its storage.
  const stub = env.SEUIL.getByName(`banc-${objects}`);
  return runInDurableObject(stub, async (_, { storage: { sql } }) => {
    for (const statement of MAILS_TABLES) sql.exec(statement);
    const sent: Mail[] = [];
    const rung: (number | null)[] = [];
    const queue = new MailQueue(sql, {
      send: async (mail) => {
        await bench.weather();
        sent.push(mail);
      },
      ring: (at) => rung.push(at),
      chance: () => 0,
    });
    const bench: Bench = {
      queue,
      sql,
      sent,
      rung,
      now: 1_000_000,
      weather: () => Promise.resolve(),
      due: () => queue.sendDue(() => bench.now),
    };
    await test(bench);
  });
}

const storm = () => Promise.reject(new MailError("injoignable", true, "no answer"));

describe("a mail in the queue", () => {
  it("rings at once, leaves, and nothing of it stays", () =>
    onBench(async (bench) => {
      bench.queue.add("information", hello, bench.now);
      expect(bench.rung).toEqual([bench.now]);
      expect(bench.queue.isEmpty()).toBe(false);
      await bench.due();
      expect(bench.sent).toEqual([hello]);
      expect(bench.queue.all()).toEqual([]);
      for (const table of ["mails", "mail_texts"])
        expect(bench.sql.exec(`SELECT * FROM ${table}`).toArray()).toEqual([]);
      expect(bench.rung.at(-1)).toBeNull();
    }));

  it("is tried five times in a day, later and later, then shown without its words", () =>
    onBench(async (bench) => {
      bench.weather = storm;
      bench.queue.add("invitation", hello, bench.now);
      const began = bench.now;
      const tries: number[] = [];
      for (let i = 0; i < 10; i++) {
        await bench.due();
        tries.push(bench.now - began);
        const next = bench.rung.at(-1);
        if (next === null || next === undefined) break;
        bench.now = next;
      }
      expect(tries.map((at) => at / MINUTE)).toEqual([0, 2, 22, 202, 1402]);
      expect(bench.queue.failures()).toEqual([
        { id: 1, genre: "invitation", destinataire: aline, le: began, raison: "injoignable" },
      ]);
      const [kept] = bench.sql.exec<{ subject: string; body: string }>("SELECT * FROM mail_texts").toArray();
      expect([kept?.subject, kept?.body]).toEqual(["x".repeat(7), "x".repeat(29)]);
      expect(bench.queue.isEmpty()).toBe(true);
      bench.queue.forget(1);
      expect(bench.queue.failures()).toEqual([]);
    }));

  it("leaves when the network is back", () =>
    onBench(async (bench) => {
      bench.weather = storm;
      bench.queue.add("information", hello, bench.now);
      await bench.due();
      bench.weather = () => Promise.resolve();
      bench.now += MINUTE;
      await bench.due();
      expect(bench.sent).toEqual([]);
      bench.now += MINUTE;
      await bench.due();
      expect(bench.sent).toEqual([hello]);
    }));

  it("is not tried again when the recipient was refused for good", () =>
    onBench(async (bench) => {
      bench.weather = () => Promise.reject(new MailError("refuse", false, "550"));
      bench.queue.add("information", hello, bench.now);
      await bench.due();
      expect(bench.queue.failures().map(({ raison }) => raison)).toEqual(["refuse"]);
    }));

  it("is never sent after its time: a code that lapsed helps nobody", () =>
    onBench(async (bench) => {
      bench.weather = storm;
      bench.queue.add("connexion", hello, bench.now, bench.now + 15 * MINUTE);
      await bench.due();
      // A short-lived one comes back in seconds.
      expect(bench.rung.at(-1)).toBe(bench.now + 5_000);
      bench.now += 16 * MINUTE;
      bench.weather = () => Promise.resolve();
      await bench.due();
      expect(bench.sent).toEqual([]);
      expect(bench.queue.failures().map(({ raison }) => raison)).toEqual(["trop_tard"]);
    }));

  it("leaves once though the alarm rings twice while it leaves", () =>
    onBench(async (bench) => {
      let arrive = () => {};
      bench.weather = () => new Promise((resolve) => (arrive = resolve));
      bench.queue.add("information", hello, bench.now);
      const both = [bench.due(), bench.due()];
      arrive();
      await Promise.all(both);
      expect(bench.sent).toEqual([hello]);
    }));

  it("goes on when the object died while it was leaving: an alarm was kept for that", () =>
    onBench(async (bench) => {
      bench.weather = () => new Promise(() => {});
      bench.queue.add("information", hello, bench.now);
      void bench.due();
      expect(bench.rung.at(-1)).toBe(bench.now + MINUTE);
      const after = new MailQueue(bench.sql, {
        send: async (mail) => void bench.sent.push(mail),
        ring: () => {},
        chance: () => 0,
      });
      await after.sendDue(() => bench.now + MINUTE);
      expect(bench.sent).toEqual([hello]);
    }));

  it("does not hold back the others when one is refused", () =>
    onBench(async (bench) => {
      bench.weather = () => (bench.sent.length === 3 ? storm() : Promise.resolve());
      for (let i = 0; i < 8; i++) bench.queue.add("invitation", { ...hello, subject: `Numéro ${i}` }, bench.now);
      await bench.due();
      expect(bench.sent.length).toBeGreaterThanOrEqual(3);
      bench.weather = () => Promise.resolve();
      bench.now += 3 * MINUTE;
      await bench.due();
      expect(bench.sent.map(({ subject }) => subject).sort()).toEqual([...Array(8).keys()].map((i) => `Numéro ${i}`));
    }));

  it("is forgotten a month after it failed", () =>
    onBench(async (bench) => {
      bench.weather = () => Promise.reject(new MailError("refuse", false, "550"));
      bench.queue.add("information", hello, bench.now);
      await bench.due();
      bench.now += 31 * DAY;
      await bench.due();
      expect(bench.queue.all()).toEqual([]);
    }));
});
