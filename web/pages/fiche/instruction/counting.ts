import { SENS_DECISION, type SensDecision } from "../../../../shared/domain/version.ts";
import type { AccountId } from "../../../../shared/ids.ts";
import type { InstructionBody } from "../../../../shared/protocol/bodies/fiche-acts.ts";
import { mayDecide } from "../../../../shared/workflow/outcomes.ts";
import { count, hasMajority, hasQuorum } from "../../../../shared/workflow/quorum.ts";
import type { WorkflowRefusal } from "../../../../shared/workflow/refusals.ts";
import type { Compte } from "../../../../shared/workflow/state.ts";

/** The membres of the comité, by what is expected of them. */
export interface Expected {
  readonly part: InstructionBody["membres"];
  readonly given: InstructionBody["avis"];
  readonly toConfirm: InstructionBody["avis"];
  readonly awaited: InstructionBody["membres"];
}

/** Who gave an avis on the version that is shown, and who is awaited. */
export function expectedOf({ membres, avis }: InstructionBody): Expected {
  const part = membres.filter(({ deport }) => deport === null);
  const of = (confirmed: boolean) =>
    avis.filter((each) => each.aConfirmer !== confirmed && part.some(({ personne }) => personne === each.de));
  return {
    part,
    given: of(true),
    toConfirm: of(false),
    awaited: part.filter(({ personne }) => !avis.some(({ de }) => de === personne)),
  };
}

/** How the avis count, as the server will count them; null while no rule is known. */
export function countOf(
  body: InstructionBody,
  mode: Compte["mode"],
  presents: readonly AccountId[],
): { readonly compte: Compte; readonly quorum: boolean; readonly majority: boolean } | null {
  const { regle, version, membres, avis } = body;
  if (regle === null || version === null) return null;
  const of = (why: "redacteur" | "declare") =>
    membres.filter(({ deport }) => deport === why).map(({ personne }) => personne);
  const compte = count(
    {
      comite: { membres: membres.map(({ personne }) => personne), deportes: of("redacteur") },
      state: { deports: of("declare"), avis },
    },
    { numero: version.numero, regle },
    mode,
    presents,
  );
  return { compte, quorum: hasQuorum(compte), majority: hasMajority(regle, compte) };
}

/** Every outcome, and why those that cannot be cannot. */
export function outcomesOf(
  body: InstructionBody,
  compte: Compte,
): readonly { readonly sens: SensDecision; readonly whyNot: WorkflowRefusal | null }[] {
  const { regle } = body;
  if (regle === null) return [];
  const openReserves = body.reserves.some(({ vivante }) => vivante);
  return SENS_DECISION.map((sens) => {
    const verdict = mayDecide(sens, { regle, compte, openReserves });
    return { sens, whyNot: verdict.ok ? null : verdict.code };
  });
}
