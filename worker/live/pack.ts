import { deflateRawSync, inflateRawSync } from "node:zlib";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { type AccountId, parseId } from "../../shared/ids.ts";

/** A row of the log as it is kept, its deed not yet read. */
export interface StoredRow {
  readonly seq: number;
  readonly author: AccountId;
  readonly at: number;
  readonly bytes: Uint8Array;
  /** null: of the first form of the log. */
  readonly deed: Uint8Array | null;
}

/** A stretch of rows as they came, each with its author and time, in as few bytes as they take. */
export function encodePack(rows: readonly StoredRow[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, rows.length);
  for (const row of rows) {
    encoding.writeVarUint(encoder, row.seq);
    encoding.writeVarString(encoder, row.author);
    encoding.writeVarUint(encoder, row.at);
    encoding.writeVarUint8Array(encoder, row.bytes);
    encoding.writeVarUint(encoder, row.deed === null ? 0 : 1);
    if (row.deed !== null) encoding.writeVarUint8Array(encoder, row.deed);
  }
  return deflateRawSync(encoding.toUint8Array(encoder));
}

/** Reads what `encodePack` wrote, row by row as it is asked for; throws when it did not. */
export function* decodePack(bytes: Uint8Array): Generator<StoredRow> {
  const decoder = decoding.createDecoder(new Uint8Array(inflateRawSync(bytes)));
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    yield {
      seq: decoding.readVarUint(decoder),
      author: readAuthor(decoder),
      at: decoding.readVarUint(decoder),
      bytes: decoding.readVarUint8Array(decoder),
      deed: decoding.readVarUint(decoder) === 1 ? decoding.readVarUint8Array(decoder) : null,
    };
  }
}

function readAuthor(decoder: decoding.Decoder): AccountId {
  const author = parseId<AccountId>(decoding.readVarString(decoder));
  if (author === null) throw new Error("a pack whose author is no account");
  return author;
}
