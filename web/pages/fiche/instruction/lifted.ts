import type { InstructionBody, ReserveBody } from "../../../../shared/protocol/bodies/fiche-acts.ts";

/** Réserves that this page lifted, by their number: on which version, and when. */
export type Lifted = ReadonlyMap<number, NonNullable<ReserveBody["levee"]>>;

/**
 * What the server last said, with what this page did since: its answer about what stands now may be long on its way, or lost.
 * Not for longer: words that are withdrawn or refused take back what was lifted on them.
 */
export function withLifted(instruction: InstructionBody, lifted: Lifted): InstructionBody {
  // The same as long as there is nothing to add: what is drawn of it is not made again.
  if (lifted.size === 0) return instruction;
  const reserves = instruction.reserves.map((reserve) => {
    const levee = lifted.get(reserve.id);
    return levee === undefined || reserve.levee !== null ? reserve : { ...reserve, vivante: false, levee };
  });
  return { ...instruction, reserves };
}
