import * as Y from "yjs";
import { DECLARATIONS_MAX, type Declaration } from "../../shared/protocol/declarations.ts";

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
  /** What it restates; absent: nothing. */
  readonly declarations?: readonly Declaration[];
}

export interface Frame extends Numbered {
  readonly declarations: readonly Declaration[];
}

/** The most that one declaration takes, in bytes: five numbers. */
const DECLARATION_BYTES = 26;

/**
 * Gathers updates, in their order, into as few frames as possible of at most `max` bytes each, cut between updates. The
 * number of a frame is that of its last update. An update that is larger than `max` by itself goes alone. What they
 * restate goes with them.
 */
export function gather(updates: readonly Numbered[], max: number): Frame[] {
  const frames: Frame[] = [];
  let group: Uint8Array[] = [];
  let declarations: Declaration[] = [];
  let size = 0;
  let number = 0;
  function close(): void {
    // Of one update that restates more than may be said, the rest is left unsaid.
    const said = declarations.slice(0, DECLARATIONS_MAX);
    if (group.length > 0) frames.push({ number, bytes: mergeMany(group), declarations: said });
    group = [];
    declarations = [];
    size = 0;
  }
  for (const update of updates) {
    const { bytes, declarations: its = [] } = update;
    const more = bytes.length + its.length * DECLARATION_BYTES;
    if (size + more > max || declarations.length + its.length > DECLARATIONS_MAX) close();
    group.push(bytes);
    declarations.push(...its);
    size += more;
    number = update.number;
  }
  close();
  return frames;
}
