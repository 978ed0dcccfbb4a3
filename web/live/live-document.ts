import type * as Y from "yjs";
import type { SetAsideDecision, SetAsideWords } from "../../shared/protocol/set-aside.ts";
import type { Listeners } from "./listeners.ts";
import type { Presence } from "./presence.ts";
import type { LiveStatus } from "./status.ts";

/** One document, open on this page: its text, its people, and how it stands with the server. */
export interface LiveDocument {
  readonly doc: Y.Doc;
  readonly presence: Presence;
  status(): LiveStatus;
  /** Whether the text is here: kept on this device, or compared with the server's since the page was opened. */
  loaded(): boolean;
  /** Whether the person may write here and nothing was refused. Stays true offline. */
  canWrite(): boolean;
  /** How many changes the server has not acknowledged. */
  pending(): number;
  /** How many of these would be lost with this page, because the device could not keep them (yet). */
  unsafe(): number;
  /** Words whose paragraph is gone, as the server last told them. */
  setAside(): readonly SetAsideWords[];
  /** How many more there are, told when something was decided about these. */
  untold(): number;
  /** How many acts on the fiche the server told of: where it stands is to be asked again. */
  acts(): number;
  /** Tells the server what becomes of such words; false when it cannot be told now. */
  decide(decision: SetAsideDecision): boolean;
  /** After a change of anything above but the text and the people. */
  readonly onChange: Listeners<void>["add"];
  /** While a composition goes on, other people's changes wait. */
  hold(): void;
  release(): void;
  /** Sends and keeps what is gathered now. */
  flush(): void;
  /** The network is back, or the page is looked at again. */
  hurry(): void;
  /** Forgets, here and on the device, what the server refused or has not taken; the page must be opened again after. */
  abandonUnsent(): Promise<void>;
  /** Resolves once the device has what it keeps. */
  stop(): Promise<void>;
}
