import * as Y from "yjs";
import { isPlace, type Place } from "../../shared/editor/sections.ts";
import type { Id, NewItem } from "./bounded-decoder.ts";
import type { Sequence } from "./paper.ts";
import { type Container, elementContainer, rootContainer } from "./sheet-content.ts";
import type { StoredAndNew } from "./stored-and-new.ts";

/** Where a struct goes: into what, and the key there (null: in its sequence). */
export interface Spot {
  readonly container: Container;
  readonly parentSub: string | null;
  /** The part of the sheet; null when its container is gone and nobody remembers where it was. */
  readonly place: Place | null;
  /** null when that is gone. */
  readonly parent: Sequence["parent"] | null;
}

/** The part of the sheet that a known id is, or was, in. */
export type PlaceOf = (id: Id) => Place | null;

const DEPTH_MAX = 3;

/** Finds into what each item of an update goes: what it says itself, or what the neighbours say that it names. */
export class Spots {
  readonly #doc: Y.Doc;
  readonly #structs: StoredAndNew;
  readonly #placeOfKnown: PlaceOf;
  readonly #spots = new Map<NewItem, Spot | null>();
  /** How deep in parents of the update itself. */
  #depth = 0;

  /** @param placeOfKnown what is remembered of ids whose content the document dropped */
  constructor(doc: Y.Doc, structs: StoredAndNew, placeOfKnown: PlaceOf) {
    this.#doc = doc;
    this.#structs = structs;
    this.#placeOfKnown = placeOfKnown;
  }

  /** Where the item goes, or null when that is somewhere no sheet has. */
  of(item: NewItem): Spot | null {
    // Iterative: a run of keys is a chain of neighbours as long as the update.
    const chain = new Set<NewItem>();
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

  /** Whether an item of the update is for a place that is no more. */
  isGone(item: NewItem): boolean {
    return this.of(item)?.container === "gone";
  }

  /** The part of the sheet that an id of the update goes to. */
  placeOf(id: Id): Place | null {
    const own = this.#structs.brought(id);
    return own?.kind === "item" ? (this.of(own)?.place ?? null) : null;
  }

  /** The item that has this id and a place, in the document or in the update. */
  runAt(id: Id): Y.Item | NewItem | null {
    const stored = this.#structs.stored(id);
    if (stored !== null) return stored instanceof Y.Item ? stored : null;
    const own = this.#structs.brought(id);
    return own?.kind === "item" && !this.isGone(own) ? own : null;
  }

  /** The place at once, or the neighbour of the update that has the same one, as Yjs takes it: the left one first. */
  #step(item: NewItem): Spot | { readonly next: NewItem } | null {
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
    const stored = this.#structs.stored(neighbour);
    if (stored !== null) return this.#spotOfStored(stored, neighbour);
    const own = this.#structs.brought(neighbour);
    if (own === null || own.kind === "skip") return null;
    return own.kind === "gc" ? gone(null) : { next: own };
  }

  /** Where children of this id go, under this key. */
  #inside(id: Id, parentSub: string | null): Spot | null {
    const stored = this.#structs.stored(id);
    if (stored !== null) {
      if (stored instanceof Y.GC || stored.content instanceof Y.ContentDeleted) return gone(this.#placeOfKnown(id));
      return stored.content instanceof Y.ContentType ? spotInType(stored.content.type, parentSub) : null;
    }
    const own = this.#structs.brought(id);
    if (own === null || own.kind === "skip") return null;
    if (own.kind === "gc") return gone(null);
    // A section, a paragraph, a text: no sheet is deeper, and what claims to be would be followed as deep as it says.
    if (this.#depth >= DEPTH_MAX) return null;
    this.#depth += 1;
    const spot = this.of(own);
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
