import * as Y from "yjs";
import { encodeClientFrame } from "../../shared/protocol/client-frames.ts";
import type { KeptUpdate } from "../../web/live/device-place.ts";
import { createOutgoing } from "../../web/live/outgoing.ts";
import { listenToOwnChanges } from "../../web/live/own-changes.ts";
import { RawPage, type Wire } from "../harness/raw-page.ts";
import { createFakeClock } from "../web/live/fake-clock.ts";

/** What a page sends without numbers, as a stock client of Yjs, or with them and what it restates, as ours. */
export type PageKind = "ours" | "stock";

/** A page without a screen whose changes are gathered, kept and declared by the very code of ours. */
export class AuthorshipPage extends RawPage {
  readonly kind: PageKind;
  /** What the device keeps, until the server has it. */
  device: readonly KeptUpdate[];
  /** How many frames of the server came. */
  heard = 0;
  readonly #clock = createFakeClock();
  readonly #outgoing;
  #isOpen = false;

  /** @param earlier what an earlier page of the same person left on the device */
  constructor(client: number, kind: PageKind, earlier: readonly KeptUpdate[]) {
    super(client);
    this.kind = kind;
    this.device = earlier;
    for (const { bytes } of earlier) Y.applyUpdate(this.doc, bytes, this);
    this.#outgoing = createOutgoing({
      clock: this.#clock,
      device: {
        client,
        earlier,
        keep: async (seq, bytes, declarations) => {
          this.device = [...this.device, { client, seq, bytes, declarations, seal: null }];
          return true;
        },
        stored: async (updates) => {
          const isStored = (kept: KeptUpdate) =>
            updates.some((update) => update.client === kept.client && update.seq === kept.seq);
          this.device = this.device.filter((kept) => !isStored(kept));
        },
      },
      together: () => true,
      send: (number, update, declarations) => {
        if (this.#isOpen) this.sendRaw(encodeClientFrame({ kind: "declared_update", number, declarations, update }));
        return this.#isOpen;
      },
      changed: () => {},
    });
    if (kind === "ours")
      listenToOwnChanges(this.doc, (update, declarations) => this.#outgoing.add(update, declarations));
    else
      this.doc.on("update", (update: Uint8Array, _origin: unknown, _doc: Y.Doc, { local }: Y.Transaction) => {
        if (local && this.#isOpen) this.sendRaw(encodeClientFrame({ kind: "update", update }));
      });
  }

  /** Time goes by: what was gathered may be due. */
  pass(milliseconds: number): void {
    this.#clock.pass(milliseconds);
  }

  override open(wire: Wire): void {
    super.open(wire);
    this.#isOpen = true;
    this.#outgoing.open();
    if (this.kind === "stock") this.sayAll();
  }

  override lost(): void {
    super.lost();
    this.#isOpen = false;
    this.#outgoing.shut();
  }

  /** The whole text and all that was ever deleted of it, as a stock client answers the server's question. */
  sayAll(): void {
    if (this.#isOpen) this.sendRaw(encodeClientFrame({ kind: "update", update: Y.encodeStateAsUpdate(this.doc) }));
  }

  override feed(bytes: Uint8Array): void {
    this.heard += 1;
    const acknowledged = this.acked;
    super.feed(bytes);
    if (this.acked > acknowledged) this.#outgoing.acknowledged(this.acked);
  }

  override get unacked(): number {
    return this.#outgoing.pending();
  }

  // Changes go out by the page's own way.
  override sendUpdate(): number {
    return 0;
  }
}
