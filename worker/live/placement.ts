import * as Y from "yjs";

/** Steps to the right for one update: what many people wrote at one place meanwhile is far below. */
const STEPS_MAX = 100_000;

/**
 * Whether each of these items, just integrated, stands left of what it says stands right of it. True of whatever a page
 * makes, and kept by Yjs in every merge. Of items that name their neighbours crosswise it is not, and such items give
 * different texts to different pages.
 */
export function isInOrder(items: Iterable<Y.Item>): boolean {
  /** What is known to stand left of an id: no stretch of the text is walked twice for the same neighbour. */
  const known = new Map<string, Set<Y.Item>>();
  let steps = 0;
  for (const item of items) {
    const { rightOrigin } = item;
    if (rightOrigin === null || !(item.parent instanceof Y.AbstractType)) continue;
    const name = `${rightOrigin.client}:${rightOrigin.clock}`;
    const before = known.get(name) ?? new Set<Y.Item>();
    known.set(name, before);
    const path: Y.Item[] = [item];
    let next = item.right;
    while (next !== null && !contains(next, rightOrigin) && !before.has(next)) {
      path.push(next);
      next = next.right;
      steps += 1;
      if (steps > STEPS_MAX) return false;
    }
    if (next === null) return false;
    for (const each of path) before.add(each);
  }
  return true;
}

function contains(item: Y.Item, id: Y.ID): boolean {
  return item.id.client === id.client && id.clock >= item.id.clock && id.clock < item.id.clock + item.length;
}
