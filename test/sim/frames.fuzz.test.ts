import { expect, it, vi } from "vitest";
import * as Y from "yjs";
import { TEXT_SECTIONS } from "../../shared/editor/sections.ts";
import type { AccountId } from "../../shared/ids.ts";
import { LiveDoc } from "../../worker/live/live-doc.ts";
import { SeededRandom } from "../harness/random.ts";
import { addParagraph, RawPage } from "../harness/raw-page.ts";
import { type Link, SimulatedRoom } from "../harness/simulated-room.ts";
import { FrameMaker } from "./frame-maker.ts";
import { misfits, readable, untidied } from "./read-text.ts";
import { FRAMES_ONCE_FAILED, seedsToRun } from "./seeds.ts";

const FRAMES = Number(process.env["FRAMES"] ?? 10_000);
/** Frames of one text: a new one begins before it is so large that most of the time goes into comparing it. */
const FRAMES_OF_A_TEXT = 2_500;
/** A frame that takes longer has hung: hundreds of times what the slowest takes. */
const HANGS_MS = 2_000;
const HONEST = "hnt0000000000000" as AccountId;
/** A hostile person opens so few pages before another one comes. */
const PAGES_OF_A_PERSON = 6;

it(
  "whatever a page sends, the server stores a change that everybody ends with alike, or nothing",
  () => {
    const total = { sent: 0, refused: 0, stored: 0, knownAlready: 0, unanswered: 0, slowest: 0 };
    const refusals = new Map<string, number>();
    for (const seed of seedsToRun(Math.ceil(FRAMES / FRAMES_OF_A_TEXT), FRAMES_ONCE_FAILED)) {
      const run = new Fuzz(seed, refusals);
      const frames = Math.min(FRAMES, FRAMES_OF_A_TEXT);
      for (let i = 0; i < frames; i++) run.sendOne(i);
      run.end();
      total.sent += frames;
      total.refused += run.counts.refused;
      total.stored += run.counts.stored;
      total.knownAlready += run.counts.knownAlready;
      total.unanswered += run.counts.unanswered;
      total.slowest = Math.max(total.slowest, run.slowest);
    }
    console.log(
      `· fuzz: of ${total.sent} frames ${total.refused} refused, ${total.stored} still a valid change and stored, ` +
        `${total.knownAlready} brought nothing, ${total.unanswered} were no update; ` +
        `the slowest took ${total.slowest.toFixed(0)} ms`,
    );
    const byCode = [...refusals].sort(([, a], [, b]) => b - a).map(([code, count]) => `${code} ${count}`);
    console.log(`· fuzz: ${byCode.join(", ")}`);
    // The run was worth something.
    expect(total.stored).toBeGreaterThan(total.sent / 50);
    expect(total.refused).toBeGreaterThan(total.sent / 4);
  },
  60_000 + FRAMES * 20,
);

/** Somebody hostile beside somebody honest, in one text. */
class Fuzz {
  readonly #seed: number;
  readonly #random: SeededRandom;
  readonly #refusals: Map<string, number>;
  readonly #server: SimulatedRoom;
  /** Fed by what the server tells. */
  readonly #honest = new RawPage(1);
  /** The text as its rows make it, one by one: what a reader of the log would have. */
  readonly #replayed = untidied(new Y.Doc());
  /** The same for a page that may undo, and therefore collects nothing. */
  readonly #hoarding = untidied(new Y.Doc({ gc: false }));
  readonly #maker: FrameMaker;
  readonly counts = { stored: 0, knownAlready: 0, refused: 0, unanswered: 0 };
  /** Milliseconds. */
  slowest = 0;
  #link: Link;
  /** Another page of the same person, so that one update may bring structs of two ids. */
  #twin: Link | null = null;
  #lastClient = 1_000;
  /** The state as the last frame left it, where nothing happened since. */
  #known: State | null = null;

