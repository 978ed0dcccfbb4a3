import * as Y from "yjs";
import type { Places } from "../../shared/editor/sections.ts";
import type { AccountId } from "../../shared/ids.ts";
import type { Declaration } from "../../shared/protocol/declarations.ts";
import type { SetAsideDecision } from "../../shared/protocol/set-aside.ts";
import { ok, type Refused, type Result, refuse } from "../../shared/result.ts";
import { type AdmissionRefusal, admit } from "./admission.ts";
import {
  type DecodedUpdate,
  decodeStored,
  decodeUpdate,
  type Id,
  type Range,
  type ReceivedUpdate,
} from "./bounded-decoder.ts";
import type { Claim, Reprise } from "./deed.ts";
import type { News } from "./fan-out.ts";
import { atOnce } from "./in-pieces.ts";
import type { Leases } from "./leases.ts";
import { Letters } from "./letters.ts";
import { LiveDoc } from "./live-doc.ts";
import type { LostWords } from "./lost-words.ts";
import { followReprises, type Origins } from "./origins.ts";
import { type Past, pastOf } from "./past.ts";
import { piecesOf } from "./pieces-of.ts";
import { putBack } from "./put-back.ts";
import { firstBeyond } from "./range-set.ts";
import { AROUND, type Decision, type NewSetAside, type SetAside, WORDS_MAX } from "./set-aside.ts";
import type { Spans } from "./spans.ts";
import { TextSize } from "./text-size.ts";
import type { LoggedUpdate, UpdateLog } from "./update-log.ts";
import { witness } from "./witness.ts";

export interface TextStores {
  readonly log: UpdateLog;
  readonly leases: Leases;
  readonly spans: Spans;
  readonly origins: Origins;
  readonly setAside: SetAside;
}

/** First words of a text, with who wrote them under which client id. */
export interface SeedUpdate {
  readonly author: AccountId;
  readonly client: number;
  readonly at: number;
  readonly bytes: Uint8Array;
}

/** An update made here, and what of it are older letters. */
export interface MadeHere {
  readonly bytes: Uint8Array;
  readonly claims: readonly Claim[];
  /** The same, read and with what was moved together, when whoever made it took the time. */
  readonly workedOut?: { readonly update: DecodedUpdate; readonly reprises: readonly Reprise[] };
  /** Whether the text with it is no larger than a text may be, when whoever made it measured that. */
  readonly fits?: boolean;
}

/** Makes an update that stands on this state of the text, under this client id; null: there is nothing to write. */
export type Make = (state: () => Uint8Array, client: number) => MadeHere | null;

/** One text with its log: what may come in, what it did, and what is kept of it. Knows nothing of sockets. */
export class KeptText {
  readonly #stores: TextStores;
  readonly #letters: Letters;
  readonly #past: Past;
  /** Stores what was taken and is not yet stored. */
  readonly #flush: () => void;
  readonly #places: () => Places;
  readonly #size = new TextSize(() => Y.encodeStateAsUpdate(this.live.doc).length);
  #live: LiveDoc | null = null;

  constructor(stores: TextStores, places: () => Places, flush: () => void) {
    this.#stores = stores;
    this.#letters = new Letters(stores.log, stores.spans);
    this.#past = pastOf(stores, this.#letters);
    this.#flush = flush;
    this.#places = places;
  }

  /** The text in memory: what was taken and is not yet stored included. */
  get live(): LiveDoc {
    this.#live ??= new LiveDoc(this.#weighed(this.#stores.log.readText()), this.#places());
    return this.#live;
  }

