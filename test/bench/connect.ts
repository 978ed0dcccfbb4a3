import type WebSocket from "ws";
import * as Y from "yjs";
import { encodeClientFrame } from "../../shared/protocol/client-frames.ts";
import { decodeServerFrame } from "../../shared/protocol/server-frames.ts";
import type { Target } from "./targets.ts";

/** Connects and, where there is something to synchronise with, synchronises. */
export async function connect(target: Target, doc: Y.Doc): Promise<WebSocket> {
  const socket = target.open(doc.clientID);
  await new Promise((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  if (target.name === "relay") return socket;
  await new Promise<void>((resolve, reject) => {
    const hear = (data: Buffer) => {
      const frame = decodeServerFrame(data);
      if (frame?.kind !== "sync_step_2") return;
      Y.applyUpdate(doc, frame.update);
      socket.off("message", hear);
      socket.off("close", reject);
      resolve();
    };
    socket.on("message", hear);
    socket.once("close", reject);
    socket.send(encodeClientFrame({ kind: "sync_step_1", stateVector: Y.encodeStateVector(doc) }));
  });
  return socket;
}
