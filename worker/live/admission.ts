import * as Y from "yjs";
import { isPlace, type Place } from "../../shared/editor/sections.ts";
import type { LiveRefusal } from "../../shared/protocol/refusals.ts";
import { ok, type Result, refuse } from "../../shared/result.ts";
import type { DecodedUpdate, Id, ReceivedUpdate, Struct } from "./bounded-decoder.ts";
import { causalOrder, dependencies } from "./causal-order.ts";
import { type LoggedStruct, newsOf } from "./known.ts";
import { withoutNeighbours } from "./placeless.ts";
import { Placement, type Sequence } from "./placement.ts";
import { type Container, elementContainer, fits, rootContainer } from "./sheet-content.ts";
import { encodeUpdate } from "./update-encoder.ts";

/** Where a struct goes: into what, and the key there (null: in its sequence). */
interface Spot {
  readonly container: Container;
  readonly parentSub: string | null;
  /** The part of the sheet; null when its container is gone and nobody remembers where it was. */
  readonly place: Place | null;
  /** null when that is gone. */
  readonly parent: Sequence["parent"] | null;
}

/** The part of the sheet that a known id is, or was, in. */
export type PlaceOf = (id: Id) => Place | null;

/** An update that may be applied. */
export interface Admitted {
  /** What to apply, keep and tell: the update without what was known, and without the neighbours of what has no place. */
  readonly bytes: Uint8Array;
  /** The update without what was known, as its page wrote it. */
  readonly update: DecodedUpdate;
  /** The same for the ids that the update brings. */
  readonly placeOf: PlaceOf;
}

/** Whether this client id may bring structs here: it belongs to the sender. */
export type OwnsClient = (client: number) => boolean;

type Item = Extract<Struct, { kind: "item" }>;

const DEPTH_MAX = 3;

/** Why an update may not be applied. */
export type AdmissionRefusal = Extract<
  LiveRefusal,
  "hors_modele" | "identifiant_etranger" | "identifiant_en_double" | "lacune"
>;

/** What is known besides the document, which drops what was deleted. */
export interface Remembered {
  readonly placeOf: PlaceOf;
  readonly logged: LoggedStruct;
}

/**
 * Judges an update struct by struct, from its bytes and from what the document already holds, before Yjs sees it. The
 * document is only read. Flat blocks make this enough: whatever is admitted fits the schema, whatever it merges with, and
 * gives the same text to everybody, in whatever order updates come.
 */
export function admit(
  doc: Y.Doc,
  received: ReceivedUpdate,
  owns: OwnsClient,
  remembered: Remembered,
): Result<Admitted, AdmissionRefusal> {
  const news = newsOf(doc, received.update, remembered.logged);
  if (!news.ok) return news;
  const update = news.value;
  const examination = new Examination(doc, update, remembered.placeOf);
  const refusal = examination.refusal(owns);
  if (refusal !== null) return refuse(refusal);
  const isGone = (item: Item) => examination.isGone(item);
  const kept = examination.corrected(withoutNeighbours(doc, update, isGone, remembered.logged));
  const placeOf = (id: Id) => examination.placeOf(id);
  return ok({ bytes: kept === received.update ? received.bytes : encodeUpdate(kept), update, placeOf });
}

class Examination {
  readonly #doc: Y.Doc;
  readonly #update: DecodedUpdate;
  readonly #placeOfKnown: PlaceOf;
  /** Structs of the update by client, in the order of their clocks. */
  readonly #byClient = new Map<number, Struct[]>();
  readonly #spots = new Map<Item, Spot | null>();
  /** How deep in parents of the update itself. */
  #depth = 0;
  readonly #placement: Placement;

  constructor(doc: Y.Doc, update: DecodedUpdate, placeOfKnown: PlaceOf) {
    this.#doc = doc;
    this.#update = update;
    this.#placeOfKnown = placeOfKnown;
    this.#placement = new Placement((id) => this.#runAt(id), update.structs.length);
    for (const struct of update.structs) {
      const list = this.#byClient.get(struct.client);
      if (list === undefined) this.#byClient.set(struct.client, [struct]);
      else list.push(struct);
    }
  }

