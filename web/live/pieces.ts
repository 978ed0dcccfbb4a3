import * as Y from "yjs";

/** `Y.mergeUpdates` is quadratic in the number of updates: a tree of this many at a time is not. */
const AT_ONCE = 64;

/** One update that does what these do in their order. At least one is needed. */
function mergeMany(updates: readonly Uint8Array[]): Uint8Array {
  let level = [...updates];
  while (level.length > 1) {
    const next: Uint8Array[] = [];
    for (let i = 0; i < level.length; i += AT_ONCE) next.push(Y.mergeUpdates(level.slice(i, i + AT_ONCE)));
    level = next;
  }
  const [merged] = level;
  if (merged === undefined) throw new Error("nothing to merge");
  return merged;
}

export interface Numbered {
  readonly number: number;
  readonly bytes: Uint8Array;
}

/**
 * Gathers updates, in their order, into as few frames as possible of at most `max` bytes each, cut between updates. The
 * number of a frame is that of its last update. An update that is larger than `max` by itself goes alone.
 */
export function gather(updates: readonly Numbered[], max: number): Numbered[] {
  const frames: Numbered[] = [];
  let group: Uint8Array[] = [];
  let size = 0;
  let number = 0;
  function close(): void {
    if (group.length > 0) frames.push({ number, bytes: mergeMany(group) });
    group = [];
    size = 0;
  }
  for (const update of updates) {
    if (size + update.bytes.length > max) close();
    group.push(update.bytes);
    size += update.bytes.length;
    number = update.number;
  }
  close();
  return frames;
}
