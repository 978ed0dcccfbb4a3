import * as decoding from "lib0/decoding";

/**
 * Reads an update of Yjs (first form of its encoding) without Yjs, within the bounds of its own bytes, so that what is
 * hostile is known before it costs anything. Format: `yjs/src/utils/updates.js` and `UpdateEncoder.js`, 13.6.
 */
export interface DecodedUpdate {
  readonly structs: readonly Struct[];
  readonly deletes: readonly Range[];
}

/** An update as it came, read. */
export interface ReceivedUpdate {
  readonly bytes: Uint8Array;
  readonly update: DecodedUpdate;
}

export interface Id {
  readonly client: number;
  readonly clock: number;
}

export interface Range extends Id {
  readonly length: number;
}

export type Struct =
  | (Range & { readonly kind: "gc" })
  | (Range & { readonly kind: "skip" })
  | (Range & {
      readonly kind: "item";
      readonly origin: Id | null;
      readonly rightOrigin: Id | null;
      /** Given only where neither origin is. */
      readonly parent: { readonly root: string } | { readonly id: Id } | null;
      readonly parentSub: string | null;
      readonly content: Content;
    });

/** A struct with content: what an update brings into a sequence or an attribute. */
export type NewItem = Extract<Struct, { kind: "item" }>;

export type Content =
  | { readonly kind: "deleted" }
  | { readonly kind: "string"; readonly text: string }
  | { readonly kind: "format"; readonly key: string; readonly value: unknown }
  | { readonly kind: "element"; readonly name: string }
  | { readonly kind: "text" }
  | { readonly kind: "any"; readonly values: readonly unknown[] }
  /** Anything that no sheet holds: embeds, binary, sub-documents, maps, arrays, hooks. */
  | { readonly kind: "other" };

/** Clocks are kept far from where sums stop being exact, and from what Yjs stores as 32 bits. */
const CLOCK_MAX = 2 ** 31 - 1;
export const CLIENT_MAX = 2 ** 32 - 1;

/** Structs, and deleted ranges, of one update: what a long afternoon without a network makes is far below. */
const STRUCTS_MAX = 20_000;

/** Letters of one run that a page names without bringing them, since it removed them before sending. */
const GONE_MAX = 2_000_000;

const HAS_ORIGIN = 0x80;
const HAS_RIGHT_ORIGIN = 0x40;
const HAS_PARENT_SUB = 0x20;
const CONTENT_BITS = 0x1f;

/** Numbers of Yjs's types (`ContentType.js`). */
const XML_ELEMENT = 3;
const XML_HOOK = 5;
const XML_TEXT = 6;

/** Numbers of lib0's values (`encoding.writeAny`). */
const ANY_OBJECT = 118;
const ANY_ARRAY = 117;

/** What is stored here, which may be many updates merged into one. Throws when the bytes are no update. */
export function decodeStored(bytes: Uint8Array): DecodedUpdate {
  const update = decodeUpdate(bytes, Number.POSITIVE_INFINITY);
  if (update === null) throw new Error("what is stored is no update");
  return update;
}

/**
 * The same, struct by struct as they are asked for, and what it deletes at the end: what is stored may be as large as a
 * text. Throws when the bytes are no update.
 */
export function* readStored(bytes: Uint8Array): Generator<Struct, readonly Range[]> {
  const decoder = decoding.createDecoder(bytes);
  yield* structsIn(decoder);
  return readDeletes(decoder);
}

/** The update, or null when the bytes are not one or go out of bounds. */
export function decodeUpdate(bytes: Uint8Array, max = STRUCTS_MAX): DecodedUpdate | null {
  try {
    const decoder = decoding.createDecoder(bytes);
    const structs = [...structsIn(decoder)];
    const deletes = readDeletes(decoder);
    if (structs.length > max || deletes.length > max) return null;
    return decoding.hasContent(decoder) ? null : { structs, deletes };
  } catch {
    return null;
  }
}

function* structsIn(decoder: decoding.Decoder): Generator<Struct> {
  const clients = readCount(decoder, 3);
  const seen = new Set<number>();
  for (let i = 0; i < clients; i++) {
    const count = readCount(decoder, 2);
    const client = readBounded(decoder, CLIENT_MAX);
    let clock = readBounded(decoder, CLOCK_MAX);
    // Yjs writes each client once; a second block could overlap the first.
    if (seen.has(client)) throw new RangeError("a client twice");
    seen.add(client);
    for (let j = 0; j < count; j++) {
      const struct = readStruct(decoder, client, clock);
      clock += struct.length;
      if (clock > CLOCK_MAX) throw new RangeError("clock");
      yield struct;
    }
  }
}

