/** The part of Node's zlib that workerd has and that is used here: compressing in one turn, without waiting. */
declare module "node:zlib" {
  export const constants: { readonly Z_SYNC_FLUSH: number };
  /** @param options `finishFlush`: `Z_SYNC_FLUSH` when more of the same stream follows */
  export function deflateRawSync(
    bytes: Uint8Array,
    options?: { readonly finishFlush: number },
  ): Uint8Array<ArrayBuffer>;
  export function inflateRawSync(bytes: Uint8Array): Uint8Array;
}
