import * as Y from "yjs";
import { type Range, readStored, type Struct } from "../../live/bounded-decoder.ts";
import { causalOrder } from "../../live/causal-order.ts";
import { encodeUpdate } from "../../live/update-encoder.ts";

/** Bytes that are applied without a pause: some milliseconds. */
export const APPLIED_AT_ONCE = 16 * 1024;
/** Structs of a slice: the same. */
const STRUCTS_AT_ONCE = 500;
/** Ids that a slice deletes: as many structs at most. */
const DELETED_AT_ONCE = 500;

/**
 * Applies an update that is stored here, slice by slice, each behind all that it stands on: one of 4 MB takes Yjs a third of
 * a second. Nobody may look at the document before it is over. Pauses between slices.
 */
export function* applyInSlices(doc: Y.Doc, bytes: Uint8Array): Generator<undefined, void> {
  if (bytes.length <= APPLIED_AT_ONCE) {
    Y.applyUpdate(doc, bytes);
    return;
  }
  const byClient = new Map<number, Struct[]>();
  const reading = readStored(bytes);
  let read = reading.next();
  for (let count = 1; read.done !== true; count++) {
    const list = byClient.get(read.value.client);
    if (list === undefined) byClient.set(read.value.client, [read.value]);
    else list.push(read.value);
    if (count % STRUCTS_AT_ONCE === 0) yield;
    read = reading.next();
  }
  yield* applied(doc, causalOrder(byClient));
  let deletes: Range[] = [];
  let size = 0;
  for (const range of cut(read.value)) {
    deletes.push(range);
    size += range.length;
    if (size < DELETED_AT_ONCE) continue;
    Y.applyUpdate(doc, encodeUpdate({ structs: [], deletes }));
    [deletes, size] = [[], 0];
    yield;
  }
  Y.applyUpdate(doc, encodeUpdate({ structs: [], deletes }));
}

function* applied(doc: Y.Doc, structs: Iterable<Struct | null>): Generator<undefined, void> {
  let slice: Struct[] = [];
  const apply = () => {
    Y.applyUpdate(doc, encodeUpdate({ structs: slice, deletes: [] }));
    slice = [];
  };
  for (const struct of structs) {
    if (struct === null) throw new Error("what is stored stands on itself");
    slice.push(struct);
    if (slice.length < STRUCTS_AT_ONCE) continue;
    apply();
    yield;
  }
  apply();
}

/** The same ids in ranges of a slice at most. */
function* cut(ranges: readonly Range[]): Generator<Range> {
  for (const { client, clock, length } of ranges) {
    for (let start = 0; start < length; start += DELETED_AT_ONCE) {
      yield { client, clock: clock + start, length: Math.min(DELETED_AT_ONCE, length - start) };
    }
  }
}
