import { expect, it } from "vitest";
import { ATTENTES } from "../../../shared/domain/attente.ts";
import type { DocumentId } from "../../../shared/ids.ts";
import { attentePath } from "../../../shared/protocol/attente-paths.ts";

it("each thing that waits has the address of the very part in which it is done", () => {
  const fiche = { id: "k7f3qd9mk7f3qd9m" as DocumentId, numero: "2.3", intitule: "Aînés" };
  const piece = "/contrats/pays-de-redon/fiches/2-3-aines-k7f3qd9m";
  expect(Object.fromEntries(ATTENTES.map((quoi) => [quoi, attentePath(quoi, "pays-de-redon", fiche)]))).toEqual({
    avis_a_donner: `${piece}/instruction#avis`,
    avis_a_confirmer: `${piece}/instruction#avis`,
    reserve_a_lever: `${piece}/instruction#reserves`,
    reserve_a_repondre: `${piece}/instruction#reserves`,
    decision_a_relever: `${piece}/instruction#decision`,
    validation: `${piece}/instruction#copil`,
    sections_a_completer: piece,
  });
});
