import { CLOSE } from "../../shared/protocol/close-codes.ts";
import type { LiveRefusal } from "../../shared/protocol/refusals.ts";
import { unreachable } from "../../shared/result.ts";

/** Why the sheet became read-only: a frame's refusal, or a socket's final close. */
export type RefusalReason = LiveRefusal | "acces_refuse" | "remplacee" | "schema" | "trop_de_refus";

/** How the page stands with its document. Sentences for people are in `web/labels/live.ts`. */
export type LiveStatus =
  /** A first attempt, or the first one after a cut. */
  | { readonly kind: "connecting" }
  /** The socket is open, the text not yet compared. */
  | { readonly kind: "syncing" }
  | { readonly kind: "online" }
  /** At least one attempt failed; others follow by themselves. */
  | { readonly kind: "offline" }
  /** Nothing more is sent; what is unsent stays visible, and on the device. */
  | { readonly kind: "refused"; readonly reason: RefusalReason };

export type StatusEvent =
  | { readonly kind: "opened" }
  | { readonly kind: "synchronised" }
  | { readonly kind: "lost" }
  | { readonly kind: "refused"; readonly reason: RefusalReason };

/** What becomes of a status. A refusal stays until the page is opened again. */
export function nextStatus(status: LiveStatus, event: StatusEvent): LiveStatus {
  if (status.kind === "refused") return status;
  switch (event.kind) {
    case "opened":
      return { kind: "syncing" };
    case "synchronised":
      return { kind: "online" };
    case "lost":
      return status.kind === "connecting" || status.kind === "offline" ? { kind: "offline" } : { kind: "connecting" };
    case "refused":
      return { kind: "refused", reason: event.reason };
    default:
      return unreachable(event);
  }
}

/** What a final close code means; a code that this page does not know yet is a refusal of access. */
export function reasonOfClose(code: number): RefusalReason {
  switch (code) {
    case CLOSE.replaced:
      return "remplacee";
    case CLOSE.tooLarge:
      return "trame_trop_grande";
    case CLOSE.oldSchema:
      return "schema";
    case CLOSE.misbehaved:
      return "trop_de_refus";
    default:
      return "acces_refuse";
  }
}
