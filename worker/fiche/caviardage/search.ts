import * as Y from "yjs";
import type { MaskedPlace } from "../../../shared/domain/version.ts";
import { ENGAGEMENT, type EngagementPart } from "../../../shared/editor/canonical.ts";
import { FICHE_PLACES, isSentence, type Place } from "../../../shared/editor/sections.ts";
import { decodeStored, type Id, type Range, type Struct } from "../../live/bounded-decoder.ts";
import { tidyNothing } from "../../live/live-doc.ts";
import { RangeSet } from "../../live/range-set.ts";
import { encodeUpdate } from "../../live/update-encoder.ts";
import { idsOf, type Line, type LineOwner, lineOf, linesOf, touchedLines } from "./lines.ts";
import type { Occurrence, Words } from "./words.ts";

/** Letters that show, with those around. */
export interface Shown {
  readonly ids: readonly Range[];
  readonly avant: string;
  readonly mots: string;
  readonly apres: string;
}

/** Where some words were ever written in the sheet. */
export interface Found {
  /** Every letter of them, and the addresses of links that hold them. */
  readonly letters: RangeSet;
  /** Those that show now, in the order of the text. */
  readonly shown: readonly Shown[];
  /** Addresses of links that hold them, and that stand now. */
  readonly links: readonly Range[];
  /** How many times they were written. */
  readonly times: number;
  /** Other parts that hold or held them. */
  readonly elsewhere: readonly EngagementPart[];
}

/** Letters that are shown around those that were found. */
const AROUND = 60;

/**
 * Looks for words in everything that a part of the sheet ever was: the log is replayed with nothing dropped, and each line
 * that a row touches is read after it, also before the row's own deletions; what one page wrote in one go is read as it was
 * written, wherever it went; and what was deleted, as it lies behind the text.
 */
export class Search {
  readonly #words: Words;
  readonly #part: MaskedPlace;
  readonly #placeOf: (id: Id) => Place | null;
  readonly #doc = new Y.Doc({ gc: false });
  readonly #roots: readonly { readonly part: EngagementPart; readonly root: Y.XmlFragment | Y.Text }[];
  readonly #found: Range[] = [];
  readonly #links: Range[] = [];
  readonly #elsewhere = new Set<EngagementPart>();
  readonly #typed: Typed;

