import * as Y from "yjs";
import type { AccountId } from "../../shared/ids.ts";
import { TEXT_MAX } from "../../shared/protocol/limits.ts";
import { ok } from "../../shared/result.ts";
import { compare } from "../../worker/fiche/history/compare.ts";
import { readFrozen } from "../../worker/fiche/history/frozen-sheet.ts";
import { replay } from "../../worker/fiche/history/replay.ts";
import { bringBack } from "../../worker/fiche/history/restoring.ts";
import { quantiles } from "../harness/quantiles.ts";
import { SeededRandom } from "../harness/random.ts";
import { SimulatedRoom } from "../harness/simulated-room.ts";

const ALINE = "a1ne000000000000" as AccountId;
const BACHIR = "bach000000000000" as AccountId;
const LETTERS = 400_000;
/** Different words of a long text. */
const DIFFERENT = 60_000;
const PIECES = [5_000, 20_000];

/**
 * Long work by its steps, in milliseconds of this thread, whoever else has the machine: everybody who writes waits for the
 * longest.
 */
interface Steps {
  readonly total: number;
  readonly count: number;
  readonly p99: number;
  readonly longest: number;
}

/** A restoration: its steps without the last, in which all that was prepared is judged, applied and kept at once. */
interface Restored extends Steps {
  /** What the text is made of, in Yjs. */
  readonly structs: number;
  readonly written: number;
}

/** What the longest that can be asked of the past of one text costs those who write in it: in Node, without the platform. */
export interface LongSteps {
  /** Of so many letters, all written again: in one paragraph, and in two hundred. */
  readonly rewritten: readonly Steps[];
  /** Of a text as large as a text may be, in as many pieces as words. */
  readonly moment: Steps;
  readonly restored: readonly Restored[];
}

/** Works all of it out twice: what was just compiled is compiled better the second time. */
export function longSteps(): LongSteps {
  measure();
  return measure();
}

function measure(): LongSteps {
  const rewritten = [1, 200].map((paragraphs) => {
    const author = new Author();
    const then = author.write(LETTERS / paragraphs, paragraphs, paragraphs);
    author.take(BACHIR, 3_000_000_002);
    author.store(({ doc }) => doc.getXmlFragment("constats").delete(0, paragraphs));
    const now = author.write(LETTERS / paragraphs, paragraphs, paragraphs);
    return stepsOf(compare(author.room.log(), then, now)).steps;
  });
  const restored = [...PIECES, Number.POSITIVE_INFINITY].map((pieces) => restoredAt(pieces));
  const moment = restored.at(-1)?.moment;
  if (moment === undefined) throw new Error("nothing was restored");
  return { rewritten, moment, restored: restored.map(({ steps }) => steps) };
}

/** Somebody takes half of a text of so many pieces away, and brings it back. */
function restoredAt(pieces: number): { readonly steps: Restored; readonly moment: Steps } {
  const author = new Author();
  const { room } = author;
  for (let made = 0; made < pieces && author.stored < TEXT_MAX; made += 30 * 50) author.mark(50, 10);
  const then = room.lastRow();
  const lines = author.doc.getXmlFragment("constats");
  for (let at = lines.length - 1; at > 0; at -= 200) {
    author.store(() => {
      for (let index = at; index > Math.max(0, at - 200); index -= 2) lines.delete(index, 1);
    });
  }
  const moment = stepsOf(replay(room.log(), [then], readFrozen)).steps;
  let written = 0;
  const parts = {
    log: room.log(),
    sources: room.sources,
    doc: () => room.room.text().doc,
    write: (...asked: Parameters<typeof room.room.write>) => {
      const begun = worked();
      const done = room.room.write(...asked);
      written = worked() - begun;
      return done;
    },
    masques: () => [],
  };
  const { steps, done } = stepsOf(bringBack(parts, BACHIR, then, null, () => ok(null)));
  if (!done.ok) throw new Error(`not brought back: ${done.code}`);
  const structs = [...room.room.text().doc.store.clients.values()].reduce((sum, { length }) => sum + length, 0);
  return { steps: { ...steps, structs, written: Math.round(written) }, moment };
}

/** Who writes a text, and stores it as it comes. */
class Author {
  readonly room = new SimulatedRoom(new SeededRandom(1));
  readonly #random = new SeededRandom(2);
  #person = ALINE;
  #at = 1_600_000_000_000;
  #made: Uint8Array[] = [];
  doc = new Y.Doc();
  stored = 0;

  constructor() {
    this.take(ALINE, 3_000_000_001);
  }

  /** Somebody goes on with the text. */
  take(person: AccountId, client: number): void {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(this.doc));
    doc.clientID = client;
    doc.on("update", (update: Uint8Array) => this.#made.push(update));
    this.doc = doc;
    this.#person = person;
  }

  store(write: (author: this) => void): void {
    this.doc.transact(() => write(this));
    const bytes = Y.mergeUpdates(this.#made);
    this.#made = [];
    this.stored += bytes.length;
    this.#at += 1_000;
    this.room.room.seed([{ author: this.#person, client: this.doc.clientID, at: this.#at, bytes }]);
  }

  /** Paragraphs of so many letters; the number of the last update. */
  write(letters: number, paragraphs: number, atOnce: number): number {
    for (let made = 0; made < paragraphs; made += atOnce) {
      this.store(() => this.#add(Array.from({ length: atOnce }, () => new Y.XmlText(this.#prose(letters)))));
    }
    return this.room.lastRow();
  }

  /** Paragraphs of words, every other in italics. */
  mark(paragraphs: number, words: number): void {
    const marked = () => {
      const text = new Y.XmlText();
      text.applyDelta(
        Array.from({ length: words }, (_, index) => ({ insert: "mot", attributes: index % 2 === 0 ? { em: {} } : {} })),
      );
      return text;
    };
    this.store(() => this.#add(Array.from({ length: paragraphs }, marked)));
  }

  #add(texts: readonly Y.XmlText[]): void {
    const lines = this.doc.getXmlFragment("constats");
    const made = texts.map((text) => {
      const line = new Y.XmlElement("paragraph");
      line.insert(0, [text]);
      return line;
    });
    lines.insert(lines.length, made);
  }

  #prose(letters: number): string {
    let text = "";
    while (text.length < letters) text += `mot${this.#random.below(DIFFERENT)} `;
    return text.slice(0, letters);
  }
}

function stepsOf<Done>(work: Generator<undefined, Done>): { readonly steps: Steps; readonly done: Done } {
  const all: number[] = [];
  for (;;) {
    const begun = worked();
    const step = work.next();
    const took = worked() - begun;
    if (step.done !== true) {
      all.push(took);
      continue;
    }
    const total = Math.round(all.reduce((sum, each) => sum + each, took));
    const { p99 } = quantiles(all);
    return { steps: { total, count: all.length, p99, longest: Math.round(Math.max(...all)) }, done: step.value };
  }
}

/** Milliseconds that this thread has worked. */
function worked(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}
