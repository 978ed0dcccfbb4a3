import * as Y from "yjs";
import { RawPage } from "./raw-page.ts";
import type { Patch } from "./traces.ts";

/** Letters that one client wrote. */
export interface Letters {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
}

/**
 * A page that shows what others wrote only when it is told to, as somebody does whose network is slow: what arrives
 * waits, round by round.
 */
export class HeldPage extends RawPage {
  /** Everything that arrived, shown or not. */
  readonly #arrived = new Y.Doc();
  readonly #rounds: Uint8Array[][] = [];
  #text: Y.XmlText | null = null;
  #deletions: Letters[] = [];

  /** From now on, what others write waits. The text that is written in is the last paragraph of this section. */
  hold(section: string): void {
    const fragment = this.doc.getXmlFragment(section);
    const paragraph = fragment.get(fragment.length - 1);
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
    if (!(text instanceof Y.XmlText)) throw new Error("no paragraph to write in");
    this.#text = text;
    Y.applyUpdate(this.#arrived, Y.encodeStateAsUpdate(this.doc));
    this.doc.on("update", (update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
      if (local) Y.applyUpdate(this.#arrived, update);
    });
    this.doc.on("afterTransaction", (transaction: Y.Transaction) => {
      if (!transaction.local) return;
      for (const [client, ranges] of transaction.deleteSet.clients) {
        for (const { clock, len } of ranges) this.#deletions.push({ client, clock, length: len });
      }
    });
  }

  startRound(): void {
    this.#rounds.push([]);
    this.#deletions = [];
  }

  /** Shows what arrived in these rounds. */
  show(rounds: readonly number[]): void {
    for (const round of rounds) for (const update of this.#rounds[round] ?? []) super.receive(update);
  }

  /** One edit, which is one update. */
  edit(patches: readonly Patch[]): void {
    const text = this.#text;
    if (text === null) throw new Error("nothing to write in");
    this.doc.transact(() => {
      for (const [position, deleted, inserted] of patches) {
        if (deleted > 0) text.delete(position, deleted);
        if (inserted !== "") text.insert(position, inserted);
      }
    });
  }

  /** What this page wrote since the round began: its clock then, and the letters that it deleted. */
  get written(): { readonly clock: number; readonly deletions: readonly Letters[] } {
    return { clock: Y.getState(this.doc.store, this.client), deletions: this.#deletions };
  }

  /** Whether all of that has arrived here. */
  hasArrived(client: number, { clock, deletions }: HeldPage["written"]): boolean {
    return (
      Y.getState(this.#arrived.store, client) >= clock && deletions.every((letters) => areGone(this.#arrived, letters))
    );
  }

  protected override receive(update: Uint8Array): void {
    const round = this.#rounds.at(-1);
    if (round === undefined) {
      super.receive(update);
      return;
    }
    round.push(update);
    Y.applyUpdate(this.#arrived, update);
  }
}

function areGone(doc: Y.Doc, { client, clock, length }: Letters): boolean {
  const structs = doc.store.clients.get(client) ?? [];
  for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
    const struct = structs[i];
    if (struct === undefined || struct.id.clock >= clock + length) break;
    if (!struct.deleted) return false;
  }
  return true;
}
