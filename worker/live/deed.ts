import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { NOTES_SECTIONS, type Place, SENTENCES, TEXT_SECTIONS } from "../../shared/editor/sections.ts";
import type { Range } from "./bounded-decoder.ts";
import { appendRange } from "./range-set.ts";

/**
 * What one update did, decided once, at the door, and kept beside its row. An update says more than its author did: a
 * reconnection repeats every old deletion, and a paragraph that goes takes with it words its remover never saw.
 */
export interface Deed {
  /** What was not there before, with the part of the sheet it is in. */
  readonly inserted: readonly Span[];
  /**
   * What its author removed: visible before and no longer, by this update's own word, or brought by it and taken back
   * before it was sent.
   */
  readonly deleted: readonly Range[];
  /** Stretches of new letters that restate older ones: those keep their first author. */
  readonly reprises: readonly Reprise[];
}

export interface Span extends Range {
  /** null: inside something that is gone, whose place nobody remembers. */
  readonly place: Place | null;
}

/** These new letters are said to be those older ones, in the same order. */
export interface Claim extends Range {
  readonly from: { readonly client: number; readonly clock: number };
  /** Found in the update itself, or declared by its page and checked against the log. */
  readonly declared: boolean;
}

/** It is believed, and they keep their first author. */
export interface Reprise extends Claim {
  /** The clock that names the move, by the same client id: what has another was not moved from beside it. */
  readonly piece: number;
}

export const NOTHING_DONE: Deed = { inserted: [], deleted: [], reprises: [] };

/** The places by their number in the stored form: only ever added to at the end. */
const PLACES: readonly Place[] = [...TEXT_SECTIONS, ...SENTENCES, ...NOTES_SECTIONS];

/** Flags of a reprise in the stored form. */
const DECLARED = 1;
const HAS_PIECE = 2;

export function encodeDeed(deed: Deed): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, deed.inserted.length);
  for (const span of deed.inserted) {
    writeRange(encoder, span);
    encoding.writeVarUint(encoder, span.place === null ? 0 : PLACES.indexOf(span.place) + 1);
  }
  encoding.writeVarUint(encoder, deed.deleted.length);
  for (const range of deed.deleted) writeRange(encoder, range);
  encoding.writeVarUint(encoder, deed.reprises.length);
  for (const reprise of deed.reprises) {
    writeRange(encoder, reprise);
    encoding.writeVarUint(encoder, reprise.from.client);
    encoding.writeVarUint(encoder, reprise.from.clock);
    const isFirst = reprise.piece === reprise.clock;
    encoding.writeVarUint(encoder, (reprise.declared ? DECLARED : 0) | (isFirst ? 0 : HAS_PIECE));
    if (!isFirst) encoding.writeVarUint(encoder, reprise.piece);
  }
  return encoding.toUint8Array(encoder);
}

/** Reads what `encodeDeed` wrote. */
export function decodeDeed(bytes: Uint8Array): Deed {
  const decoder = decoding.createDecoder(bytes);
  const many = <Value>(read: () => Value): Value[] =>
    Array.from({ length: decoding.readVarUint(decoder) }, () => read());
  return {
    inserted: many(() => ({ ...readRange(decoder), place: PLACES[decoding.readVarUint(decoder) - 1] ?? null })),
    deleted: many(() => readRange(decoder)),
    reprises: many(() => readReprise(decoder)),
  };
}

/** Of a reprise that was stored before pieces were, each is one. */
function readReprise(decoder: decoding.Decoder): Reprise {
  const range = readRange(decoder);
  const from = { client: decoding.readVarUint(decoder), clock: decoding.readVarUint(decoder) };
  const flags = decoding.readVarUint(decoder);
  const piece = (flags & HAS_PIECE) === 0 ? range.clock : decoding.readVarUint(decoder);
  return { ...range, from, declared: (flags & DECLARED) !== 0, piece };
}

/** Several deeds of one author, one after the other, as one. */
export function joinDeeds(deeds: readonly Deed[]): Deed {
  const [only] = deeds;
  if (deeds.length === 1 && only !== undefined) return only;
  return {
    inserted: joinSpans(deeds.flatMap((deed) => deed.inserted)),
    deleted: deeds.flatMap((deed) => deed.deleted),
    reprises: deeds.flatMap((deed) => deed.reprises),
  };
}

/** The same spans, with those that follow each other in the same place as one. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (
      last !== undefined &&
      last.client === span.client &&
      last.clock + last.length === span.clock &&
      last.place === span.place
    ) {
      joined[joined.length - 1] = { ...last, length: last.length + span.length };
    } else {
      joined.push(span);
    }
  }
  return joined;
}

/** The same ids in the same order, with ranges that follow each other as one. */
export function joinRanges(ranges: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const range of ranges) appendRange(joined, range);
  return joined;
}

function writeRange(encoder: encoding.Encoder, range: Range): void {
  encoding.writeVarUint(encoder, range.client);
  encoding.writeVarUint(encoder, range.clock);
  encoding.writeVarUint(encoder, range.length);
}

function readRange(decoder: decoding.Decoder): Range {
  return {
    client: decoding.readVarUint(decoder),
    clock: decoding.readVarUint(decoder),
    length: decoding.readVarUint(decoder),
  };
}