  constructor(seed: number, refusals: Map<string, number>) {
    this.#seed = seed;
    this.#refusals = refusals;
    this.#random = new SeededRandom(seed);
    this.#maker = new FrameMaker(this.#random, this.#replayed);
    this.#server = new SimulatedRoom(this.#random);
    this.#server.connect(this.#honest, HONEST);
    for (const section of TEXT_SECTIONS) addParagraph(this.#honest.doc, section, `Le début de ${section}.`);
    this.#quiet();
    this.#link = this.#arrive();
    for (const { bytes } of this.#server.log().read()) this.#apply(bytes);
  }

  sendOne(index: number): void {
    const random = this.#random;
    if (this.#link.gone) {
      this.#server.cut(this.#link);
      this.#link = this.#arrive();
      this.#known = null;
    }
    this.#server.rest(200);
    // Now and then as a page makes it, so that there is more and more to do harm to.
    const isHonest = random.chance(0.15);
    const sender = { link: this.#link, twin: this.#twin };
    const frame = isHonest ? this.#maker.real(sender) : this.#maker.hostile(sender);
    const blame = (what: string) =>
      `seed ${this.#seed}, frame ${index}: ${what}: ${Buffer.from(frame).toString("hex").slice(0, 2_000)}`;
    const before = this.#known ?? this.#state();
    const { page } = this.#link;
    const refusals = page.refusals.length;
    const acked = page.acked;
    const errors = vi.spyOn(console, "error").mockImplementation(() => {});
    const start = performance.now();
    try {
      this.#server.room.receive(this.#link, frame);
      this.#server.room.text();
    } catch (error) {
      throw new Error(blame("an exception escaped"), { cause: error });
    }
    const took = performance.now() - start;
    this.slowest = Math.max(this.slowest, took);
    if (took > HANGS_MS) throw new Error(blame(`it took ${took} ms`));
    // An update that was admitted and then could not be applied says so there.
    expect(errors.mock.calls, blame("an exception inside")).toEqual([]);
    errors.mockRestore();
    this.#quiet();

    const after = this.#state();
    this.#known = after;
    const refused = page.refusals.slice(refusals).map(({ code }) => code);
    for (const code of refused) this.#refusals.set(code, (this.#refusals.get(code) ?? 0) + 1);
    if (isHonest) expect(refused, blame("a gesture was refused")).toEqual([]);
    if (after.rows > before.rows) {
      this.counts.stored += isHonest ? 0 : 1;
      expect(refused, blame("stored and refused")).toEqual([]);
      for (let row = before.rows + 1; row <= after.rows; row++) this.#replay(row, blame);
    } else {
      expect(after.text.equals(before.text), blame("nothing stored, and the text is another")).toBe(true);
      if (refused.length > 0) {
        this.counts.refused += 1;
        expect(after.changes, blame("refused and stored")).toBe(before.changes);
      } else if (page.acked > acked) {
        this.counts.knownAlready += 1;
      } else {
        this.counts.unanswered += 1;
      }
    }
    const sleeps = random.chance(0.01);
    const isPacked = index % 250 === 249;
    if (index % 50 === 49) this.#compare(blame);
    if (sleeps) this.#server.sleep();
    if (isPacked) {
      this.#server.pack();
      this.#compare(blame);
    }
    if (sleeps || isPacked) this.#known = null;
  }

  end(): void {
    expect(this.#honest.refusals).toEqual([]);
    this.#compare((what) => `seed ${this.#seed}, at the end: ${what}`);
  }

  #arrive(): Link {
    const person = Math.floor((this.#lastClient - 1_000) / PAGES_OF_A_PERSON);
    const account = `hst${String(person).padStart(13, "0")}` as AccountId;
    if (this.#twin?.passenger.account !== account) {
      if (this.#twin !== null) this.#server.cut(this.#twin);
      this.#twin = this.#server.connect(new RawPage(500_000 + this.#lastClient), account);
    }
    const page = new RawPage(this.#lastClient);
    const link = this.#server.connect(page, account);
    // Its frames are made beside it: it would take them for those of another page with its id.
    page.doc.clientID = 0;
    this.#lastClient += 1;
    this.#quiet();
    return link;
  }

  #replay(row: number, blame: (what: string) => string): void {
    const bytes = this.#server.log().bytesOf(row);
    if (bytes === null) throw new Error(blame("a row is missing"));
    this.#apply(bytes);
    const { pendingStructs, pendingDs } = this.#replayed.store;
    expect([pendingStructs, pendingDs], blame("a row that waits for another")).toEqual([null, null]);
  }

  #apply(bytes: Uint8Array): void {
    Y.applyUpdate(this.#replayed, bytes);
    Y.applyUpdate(this.#hoarding, bytes);
  }

  /** Whoever has the text, however it came to them, has the same. */
  #compare(blame: (what: string) => string): void {
    const live = this.#server.room.text().doc;
    expect(misfits(live), blame("no sheet any more")).toEqual([]);
    const expected = readable(live);
    const others: Record<string, Y.Doc> = {
      "a page that was there all along": this.#honest.doc,
      "the rows one by one": this.#replayed,
      "the rows one by one, nothing collected": this.#hoarding,
      "the log from its beginning": new LiveDoc(this.#server.log().read()).doc,
      "the log as an object wakes with it": new LiveDoc(this.#server.log().readText()).doc,
      "a page that comes now": new LiveDoc([{ bytes: Y.encodeStateAsUpdate(live) }]).doc,
    };
    for (const [who, doc] of Object.entries(others))
      expect(readable(doc), blame(`${who}: another text`)).toEqual(expected);
  }

  #state(): State {
    const text = Buffer.from(Y.encodeStateAsUpdate(this.#server.room.text().doc));
    return { rows: this.#server.lastRow(), changes: this.#server.changes(), text };
  }

  #quiet(): void {
    while (this.#server.step());
  }
}

interface State {
  readonly rows: number;
  /** Rows of any table ever changed. */
  readonly changes: number;
  readonly text: Buffer;
}
