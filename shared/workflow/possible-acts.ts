import type { Result } from "../result.ts";
import { type Facts, FICHE_ACTES, type FicheActe } from "./acts.ts";
import { type ActeRefusal, guard, subjectOf } from "./guards.ts";

/** An act with its verdict for the person who asks: what greys out the button is what refuses the request. */
export interface OfferedActe {
  readonly acte: FicheActe;
  /** Of acts about one version: which, as things stand. */
  readonly version: number | null;
  readonly verdict: Result<null, ActeRefusal>;
}

/** Every act, with its verdict as things stand. What depends on what the person would say is not in it. */
export function possibleActs(facts: Facts): OfferedActe[] {
  return FICHE_ACTES.map((acte) => {
    const version = subjectOf(facts, acte);
    return { acte, version: version?.numero ?? null, verdict: guard(facts, acte, version) };
  });
}
