import { CLOSE } from "../../shared/protocol/close-codes.ts";
import type { LiveRefusal } from "../../shared/protocol/refusals.ts";
import { unreachable } from "../../shared/result.ts";
import type { PassingRefusal } from "./outgoing.ts";

/** Why the sheet became read-only: a frame's refusal, or a socket's final close. */
export type RefusalReason = LiveRefusal | "acces_refuse" | "remplacee" | "schema" | "epoque" | "trop_de_refus";

/** How the page stands with its document. Sentences for people are in `web/labels/live.ts`. */
export type LiveStatus =
  /** A first attempt, or the first one after a cut. */
  | { readonly kind: "connecting" }
  /** The socket is open, the text not yet compared. */
  | { readonly kind: "syncing" }
  | { readonly kind: "online" }
  /** At least one attempt failed; others follow by themselves. */
  | { readonly kind: "offline" }
  /** The server answers and can store nothing; attempts follow by themselves until it has room. */
  | { readonly kind: "full" }
  /** The server takes nothing for a while; what waits is sent by itself after. */
  | { readonly kind: "held"; readonly reason: PassingRefusal }
  /** Nothing more is sent; what is unsent stays visible, and on the device. */
  | { readonly kind: "refused"; readonly reason: RefusalReason };

export type StatusEvent =
  | { readonly kind: "opened" }
  | { readonly kind: "synchronised" }
  | { readonly kind: "lost" }
  | { readonly kind: "full" }
  | { readonly kind: "held"; readonly reason: PassingRefusal }
  | { readonly kind: "refused"; readonly reason: RefusalReason };

/** What becomes of a status. A refusal stays until the page is opened again. */
export function nextStatus(status: LiveStatus, event: StatusEvent): LiveStatus {
  if (status.kind === "refused") return status;
  switch (event.kind) {
    case "opened":
      // A server that can store nothing opens a socket only to say so.
      return status.kind === "full" ? status : { kind: "syncing" };
    case "synchronised":
      return { kind: "online" };
    case "lost":
      return status.kind === "connecting" || status.kind === "offline" ? { kind: "offline" } : { kind: "connecting" };
    case "full":
      return { kind: "full" };
    case "held":
      return { kind: "held", reason: event.reason };
    case "refused":
      return { kind: "refused", reason: event.reason };
    default:
      return unreachable(event);
  }
}

/**
 * Whether what this page could not send would be refused again as it is: it is then set apart, for its writer to decide.
 * What only needs a new page, or access again, is sent by the next page that gets it.
 */
export function isLasting(reason: RefusalReason): boolean {
  return reason !== "acces_refuse" && reason !== "remplacee" && reason !== "schema" && reason !== "trop_de_refus";
}

/** Refusals that may come before the server has read the number. */
export const WITHOUT_NUMBER: ReadonlySet<RefusalReason> = new Set([
  "trame_trop_grande",
  "billet_refuse",
  "trop_d_identifiants",
  "debit_depasse",
]);

/** What a final close code means; a code that this page does not know yet is a refusal of access. */
export function reasonOfClose(code: number): RefusalReason {
  switch (code) {
    case CLOSE.replaced:
      return "remplacee";
    case CLOSE.tooLarge:
      return "trame_trop_grande";
    case CLOSE.oldSchema:
      return "schema";
    case CLOSE.oldEpoch:
      return "epoque";
    case CLOSE.misbehaved:
      return "trop_de_refus";
    default:
      return "acces_refuse";
  }
}
