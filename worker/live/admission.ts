import type * as Y from "yjs";
import type { LiveRefusal } from "../../shared/protocol/refusals.ts";
import { ok, type Result, refuse } from "../../shared/result.ts";
import type { DecodedUpdate, Id, NewItem, ReceivedUpdate, Struct } from "./bounded-decoder.ts";
import { causalOrder, dependencies } from "./causal-order.ts";
import { type LoggedStruct, newsOf } from "./known.ts";
import { withoutNeighbours } from "./placeless.ts";
import { Placement } from "./placement.ts";
import { fits } from "./sheet-content.ts";
import { type PlaceOf, Spots } from "./spots.ts";
import { StoredAndNew } from "./stored-and-new.ts";
import { encodeUpdate } from "./update-encoder.ts";

/** An update that may be applied. */
export interface Admitted {
  /** What to apply, keep and tell: the update without what was known, and without the neighbours of what has no place. */
  readonly bytes: Uint8Array;
  /** The update without what was known, as its page wrote it. */
  readonly update: DecodedUpdate;
  /** The part of the sheet that each id of the update goes to. */
  readonly placeOf: PlaceOf;
}

/** Whether this client id may bring structs here: it belongs to the sender. */
export type OwnsClient = (client: number) => boolean;

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
  const structs = new StoredAndNew(doc, update);
  const spots = new Spots(doc, structs, remembered.placeOf);
  const examination = new Examination(update, structs, spots);
  const refusal = examination.refusal(owns);
  if (refusal !== null) return refuse(refusal);
  const isGone = (item: NewItem) => spots.isGone(item);
  const kept = examination.corrected(withoutNeighbours(doc, update, isGone, remembered.logged));
  const placeOf = (id: Id) => spots.placeOf(id);
  return ok({ bytes: kept === received.update ? received.bytes : encodeUpdate(kept), update, placeOf });
}

class Examination {
  readonly #update: DecodedUpdate;
  readonly #structs: StoredAndNew;
  readonly #spots: Spots;
  readonly #placement: Placement;

  constructor(update: DecodedUpdate, structs: StoredAndNew, spots: Spots) {
    this.#update = update;
    this.#structs = structs;
    this.#spots = spots;
    this.#placement = new Placement((id) => spots.runAt(id), update.structs.length);
  }

  refusal(owns: OwnsClient): AdmissionRefusal | null {
    for (const [client, structs] of this.#structs.byClient) {
      if (!owns(client)) return "identifiant_etranger";
      if (structs.some((struct) => struct.kind === "skip")) return "lacune";
      const first = structs[0];
      if (first !== undefined && first.clock > this.#structs.storedEnd(client)) return "lacune";
    }
    for (const struct of this.#update.structs) {
      if (struct.kind !== "item") continue;
      const refusal = this.#itemRefusal(struct);
      if (refusal !== null) return refusal;
    }
    for (const range of this.#update.deletes) {
      if (range.clock + range.length > this.#structs.end(range.client)) return "lacune";
    }
    return this.#everythingHasItsPlace() ? null : "hors_modele";
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

  #itemRefusal(item: NewItem): AdmissionRefusal | null {
    for (const id of dependencies(item)) {
      // What a struct stands on came before it.
      if (id.client === item.client && id.clock >= item.clock) return "hors_modele";
      if (id.clock >= this.#structs.end(id.client)) return "lacune";
    }
    const spot = this.#spots.of(item);
    return spot !== null && fits(spot.container, spot.parentSub, item.content) ? null : "hors_modele";
  }

  #everythingHasItsPlace(): boolean {
    // Nearly always one client id, whose structs stand in the order of their clocks.
    for (const struct of this.#structs.byClient.size === 1
      ? this.#update.structs
      : causalOrder(this.#structs.byClient)) {
      if (struct === null) return false;
      if (struct.kind === "item" && !this.#hasItsPlace(struct)) return false;
    }
    return true;
  }

  #hasItsPlace(item: NewItem): boolean {
    const spot = this.#spots.of(item);
    if (spot === null) return false;
    const { parent, parentSub } = spot;
    if (parent !== null) return this.#placement.place(item, { parent, parentSub });
    // What is collected is collected with all that it stood among.
    return [item.origin, item.rightOrigin].every((id) => id === null || this.#spots.runAt(id) === null);
  }
}
