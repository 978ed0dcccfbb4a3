import type { EtatRedaction } from "../../../shared/domain/contrat.ts";
import type { DocumentId } from "../../../shared/ids.ts";
import { rows } from "../../durable/sql.ts";
import { act, did, THE_CONTRAT, type World } from "../act.ts";

/** The texts of a contrat, those that were thrown away included: what its archive holds beside its tables. */
export interface ExportedContrat {
  readonly nom: string;
  readonly slug: string;
  readonly fiches: readonly { readonly id: DocumentId; readonly numero: string; readonly etat: EtatRedaction }[];
  /** `le`: when the meeting is, in milliseconds since 1970. */
  readonly notes: readonly { readonly id: DocumentId; readonly le: number }[];
}

/** Begins to take the whole contrat along. It changes nothing, and the journal keeps that it was done. */
export const exportContrat = act({
  capability: "lire_journal",
  scope: () => THE_CONTRAT,
  run: ({ sql, self }: World, _: Record<never, never>) => {
    const exported: ExportedContrat = {
      nom: self.facts.nom,
      slug: self.slug,
      fiches: rows(sql, "SELECT id, numero, etat FROM fiches ORDER BY numero, id"),
      notes: rows(sql, "SELECT notes AS id, le FROM reunions WHERE notes IS NOT NULL ORDER BY le, id"),
    };
    return did(exported, { acte: "telecharger_contrat", sur: {} });
  },
});
