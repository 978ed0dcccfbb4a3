import type { ZipEntry } from "./zip.ts";

/** How long an answer holds, in milliseconds. */
const HOLDS_MS = 1_000;

/**
 * These files, as long as whoever receives them may: asked when something was read, and before it is sent. Whoever receives
 * an archive slowly would be sent today's words until its end. Throws when they may no more: the archive breaks, and half
 * of it does not pass for the whole.
 */
export async function* whileAllowed(
  files: AsyncIterable<ZipEntry>,
  mayStill: () => Promise<boolean>,
): AsyncGenerator<ZipEntry> {
  for await (const { path, parts } of files) {
    await check(mayStill);
    yield { path, parts: Symbol.asyncIterator in parts ? partsWhileAllowed(parts, mayStill) : parts };
  }
}

/** The same of what is read while it is sent. */
async function* partsWhileAllowed(
  parts: AsyncIterable<Uint8Array>,
  mayStill: () => Promise<boolean>,
): AsyncGenerator<Uint8Array> {
  for await (const part of parts) {
    await check(mayStill);
    yield part;
  }
}

async function check(mayStill: () => Promise<boolean>): Promise<void> {
  if (!(await mayStill())) throw new Error("the right to an archive was lost meanwhile");
}

/**
 * Asks a question that was answered with yes just now, once a second at most: an archive has a file for each part of each
 * version, and one request to Cloudflare may ask its objects ten thousand times. `now` in milliseconds from any start.
 */
export function onceASecond(ask: () => Promise<boolean>, now: () => number): () => Promise<boolean> {
  let asked = now();
  let answer = true;
  return async () => {
    if (now() - asked < HOLDS_MS) return answer;
    answer = await ask();
    asked = now();
    return answer;
  };
}
