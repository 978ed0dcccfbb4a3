import { ENGAGEMENT, type EngagementPart } from "../../../shared/editor/canonical.ts";
import type { AccountId } from "../../../shared/ids.ts";
import { Stride } from "../../../shared/text/stride.ts";
import type { Id, Range } from "../../live/bounded-decoder.ts";
import type { History, Removal } from "../../live/history.ts";
import { RangeSet } from "../../live/range-set.ts";
import type { SheetLetters } from "./replay.ts";

/** Who did something, and when. */
export interface Actor {
  readonly par: AccountId;
  /** Milliseconds since 1970. */
  readonly le: number;
}

/** A stretch of letters that came together. */
export interface Written extends Actor {
  readonly length: number;
  /** Who first typed them. */
  readonly auteur: AccountId;
  /** Whether the other text has the same letters, somewhere. */
  readonly ailleurs: boolean;
  /** Which move put them there; null: their author did. */
  readonly deplacement: string | null;
}

/** A letter that went. */
export interface Gone {
  /** Whoever removed it, and when; null and 0: nobody knows. */
  readonly par: AccountId | null;
  readonly le: number;
  readonly auteur: AccountId;
  /** In which part the other text has it, if it has. */
  readonly ailleurs: EngagementPart | null;
}

/** Who did what between two texts, as the log up to the later one says it. */
export class Attribution {
  readonly #history: History;
  /** The first letters of all that each text shows. */
  readonly #shown: { readonly before: Shown; readonly after: Shown };
  /** The ids of all that each shows. */
  readonly #ids: { readonly before: RangeSet; readonly after: RangeSet };
  /** Letters that are within another letter in each, by the first of each: which one. */
  readonly #within: { readonly before: Within; readonly after: Within };
  /** Whether the second text is the later one. */
  readonly #forward: boolean;

  private constructor(history: History, before: Seen, after: Seen, forward: boolean) {
    this.#history = history;
    this.#shown = { before: before.shown, after: after.shown };
    this.#ids = { before: before.ids, after: after.ids };
    this.#within = { before: before.within, after: after.within };
    this.#forward = forward;
  }

  /** Pauses as it goes. */
  static *of(
    history: History,
    before: SheetLetters,
    after: SheetLetters,
    forward: boolean,
  ): Generator<undefined, Attribution> {
    return new Attribution(history, yield* seenIn(before, history), yield* seenIn(after, history), forward);
  }

  /** Letters that the second text alone has, in stretches: who put them there, who wrote them. */
  added(range: Range): Written[] {
    const written = this.#added(range);
    if (!this.#forward || this.#within.before.size === 0) return written;
    // An accent went, and « e » shows: whoever took the accent away put it there.
    return Array.from({ length: range.length }, (_, index) => {
      const id = { client: range.client, clock: range.clock + index };
      const letter = this.#within.before.get(nameOf(this.#firstOf(id)));
      const actor = letter === undefined ? null : this.takenOut(letter);
      return this.#added({ ...id, length: 1 }).map((each) => (actor === null ? each : { ...each, ...actor }));
    }).flat();
  }

  #added(range: Range): Written[] {
    const written: Written[] = [];
    for (const { client, clock, length, first, piece } of this.#history.of(range)) {
      const auteur = this.#owner(first.client);
      const isMoved = piece !== null && this.#owner(client) !== auteur;
      const deplacement = isMoved ? `${client}:${piece}` : null;
      for (const { range: part, inside } of this.#shown.before.anywhere.split({ ...first, length })) {
        const from = clock + (part.clock - first.clock);
        // A stock client that writes between the two halves of an emoji breaks it: what was there is another letter.
        const ailleurs = inside && !this.#ids.before.has({ client, clock: from });
        const puttings = this.#puttings({ client, clock: from, length: part.length }, auteur, ailleurs);
        written.push(...puttings.map((each) => ({ ...each, deplacement })));
      }
    }
    return written;
  }

