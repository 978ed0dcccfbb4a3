import * as Y from "yjs";
import { ENGAGEMENT, type EngagementPart } from "../../../shared/editor/canonical.ts";
import { isTextSection } from "../../../shared/editor/sections.ts";
import type { Declaration } from "../../../shared/protocol/declarations.ts";
import type { Sources } from "../../live/authorship.ts";
import { decodeUpdate } from "../../live/bounded-decoder.ts";
import { believe } from "../../live/declared.ts";
import { formerLetters } from "../../live/former-letters.ts";
import type { MadeHere } from "../../live/kept-text.ts";
import { LiveDoc } from "../../live/live-doc.ts";
import { align } from "./align.ts";
import { KnownLetters } from "./known-letters.ts";
import { readLetters, type SheetLetters } from "./replay.ts";
import { rewrite } from "./rewrite.ts";

/** What brings one part back, as an update of one person. */
export interface Restoration extends MadeHere {
  /** Whether it writes anything: it may take words away alone. */
  readonly brings: boolean;
}

/**
 * What makes a text what it was: for each part that is not, an update that changes no more than that, and what its letters
 * restate. Pauses as it goes; the text may change meanwhile, as it may under the hands of whoever writes on a slow network.
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
): Generator<undefined, Restoration[]> {
  const copy = new LiveDoc([{ bytes: state }]).doc;
  copy.clientID = client;
  let made: Uint8Array[] = [];
  copy.on("update", (update: Uint8Array) => made.push(update));
  const is = readLetters(copy);
  yield;
  const known = [new KnownLetters(was), new KnownLetters(is)];
  const restorations: Restoration[] = [];
  for (const partie of ENGAGEMENT.filter((part) => parts.includes(part))) {
    made = [];
    const steps = yield* align(
      is[partie],
      was[partie],
      (range) => sources.of(range),
      (client) => sources.owner(client),
    );
    const root = isTextSection(partie) ? copy.getXmlFragment(partie) : copy.getText(partie);
    const declarations = yield* rewrite(root, is[partie], was[partie], steps);
    if (made.length > 0) restorations.push(proven(Y.mergeUpdates(made), declarations, copy, known));
    yield;
  }
  copy.destroy();
  return restorations;
}

/**
 * The update with what it restates, held against what the log has, as the word of a page would be: the rest is whoever's
 * made the update.
 */
function proven(
  bytes: Uint8Array,
  declarations: readonly Declaration[],
  after: Y.Doc,
  known: readonly KnownLetters[],
): Restoration {
  const update = decodeUpdate(bytes);
  if (update === null) throw new Error("what was made here is no update");
  const letters = formerLetters(after, update, (range) => known.flatMap((each) => each.runs(range)));
  const { reprises } = believe(declarations, update, letters);
  return { bytes, reprises, brings: update.structs.length > 0 };
}
