import * as Y from "yjs";
import { ENGAGEMENT, type EngagementPart } from "../../../shared/editor/canonical.ts";
import type { AccountId } from "../../../shared/ids.ts";
import type { Masque } from "../../../shared/protocol/bodies/history.ts";
import { ok, type Result, refuse } from "../../../shared/result.ts";
import type { Sources } from "../../live/authorship.ts";
import type { Room } from "../../live/room.ts";
import type { UpdateLog } from "../../live/update-log.ts";
import { readLetters, replay } from "./replay.ts";
import { restore } from "./restore.ts";

/** How often a restoration is made anew because something else was written under the same id meanwhile. */
const TIMES = 3;

export interface RestoringParts {
  readonly log: UpdateLog;
  readonly sources: Sources;
  /** The text as it is stored. */
  readonly doc: () => Y.Doc;
  readonly write: Room["write"];
  readonly masques: () => readonly Masque[];
}

/** Why a text is not brought back, besides rights. */
export type RestoringRefusal = "introuvable" | "texte_plein" | "trop_de_demandes";

/**
 * Makes the text, or a part of it, what it was after an update of its log: one edit of this person, so that all of it is
 * there or nothing. Others go on writing at each pause.
 *
 * @param may asked again before anything is written
 */
export function* bringBack<Refusal extends string>(
  parts: RestoringParts,
  by: AccountId,
  seq: number,
  partie: EngagementPart | null,
  may: () => Result<unknown, Refusal>,
): Generator<undefined, Result<null, RestoringRefusal | Refusal>> {
  const { log, sources, write, masques } = parts;
  for (let time = 0; time < TIMES; time++) {
    const masked = masques().length;
    // First: what others write from now on, nobody has seen who asks for this.
    const { state, client, clock } = begin(parts, by);
    const { texts } = yield* replay(log, [seq], readLetters);
    const was = texts[0]?.seen;
    if (was === undefined) return refuse("introuvable");
    const made = yield* restore(state, client, was, partie === null ? ENGAGEMENT : [partie], sources);
    const still = may();
    if (!still.ok) return still;
    if (made === null) return ok(null);
    if (!made.fits) return refuse("texte_plein");
    // What was masked meanwhile does not come back.
    if (clockOf(parts.doc(), client) !== clock || masques().length !== masked) continue;
    // Of deletions alone, somebody else may have made the same meanwhile.
    if (write(by, () => made) || !made.brings) return ok(null);
  }
  return refuse("trop_de_demandes");
}

/** The text that is written on, the id under which, and how much was written under it; nothing is written. */
function begin({ write, doc }: RestoringParts, by: AccountId): { state: Uint8Array; client: number; clock: number } {
  let begun: { state: Uint8Array; client: number; clock: number } | null = null;
  write(by, (state, client) => {
    begun = { state: state(), client, clock: clockOf(doc(), client) };
    return null;
  });
  if (begun === null) throw new Error("an id under which nothing can be written");
  return begun;
}

/** How much was written under this id. */
function clockOf({ store }: Y.Doc, client: number): number {
  return Y.getState(store, client);
}
