import type { OrganisationId } from "../ids.ts";

export const ORGANISATION_KINDS = [
  "collectivite",
  "etat",
  "agence_regionale_de_sante",
  "assurance_maladie",
  "etablissement_de_sante",
  "professionnels_de_sante",
  "medico_social",
  "education",
  "association",
  "habitants",
  "autre",
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** Whom people speak for in a contrat. */
export interface Organisation {
  readonly id: OrganisationId;
  readonly nom: string;
  readonly kind: OrganisationKind;
  /** Fourteen digits, or null when it is not known. */
  readonly siret: string | null;
}

/** La Poste's places have numbers of their own making: their digits add up to a multiple of five. */
const LA_POSTE = "356000000";

/** Whether these are the fourteen digits of a SIRET, with the right control digit. */
export function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text)) return false;
  const digits = [...text].map(Number);
  if (text.startsWith(LA_POSTE) && sum(digits) % 5 === 0) return true;
  // Luhn's key: from the right, every second digit counts double, its own digits added.
  const weighted = digits.map((digit, index) => (index % 2 === 0 ? digit * 2 : digit));
  return sum(weighted.map((value) => (value > 9 ? value - 9 : value))) % 10 === 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
