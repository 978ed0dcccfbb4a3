import type { EngagementPart } from "../../shared/editor/canonical.ts";
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
