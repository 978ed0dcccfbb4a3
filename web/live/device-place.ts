import type { Declaration } from "../../shared/protocol/declarations.ts";
import type { Ticket } from "../../shared/protocol/tickets.ts";
import type { RefusedRow } from "./device-database.ts";
import type { Passage } from "./passages.ts";
import type { RefusalReason } from "./status.ts";

/** An update kept on the device, named by the page that wrote it (its Yjs id) and its place among that page's. */
export interface KeptUpdate {
  readonly client: number;
  readonly seq: number;
  readonly bytes: Uint8Array;
  /** What of it restates older letters; absent: nothing. */
  readonly declarations?: readonly Declaration[];
  /** The ticket of that page, when it is known. */
  readonly seal: string | null;
}

/**
 * The place of one page of a text on the device: what the server has not stored yet, and, where the person is at home,
 * the text as the server has it. Several pages of one person and text use it at once: each writes under its own id.
 * Nothing here rejects.
 */
export interface DevicePlace {
  /** The Yjs id that this page writes under, used by no page before. */
  readonly client: number;
  /** What the text was when it was kept here; null when nothing of it is. */
  readonly epoch: string | null;
  /** The text as the server had it, as updates; empty when this device does not keep it. */
  readonly text: readonly Uint8Array[];
  /**
   * What other pages of this account and text left, in the order in which each wrote it; a page that began later comes
   * later, since it may have built on what the others left. What was written on another epoch's text is not among it.
   */
  readonly earlier: readonly KeptUpdate[];
  /** The rest of what they left: it stands on a text that is no more. */
  readonly outdated: readonly KeptUpdate[];
  /** False in a private window or when the browser took the place away: then this page's memory is all there is. */
  durable(): boolean;
  /** The server took the page in: in which epoch, and with which tickets (this page's own first). */
  welcomed(epoch: string, tickets: readonly Ticket[]): void;
  /** Whether the update of this page is now on the device. */
  keep(seq: number, bytes: Uint8Array, declarations: readonly Declaration[]): Promise<boolean>;
  /** The server has these: they are part of the text now. */
  stored(updates: readonly KeptUpdate[]): Promise<void>;
  /** A change that came from the server. */
  received(update: Uint8Array): void;
  /** The whole text, when this page holds nothing that the server does not have. */
  settle(state: () => Uint8Array): void;
  /** The server refused these: what is now set apart of them, for their writer to decide; null when it cannot be kept. */
  refuse(
    updates: readonly KeptUpdate[],
    reason: RefusalReason,
    passages: readonly Passage[],
  ): Promise<RefusedRow | null>;
  /** Forgets what was not sent, for good. */
  drop(updates: readonly KeptUpdate[]): Promise<void>;
  /** The text that is kept is no more what the server has. */
  forgetText(): Promise<void>;
  /** Resolves once what was on its way is written. */
  close(): Promise<void>;
}
