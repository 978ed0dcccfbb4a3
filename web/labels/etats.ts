import type { EtatRedaction, Stade } from "../../shared/domain/contrat.ts";
import { frAll } from "./typography.ts";

/** The état of a draft, as its badge says it. */
export const ETAT_LABELS: Readonly<Record<EtatRedaction, string>> = frAll({
  proposition: "Proposition",
  brouillon: "Brouillon",
  en_relecture: "En relecture",
  close: "Close",
});

/** Where a contrat stands. */
export const STADE_LABELS: Readonly<Record<Stade, string>> = frAll({
  prefiguration: "Préfiguration",
  diagnostic: "Diagnostic",
  elaboration: "Élaboration",
  mise_en_oeuvre: "Mise en œuvre",
  evaluation: "Évaluation",
});