  refusal(owns: OwnsClient): AdmissionRefusal | null {
    for (const [client, structs] of this.#byClient) {
      if (!owns(client)) return "identifiant_etranger";
      if (structs.some((struct) => struct.kind === "skip")) return "lacune";
      const first = structs[0];
      if (first !== undefined && first.clock > Y.getState(this.#doc.store, client)) return "lacune";
    }
    for (const struct of this.#update.structs) {
      if (struct.kind !== "item") continue;
      const refusal = this.#itemRefusal(struct);
      if (refusal !== null) return refusal;
    }
    for (const range of this.#update.deletes) {
      if (range.clock + range.length > this.#end(range.client)) return "lacune";
    }
    return this.#everythingHasItsPlace() ? null : "hors_modele";
  }

  placeOf(id: Id): Place | null {
    const own = this.#own(id);
    return own?.kind === "item" ? (this.#spotOf(own)?.place ?? null) : null;
  }

  /** The update with right neighbours as they are to be. */
  corrected(update: DecodedUpdate): DecodedUpdate {
    const { corrected } = this.#placement;
    if (corrected.size === 0) return update;
    const correct = (struct: Struct): Struct => {
      const rightOrigin = struct.kind === "item" ? corrected.get(struct) : undefined;
      return struct.kind === "item" && rightOrigin !== undefined ? { ...struct, rightOrigin } : struct;
    };
    return { structs: update.structs.map(correct), deletes: update.deletes };
  }

  /** Whether an item of the update is for a place that is no more. */
  isGone(item: Item): boolean {
    return this.#spotOf(item)?.container === "gone";
  }

  #itemRefusal(item: Item): AdmissionRefusal | null {
    for (const id of dependencies(item)) {
      // What a struct stands on came before it.
      if (id.client === item.client && id.clock >= item.clock) return "hors_modele";
      if (id.clock >= this.#end(id.client)) return "lacune";
    }
    const spot = this.#spotOf(item);
    return spot !== null && fits(spot.container, spot.parentSub, item.content) ? null : "hors_modele";
  }

  #everythingHasItsPlace(): boolean {
    // Nearly always one client id, whose structs stand in the order of their clocks.
    for (const struct of this.#byClient.size === 1 ? this.#update.structs : causalOrder(this.#byClient)) {
      if (struct === null) return false;
      if (struct.kind === "item" && !this.#hasItsPlace(struct)) return false;
    }
    return true;
  }

  #hasItsPlace(item: Item): boolean {
    const spot = this.#spotOf(item);
    if (spot === null) return false;
    const { parent, parentSub } = spot;
    if (parent !== null) return this.#placement.place(item, { parent, parentSub });
    // What is collected is collected with all that it stood among.
    return [item.origin, item.rightOrigin].every((id) => id === null || this.#runAt(id) === null);
  }

  /** The first clock of this client that is neither in the document nor in the update. */
  #end(client: number): number {
    const last = this.#byClient.get(client)?.at(-1);
    const known = Y.getState(this.#doc.store, client);
    return last === undefined ? known : Math.max(known, last.clock + last.length);
  }

  /** Where the item goes, or null when that is somewhere no sheet has. */
  #spotOf(item: Item): Spot | null {
    // Iterative: a run of keys is a chain of neighbours as long as the update.
    const chain = new Set<Item>();
    let current = item;
    let found: Spot | null = null;
    for (;;) {
      const known = this.#spots.get(current);
      if (known !== undefined) {
        found = known;
        break;
      }
      // Neighbours in a ring: no real page writes one.
      if (chain.has(current)) return null;
      chain.add(current);
      const step = this.#step(current);
      if (step !== null && "next" in step) {
        current = step.next;
        continue;
      }
      found = step;
      break;
    }
    for (const link of chain) this.#spots.set(link, found);
    return found;
  }

  /** The place at once, or the neighbour of the update that has the same one, as Yjs takes it: the left one first. */
  #step(item: Item): Spot | { readonly next: Item } | null {
    if (item.parent !== null) {
      const { parentSub } = item;
      if ("root" in item.parent) {
        const { root } = item.parent;
        // A text has all the roots of its kind from the start, and no other.
        if (!isPlace(root) || !this.#doc.share.has(root)) return null;
        return { container: rootContainer(root), parentSub, place: root, parent: this.#doc.share.get(root) ?? root };
      }
      return this.#inside(item.parent.id, parentSub);
    }
    const neighbour = item.origin ?? item.rightOrigin;
    if (neighbour === null) return null;
    const stored = this.#stored(neighbour);
    if (stored !== null) return this.#spotOfStored(stored, neighbour);
    const own = this.#own(neighbour);
    if (own === null || own.kind === "skip") return null;
    return own.kind === "gc" ? gone(null) : { next: own };
  }

  /** Where children of this id go, under this key. */
  #inside(id: Id, parentSub: string | null): Spot | null {
    const stored = this.#stored(id);
    if (stored !== null) {
      if (stored instanceof Y.GC || stored.content instanceof Y.ContentDeleted) return gone(this.#placeOfKnown(id));
      return stored.content instanceof Y.ContentType ? spotInType(stored.content.type, parentSub) : null;
    }
    const own = this.#own(id);
    if (own === null || own.kind === "skip") return null;
    if (own.kind === "gc") return gone(null);
    // A section, a paragraph, a text: no sheet is deeper, and what claims to be would be followed as deep as it says.
    if (this.#depth >= DEPTH_MAX) return null;
    this.#depth += 1;
    const spot = this.#spotOf(own);
    this.#depth -= 1;
    if (spot === null) return null;
    const { place } = spot;
    if (spot.container === "gone") return gone(place);
    switch (own.content.kind) {
      case "element": {
        const container = elementContainer(own.content.name);
        return container === null ? null : { container, parentSub, place, parent: own };
      }
      case "text":
        return { container: "text", parentSub, place, parent: own };
      case "deleted":
        return gone(place);
      default:
        return null;
    }
  }

  #spotOfStored(struct: Y.Item | Y.GC, id: Id): Spot | null {
    if (struct instanceof Y.GC || !(struct.parent instanceof Y.AbstractType)) return gone(this.#placeOfKnown(id));
    return spotInType(struct.parent, struct.parentSub);
  }

  /** The item that has this id and a place, in the document or in the update. */
  #runAt(id: Id): Y.Item | Item | null {
    const stored = this.#stored(id);
    if (stored !== null) return stored instanceof Y.Item ? stored : null;
    const own = this.#own(id);
    return own?.kind === "item" && !this.isGone(own) ? own : null;
  }

  #stored(id: Id): Y.Item | Y.GC | null {
    const structs = this.#doc.store.clients.get(id.client);
    if (structs === undefined || id.clock >= Y.getState(this.#doc.store, id.client)) return null;
    const struct = structs[Y.findIndexSS(structs, id.clock)];
    return struct instanceof Y.Item || struct instanceof Y.GC ? struct : null;
  }

  #own(id: Id): Struct | null {
    const structs = this.#byClient.get(id.client) ?? [];
    let low = 0;
    let high = structs.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const struct = structs[middle];
      if (struct === undefined) return null;
      if (id.clock < struct.clock) high = middle - 1;
      else if (id.clock >= struct.clock + struct.length) low = middle + 1;
      else return struct;
    }
    return null;
  }
}

function gone(place: Place | null): Spot {
  return { container: "gone", parentSub: null, place, parent: null };
}

/** Where a child of this type of the store goes, under this key. */
function spotInType(type: Y.AbstractType<unknown>, parentSub: string | null): Spot | null {
  const place = rootOf(type);
  if (place === null) return null;
  if (type._item === null) return { container: rootContainer(place), parentSub, place, parent: type };
  if (type instanceof Y.XmlElement) {
    const container = elementContainer(type.nodeName);
    return container === null ? null : { container, parentSub, place, parent: type };
  }
  return type instanceof Y.XmlText ? { container: "text", parentSub, place, parent: type } : null;
}

function rootOf(type: Y.AbstractType<unknown>): Place | null {
  let root = type;
  while (root._item !== null) {
    // A type in the store always has its parent's type above it.
    root = root._item.parent as Y.AbstractType<unknown>;
  }
  for (const [name, shared] of type.doc?.share ?? root.doc?.share ?? []) {
    if (shared === root) return isPlace(name) ? name : null;
  }
  return null;
}
