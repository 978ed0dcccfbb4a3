import * as Y from "yjs";
import type { DecodedUpdate, Id, NewItem, Struct } from "./bounded-decoder.ts";
import type { LoggedStruct } from "./known.ts";

/** Structs that are looked at for a letter: nearly always one of the first few is one. */
const LOOKS_MAX = 10_000;
/** The same in the log, for a text that was emptied. */
const LOGGED_LOOKS_MAX = 256;

/**
 * The update with its letters, where those for a paragraph that is gone name no neighbours: whoever takes them collects
 * them at once. The document forgot what stood there, so nobody can judge such neighbours, and where the paragraph is not
 * collected yet (a page that may undo, a log that is read again) they could cost any amount of time.
 *
 * @param logged what the log says of letters that the document dropped: a text that was emptied has no others
 */
export function withoutNeighbours(
  doc: Y.Doc,
  update: DecodedUpdate,
  isGone: (item: NewItem) => boolean,
  logged: LoggedStruct,
): DecodedUpdate {
  if (!update.structs.some((struct) => struct.kind === "item" && isGone(struct))) return update;
  const letter = anyLetter(doc) ?? formerLetter(doc, logged);
  const structs = update.structs.map((struct): Struct => {
    if (struct.kind !== "item" || !isGone(struct)) return struct;
    const { client, clock, length } = struct;
    if (letter === null) return { kind: "gc", client, clock, length };
    return { ...struct, origin: null, rightOrigin: null, parent: { id: letter }, parentSub: null };
  });
  return { structs, deletes: update.deletes };
}

/** A letter is nobody's parent, shown or deleted: what says that it is inside one has no place anywhere. */
function anyLetter(doc: Y.Doc): Id | null {
  let looks = 0;
  for (const structs of doc.store.clients.values()) {
    for (const struct of structs) {
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentString) return struct.id;
      looks += 1;
      if (looks >= LOOKS_MAX) return null;
    }
  }
  return null;
}

/** A letter that was there, or any other thing that no copy of the text can have made a parent. */
function formerLetter(doc: Y.Doc, logged: LoggedStruct): Id | null {
  let looks = 0;
  for (const [client, structs] of doc.store.clients) {
    const end = Y.getState(doc.store, client);
    for (let clock = structs[0]?.id.clock ?? end; clock < end && looks < LOGGED_LOOKS_MAX; looks++) {
      const struct = logged({ client, clock });
      if (struct === null) break;
      const { kind } = struct.kind === "item" ? struct.content : struct;
      if (NO_PARENTS.has(kind)) return { client, clock };
      clock = struct.clock + struct.length;
    }
  }
  return null;
}

/** What its own page dropped (« deleted ») may be a paragraph elsewhere; what was stored without content is in no copy. */
const NO_PARENTS: ReadonlySet<string> = new Set(["string", "format", "any", "gc"]);
