import { POLICY_REFUSALS } from "../../../../shared/policy/refusals.ts";
import type { ActesBody } from "../../../../shared/protocol/bodies/fiche-acts.ts";
import type { FicheActe } from "../../../../shared/workflow/acts.ts";
import type { OfferedActe } from "../../../../shared/workflow/possible-acts.ts";

/** Acts whose place is the Instruction view: from elsewhere, a button leads there. */
const IN_INSTRUCTION: ReadonlySet<FicheActe> = new Set<FicheActe>([
  "confirmer_avis",
  "rendre_avis",
  "lever_reserve",
  "relever_decision",
  "valider",
  "repondre_reserve",
]);

/** What awaits this person first comes first. */
const FIRST = [
  "confirmer_avis",
  "rendre_avis",
  "lever_reserve",
  "relever_decision",
  "valider",
  "publier",
  "soumettre",
  "repondre_reserve",
] as const satisfies readonly FicheActe[];

/** Beside those, what is rarely done: with the draft, or to take back what others read. */
const ON_DRAFT = [
  "mettre_en_relecture",
  "reprendre_redaction",
  "rouvrir",
  "retirer",
  "depublier",
  "clore",
] as const satisfies readonly FicheActe[];

/** This act with its verdict. */
export function offeredIn({ actes }: Pick<ActesBody, "actes">, acte: FicheActe): OfferedActe {
  const found = actes.find((each) => each.acte === acte);
  if (found === undefined) throw new Error(`the server offers every act, and not ${acte}`);
  return found;
}

/** The number that the next version will have. */
export function nextVersion({ versions }: Pick<ActesBody, "versions">): number {
  return (versions[0]?.numero ?? 0) + 1;
}

/** The one thing that this person would most likely do now, even when they may not: then it says why. null: nothing. */
export function mainActe(body: ActesBody): OfferedActe | null {
  const enabled = FIRST.find((acte) => isAwaited(body, acte));
  if (enabled !== undefined) return offeredIn(body, enabled);
  // Who reads what is being written reads who submits it, and when.
  return body.brouillon === null ? null : offeredIn(body, "soumettre");
}

/** What else this person may do, or could at another time. What others alone do is not listed. */
export function otherActes(body: ActesBody, main: OfferedActe | null): readonly OfferedActe[] {
  const first = FIRST.filter((acte) => acte !== main?.acte && isAwaited(body, acte)).map((acte) =>
    offeredIn(body, acte),
  );
  const decision = offeredIn(body, "relever_decision");
  const early = decision.verdict.ok && !body.decisionAttendue ? [decision] : [];
  const submit = offeredIn(body, "soumettre");
  const waits = main?.acte !== "soumettre" && !submit.verdict.ok && isMine(submit) ? [submit] : [];
  const draft = ON_DRAFT.map((acte) => offeredIn(body, acte)).filter((each) => each.verdict.ok);
  return [...first, ...waits, ...early, ...draft];
}

/** In the Instruction view, where the others have their own places: what is done with the draft, what was submitted and what is public. */
export function actesOfDraft(body: ActesBody): readonly OfferedActe[] {
  const submit = offeredIn(body, "soumettre");
  const others = (["publier", ...ON_DRAFT] as const)
    .map((acte) => offeredIn(body, acte))
    .filter(({ verdict }) => verdict.ok);
  return isMine(submit) ? [submit, ...others] : others;
}

/** Whether its place is the Instruction view. */
export function isInInstruction(acte: FicheActe): boolean {
  return IN_INSTRUCTION.has(acte);
}

function isAwaited(body: ActesBody, acte: FicheActe): boolean {
  if (!offeredIn(body, acte).verdict.ok) return false;
  // An avis that stands may be changed where it was given; it awaits nothing.
  const confirm = offeredIn(body, "confirmer_avis").verdict;
  if (acte === "rendre_avis") return !confirm.ok && confirm.code === "avis_absent";
  // Another answer may be added where the réserves are; none is awaited.
  if (acte === "repondre_reserve") return body.reponseAttendue;
  // A decision may be recorded at any time; it is what comes next once enough avis are there.
  return acte !== "relever_decision" || body.decisionAttendue;
}

/** Whether this person's rights allow it, whatever stands in its way now. */
function isMine({ verdict }: OfferedActe): boolean {
  return verdict.ok || !POLICY_REFUSALS.some((code) => code === verdict.code);
}
