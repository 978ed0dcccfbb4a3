import * as encoding from "lib0/encoding";

/** Writes the body of one struct, or anything in its place. */
export type Body = (encoder: encoding.Encoder) => void;

/** Structs of one client, from a clock on. */
export interface Block {
  readonly client: number;
  readonly clock: number;
  readonly bodies: readonly Body[];
  /** How many it says that it has; its bodies without it. */
  readonly count?: number;
}

export interface Deletions {
  readonly client: number;
  readonly ranges: readonly (readonly [clock: number, length: number])[];
}

/** An update put together by hand, for what Yjs itself never writes. */
export function makeUpdate(blocks: readonly Block[], deletions: readonly Deletions[] = []): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, blocks.length);
    for (const { client, clock, bodies, count } of blocks) {
      encoding.writeVarUint(encoder, count ?? bodies.length);
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, clock);
      for (const body of bodies) body(encoder);
    }
    encoding.writeVarUint(encoder, deletions.length);
    for (const { client, ranges } of deletions) {
      encoding.writeVarUint(encoder, client);
      encoding.writeVarUint(encoder, ranges.length);
      for (const [clock, length] of ranges) {
        encoding.writeVarUint(encoder, clock);
        encoding.writeVarUint(encoder, length);
      }
    }
  });
}

/** Numbers of Yjs's contents. */
const CONTENT = { deleted: 1, string: 4, format: 6, type: 7, any: 8 } as const;

/** A run of so many letters that takes three bytes, whatever it says. */
export const gc =
  (length: number): Body =>
  (encoder) => {
    encoding.writeUint8(encoder, 0);
    encoding.writeVarUint(encoder, length);
  };

/** The same, for letters that are missing. */
export const skip =
  (length: number): Body =>
  (encoder) => {
    encoding.writeUint8(encoder, 10);
    encoding.writeVarUint(encoder, length);
  };

/** The same, for letters that were deleted in this part of the sheet. */
export const deleted =
  (root: string, length: number): Body =>
  (encoder) => {
    writeHead(encoder, CONTENT.deleted, root);
    encoding.writeVarUint(encoder, length);
  };

/** A paragraph at the end of a section; what follows it can name it as its parent. */
export const paragraph =
  (root: string): Body =>
  (encoder) => {
    writeHead(encoder, CONTENT.type, root);
    encoding.writeVarUint(encoder, 3);
    encoding.writeVarString(encoder, "paragraph");
  };

export const string =
  (root: string, text: string): Body =>
  (encoder) => {
    writeHead(encoder, CONTENT.string, root);
    encoding.writeVarString(encoder, text);
  };

/** Letters between two neighbours, of which at least one is given. */
export const letters =
  (origin: Neighbour | null, rightOrigin: Neighbour | null, text: string): Body =>
  (encoder) => {
    encoding.writeUint8(encoder, CONTENT.string | (origin === null ? 0 : 0x80) | (rightOrigin === null ? 0 : 0x40));
    for (const id of [origin, rightOrigin]) {
      if (id === null) continue;
      encoding.writeVarUint(encoder, id.client);
      encoding.writeVarUint(encoder, id.clock);
    }
    encoding.writeVarString(encoder, text);
  };

interface Neighbour {
  readonly client: number;
  readonly clock: number;
}

/** An attribute of an element, by its id, with these bytes as its values. */
export const attribute =
  (parent: Neighbour, key: string, values: Body): Body =>
  (encoder) => {
    encoding.writeUint8(encoder, CONTENT.any | 0x20);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarUint(encoder, parent.client);
    encoding.writeVarUint(encoder, parent.clock);
    encoding.writeVarString(encoder, key);
    values(encoder);
  };

/** A format with this text as its value, which is to be JSON. */
export const format =
  (root: string, key: string, json: string): Body =>
  (encoder) => {
    writeHead(encoder, CONTENT.format, root);
    encoding.writeVarString(encoder, key);
    encoding.writeVarString(encoder, json);
  };

function writeHead(encoder: encoding.Encoder, content: number, root: string): void {
  encoding.writeUint8(encoder, content);
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarString(encoder, root);
}

/** A list of one value, in lists of one, this deep: two bytes a level. */
export const nested =
  (depth: number): Body =>
  (encoder) => {
    encoding.writeVarUint(encoder, 1);
    for (let i = 0; i < depth; i++) encoding.writeUint8Array(encoder, LIST_OF_ONE);
    encoding.writeUint8(encoder, 126);
  };

const LIST_OF_ONE = new Uint8Array([117, 1]);

/** More than anybody has: what says so many must cost nothing. */
export const BOMB = 2 ** 30;

/** Structs of one client from its first clock on. */
export function block(client: number, ...bodies: readonly Body[]): Block {
  return { client, clock: 0, bodies };
}

/** Bytes one by one. */
export function bytes(...values: number[]): Uint8Array {
  return new Uint8Array(values);
}

/** A number as lib0 writes it. */
export function varUint(value: number): Uint8Array {
  return encoding.encode((encoder) => encoding.writeVarUint(encoder, value));
}
