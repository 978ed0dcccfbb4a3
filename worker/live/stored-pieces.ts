import { STORED_VALUE_MAX } from "../../shared/protocol/limits.ts";

/** Bytes cut so that each piece may be stored: Cloudflare refuses a value over 2 MB. At least one piece. */
export function cut(bytes: Uint8Array): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let start = 0; start < bytes.length || start === 0; start += STORED_VALUE_MAX) {
    pieces.push(bytes.subarray(start, start + STORED_VALUE_MAX));
  }
  return pieces;
}

/** The pieces as one. */
export function join(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  if (pieces.length === 1 && only !== undefined) return only;
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let start = 0;
  for (const piece of pieces) {
    whole.set(piece, start);
    start += piece.length;
  }
  return whole;
}
