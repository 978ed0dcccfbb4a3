import type { AdminRefusal } from "../../api/instance.ts";
import { INSTANCE_REFUSAL_LABELS } from "../../labels/instance-refusals.ts";
import { fr } from "../../labels/typography.ts";

/** A sentence for each refusal of an act on the instance. */
export const ADMIN_SENTENCES: Readonly<Record<AdminRefusal, string>> = {
  ...INSTANCE_REFUSAL_LABELS,
  slug_pris: fr("Un autre contrat a déjà cette adresse. Choisissez d'autres mots."),
};