function readStruct(decoder: decoding.Decoder, client: number, clock: number): Struct {
  const info = decoding.readUint8(decoder);
  const ref = info & CONTENT_BITS;
  if (info === 10) return { kind: "skip", client, clock, length: readLength(decoder) };
  if (ref === 0) return { kind: "gc", client, clock, length: readLength(decoder, GONE_MAX) };
  const origin = (info & HAS_ORIGIN) !== 0 ? readId(decoder) : null;
  const rightOrigin = (info & HAS_RIGHT_ORIGIN) !== 0 ? readId(decoder) : null;
  const needsParent = origin === null && rightOrigin === null;
  const parent = needsParent ? readParent(decoder) : null;
  const parentSub = needsParent && (info & HAS_PARENT_SUB) !== 0 ? decoding.readVarString(decoder) : null;
  const { content, length } = readContent(decoder, ref);
  return { kind: "item", client, clock, length, origin, rightOrigin, parent, parentSub, content };
}

function readParent(decoder: decoding.Decoder): { root: string } | { id: Id } {
  return decoding.readVarUint(decoder) === 1 ? { root: decoding.readVarString(decoder) } : { id: readId(decoder) };
}

function readContent(decoder: decoding.Decoder, ref: number): { content: Content; length: number } {
  switch (ref) {
    case 1:
      return { content: { kind: "deleted" }, length: readLength(decoder, GONE_MAX) };
    case 2:
      return { content: OTHER, length: readMany(decoder, () => decoding.readVarString(decoder)).length };
    case 3:
      decoding.readVarUint8Array(decoder);
      return { content: OTHER, length: 1 };
    case 4: {
      const text = decoding.readVarString(decoder);
      if (text.length === 0) throw new RangeError("zero length");
      return { content: { kind: "string", text }, length: text.length };
    }
    case 5:
      decoding.readVarString(decoder);
      return { content: OTHER, length: 1 };
    case 6: {
      const key = decoding.readVarString(decoder);
      const value: unknown = JSON.parse(decoding.readVarString(decoder));
      return { content: { kind: "format", key, value }, length: 1 };
    }
    case 7:
      return { content: readType(decoder), length: 1 };
    case 8: {
      const values = readMany(decoder, () => readScalar(decoder));
      return { content: { kind: "any", values }, length: values.length };
    }
    case 9:
      decoding.readVarString(decoder);
      decoding.readAny(decoder);
      return { content: OTHER, length: 1 };
    default:
      throw new RangeError("unknown content");
  }
}

const OTHER: Content = { kind: "other" };

function readType(decoder: decoding.Decoder): Content {
  switch (decoding.readVarUint(decoder)) {
    case XML_ELEMENT:
      return { kind: "element", name: decoding.readVarString(decoder) };
    case XML_TEXT:
      return { kind: "text" };
    case XML_HOOK:
      decoding.readVarString(decoder);
      return OTHER;
    default:
      return OTHER;
  }
}

/** An attribute's value: no sheet has lists or objects there, and one that is deep enough would end a recursion. */
function readScalar(decoder: decoding.Decoder): unknown {
  const type = decoder.arr[decoder.pos];
  if (type === ANY_OBJECT || type === ANY_ARRAY) throw new RangeError("not a scalar");
  return decoding.readAny(decoder);
}

function readMany<Value>(decoder: decoding.Decoder, read: () => Value): Value[] {
  const values: Value[] = [];
  const count = readCount(decoder, 1);
  if (count === 0) throw new RangeError("zero length");
  for (let i = 0; i < count; i++) values.push(read());
  return values;
}

function readDeletes(decoder: decoding.Decoder): Range[] {
  const deletes: Range[] = [];
  const clients = readCount(decoder, 2);
  const seen = new Set<number>();
  for (let i = 0; i < clients; i++) {
    const client = readBounded(decoder, CLIENT_MAX);
    if (seen.has(client)) throw new RangeError("a client twice");
    seen.add(client);
    const count = readCount(decoder, 2);
    let end = 0;
    for (let j = 0; j < count; j++) {
      const clock = readBounded(decoder, CLOCK_MAX);
      const length = readLength(decoder);
      if (clock + length > CLOCK_MAX) throw new RangeError("clock");
      // Yjs writes them in order and joined; one that is said a thousand times would be worked through as often.
      if (clock < end) throw new RangeError("a deletion twice");
      end = clock + length;
      deletes.push({ client, clock, length });
    }
  }
  return deletes;
}

function readId(decoder: decoding.Decoder): Id {
  const client = readBounded(decoder, CLIENT_MAX);
  return { client, clock: readBounded(decoder, CLOCK_MAX) };
}

/** A number of things that follow, each of at least `size` bytes: a larger one is a lie, known before the loop. */
function readCount(decoder: decoding.Decoder, size: number): number {
  const count = decoding.readVarUint(decoder);
  if (count * size > decoder.arr.length - decoder.pos) throw new RangeError("count");
  return count;
}

/** A length that takes no bytes of its own: at least one, and a clock unless said otherwise. */
function readLength(decoder: decoding.Decoder, max = CLOCK_MAX): number {
  const length = readBounded(decoder, max);
  if (length === 0) throw new RangeError("zero length");
  return length;
}

function readBounded(decoder: decoding.Decoder, max: number): number {
  const value = decoding.readVarUint(decoder);
  if (value > max) throw new RangeError("out of bounds");
  return value;
}
