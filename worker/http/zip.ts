import { constants, deflateRawSync } from "node:zlib";
import { Zip, ZipPassThrough } from "fflate";

/** A file of an archive, read as it is written. */
export interface ZipEntry {
  /** Its path in the archive, with `/`. */
  readonly path: string;
  readonly parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** Bytes that are compressed at once: one or two milliseconds, after which others have their turn. */
const PIECE = 64 * 1024;

/** The runtime compresses several times faster than a library in JavaScript. */
class CompressedFile extends ZipPassThrough {
  // Deflate, in the numbers of the format.
  override readonly compression = 8;

  protected override process(chunk: Uint8Array, final: boolean): void {
    const bytes = final ? deflateRawSync(chunk) : deflateRawSync(chunk, { finishFlush: constants.Z_SYNC_FLUSH });
    this.ondata(null, bytes, final);
  }
}

/**
 * An archive, made while it is sent: no faster than whoever receives it reads, and never held whole. When a file cannot be
 * read, the stream breaks, so that half an archive does not pass for one.
 *
 * @param pause resolves when others had their turn
 */
export function zipStream(entries: AsyncIterable<ZipEntry>, pause: () => Promise<void>): ReadableStream<Uint8Array> {
  const pieces = archive(entries, pause);
  return new ReadableStream({
    async pull(controller) {
      const piece = await pieces.next();
      if (piece.done === true) controller.close();
      else controller.enqueue(piece.value);
    },
    async cancel() {
      await pieces.return(undefined);
    },
  });
}

async function* archive(
  entries: AsyncIterable<ZipEntry>,
  pause: () => Promise<void>,
): AsyncGenerator<Uint8Array, undefined, undefined> {
  let ready: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, bytes) => {
    if (error !== null) failure = error;
    else if (bytes.length > 0) ready.push(bytes);
  });
  const taken = function* () {
    if (failure !== null) throw failure;
    const pieces = ready;
    ready = [];
    yield* pieces;
  };
  for await (const { path, parts } of entries) {
    const file = new CompressedFile(path);
    zip.add(file);
    for await (const part of parts) {
      for (let start = 0; start < part.length; start += PIECE) {
        file.push(part.subarray(start, start + PIECE));
        yield* taken();
        await pause();
      }
    }
    file.push(new Uint8Array(), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
