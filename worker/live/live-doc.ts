import * as Y from "yjs";
import { FICHE_PLACES, type Places } from "../../shared/editor/sections.ts";

/**
 * The text as it stands, in memory. Rebuilt from the log after a sleep; it drops what was deleted (gc), since history
 * is in the log.
 */
export class LiveDoc {
  readonly doc: Y.Doc;
  #onApplied: ((transaction: Y.Transaction) => void) | null = null;

  /** @param places all that the text has from the start: admission lets nobody add another */
  constructor(updates: Iterable<{ readonly bytes: Uint8Array }>, places: Places = FICHE_PLACES) {
    this.doc = new Y.Doc({ gc: true });
    for (const section of places.sections) this.doc.getXmlFragment(section);
    for (const sentence of places.sentences) this.doc.getText(sentence);
    tidyNothing(this.doc);
    this.doc.on("afterTransaction", (transaction: Y.Transaction) => {
      const onApplied = this.#onApplied;
      this.#onApplied = null;
      onApplied?.(transaction);
    });
    // One transaction: merging the rows first would be quadratic (measured: 5 s against 50 ms for 23,000 of them).
    this.doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.doc, update.bytes);
    });
  }

  /**
   * Applies an update that was admitted and has it described by `see`, while the old letters are still there to look at;
   * null when everything in it was known already. Throws when Yjs could not take it whole, which admission excludes: the
   * caller must then drop this object, whose content is no longer what the log says.
   */
  apply<Seen>(bytes: Uint8Array, see: (transaction: Y.Transaction) => Seen): Seen | null {
    let seen: Seen | null = null;
    this.#onApplied = (transaction) => {
      if (hasNews(transaction)) seen = see(transaction);
    };
    Y.applyUpdate(this.doc, bytes);
    const { pendingStructs, pendingDs } = this.doc.store;
    if (pendingStructs !== null || pendingDs !== null) throw new Error("an admitted update was left pending");
    return seen;
  }

  /** What a page that knows this much is missing; null when the bytes are not a state vector. */
  since(stateVector: Uint8Array): Uint8Array | null {
    try {
      return Y.encodeStateAsUpdate(this.doc, stateVector);
    } catch {
      return null;
    }
  }

  stateVector(): Uint8Array {
    return Y.encodeStateVector(this.doc);
  }

  /** Whether the text holds anything of this client id. */
  knows(client: number): boolean {
    return Y.getState(this.doc.store, client) > 0;
  }
}

/**
 * Yjs would remove the marks that it finds superfluous after each transaction: the log does not have that, and another
 * copy, which heard the same in other portions, finds others. Whoever tidies says so in an update.
 */
export function tidyNothing(doc: Y.Doc): void {
  doc.on("afterTransaction", (transaction: Y.Transaction) => {
    transaction._needFormattingCleanup = false;
  });
}

function hasNews(transaction: Y.Transaction): boolean {
  if (transaction.deleteSet.clients.size > 0) return true;
  for (const [client, clock] of transaction.afterState) {
    if (transaction.beforeState.get(client) !== clock) return true;
  }
  return false;
}
