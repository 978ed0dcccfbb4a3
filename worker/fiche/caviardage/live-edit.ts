import * as Y from "yjs";
import { BLANK } from "../../live/blanked.ts";
import type { Range } from "../../live/bounded-decoder.ts";
import type { MadeHere } from "../../live/kept-text.ts";
import { tidyNothing } from "../../live/live-doc.ts";
import type { Found } from "./search.ts";

/**
 * An update that takes letters that show out of the text, and puts blanks in their place, so that every page hears of it
 * as of any writing.
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
  const copy = new Y.Doc();
  Y.applyUpdate(copy, state);
  copy.clientID = client;
  tidyNothing(copy);
  const made: Uint8Array[] = [];
  copy.on("update", (update: Uint8Array) => made.push(update));
  copy.transact((transaction) => {
    for (const range of shown.flatMap(({ ids }) => ids)) {
      if (withBlanks) {
        const before = placeOf(copy, range);
        before?.text.insert(before.index, BLANK.repeat(range.length));
      }
      const place = placeOf(copy, range);
      place?.text.delete(place.index, range.length);
    }
    for (const { client: of, clock } of links) Y.getItem(copy.store, Y.createID(of, clock)).delete(transaction);
  });
  copy.destroy();
  return made.length === 0 ? null : { bytes: Y.mergeUpdates(made), reprises: [] };
}

function placeOf(copy: Y.Doc, { client, clock }: Range): { text: Y.Text; index: number } | null {
  const position = new Y.RelativePosition(null, null, Y.createID(client, clock), 0);
  const place = Y.createAbsolutePositionFromRelativePosition(position, copy);
  return place !== null && place.type instanceof Y.Text ? { text: place.type, index: place.index } : null;
}
