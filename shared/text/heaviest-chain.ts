/** A stretch that two sequences have in common: where it begins in each, and how long it is. */
export interface Common {
  readonly before: number;
  readonly after: number;
  readonly length: number;
}

/**
 * Of stretches that two sequences have in common, those that keep their order in both and are longest together. None may
 * share a place with another, in either sequence. n log n.
 *
 * @param stretches in any order
 * @returns in the order of the sequences
 */
export function heaviestChain(stretches: readonly Common[]): Common[] {
  const inOrder = stretches.toSorted((a, b) => a.after - b.after);
  const ranks = new Map(inOrder.toSorted((a, b) => a.before - b.before).map((each, rank) => [each, rank + 1]));
  const weights: number[] = [];
  const previous: number[] = [];
  // By rank, a tree of the heaviest chain that ends at a stretch of a lower rank.
  const tree: (number | undefined)[] = [];
  const weigh = (index: number | undefined) => (index === undefined ? 0 : (weights[index] ?? 0));
  let last: number | undefined;
  for (const [index, stretch] of inOrder.entries()) {
    const rank = ranks.get(stretch) ?? 0;
    let best: number | undefined;
    for (let at = rank; at > 0; at -= at & -at) if (weigh(tree[at]) > weigh(best)) best = tree[at];
    weights[index] = weigh(best) + stretch.length;
    previous[index] = best ?? -1;
    for (let at = rank; at <= inOrder.length; at += at & -at) if (weigh(tree[at]) < weigh(index)) tree[at] = index;
    if (weigh(last) < weigh(index)) last = index;
  }
  const chain: Common[] = [];
  for (let at = last ?? -1; at >= 0; at = previous[at] ?? -1) {
    const stretch = inOrder[at];
    if (stretch !== undefined) chain.push(stretch);
  }
  return chain.reverse();
}
