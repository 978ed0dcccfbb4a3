import type { Regle } from "../domain/instance.ts";
import type { SensDecision } from "../domain/version.ts";
import { ok, type Result, refuse, unreachable } from "../result.ts";
import { hasMajority, hasQuorum } from "./quorum.ts";
import type { WorkflowRefusal } from "./refusals.ts";
import type { Compte } from "./state.ts";

/** What decides whether an outcome is possible. */
export interface Counted {
  readonly regle: Regle;
  readonly compte: Compte;
  /** Whether a réserve of somebody who takes part is not lifted. */
  readonly openReserves: boolean;
}

/** Whether the comité technique can decide so, under its rule and by this count; the reason that some ask for is apart. */
export function mayDecide(sens: SensDecision, { regle, compte, openReserves }: Counted): Result<null, WorkflowRefusal> {
  if (!hasQuorum(compte)) return refuse("quorum_non_atteint");
  const favorable = hasMajority(regle, compte);
  switch (sens) {
    case "approuvee":
      if (!favorable) return refuse("majorite_non_atteinte");
      return openReserves ? refuse("reserves_non_levees") : ok(null);
    case "approuvee_sous_reserve":
      if (!favorable) return refuse("majorite_non_atteinte");
      return openReserves ? ok(null) : refuse("reserve_attendue");
    case "refusee":
      return favorable ? refuse("majorite_favorable") : ok(null);
    case "ajournee":
      return ok(null);
    default:
      return unreachable(sens);
  }
}

/** Whether an outcome is not recorded without a reason. */
export function needsReason(sens: SensDecision): boolean {
  return sens === "ajournee" || sens === "refusee";
}
