import * as Y from "yjs";
import { isSentence, type Place } from "../../shared/editor/sections.ts";
import { decodeUpdate, type Id, type Range } from "./bounded-decoder.ts";
import type { Claim } from "./deed.ts";
import { pairUp } from "./reprises.ts";

/** Words that go back into the text, as an update like any other, and whose letters they are. */
export interface PutBack {
  readonly bytes: Uint8Array;
  readonly claims: readonly Claim[];
}

/**
 * Puts words back in a part of the sheet, in a paragraph of their own behind `after` or at the end: where they stood is
 * gone, and nobody can say any more which sentence they belong to.
 *
 * @param state the whole text, to write on a copy of it
 * @param client the id under which the update is made; never used for anything else at the same time
 * @param letters the ids of the words, one for each letter
 */
export function putBack(
  state: Uint8Array,
  client: number,
  words: string,
  letters: readonly Range[],
  where: { readonly place: Place; readonly after: Id | null },
): PutBack {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, state);
  copy.clientID = client;
  const made: Uint8Array[] = [];
  copy.on("update", (update: Uint8Array) => made.push(update));
  copy.transact(() => insert(copy, words, where));
  const bytes = Y.mergeUpdates(made);
  return { bytes, claims: pairUp(lettersOf(bytes, words), letters, true) };
}

/** The ids of the words in the update; a space that sets them off in a sentence is not theirs. */
function lettersOf(bytes: Uint8Array, words: string): Range[] {
  return (decodeUpdate(bytes)?.structs ?? []).flatMap((struct) => {
    if (struct.kind !== "item" || struct.content.kind !== "string") return [];
    const { client, clock, length } = struct;
    return [{ client, clock: clock + length - words.length, length: words.length }];
  });
}

function insert(copy: Y.Doc, words: string, { place, after }: { place: Place; after: Id | null }): void {
  if (isSentence(place)) {
    const sentence = copy.getText(place);
    // A sentence is one line: a line end there becomes a space, letter for letter.
    const line = words.replace(/[\n\r]/g, " ");
    sentence.insert(sentence.length, sentence.length === 0 ? line : ` ${line}`);
    return;
  }
  const fragment = copy.getXmlFragment(place);
  const paragraphs = fragment.toArray();
  const at = paragraphs.findIndex(
    ({ _item }) => after !== null && _item?.id.client === after.client && _item.id.clock === after.clock,
  );
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(words)]);
  fragment.insert(at === -1 ? paragraphs.length : at + 1, [paragraph]);
}
