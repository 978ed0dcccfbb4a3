import { CLOSE } from "../../shared/protocol/close-codes.ts";
import { decodeServerFrame } from "../../shared/protocol/server-frames.ts";
import type { Clock } from "./clock.ts";
import type { OpenSocket } from "./connection.ts";

export type TicketAnswer =
  | { readonly kind: "ticket"; readonly seal: string }
  /** The id is another person's. */
  | { readonly kind: "taken" }
  /** No answer, or not now. */
  | { readonly kind: "none" };

/** How long an answer is waited for, in milliseconds. */
const PATIENCE_MS = 10_000;

/**
 * Asks for the ticket of a client id under which a page of this person wrote and never had the network: a short socket
 * in its name, closed as soon as the server has welcomed it.
 *
 * @param options.address of a socket for that id
 */
export function askForTicket(options: {
  readonly address: string;
  readonly openSocket: OpenSocket;
  readonly clock: Clock;
}): Promise<TicketAnswer> {
  return new Promise((resolve) => {
    const end = (answer: TicketAnswer): void => {
      cancel();
      resolve(answer);
      socket.close();
    };
    const cancel = options.clock.after(PATIENCE_MS, () => end({ kind: "none" }));
    const socket = options.openSocket(options.address, {
      opened() {},
      message(bytes) {
        const frame = bytes === null ? null : decodeServerFrame(bytes);
        if (frame?.kind !== "event" || frame.event.type !== "bienvenue") return;
        const [own] = frame.event.tickets;
        end(own === undefined ? { kind: "none" } : { kind: "ticket", seal: own.seal });
      },
      closed: (code) => end({ kind: code === CLOSE.clientTaken ? "taken" : "none" }),
    });
  });
}
