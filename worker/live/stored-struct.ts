import * as Y from "yjs";
import type { Id } from "./bounded-decoder.ts";

/** What the document holds under an id: an item, or what is left of one that was collected; null when it is not known. */
export function storedStruct(doc: Y.Doc, { client, clock }: Id): Y.Item | Y.GC | null {
  const structs = doc.store.clients.get(client);
  if (structs === undefined || clock >= Y.getState(doc.store, client)) return null;
  const struct = structs[Y.findIndexSS(structs, clock)];
  return struct instanceof Y.Item || struct instanceof Y.GC ? struct : null;
}
