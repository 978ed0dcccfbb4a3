import type { FicheFacts } from "./can.ts";
import type { PolicyRefusal } from "./refusals.ts";

/** What must hold besides a role, by its code. */
export const CONDITIONS = {
  habitants_ecrivent: { holds: (facts) => facts.habitantsEcrivent === true, refusal: "habitants_lecteurs" },
  // Who came by a code given in a workshop is known by nobody yet: the groupe admits them by another role, or not.
  admis_par_le_groupe: { holds: () => false, refusal: "habitant_atelier" },
  // Before that, a body is not told that there is a draft: it is refused as anybody outside.
  en_relecture: { holds: ({ etat }) => isInRelecture(etat), refusal: "hors_du_groupe" },
  en_relecture_ou_soumise: {
    holds: ({ etat, soumise }) => isInRelecture(etat) || soumise === true,
    refusal: "hors_du_groupe",
  },
  pas_close: { holds: ({ etat }) => etat !== "close", refusal: "ecriture_close" },
  n_ecrit_pas: { holds: (_, writes) => !writes, refusal: "deport" },
  le_sien: { holds: ({ sien }) => sien === true, refusal: "pas_le_sien" },
  pas_le_sien: { holds: ({ sien }) => sien !== true, refusal: "le_sien" },
  publiee: { holds: ({ publiee }) => publiee === true, refusal: "non_publie" },
  partagee: { holds: ({ partagee }) => partagee === true, refusal: "non_partage" },
} as const satisfies Record<
  string,
  {
    /** `writes`: whether the person may write this fiche. */
    readonly holds: (facts: FicheFacts, writes: boolean) => boolean;
    readonly refusal: PolicyRefusal;
  }
>;

export type Condition = keyof typeof CONDITIONS;

function isInRelecture(etat: FicheFacts["etat"]): boolean {
  return etat === "en_relecture" || etat === "close";
}