  /** A letter that this part of the first text alone has. From a later text to an earlier one, whoever had put it there. */
  removed(id: Id, part: EngagementPart): Gone {
    const first = this.#firstOf(id);
    const auteur = this.#owner(first.client);
    const letter = this.#within.after.get(nameOf(first));
    // « e » is « é » now: whoever put the accent there made it so.
    const maker = letter === undefined ? null : this.put(this.#forward ? letter : id);
    if (maker !== null) return { ...maker, auteur, ailleurs: null };
    // It is broken, and nobody noted by whom.
    if (this.#forward && this.#ids.after.has(id)) return { par: null, le: 0, auteur, ailleurs: null };
    const ailleurs = this.#partWith(first, part);
    const actor = this.#forward ? this.#remover(id, ailleurs !== null) : this.put(id);
    return { par: actor?.par ?? null, le: actor?.le ?? 0, auteur, ailleurs };
  }

  /** Whoever put this into the text: a letter, a paragraph, a mark. */
  put(id: Id): Actor | null {
    const [insertion] = this.#history.insertions({ ...id, length: 1 });
    return insertion === undefined ? null : { par: insertion.by, le: insertion.at };
  }

  /** Whoever made this go last, wherever it had been moved and however often it came back; null when it never went. */
  takenOut(id: Id): Actor | null {
    const events: Event[] = [];
    // It may have been brought back as what it was before it was moved.
    const ahead = this.#history.of({ ...id, length: 1 }).map(({ first }) => first);
    // One letter restates one other, so that this ends.
    for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
      events.push(...this.#life(next));
      ahead.push(...this.#history.restating(next));
    }
    const byRow = [...Map.groupBy(events, ({ row }) => row)].sort(([a], [b]) => a - b);
    let standing = 0;
    let last: Removal | null = null;
    for (const [, together] of byRow) {
      const before = standing;
      standing += together.reduce((sum, { change }) => sum + change, 0);
      if (before > 0 && standing === 0) last = together.find(({ removal }) => removal !== null)?.removal ?? last;
    }
    return last === null ? null : { par: last.by, le: last.at };
  }

  /** When this came and went; nothing of what was never seen: brought and taken away in one go, or for no paragraph. */
  #life(id: Id): Event[] {
    const [came] = this.#history.insertions({ ...id, length: 1 });
    const [removal] = this.#history.removals({ ...id, length: 1 });
    if (came === undefined) return [];
    const coming: Event = { row: came.row, change: 1, removal: null };
    if (removal === undefined) return (this.#forward ? this.#ids.after : this.#ids.before).has(id) ? [coming] : [];
    return removal.row <= came.row ? [] : [coming, { row: removal.row, change: -1, removal }];
  }

  /**
   * Who made a difference between two items that say the same thing of a text (a mark, a genre): whoever made the later
   * one, or took the earlier one away. null: nobody knows.
   */
  changed(before: Id | null, after: Id | null): Actor | null {
    const [old, now] = this.#forward ? [before, after] : [after, before];
    const isSame = old?.client === now?.client && old?.clock === now?.clock;
    const made = now === null || isSame ? null : this.put(now);
    const unmade = old === null ? null : this.takenOut(old);
    if (made === null || unmade === null) return made ?? unmade;
    return made.le >= unmade.le ? made : unmade;
  }

  /** Who wrote a letter again that both texts show; null: it is the very same. Marks may stay behind where it was. */
  writtenAgain(before: Id, after: Id): Actor | null {
    if (before.client === after.client && before.clock === after.clock) return null;
    return this.put(this.#forward ? after : before);
  }

  #puttings(range: Range, auteur: AccountId, ailleurs: boolean): Omit<Written, "deplacement">[] {
    const written: Omit<Written, "deplacement">[] = [];
    const end = range.clock + range.length;
    for (const { clock, length, by, at } of this.#history.insertions(range)) {
      const part = Math.min(end, clock + length) - Math.max(range.clock, clock);
      written.push({ length: part, auteur, par: by, le: at, ailleurs });
    }
    return written;
  }

  /** Who moved it away from here; else who removed it in the end. */
  #remover(id: Id, ailleurs: boolean): Actor | null {
    const [here] = ailleurs ? this.#history.removals({ ...id, length: 1 }) : [];
    return here === undefined ? this.takenOut(id) : { par: here.by, le: here.at };
  }

  /** The part of the second text that shows this letter; of several, this one first. */
  #partWith(first: Id, part: EngagementPart): EngagementPart | null {
    if (!this.#shown.after.anywhere.has(first)) return null;
    const { byPart } = this.#shown.after;
    return [part, ...ENGAGEMENT].find((each) => byPart[each].has(first)) ?? null;
  }

  #firstOf(id: Id): Id {
    return this.#history.of({ ...id, length: 1 })[0]?.first ?? id;
  }

  #owner(client: number): AccountId {
    const owner = this.#history.owner(client);
    if (owner === null) throw new Error("letters of a client id that nobody leased");
    return owner;
  }
}

/** Something came, or went. */
interface Event {
  readonly row: number;
  readonly change: 1 | -1;
  readonly removal: Removal | null;
}

/** The first letters of what a text shows. */
interface Shown {
  readonly anywhere: RangeSet;
  readonly byPart: Readonly<Record<EngagementPart, RangeSet>>;
}

/** Letters that people do not see by themselves, by name, and the one that they see. */
type Within = ReadonlyMap<string, Id>;

function nameOf({ client, clock }: Id): string {
  return `${client}:${clock}`;
}

/** What a text shows, and the first letters of it. */
interface Seen {
  readonly ids: RangeSet;
  readonly within: Within;
  readonly shown: Shown;
}

/** What following a stretch to its first letters counts for, in letters looked at. */
const LOOKED_UP = 10;

function* seenIn(letters: SheetLetters, history: History): Generator<undefined, Seen> {
  const stride = new Stride();
  const ids: Range[] = [];
  const within = new Map<string, Id>();
  const parts: [EngagementPart, RangeSet][] = [];
  for (const part of ENGAGEMENT) {
    const firsts: Range[] = [];
    for (const stretch of letters[part].stretches()) {
      append(ids, stretch);
      for (const { length, first } of history.of(stretch)) append(firsts, { ...first, length });
      if (stride.isDue(stretch.length + LOOKED_UP)) yield;
    }
    parts.push([part, new RangeSet(firsts)]);
    yield;
    for (const { id, letter } of letters[part].within) {
      within.set(nameOf(history.of({ ...id, length: 1 })[0]?.first ?? id), letter);
      if (stride.isDue(LOOKED_UP)) yield;
    }
  }
  const all = new RangeSet(ids);
  yield;
  const anywhere = new RangeSet(parts.flatMap(([, shown]) => shown.ranges()));
  yield;
  // `fromEntries` forgets the keys, which are the closed list just walked.
  const byPart = Object.fromEntries(parts) as Record<EngagementPart, RangeSet>;
  return { ids: all, within, shown: { anywhere, byPart } };
}

/** What follows the last at once is one with it: texts are mostly written on. */
function append(ranges: Range[], { client, clock, length }: Range): void {
  const last = ranges.at(-1);
  if (last !== undefined && last.client === client && last.clock + last.length === clock) {
    ranges[ranges.length - 1] = { client, clock: last.clock, length: last.length + length };
  } else {
    ranges.push({ client, clock, length });
  }
}
