import { Stride } from "./stride.ts";

/** A stretch that two sequences have in common: where it begins in each, and how long it is. */
export interface Common {
  readonly before: number;
  readonly after: number;
  readonly length: number;
}

/** Where a stretch ends in each. */
export function endOf({ before, after, length }: Common): { readonly before: number; readonly after: number } {
  return { before: before + length, after: after + length };
}

/** Adds a stretch behind those that were found: what follows the last at once, in both, is one with it; nothing is left out. */
export function appendCommon(found: Common[], each: Common): void {
  if (each.length === 0) return;
  const last = found.at(-1);
  if (last !== undefined && endOf(last).before === each.before && endOf(last).after === each.after) {
    found[found.length - 1] = { ...last, length: last.length + each.length };
  } else {
    found.push(each);
  }
}

/** What a stretch counts for, in letters looked at. */
const WORK = 20;

/**
 * Of stretches that two sequences have in common, those that keep their order in both and are longest together. None may
 * share a place with another, in either sequence. n log n. Pauses as it goes.
 *
 * @param stretches in any order
 * @returns in the order of the sequences
 */
export function* heaviestChain(stretches: readonly Common[]): Generator<undefined, Common[]> {
  if (stretches.length < 2) return [...stretches];
  const stride = new Stride();
  const inOrder = orderOf(stretches, "after");
  yield;
  const ranks = new Uint32Array(stretches.length);
  for (const [rank, index] of orderOf(stretches, "before").entries()) ranks[index] = rank + 1;
  yield;
  const weights = new Float64Array(stretches.length);
  const previous = new Int32Array(stretches.length).fill(-1);
  // By rank, a tree of the heaviest chain that ends at a stretch of a lower rank; -1: there is none.
  const tree = new Int32Array(stretches.length + 1).fill(-1);
  const weigh = (index: number) => (index === -1 ? 0 : (weights[index] ?? 0));
  let last = -1;
  for (const index of inOrder) {
    const rank = ranks[index] ?? 0;
    let best = -1;
    for (let at = rank; at > 0; at -= at & -at) if (weigh(tree[at] ?? -1) > weigh(best)) best = tree[at] ?? -1;
    weights[index] = weigh(best) + (stretches[index]?.length ?? 0);
    previous[index] = best;
    for (let at = rank; at < tree.length; at += at & -at) if (weigh(tree[at] ?? -1) < weigh(index)) tree[at] = index;
    if (weigh(last) < weigh(index)) last = index;
    if (stride.isDue(WORK)) yield;
  }
  const chain: Common[] = [];
  for (let at = last; at >= 0; at = previous[at] ?? -1) {
    const stretch = stretches[at];
    if (stretch !== undefined) chain.push(stretch);
  }
  return chain.reverse();
}

/** Indexes in the order of where stretches begin. One sort of numbers, since a sort has no pause: 10 ms for 100,000. */
function orderOf(stretches: readonly Common[], side: "before" | "after"): Uint32Array {
  const count = stretches.length;
  // A place and an index in one number: exact as long as their product is.
  const keys = Float64Array.from(stretches, (each, index) => each[side] * count + index).sort();
  return Uint32Array.from(keys, (key) => key % count);
}
