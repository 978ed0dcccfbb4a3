import type * as Y from "yjs";
import type { SheetContent } from "../../shared/editor/blocks.ts";
import { canonicalPart, ENGAGEMENT, type EngagementPart } from "../../shared/editor/canonical.ts";
import { readCanonical } from "../../shared/editor/read-canonical.ts";
import { readSheet } from "../../shared/editor/read-section.ts";
import type { AccountId } from "../../shared/ids.ts";
import { ok, type Result } from "../../shared/result.ts";
import { bringBack } from "../../worker/fiche/history/restoring.ts";
import type { SimulatedRoom } from "../harness/simulated-room.ts";

/**
 * Somebody makes the text, or a part of it, what it was after an update of its log, while the network goes on; what came of
 * it.
 *
 * @param meanwhile what happens at each pause
 */
export function restoreIn(
  room: SimulatedRoom,
  by: AccountId,
  seq: number,
  part: EngagementPart | null,
  meanwhile: () => void,
): Result<null, string> {
  const parts = {
    log: room.log(),
    sources: room.sources,
    doc: () => room.room.text().doc,
    write: (...asked: Parameters<typeof room.room.write>) => room.room.write(...asked),
    masques: () => [],
  };
  const work = bringBack(parts, by, seq, part, () => ok(null));
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) return step.value;
    meanwhile();
  }
}

/** The words of a text that is replayed, as it stands. */
// biome-ignore lint/correctness/useYield: what is seen of a text may pause, and this is short.
export function* seeSheet(doc: Y.Doc): Generator<undefined, SheetContent> {
  return readSheet(doc);
}

/** The same as a version would freeze it, made by the rule of the fingerprint itself. */
// biome-ignore lint/correctness/useYield: the same.
export function* seeFrozen(doc: Y.Doc): Generator<undefined, SheetContent> {
  return frozen(readSheet(doc));
}

/** Words in the form in which they are approved. */
function frozen(content: SheetContent): SheetContent {
  // `fromEntries` forgets the keys, which are the closed list just mapped.
  const parts = Object.fromEntries(ENGAGEMENT.map((part) => [part, canonicalPart(content, part)])) as Record<
    EngagementPart,
    string
  >;
  return readCanonical(parts);
}
