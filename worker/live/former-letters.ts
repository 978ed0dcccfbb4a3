import * as Y from "yjs";
import type { DecodedUpdate, Id, Range } from "./bounded-decoder.ts";
import type { FormerLetters } from "./declared.ts";
import type { LettersOf } from "./letters.ts";
import { firstBeyond } from "./range-set.ts";
import { storedStruct } from "./stored-struct.ts";

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
  const inUpdate = lettersIn(update);
  return (range) => {
    let text = "";
    while (text.length < range.length) {
      const clock = range.clock + text.length;
      const rest = { client: range.client, clock, length: range.length - text.length };
      const struct = storedStruct(doc, rest);
      // Not known, or still there for all to see.
      if (struct === null || (struct instanceof Y.Item && !struct.deleted)) return null;
      const here = { ...rest, length: Math.min(rest.length, struct.id.clock + struct.length - clock) };
      const letters =
        struct instanceof Y.Item && struct.content instanceof Y.ContentString
          ? struct.content.str.slice(clock - struct.id.clock)
          : (inUpdate(here) ?? inLog(lettersOf, here, budget));
      if (letters === "") return null;
      text += letters.slice(0, here.length);
    }
    return text;
  };
}

/** Letters that the update brings, from one on as far as they were written in one go; null when it does not bring it. */
function lettersIn({ structs }: DecodedUpdate): (id: Id) => string | null {
  // Of each client, in the order of their clocks.
  const byClient = Map.groupBy(structs, ({ client }) => client);
  return ({ client, clock }) => {
    const list = byClient.get(client) ?? [];
    const struct = list[firstBeyond(list, clock)];
    if (struct?.kind !== "item" || struct.clock > clock || struct.content.kind !== "string") return null;
    return struct.content.text.slice(clock - struct.clock);
  };
}

/** As far as they were written in one go; "" when they are not known. */
export function inLog(lettersOf: LettersOf, range: Range, budget: { left: number }): string {
  const [first] = lettersOf(range, budget);
  return first?.ids[0]?.clock === range.clock ? first.text : "";
}
