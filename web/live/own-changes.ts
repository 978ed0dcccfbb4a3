import * as Y from "yjs";

/**
 * Hears of each change that this page made to the document.
 *
 * Not of the tidying that Yjs does by itself after somebody else's bold or italic: every page does the same to its own
 * copy, it removes no letter, and it is nobody's act.
 *
 * @returns what stops the listening
 */
export function listenToOwnChanges(doc: Y.Doc, listener: (update: Uint8Array) => void): () => void {
  let tidying: Y.Transaction | null = null;
  // Asked before garbage collection replaces what was deleted.
  function inspect(transaction: Y.Transaction): void {
    tidying = isTidying(transaction) ? transaction : null;
  }
  function tell(update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void {
    if (transaction.local && transaction !== tidying) listener(update);
  }
  doc.on("afterTransaction", inspect);
  doc.on("update", tell);
  return () => {
    doc.off("afterTransaction", inspect);
    doc.off("update", tell);
  };
}

function isTidying(transaction: Y.Transaction): boolean {
  if (!transaction.local || transaction.origin !== null || transaction.deleteSet.clients.size === 0) return false;
  for (const [client, clock] of transaction.afterState) {
    if (transaction.beforeState.get(client) !== clock) return false;
  }
  let onlyFormats = true;
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentFormat)) onlyFormats = false;
  });
  return onlyFormats;
}
