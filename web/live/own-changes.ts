import type * as Y from "yjs";
import type { Declaration } from "../../shared/protocol/declarations.ts";

/** In the `meta` of a transaction of this page: what of its letters restates older ones, as declarations. */
export const RESTATES = Symbol("restates");

/** Adds that these letters restate those; letters that follow each other on both sides are one declaration. */
export function declare(declarations: Declaration[], { client, clock }: Y.ID, from: Y.ID, length = 1): void {
  const last = declarations.at(-1);
  if (
    last?.client === client &&
    last.clock + last.length === clock &&
    last.from.client === from.client &&
    last.from.clock + last.length === from.clock
  ) {
    declarations[declarations.length - 1] = { ...last, length: last.length + length };
  } else {
    declarations.push({ client, clock, length, from: { client: from.client, clock: from.clock } });
  }
}

/**
 * Hears of each change that this page made to the document, with what of it restates older letters.
 *
 * Yjs would also remove, by itself and without saying so, marks that it finds superfluous after somebody else's bold or
 * italic: each page at another moment, so that they would differ. Nothing is tidied here; the server does not either.
 *
 * @returns what stops the listening
 */
export function listenToOwnChanges(
  doc: Y.Doc,
  listener: (update: Uint8Array, declarations: readonly Declaration[]) => void,
): () => void {
  function leaveAsItIs(transaction: Y.Transaction): void {
    transaction._needFormattingCleanup = false;
  }
  function tell(update: Uint8Array, _origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void {
    if (!transaction.local) return;
    // Put there by the binding and the undo history alone.
    listener(update, (transaction.meta.get(RESTATES) as readonly Declaration[] | undefined) ?? []);
  }
  doc.on("afterTransaction", leaveAsItIs);
  doc.on("update", tell);
  return () => {
    doc.off("afterTransaction", leaveAsItIs);
    doc.off("update", tell);
  };
}
