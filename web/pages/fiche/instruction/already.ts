import { asKept } from "../../../../shared/protocol/as-kept.ts";
import type { InstructionBody } from "../../../../shared/protocol/bodies/fiche-acts.ts";
import type { TypedReserve } from "./avis-draft.ts";

/** An avis as its form holds it. */
export interface TypedAvis {
  readonly sens: string;
  readonly raison: string;
  readonly reserves: readonly TypedReserve[];
}

/** A decision as its form holds it. */
export interface TypedDecision {
  readonly sens: string;
  readonly date: string;
  readonly raison: string;
}

/** Whether the avis that this person typed is the one that the server has of them, on the version that is shown. */
export function isGiven({ version, moi, reserves }: InstructionBody, typed: TypedAvis): boolean {
  const { avis, personne } = moi;
  if (version === null || avis?.version !== version.numero) return false;
  const own = reserves.filter((made) => made.de === personne && made.version === version.numero);
  return (
    avis.sens === typed.sens &&
    words(avis.raison) === words(typed.raison) &&
    typed.reserves.every(({ partie, citation, texte }) =>
      own.some(
        (made) =>
          made.sur.partie === partie &&
          words(made.sur.citation) === words(citation) &&
          words(made.texte) === words(texte),
      ),
    )
  );
}

/** Whether the decision that this person typed is the last that was recorded on the version that is shown, by them. */
export function isRecorded({ version, decisions, moi }: InstructionBody, typed: TypedDecision): boolean {
  const last = decisions.findLast((decision) => decision.version === version?.numero);
  return (
    last !== undefined &&
    last.relevePar === moi.personne &&
    last.sens === typed.sens &&
    last.date === typed.date &&
    words(last.raison) === words(typed.raison)
  );
}

function words(text: string | null): string {
  return asKept(text ?? "");
}
