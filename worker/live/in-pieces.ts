/** How long a piece of long work may keep everybody else waiting, in milliseconds. */
const PIECE_MS = 10;

/**
 * Runs long work that says where it can pause, in pieces of about 10 ms: an object is one thread, and on one's own server
 * every object shares it.
 *
 * @param pause resolves when others had their turn
 * @param now milliseconds from any start
 */
export async function inPieces<Done>(
  work: Generator<unknown, Done>,
  pause: () => Promise<void>,
  now: () => number,
): Promise<Done> {
  let begun = now();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (now() - begun < PIECE_MS) continue;
    await pause();
    begun = now();
  }
}

/** Runs the same work without a pause: when it is known to be short. */
export function atOnce<Done>(work: Generator<unknown, Done>): Done {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}
