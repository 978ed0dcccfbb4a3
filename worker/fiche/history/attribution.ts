import { ENGAGEMENT, type EngagementPart } from "../../../shared/editor/canonical.ts";
import type { AccountId } from "../../../shared/ids.ts";
import type { Id, Range } from "../../live/bounded-decoder.ts";
import type { History, Removal } from "../../live/history.ts";
import type { SheetLetters } from "./replay.ts";
import { letterName, type ShownLetters, shownLetters } from "./shown-letters.ts";

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
  readonly #before: ShownLetters;
  readonly #after: ShownLetters;
  /** Whether the second text is the later one. */
  readonly #forward: boolean;

  private constructor(history: History, before: ShownLetters, after: ShownLetters, forward: boolean) {
    this.#history = history;
    this.#before = before;
    this.#after = after;
    this.#forward = forward;
  }

  /** Pauses as it goes. */
  static *of(
    history: History,
    before: SheetLetters,
    after: SheetLetters,
    forward: boolean,
  ): Generator<undefined, Attribution> {
    return new Attribution(history, yield* shownLetters(before, history), yield* shownLetters(after, history), forward);
  }

  /** Letters that the second text alone has, in stretches: who put them there, who wrote them. */
  added(range: Range): Written[] {
    const written = this.#added(range);
    if (!this.#forward || this.#before.within.size === 0) return written;
    // An accent went, and « e » shows: whoever took the accent away put it there.
    return Array.from({ length: range.length }, (_, index) => {
      const id = { client: range.client, clock: range.clock + index };
      const letter = this.#before.within.get(letterName(this.#firstOf(id)));
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
      for (const { range: part, inside } of this.#before.firsts.split({ ...first, length })) {
        const from = clock + (part.clock - first.clock);
        // A stock client that writes between the two halves of an emoji breaks it: what was there is another letter.
        const ailleurs = inside && !this.#before.ids.has({ client, clock: from });
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
    const letter = this.#after.within.get(letterName(first));
    // « e » is « é » now: whoever put the accent there made it so.
    const maker = letter === undefined ? null : this.put(this.#forward ? letter : id);
    if (maker !== null) return { ...maker, auteur, ailleurs: null };
    // It is broken, and nobody noted by whom.
    if (this.#forward && this.#after.ids.has(id)) return { par: null, le: 0, auteur, ailleurs: null };
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
    if (removal === undefined) return (this.#forward ? this.#after.ids : this.#before.ids).has(id) ? [coming] : [];
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
    if (!this.#after.firsts.has(first)) return null;
    const { byPart } = this.#after;
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
