import * as Y from "yjs";
import { ENGAGEMENT, type EngagementPart } from "../../../shared/editor/canonical.ts";
import { isTextSection } from "../../../shared/editor/sections.ts";
import type { Declaration } from "../../../shared/protocol/declarations.ts";
import { TEXT_MAX } from "../../../shared/protocol/limits.ts";
import type { Sources } from "../../live/authorship.ts";
import type { MadeHere } from "../../live/kept-text.ts";
import { LiveDoc } from "../../live/live-doc.ts";
import { piecesOf } from "../../live/pieces-of.ts";
import { encodeInPieces } from "../../live/update-encoder.ts";
import { align } from "./align.ts";
import { KnownLetters } from "./known-letters.ts";
import { joinMade, proven } from "./proven.ts";
import { readLetters, type SheetLetters } from "./replay.ts";
import { rewrite } from "./rewrite.ts";
import { applyInSlices } from "./slices.ts";

/** What brings a text back, as one update of one person. */
export interface Restoration extends MadeHere {
  /** Whether it writes anything: it may take words away alone. */
  readonly brings: boolean;
  /** Whether the text is not too large with it. */
  readonly fits: boolean;
}

/**
 * What makes a text what it was: one update that changes no more than that, so that all of it comes back or nothing, and
 * what its letters restate; null when there is nothing to change. Pauses as it goes; the text may change meanwhile, as it
 * may under the hands of whoever writes on a slow network.
 *
 * @param state the whole text as it stands
 * @param client the id under which it is made; never used for anything else until what comes back is in the text
 * @param was what the text was
 * @param parts what of it
 * @param sources whose letters are: the same words of somebody else are not what was there
 */
export function* restore(
  state: Uint8Array,
  client: number,
  was: SheetLetters,
  parts: readonly EngagementPart[],
  sources: Sources,
): Generator<undefined, Restoration | null> {
  const copy = new LiveDoc([]).doc;
  yield* applyInSlices(copy, state);
  copy.clientID = client;
  const made: Uint8Array[] = [];
  copy.on("update", (update: Uint8Array) => made.push(update));
  const is = yield* readLetters(copy);
  const declarations: Declaration[] = [];
  for (const partie of ENGAGEMENT.filter((part) => parts.includes(part))) {
    const steps = yield* align(
      is[partie],
      was[partie],
      (range) => sources.of(range),
      (client) => sources.owner(client),
    );
    const root = isTextSection(partie) ? copy.getXmlFragment(partie) : copy.getText(partie);
    for (const each of yield* rewrite(root, is[partie], was[partie], steps)) declarations.push(each);
  }
  if (made.length === 0) return null;
  const update = yield* joinMade(made);
  const bytes = yield* encodeInPieces(update);
  const known = [yield* KnownLetters.of(was, parts), yield* KnownLetters.of(is, parts)];
  const claims = yield* proven(declarations, update, copy, (range) => known.flatMap((each) => each.runs(range)));
  const reprises = yield* piecesOf(claims, sources);
  // What it removes makes room for what it brings.
  const max = Math.max(state.length, RESTORED_MAX);
  const fits = state.length + bytes.length <= max || Y.encodeStateAsUpdate(copy).length <= max;
  copy.destroy();
  return { bytes, claims, workedOut: { update, reprises }, brings: update.structs.length > 0, fits };
}

/**
 * A text that was as large as a text may be comes back: written at once by one person it takes other bytes than it did, and
 * what it takes the place of leaves some.
 */
const RESTORED_MAX = 1.5 * TEXT_MAX;
