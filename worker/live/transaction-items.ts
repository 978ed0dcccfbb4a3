import * as Y from "yjs";
import type { Id, Range } from "./bounded-decoder.ts";

/** Whether the transaction brought this id. */
export function isNew(transaction: Y.Transaction, id: Id): boolean {
  return id.clock >= (transaction.beforeState.get(id.client) ?? 0);
}

/** The items that the transaction brought. */
export function newItems(transaction: Y.Transaction): Y.Item[] {
  return [...newStructs(transaction, transaction.afterState.keys())]
    .map(({ struct }) => struct)
    .filter((struct) => struct instanceof Y.Item);
}

/**
 * What was not there before; the first of a client may have been joined to what was, and is new from a clock on. For each
 * key only the update's own clients are looked at: a text that many wrote has hundreds.
 */
export function* newStructs(
  transaction: Y.Transaction,
  clients: Iterable<number>,
): Generator<{ struct: Y.Item | Y.GC; from: number }> {
  for (const client of clients) {
    const start = transaction.beforeState.get(client) ?? 0;
    if (start === (transaction.afterState.get(client) ?? 0)) continue;
    const structs = transaction.doc.store.clients.get(client) ?? [];
    for (let i = Y.findIndexSS(structs, start); i < structs.length; i++) {
      const struct = structs[i];
      if (struct instanceof Y.Item || struct instanceof Y.GC) yield { struct, from: Math.max(start, struct.id.clock) };
    }
  }
}

/** The items that the transaction deleted, with what was in them; those that it brought and deleted too. */
export function deletedItems(transaction: Y.Transaction): Y.Item[] {
  const items: Y.Item[] = [];
  for (const [client, ranges] of transaction.deleteSet.clients) {
    const structs = transaction.doc.store.clients.get(client) ?? [];
    for (const { clock, len } of ranges) {
      for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
        const struct = structs[i];
        if (struct === undefined || struct.id.clock >= clock + len) break;
        if (struct instanceof Y.Item) items.push(struct);
      }
    }
  }
  return items;
}

/** All that the transaction deleted, as ranges of ids. */
export function deletedRanges({ deleteSet }: Y.Transaction): Range[] {
  return [...deleteSet.clients].flatMap(([client, ranges]) =>
    ranges.map(({ clock, len }) => ({ client, clock, length: len })),
  );
}

/** The ids of an item. */
export function rangeOf(item: Y.Item): Range {
  return { client: item.id.client, clock: item.id.clock, length: item.length };
}
