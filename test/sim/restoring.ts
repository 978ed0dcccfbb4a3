import { ENGAGEMENT, type EngagementPart } from "../../shared/editor/canonical.ts";
import type { AccountId } from "../../shared/ids.ts";
import { readLetters, replay } from "../../worker/fiche/history/replay.ts";
import { restore } from "../../worker/fiche/history/restore.ts";
import { atOnce } from "../../worker/live/in-pieces.ts";
import type { SimulatedRoom } from "../harness/simulated-room.ts";

/**
 * Somebody makes the text, or a part of it, what it was after an update of its log, as `FicheHistory` does: on the text as
 * it stands, while the network goes on.
 *
 * @param meanwhile what happens at each pause
 * @returns false when it was not done, because the same person wrote under the same id meanwhile
 */
export function restoreIn(
  room: SimulatedRoom,
  by: AccountId,
  seq: number,
  part: EngagementPart | null,
  meanwhile: () => void,
): boolean {
  const [past] = atOnce(replay(room.log(), [seq], readLetters)).texts;
  let begun: { state: Uint8Array; client: number; clock: number } | null = null;
  const clockOf = (client: number) => {
    const last = room.room.text().doc.store.clients.get(client)?.at(-1);
    return last === undefined ? 0 : last.id.clock + last.length;
  };
  room.room.write(by, (state, client) => {
    begun = { state, client, clock: clockOf(client) };
    return null;
  });
  // Assigned by the callback just above, which TypeScript does not follow.
  const on = begun as { state: Uint8Array; client: number; clock: number } | null;
  if (past === undefined || on === null) throw new Error("no such moment");
  const work = restore(on.state, on.client, past.seen, part === null ? ENGAGEMENT : [part], room.sources);
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) {
      if (clockOf(on.client) !== on.clock) return false;
      for (const made of step.value) room.room.write(by, () => made);
      return true;
    }
    meanwhile();
  }
}