  /**
   * Judges an update of this person and applies it; null when it brings nothing new. What comes back must be stored.
   *
   * @param declarations all that its page says it restates; null when it cannot say
   */
  take(
    account: AccountId,
    received: ReceivedUpdate,
    at: number,
    declarations: readonly Declaration[] | null = null,
  ): Result<News | null, AdmissionRefusal | "texte_plein"> {
    if (received.update.structs.length > 0 && this.#size.isFull(at)) return refuse("texte_plein");
    return this.#apply(account, received, at, declarations, null);
  }

  /** @param known what the update restates, when nobody has to look for it */
  #apply(
    account: AccountId,
    received: ReceivedUpdate,
    at: number,
    declarations: readonly Declaration[] | null,
    known: readonly Reprise[] | null,
  ): Result<News | null, AdmissionRefusal> {
    const { live } = this;
    try {
      const owns = (client: number) => this.#stores.leases.owner(client) === account;
      const admitted = admit(live.doc, received, owns, {
        placeOf: (id) => this.#placeOf(id),
        logged: (id) => this.#logged(id),
      });
      if (!admitted.ok) return admitted;
      const { bytes, update, placeOf } = admitted.value;
      // Who wrote what it moves must not depend on what happens to wait: what was taken before is stored first.
      const mayMove = update.deletes.length > 0 || (declarations !== null && declarations.length > 0);
      if (mayMove && update.structs.length > 0) this.#flush();
      const seen = live.apply(bytes, (transaction) =>
        witness(transaction, update, (id) => placeOf(id) ?? this.#placeOf(id), this.#past, declarations),
      );
      if (seen === null) return ok(null);
      const deed = known === null ? seen.deed : { ...seen.deed, reprises: known };
      const moved = new Moved(deed.reprises);
      return ok({ bytes, deed, lost: seen.lost.flatMap((words) => this.#describe(words, moved, at)) });
    } catch (error) {
      console.error("an admitted update could not be applied", error);
      return this.#drop();
    }
  }

  /** First words, by the path of all words. Inside the transaction that makes the document. */
  seed({ author, client, at, bytes }: SeedUpdate): void {
    if (!this.#stores.leases.lease(client, author, at, true)) throw new Error("a seed's client id is another's");
    const update = decodeUpdate(bytes);
    if (update === null) throw new Error("a seed that is no update");
    const taken = this.take(author, { bytes, update }, at);
    if (!taken.ok || taken.value === null) throw new Error("a seed that no page could have written");
    this.store([{ author, at, bytes, deed: taken.value.deed }], [], []);
  }

  /** What was applied before is stored; the text in memory, which may hold half an update, is made again from the log. */
  #drop(): Refused<"hors_modele"> {
    this.#flush();
    this.#live = null;
    return refuse("hors_modele");
  }

  /** Keeps rows and what came with them. Inside a transaction. */
  store(rows: readonly LoggedUpdate[], lost: readonly NewSetAside[], decisions: readonly Decision[]): void {
    for (const row of rows) {
      this.#size.add(row.bytes.length);
      this.#stores.spans.add(this.#stores.log.append(row), row.deed.inserted);
      this.#stores.leases.keep(new Set(row.deed.inserted.map(({ client }) => client)), row.at);
      this.#stores.origins.add(row.deed.reprises);
    }
    for (const words of lost) this.#stores.setAside.add(words);
    for (const decision of decisions) this.#stores.setAside.decide(decision);
  }

  /**
   * Words set aside, put back under the name of who wrote them and by this person, who must be able to write under
   * `client`; null when somebody already decided about them, or nobody knows where they could go.
   */
  putBack({ id, place, after }: SetAsideDecision, account: AccountId, client: number, at: number): News | null {
    const words = this.#stores.setAside.find(id);
    const where = place ?? words?.place ?? null;
    if (words === null || where === null) return null;
    return this.takeMade(account, client, at, (state) =>
      putBack(state(), client, words.words, [words], { place: where, after }),
    );
  }

  /**
   * Applies an update that is made here for this person, who must be able to write under `client`: it is judged like
   * every other, and what it says that it restates needs no proof. null when it is not taken or brings nothing.
   */
  takeMade(account: AccountId, client: number, at: number, make: Make): News | null {
    const made = make(() => Y.encodeStateAsUpdate(this.live.doc), client);
    if (made === null) return null;
    const { bytes, claims, workedOut, fits } = made;
    // No page made it: it may be as long as the text.
    const update = workedOut?.update ?? decodeStored(bytes);
    if (update.structs.length > 0 && !(fits ?? !this.#size.isFull(at))) return null;
    const reprises = workedOut?.reprises ?? atOnce(piecesOf(claims, this.#stores.origins));
    const taken = this.#apply(account, { bytes, update }, at, [], reprises);
    return taken.ok ? taken.value : null;
  }

  /** Packs the log. Inside a transaction, with nothing taken that is not stored. */
  pack(): void {
    this.#stores.log.pack(Y.encodeStateAsUpdate(this.live.doc));
  }

  *#weighed(updates: Iterable<{ readonly bytes: Uint8Array }>) {
    for (const update of updates) {
      this.#size.add(update.bytes.length);
      yield update;
    }
  }

  #logged(id: Id) {
    const struct = this.#letters.structAt(id);
    if (struct !== null) return struct;
    // Its row may be among those that wait.
    this.#flush();
    return this.#letters.structAt(id);
  }

  #placeOf(id: Id) {
    const place = this.#stores.spans.placeOf(id);
    if (place !== null) return place;
    // Its row may be among those that wait.
    this.#flush();
    return this.#stores.spans.placeOf(id);
  }

  /** Lost words by author: words that were being moved are still those of whoever wrote them. */
  #describe(words: LostWords, moved: Moved, at: number): NewSetAside[] {
    const before = words.left === null ? "" : this.#letters.upTo(words.left, AROUND);
    const after = words.right === null ? "" : this.#letters.from(words.right, AROUND);
    return this.#byAuthor(words, moved).map(({ author, clock, length }) => {
      const start = clock - words.clock;
      return {
        client: words.client,
        clock,
        length,
        author,
        at,
        place: words.place,
        words: words.text.slice(start, start + length),
        before: (before + words.text.slice(0, start)).slice(-AROUND),
        after: (words.text.slice(start + length) + after).slice(0, AROUND),
      };
    });
  }

  #byAuthor(words: LostWords, moved: Moved): { author: AccountId; clock: number; length: number }[] {
    const stretches: { author: AccountId; clock: number; length: number; move: number | null }[] = [];
    // What this very update moves is not in the table yet.
    for (const own of followReprises(words, (range) => moved.touching(range))) {
      for (const { clock, length, first, piece } of this.#stores.origins.of({ ...own.first, length: own.length })) {
        const author = this.#stores.leases.owner(first.client);
        if (author === null) throw new Error("letters of a client id that nobody leased");
        const at = own.clock + (clock - own.first.clock);
        // What was moved from two places is two pieces of news.
        const move = own.piece === null ? piece : own.piece;
        const last = stretches.at(-1);
        const goesOn = last?.author === author && last.move === move;
        if (goesOn && last.length + length <= WORDS_MAX) last.length += length;
        else stretches.push(...parts({ author, clock: at, length }).map((each) => ({ ...each, move })));
      }
    }
    return stretches;
  }
}

/** No longer than one note of words set aside may be. */
function parts({ author, clock, length }: { author: AccountId; clock: number; length: number }) {
  return Array.from({ length: Math.ceil(length / WORDS_MAX) }, (_, index) => ({
    author,
    clock: clock + index * WORDS_MAX,
    length: Math.min(WORDS_MAX, length - index * WORDS_MAX),
  }));
}

/** What one update restates, by its own letters: a whole text may be brought back at once. */
class Moved {
  readonly #byClient: ReadonlyMap<number, readonly Reprise[]>;

  constructor(reprises: readonly Reprise[]) {
    const inOrder = reprises.toSorted((a, b) => a.clock - b.clock);
    this.#byClient = Map.groupBy(inOrder, ({ client }) => client);
  }

  /** Those of these letters, in the order of their clocks. */
  touching({ client, clock, length }: Range): Reprise[] {
    const found: Reprise[] = [];
    const list = this.#byClient.get(client) ?? [];
    for (let i = firstBeyond(list, clock); i < list.length; i++) {
      const each = list[i];
      if (each === undefined || each.clock >= clock + length) break;
      found.push(each);
    }
    return found;
  }
}
