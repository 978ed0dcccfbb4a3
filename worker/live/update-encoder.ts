import * as encoding from "lib0/encoding";
import type { Content, DecodedUpdate, Id, Struct } from "./bounded-decoder.ts";
import { atOnce } from "./in-pieces.ts";

/** Writes what `decodeUpdate` reads. Structs of one client follow each other; throws on content that no sheet holds. */
export function encodeUpdate(update: DecodedUpdate): Uint8Array {
  return atOnce(encodeInPieces(update));
}

/** Structs, or deleted ranges, that are written before others may have their turn: some tenths of a millisecond. */
const WRITTEN_AT_ONCE = 1_000;

/** The same, pausing as it goes: what is made here may be as large as a text. */
export function* encodeInPieces({ structs, deletes }: DecodedUpdate): Generator<undefined, Uint8Array> {
  const encoder = encoding.createEncoder();
  let written = 0;
  const isDue = () => ++written % WRITTEN_AT_ONCE === 0;
  const byClient = Map.groupBy(structs, ({ client }) => client);
  encoding.writeVarUint(encoder, byClient.size);
  for (const [client, run] of byClient) {
    encoding.writeVarUint(encoder, run.length);
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, run[0]?.clock ?? 0);
    for (const struct of run) {
      writeStruct(encoder, struct);
      if (isDue()) yield;
    }
  }
  const deletesByClient = Map.groupBy(deletes, ({ client }) => client);
  encoding.writeVarUint(encoder, deletesByClient.size);
  for (const [client, ranges] of deletesByClient) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, ranges.length);
    for (const { clock, length } of ranges) {
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarUint(encoder, length);
      if (isDue()) yield;
    }
  }
  return encoding.toUint8Array(encoder);
}

/** Numbers of Yjs's structs and contents (`Item.js`). */
const GC = 0;
const SKIP = 10;
const CONTENT = { deleted: 1, string: 4, format: 6, element: 7, text: 7, any: 8 } as const;
/** Numbers of Yjs's types (`ContentType.js`). */
const XML_ELEMENT = 3;
const XML_TEXT = 6;

function writeStruct(encoder: encoding.Encoder, struct: Struct): void {
  if (struct.kind !== "item") {
    encoding.writeUint8(encoder, struct.kind === "gc" ? GC : SKIP);
    encoding.writeVarUint(encoder, struct.length);
    return;
  }
  const { origin, rightOrigin, parent, parentSub, content } = struct;
  if (content.kind === "other") throw new Error("content that no sheet holds");
  const flags = (origin === null ? 0 : 0x80) | (rightOrigin === null ? 0 : 0x40) | (parentSub === null ? 0 : 0x20);
  encoding.writeUint8(encoder, CONTENT[content.kind] | flags);
  if (origin !== null) writeId(encoder, origin);
  if (rightOrigin !== null) writeId(encoder, rightOrigin);
  if (parent !== null) {
    encoding.writeVarUint(encoder, "root" in parent ? 1 : 0);
    if ("root" in parent) encoding.writeVarString(encoder, parent.root);
    else writeId(encoder, parent.id);
    if (parentSub !== null) encoding.writeVarString(encoder, parentSub);
  }
  writeContent(encoder, content, struct.length);
}

function writeContent(
  encoder: encoding.Encoder,
  content: Exclude<Content, { readonly kind: "other" }>,
  length: number,
): void {
  switch (content.kind) {
    case "deleted":
      encoding.writeVarUint(encoder, length);
      break;
    case "string":
      encoding.writeVarString(encoder, content.text);
      break;
    case "format":
      encoding.writeVarString(encoder, content.key);
      encoding.writeVarString(encoder, JSON.stringify(content.value));
      break;
    case "element":
      encoding.writeVarUint(encoder, XML_ELEMENT);
      encoding.writeVarString(encoder, content.name);
      break;
    case "text":
      encoding.writeVarUint(encoder, XML_TEXT);
      break;
    case "any":
      encoding.writeVarUint(encoder, content.values.length);
      // Scalars, as `decodeUpdate` reads them.
      for (const value of content.values) encoding.writeAny(encoder, value as string | number | boolean | null);
      break;
  }
}

function writeId(encoder: encoding.Encoder, { client, clock }: Id): void {
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
}
