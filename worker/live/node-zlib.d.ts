/** The part of Node's zlib that workerd has and the log uses: compressing within one transaction, without waiting. */
declare module "node:zlib" {
  export function deflateRawSync(bytes: Uint8Array): Uint8Array;
  export function inflateRawSync(bytes: Uint8Array): Uint8Array;
}
