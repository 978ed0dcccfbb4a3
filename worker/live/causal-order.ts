import type { Id, NewItem, Struct } from "./bounded-decoder.ts";

/** What an item stands on: its neighbours and its parent. */
export function dependencies({ origin, rightOrigin, parent }: NewItem): Id[] {
  return [origin, rightOrigin, parent !== null && "id" in parent ? parent.id : null].filter((id) => id !== null);
}

/**
 * The structs of an update, each behind all that it stands on, as Yjs takes them; ends with null where two stand on each
 * other.
 *
 * @param byClient those of each client id, in the order of their clocks
 */
export function* causalOrder(byClient: ReadonlyMap<number, readonly Struct[]>): Generator<Struct | null> {
  /** How many of each were taken. */
  const taken = new Map<number, number>();
  for (const first of byClient.keys()) {
    // A stack and no recursion: a person may have as many ids as structs.
    const waiting = [{ client: first, until: Number.POSITIVE_INFINITY }];
    const isWaiting = new Set([first]);
    for (let top = waiting.at(-1); top !== undefined; top = waiting.at(-1)) {
      const { client, until } = top;
      const index = taken.get(client) ?? 0;
      const struct = byClient.get(client)?.[index];
      if (struct === undefined || struct.clock > until) {
        waiting.pop();
        isWaiting.delete(client);
        continue;
      }
      const needed = struct.kind === "item" ? firstMissing(struct, byClient, taken) : null;
      if (needed === null) {
        taken.set(client, index + 1);
        yield struct;
      } else if (isWaiting.has(needed.client)) {
        yield null;
        return;
      } else {
        waiting.push({ client: needed.client, until: needed.clock });
        isWaiting.add(needed.client);
      }
    }
  }
}

/** What an item stands on that another client id of the update brings, and that was not taken yet. */
function firstMissing(
  item: NewItem,
  byClient: ReadonlyMap<number, readonly Struct[]>,
  taken: ReadonlyMap<number, number>,
): Id | null {
  for (const id of dependencies(item)) {
    const next = byClient.get(id.client)?.[taken.get(id.client) ?? 0];
    if (id.client !== item.client && next !== undefined && id.clock >= next.clock) return id;
  }
  return null;
}
