import * as Y from "yjs";
import { SENTENCES, TEXT_SECTIONS } from "../../shared/editor/sections.ts";

/**
 * The text as it stands, in memory. Rebuilt from the log after a sleep; it drops what was deleted (gc), since history
 * is in the log.
 */
export class LiveDoc {
  readonly doc: Y.Doc;
  #onApplied: ((transaction: Y.Transaction) => void) | null = null;

  constructor(updates: Iterable<{ readonly bytes: Uint8Array }>) {
    this.doc = new Y.Doc({ gc: true });
    for (const section of TEXT_SECTIONS) this.doc.getXmlFragment(section);
    for (const sentence of SENTENCES) this.doc.getText(sentence);
    // One transaction: merging the rows first would be quadratic (measured: 5 s against 50 ms for 23,000 of them).
    this.doc.transact(() => {
      for (const update of updates) Y.applyUpdate(this.doc, update.bytes);
    });
    this.doc.on("afterTransaction", (transaction: Y.Transaction) => {
      const onApplied = this.#onApplied;
      // Only the transaction that brings the update: what Yjs tidies behind it is nobody's act.
      this.#onApplied = null;
      onApplied?.(transaction);
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

function hasNews(transaction: Y.Transaction): boolean {
  if (transaction.deleteSet.clients.size > 0) return true;
  for (const [client, clock] of transaction.afterState) {
    if (transaction.beforeState.get(client) !== clock) return true;
  }
  return false;
}