  /**
   * @param part what is not of the sheet holds no letter of it: all that is found is elsewhere
   * @param placeOf the part in which a letter was written; null: nobody remembers, since its paragraph was gone
   */
  constructor(words: Words, part: MaskedPlace, placeOf: (id: Id) => Place | null) {
    this.#words = words;
    this.#part = part;
    this.#placeOf = placeOf;
    this.#typed = new Typed(words);
    for (const section of FICHE_PLACES.sections) this.#doc.getXmlFragment(section);
    for (const sentence of FICHE_PLACES.sentences) this.#doc.getText(sentence);
    this.#roots = ENGAGEMENT.map((each) => ({ part: each, root: rootOf(this.#doc, each) }));
    tidyNothing(this.#doc);
    this.#doc.on("afterTransaction", (transaction: Y.Transaction) => this.#look(transaction));
  }

  /** One more row of the log. */
  add(bytes: Uint8Array): void {
    const { structs, deletes } = decodeStored(bytes);
    for (const struct of structs) this.#readStruct(struct);
    if (structs.length === 0 || deletes.length === 0) {
      Y.applyUpdate(this.#doc, bytes);
      return;
    }
    Y.applyUpdate(this.#doc, encodeUpdate({ structs, deletes: [] }));
    Y.applyUpdate(this.#doc, encodeUpdate({ structs: [], deletes }));
  }

  /** Letters that are known from elsewhere to be some of the words. */
  mark(ranges: readonly Range[]): void {
    this.#found.push(...ranges);
  }

  /** What was found in all that was added. */
  result(): Found {
    const found = [...this.#found, ...this.#links];
    for (const owner of this.#lines(true)) {
      const gone = lineOf(owner, true);
      for (const occurrence of this.#words.in(gone.text)) found.push(...idsOf(gone, occurrence));
    }
    const letters = new RangeSet(found);
    return {
      letters,
      shown: this.#lines(false).flatMap((owner) => shownIn(lineOf(owner), letters)),
      links: this.#links.filter(({ client, clock }) => !Y.getItem(this.#doc.store, Y.createID(client, clock)).deleted),
      times: letters.ranges().length,
      elsewhere: ENGAGEMENT.filter((part) => this.#elsewhere.has(part)),
    };
  }

  #lines(goneToo: boolean): LineOwner[] {
    return this.#part === "actes" ? [] : linesOf(rootOf(this.#doc, this.#part), goneToo);
  }

  #look(transaction: Y.Transaction): void {
    for (const { part, root } of this.#roots) {
      if (part !== this.#part && this.#elsewhere.has(part)) continue;
      for (const owner of touchedLines(transaction, root)) this.#read(part, owner);
    }
  }

  #read(part: EngagementPart, owner: LineOwner): void {
    const line = lineOf(owner);
    const occurrences = this.#words.in(line.text);
    if (occurrences.length === 0) return;
    if (part !== this.#part) this.#elsewhere.add(part);
    else this.#found.push(...occurrences.flatMap((occurrence) => idsOf(line, occurrence)));
  }

  #readStruct(struct: Struct): void {
    if (struct.kind !== "item" || this.#part === "actes") return;
    const { content } = struct;
    if (content.kind !== "string" && content.kind !== "format") return;
    const place = this.#placeOf(struct);
    if (place !== null && place !== this.#part) return;
    if (content.kind === "string") this.#found.push(...this.#typed.add(struct, content.text));
    else if (readingsOf(content.value).some((address) => this.#words.in(address).length > 0)) {
      this.#links.push({ client: struct.client, clock: struct.clock, length: 1 });
    }
  }
}

/** The address of a link as it is written, and as people read it: browsers put letters and spaces in codes. */
function readingsOf(value: unknown): string[] {
  const written = JSON.stringify(value) ?? "";
  const decoded = written.replaceAll("+", " ").replace(/(?:%[0-9a-f]{2})+/giu, (codes) => {
    const bytes = codes
      .slice(1)
      .split("%")
      .map((code) => Number.parseInt(code, 16));
    return new TextDecoder().decode(Uint8Array.from(bytes));
  });
  return decoded === written ? [written] : [written, decoded];
}

/** What each page wrote in one go: every letter right behind the one that it wrote before. */
class Typed {
  readonly #words: Words;
  readonly #ends = new Map<number, { clock: number; text: string }>();

  constructor(words: Words) {
    this.#words = words;
  }

  /** The letters of words that these letters end. */
  add(struct: Extract<Struct, { kind: "item" }>, text: string): Range[] {
    const { client, clock, origin } = struct;
    const before = this.#ends.get(client);
    const goesOn = before?.clock === clock && origin?.client === client && origin.clock === clock - 1;
    const whole = (goesOn ? before.text.slice(-REMEMBERED) : "") + text;
    this.#ends.set(client, { clock: clock + text.length, text: whole });
    const start = clock + text.length - whole.length;
    return this.#words.in(whole).map((found) => ({ client, clock: start + found.start, length: found.length }));
  }
}

/** Letters behind which words may have begun: more than the longest that can be asked for. */
const REMEMBERED = 4_000;

function rootOf(doc: Y.Doc, part: EngagementPart): Y.XmlFragment | Y.Text {
  return isSentence(part) ? doc.getText(part) : doc.getXmlFragment(part);
}

/** The stretches of a line whose letters are among these. */
function shownIn(line: Line, letters: RangeSet): Shown[] {
  const stretches: { start: number; length: number }[] = [];
  for (const run of line.runs) {
    for (const { range, inside } of letters.split(run)) {
      if (!inside) continue;
      const start = run.start + range.clock - run.clock;
      const last = stretches.at(-1);
      if (last !== undefined && last.start + last.length === start) last.length += range.length;
      else stretches.push({ start, length: range.length });
    }
  }
  return stretches.map((stretch: Occurrence) => ({
    ids: idsOf(line, stretch),
    avant: line.text.slice(Math.max(0, stretch.start - AROUND), stretch.start),
    mots: line.text.slice(stretch.start, stretch.start + stretch.length),
    apres: line.text.slice(stretch.start + stretch.length, stretch.start + stretch.length + AROUND),
  }));
}
