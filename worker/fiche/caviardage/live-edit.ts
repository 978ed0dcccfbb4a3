import * as Y from "yjs";
import { BLANK } from "../../live/blanked.ts";
import type { Range } from "../../live/bounded-decoder.ts";
import type { Claim } from "../../live/deed.ts";
import type { MadeHere } from "../../live/kept-text.ts";
import { LiveDoc } from "../../live/live-doc.ts";
import type { Found } from "./search.ts";

/**
 * An update that takes letters that show out of the text, and puts blanks in their place, so that every page hears of it
 * as of any writing. Each blank restates the letter that it stands for: whoever masks words writes none.
 *
 * @param state the whole text, to write on a copy of it
 * @param client the id under which the update is made
 * @param withBlanks false: nothing is put in their place, for a text that takes no more
 */
export function takeOut(
  state: Uint8Array,
  client: number,
  { shown, links }: Pick<Found, "shown" | "links">,
  withBlanks: boolean,
): MadeHere | null {
  // With the places of a sheet: a sentence that no type was given to is no text for Yjs.
  const { doc: copy } = new LiveDoc([{ bytes: state }]);
  copy.clientID = client;
  const made: Uint8Array[] = [];
  copy.on("update", (update: Uint8Array) => made.push(update));
  const claims: Claim[] = [];
  copy.transact((transaction) => {
    for (const range of shown.flatMap(({ ids }) => ids)) {
      const before = withBlanks ? placeOf(copy, range) : null;
      if (before !== null) {
        const clock = Y.getState(copy.store, client);
        before.text.insert(before.index, BLANK.repeat(range.length));
        const from = { client: range.client, clock: range.clock };
        claims.push({ client, clock, length: range.length, from, declared: true });
      }
      const place = placeOf(copy, range);
      place?.text.delete(place.index, range.length);
    }
    for (const { client: of, clock } of links) Y.getItem(copy.store, Y.createID(of, clock)).delete(transaction);
  });
  copy.destroy();
  return made.length === 0 ? null : { bytes: Y.mergeUpdates(made), claims };
}

function placeOf(copy: Y.Doc, { client, clock }: Range): { text: Y.Text; index: number } | null {
  const position = new Y.RelativePosition(null, null, Y.createID(client, clock), 0);
  const place = Y.createAbsolutePositionFromRelativePosition(position, copy);
  return place !== null && place.type instanceof Y.Text ? { text: place.type, index: place.index } : null;
}
