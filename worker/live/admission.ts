import * as Y from "yjs";
import { isGenre, isRetrait } from "../../shared/editor/genres.ts";
import { isAllowedLink } from "../../shared/editor/links.ts";
import { isPlace, isTextSection, type Place } from "../../shared/editor/sections.ts";
import type { LiveRefusal } from "../../shared/protocol/refusals.ts";
import { ok, type Result, refuse } from "../../shared/result.ts";
import { type Content, type DecodedUpdate, decodeUpdate, type Id, type Struct } from "./bounded-decoder.ts";

/** What a struct can be inside: decided for every parent, in the store or in the update itself. */
type Container = "fragment" | "sentence" | "paragraph" | "hard_break" | "text" | "gone";

/** Where a struct goes: its container, and the key there (null: in its sequence). */
interface Spot {
  readonly container: Container;
  readonly parentSub: string | null;
  /** The part of the sheet; null when its container is gone and nobody remembers where it was. */
  readonly place: Place | null;
}

/** The part of the sheet that a known id is, or was, in. */
export type PlaceOf = (id: Id) => Place | null;

/** An update that may be applied. */
export interface Admitted {
  /** The update without what was known. */
  readonly bytes: Uint8Array;
  readonly update: DecodedUpdate;
  /** The same for the ids that the update brings. */
  readonly placeOf: PlaceOf;
}

/** Whether this client id may bring structs here: it belongs to the sender. */
export type OwnsClient = (client: number) => boolean;

type Item = Extract<Struct, { kind: "item" }>;

const DEPTH_MAX = 3;

/** Why an update may not be applied. */
export type AdmissionRefusal = Extract<LiveRefusal, "hors_modele" | "identifiant_etranger" | "lacune">;

/**
 * Judges an update struct by struct, from its bytes and from what the document already holds, before Yjs sees it. The
 * document is only read. Flat blocks make this enough: whatever is admitted fits the schema, whatever it merges with.
 */
export function admit(
  doc: Y.Doc,
  bytes: Uint8Array,
  owns: OwnsClient,
  placeOfKnown: PlaceOf,
): Result<Admitted, AdmissionRefusal> {
  const received = decodeUpdate(bytes);
  if (received === null) return refuse("hors_modele");
  // What is known already is cut off first: Yjs would hang the rest where the known part really is, and not where this
  // update says that it is.
  const isNew = received.structs.every(({ client, clock }) => clock >= Y.getState(doc.store, client));
  const news = isNew ? bytes : Y.diffUpdate(bytes, Y.encodeStateVector(doc));
  const update = isNew ? received : decodeUpdate(news);
  if (update === null) return refuse("hors_modele");
  const examination = new Examination(doc, update, placeOfKnown);
  const refusal = examination.refusal(owns);
  return refusal === null ? ok({ bytes: news, update, placeOf: (id) => examination.placeOf(id) }) : refuse(refusal);
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

  constructor(doc: Y.Doc, update: DecodedUpdate, placeOfKnown: PlaceOf) {
    this.#doc = doc;
    this.#update = update;
    this.#placeOfKnown = placeOfKnown;
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
    return null;
  }

  placeOf(id: Id): Place | null {
    const own = this.#own(id);
    return own?.kind === "item" ? (this.#spotOf(own)?.place ?? null) : null;
  }

  #itemRefusal(item: Item): AdmissionRefusal | null {
    for (const id of [
      item.origin,
      item.rightOrigin,
      item.parent !== null && "id" in item.parent ? item.parent.id : null,
    ]) {
      if (id === null) continue;
      // What a struct stands on came before it.
      if (id.client === item.client && id.clock >= item.clock) return "hors_modele";
      if (id.clock >= this.#end(id.client)) return "lacune";
    }
    const spot = this.#spotOf(item);
    return spot !== null && fits(spot, item.content) ? null : "hors_modele";
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
        return isPlace(root) ? { container: rootContainer(root), parentSub, place: root } : null;
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
    const place = this.#spotOf(own)?.place ?? null;
    this.#depth -= 1;
    switch (own.content.kind) {
      case "element": {
        const container = elementContainer(own.content.name);
        return container === null ? null : { container, parentSub, place };
      }
      case "text":
        return { container: "text", parentSub, place };
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
  return { container: "gone", parentSub: null, place };
}

function rootContainer(place: Place): Container {
  return isTextSection(place) ? "fragment" : "sentence";
}

function elementContainer(name: string): Container | null {
  return name === "paragraph" || name === "hard_break" ? name : null;
}

/** Where a child of this type of the store goes, under this key. */
function spotInType(type: Y.AbstractType<unknown>, parentSub: string | null): Spot | null {
  const place = rootOf(type);
  if (place === null) return null;
  if (type._item === null) return { container: rootContainer(place), parentSub, place };
  if (type instanceof Y.XmlElement) {
    const container = elementContainer(type.nodeName);
    return container === null ? null : { container, parentSub, place };
  }
  return type instanceof Y.XmlText ? { container: "text", parentSub, place } : null;
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

/** Whether this content may be there. */
function fits({ container, parentSub }: Spot, content: Content): boolean {
  // Words for a paragraph that is gone, and what its own page deleted since, show nothing: they may be anything known.
  if (content.kind === "deleted") return true;
  switch (container) {
    case "gone":
      return content.kind !== "other";
    case "fragment":
      return parentSub === null && content.kind === "element" && content.name === "paragraph";
    case "sentence":
      return parentSub === null && content.kind === "string" && !/[\n\r]/.test(content.text);
    case "paragraph":
      if (parentSub !== null) return isAttribute(parentSub, content);
      return content.kind === "text" || (content.kind === "element" && content.name === "hard_break");
    case "text":
      return parentSub === null && (content.kind === "string" || isMark(content));
    case "hard_break":
      return false;
  }
}

function isAttribute(key: string, content: Content): boolean {
  if (content.kind !== "any" || content.values.length !== 1) return false;
  const value = content.values[0];
  return (key === "genre" && isGenre(value)) || (key === "retrait" && isRetrait(value));
}

function isMark(content: Content): boolean {
  if (content.kind !== "format") return false;
  const { key, value } = content;
  if (key !== "strong" && key !== "em" && key !== "link") return false;
  if (value === null) return true;
  if (typeof value !== "object" || Array.isArray(value)) return false;
  const entries = Object.entries(value);
  if (key !== "link") return entries.length === 0;
  return entries.length === 1 && entries[0]?.[0] === "href" && isAllowedLink(entries[0][1]);
}
