import * as Y from "yjs";
import type { DecodedUpdate, Range } from "./bounded-decoder.ts";
import type { FormerLetters } from "./declared.ts";
import type { LettersOf } from "./witness.ts";

/**
 * What may be looked up in the log for the declarations of one update, in kilobytes of rows read: some thousands of keys,
 * or a few packs.
 */
const LOOKED_UP_MAX = 4_096;

/**
 * Letters that are on the screen no more, wherever they still are: in the document, which has them until the transaction
 * that deletes them ends; in the update that brought them and deletes them too; in the log.
 */
export function formerLetters(doc: Y.Doc, update: DecodedUpdate, lettersOf: LettersOf): FormerLetters {
  const budget = { left: LOOKED_UP_MAX };
  return (range) => {
    let text = "";
    while (text.length < range.length) {
      const clock = range.clock + text.length;
      const rest = { client: range.client, clock, length: range.length - text.length };
      const struct = structAt(doc, rest);
      // Not known, or still there for all to see.
      if (struct === null || (struct instanceof Y.Item && !struct.deleted)) return null;
      const here = { ...rest, length: Math.min(rest.length, struct.id.clock + struct.length - clock) };
      const letters =
        struct instanceof Y.Item && struct.content instanceof Y.ContentString
          ? struct.content.str.slice(clock - struct.id.clock)
          : (inUpdate(update, here) ?? inLog(lettersOf, here, budget));
      if (letters === "") return null;
      text += letters.slice(0, here.length);
    }
    return text;
  };
}

function structAt(doc: Y.Doc, { client, clock }: Range): Y.Item | Y.GC | null {
  if (clock >= Y.getState(doc.store, client)) return null;
  const structs = doc.store.clients.get(client) ?? [];
  const struct = structs[Y.findIndexSS(structs, clock)];
  return struct instanceof Y.Item || struct instanceof Y.GC ? struct : null;
}

function inUpdate({ structs }: DecodedUpdate, { client, clock }: Range): string | null {
  for (const struct of structs) {
    if (struct.client !== client || clock < struct.clock || clock >= struct.clock + struct.length) continue;
    if (struct.kind === "item" && struct.content.kind === "string")
      return struct.content.text.slice(clock - struct.clock);
  }
  return null;
}

/** As far as they were written in one go; "" when they are not known. */
function inLog(lettersOf: LettersOf, range: Range, budget: { left: number }): string {
  const [first] = lettersOf(range, budget);
  return first?.ids[0]?.clock === range.clock ? first.text : "";
}
