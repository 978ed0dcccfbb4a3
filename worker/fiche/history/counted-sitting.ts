import type { Sitting, SittingPart } from "../../../shared/domain/version.ts";
import { ENGAGEMENT } from "../../../shared/editor/canonical.ts";
import type { Place } from "../../../shared/editor/sections.ts";
import type { AccountId } from "../../../shared/ids.ts";
import { decodeStored, type Range } from "../../live/bounded-decoder.ts";
import type { Origin } from "../../live/origins.ts";
import { appendRange, firstBeyond } from "../../live/range-set.ts";
import type { LoggedUpdate } from "../../live/update-log.ts";

/** What is known of letters written before a sitting, and of where letters come from. */
export interface Earlier {
  /** Those of these ids that are letters, written before. */
  letters(range: Range): readonly Range[];
  origins(range: Range): readonly Origin[];
  placeOf(range: Range): Place | null;
}

/** One letter, however often it was moved: whether it stood before the sitting, and how many of it stand now. */
interface Fate {
  readonly before: boolean;
  now: number;
  /** Who did the last of it. */
  by: AccountId;
}

interface Person {
  readonly places: Set<Place>;
}

/**
 * What people did in one sitting, counted in letters that stand: letters that were typed and taken back before its end
 * count for nothing, and so do those that were only moved.
 */
export class CountedSitting {
  readonly avant: number;
  readonly #earlier: Earlier;
  readonly #debutLe: number;
  readonly #letters = new LetterRanges();
  readonly #fates = new Map<number, Map<number, Fate>>();
  readonly #people = new Map<AccountId, Person>();
  #fin: number;
  #finLe: number;

  /** @param avant the number of the last update before it */
  constructor(avant: number, debutLe: number, earlier: Earlier) {
    this.avant = avant;
    this.#fin = avant;
    this.#debutLe = debutLe;
    this.#finLe = debutLe;
    this.#earlier = earlier;
  }

  /** The number of its last update. */
  get fin(): number {
    return this.#fin;
  }

  /** When that came, in milliseconds since 1970. */
  get finLe(): number {
    return this.#finLe;
  }

  /** The letters that were written in it. */
  written(): Range[] {
    return this.#letters.all();
  }

  add({ seq, author, at, bytes, deed }: LoggedUpdate & { readonly seq: number }): void {
    this.#fin = seq;
    this.#finLe = at;
    const person = this.#person(author);
    for (const { place } of deed.inserted) if (place !== null) person.places.add(place);
    // What a row brings and takes back again is known before it is taken back.
    const brought: Range[] = [];
    for (const struct of decodeStored(bytes).structs) {
      if (struct.kind !== "item" || struct.content.kind !== "string") continue;
      const { client, clock, length } = struct;
      this.#letters.add({ client, clock, length });
      brought.push({ client, clock, length });
    }
    const removed = deed.deleted.flatMap((range) => this.#lettersIn(range));
    const isOwn = (range: Range) => brought.some((each) => overlaps(each, range));
    // Letters of before go first, so that those that the row restates are found gone, and are back.
    for (const range of removed) if (!isOwn(range)) this.#remove(range, author);
    for (const range of brought) this.#bring(range, author);
    for (const range of removed) if (isOwn(range)) this.#remove(range, author);
    for (const range of deed.deleted) {
      const place = this.#earlier.placeOf(range);
      if (place !== null) person.places.add(place);
    }
  }

  /** An update in the middle of it that nobody wrote anything in. */
  pass(seq: number): void {
    this.#fin = seq;
  }

  /** @param ouverte whether it may still grow */
  shown(ouverte: boolean): Sitting {
    const counts = new Map<AccountId, { ajoutes: number; retires: number }>();
    const count = (by: AccountId) => {
      const found = counts.get(by) ?? { ajoutes: 0, retires: 0 };
      counts.set(by, found);
      return found;
    };
    for (const byClock of this.#fates.values()) {
      for (const { before, now, by } of byClock.values()) {
        if (!before && now > 0) count(by).ajoutes += 1;
        if (before && now <= 0) count(by).retires += 1;
      }
    }
    const personnes: SittingPart[] = [...this.#people].map(([personne, { places }]) => ({
      personne,
      ...(counts.get(personne) ?? { ajoutes: 0, retires: 0 }),
      ou: ENGAGEMENT.filter((part) => places.has(part)),
    }));
    const { avant } = this;
    return { fin: this.#fin, avant, debutLe: this.#debutLe, finLe: this.#finLe, ouverte, personnes };
  }

  #person(account: AccountId): Person {
    const found = this.#people.get(account) ?? { places: new Set<Place>() };
    this.#people.set(account, found);
    return found;
  }

  /** The letters among these ids: deletions name paragraphs and marks too. */
  #lettersIn(range: Range): Range[] {
    const own = this.#letters.in(range);
    const lengthOf = (ranges: readonly Range[]) => ranges.reduce((sum, { length }) => sum + length, 0);
    return lengthOf(own) === range.length ? own : [...this.#earlier.letters(range), ...own];
  }

  #bring(range: Range, by: AccountId): void {
    this.#each(range, (fates, clock) => {
      const fate = fates.get(clock);
      if (fate === undefined) {
        fates.set(clock, { before: false, now: 1, by });
        return;
      }
      // Back where it had gone: whoever typed it in this sitting did, and nobody removed it.
      fate.now += 1;
    });
  }

  #remove(range: Range, by: AccountId): void {
    this.#each(range, (fates, clock) => {
      const fate = fates.get(clock);
      if (fate === undefined) {
        fates.set(clock, { before: true, now: 0, by });
        return;
      }
      fate.now -= 1;
      if (fate.before) fate.by = by;
    });
  }

  /** Each letter of a range by the one that it comes from. */
  #each(range: Range, work: (fates: Map<number, Fate>, clock: number) => void): void {
    for (const { first, length } of this.#earlier.origins(range)) {
      const fates = this.#fates.get(first.client) ?? new Map<number, Fate>();
      this.#fates.set(first.client, fates);
      for (let i = 0; i < length; i++) work(fates, first.clock + i);
    }
  }
}

function overlaps(a: Range, b: Range): boolean {
  return a.client === b.client && a.clock < b.clock + b.length && b.clock < a.clock + a.length;
}

/** Ranges that come in the order of their clocks, those that follow each other as one. */
class LetterRanges {
  readonly #byClient = new Map<number, Range[]>();

  add(range: Range): void {
    const list = this.#byClient.get(range.client) ?? [];
    this.#byClient.set(range.client, list);
    appendRange(list, range);
  }

  all(): Range[] {
    return [...this.#byClient.values()].flat();
  }

  in({ client, clock, length }: Range): Range[] {
    const list = this.#byClient.get(client) ?? [];
    const found: Range[] = [];
    for (let i = firstBeyond(list, clock); i < list.length; i++) {
      const each = list[i];
      if (each === undefined || each.clock >= clock + length) break;
      const from = Math.max(clock, each.clock);
      found.push({ client, clock: from, length: Math.min(clock + length, each.clock + each.length) - from });
    }
    return found;
  }
}
