import { brotliCompressSync, constants, gzipSync } from "node:zlib";

export interface Twins {
  /** Null where compression gains nothing. */
  readonly br: Buffer | null;
  readonly gz: Buffer | null;
}

/** Below this many bytes a twin costs a request's headers more than it saves. */
const SMALLEST = 256;

/** Compresses once, as hard as the formats allow: it is done at build time and read thousands of times. */
export function compressedTwins(content: Buffer): Twins {
  if (content.length < SMALLEST) return { br: null, gz: null };
  const br = brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    },
  });
  const gz = gzipSync(content, { level: constants.Z_BEST_COMPRESSION });
  return { br: smaller(br, content), gz: smaller(gz, content) };
}

function smaller(twin: Buffer, content: Buffer): Buffer | null {
  return twin.length < content.length ? twin : null;
}
