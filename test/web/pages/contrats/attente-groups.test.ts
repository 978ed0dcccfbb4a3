import { describe, expect, it } from "vitest";
import { ATTENTES, type AttenteKind } from "../../../../shared/domain/attente.ts";
import type { DocumentId } from "../../../../shared/ids.ts";
import type { AttenteBody } from "../../../../shared/protocol/bodies/attentes.ts";
import { attenteFacts, attenteSentence } from "../../../../web/labels/attentes.ts";
import { attentePath, groupsOf, toExamine } from "../../../../web/pages/contrats/attente-groups.ts";

const attente = (quoi: AttenteKind, fiche = "k7f3qd9mk7f3qd9m", nombre = 1): AttenteBody => ({
  quoi,
  contrat: { slug: "pays-de-redon", nom: "CLS du Pays de Redon" },
  fiche: { id: fiche as DocumentId, numero: "2.3", intitule: "Prévention des aînés" },
  version: quoi === "sections_a_completer" ? null : 4,
  depuis: quoi === "sections_a_completer" ? null : Date.parse("2026-03-12T10:00:00Z"),
  nombre,
});

describe("what waits for somebody", () => {
  it("stands in one group each, what others wait for first", () => {
    const groups = groupsOf(ATTENTES.toReversed().map((quoi) => attente(quoi)));
    expect(groups.map(({ group }) => group)).toEqual(["a_examiner", "a_decider", "a_repondre", "a_completer"]);
    expect(groups.flatMap(({ attentes }) => attentes)).toHaveLength(ATTENTES.length);
  });

  it("leads to where it is done", () => {
    expect(attentePath(attente("decision_a_relever"))).toMatch(
      /\/fiches\/2-3-prevention-des-aines-\w+\/instruction#decision$/,
    );
    expect(attentePath(attente("reserve_a_lever"))).toMatch(/\/instruction#reserves$/);
    // A version is read before its avis is given.
    expect(attentePath(attente("avis_a_donner"))).toMatch(/\/instruction$/);
    expect(attentePath(attente("sections_a_completer"))).toMatch(/-k7f3qd9m$/);
  });

  it("is said in a sentence, with its version and its day", () => {
    expect(attenteSentence(attente("avis_a_donner"))).toBe(
      "Donner votre avis sur «\u202f2.3 Prévention des aînés\u202f»",
    );
    expect(attenteSentence(attente("reserve_a_repondre", "k", 2))).toContain("2\u00a0réserves");
    expect(attenteFacts(attente("avis_a_donner"))).toBe("Version 4, soumise le 12 mars 2026. CLS du Pays de Redon.");
    expect(attenteFacts(attente("sections_a_completer"))).toBe("CLS du Pays de Redon.");
    // Since it was written down, which may be later than the day that it names.
    expect(attenteFacts(attente("validation"))).toBe(
      "Version 4, à valider depuis le 12 mars 2026. CLS du Pays de Redon.",
    );
  });

  it("is to examine once for each fiche, whatever is asked of it", () => {
    const mine = [
      attente("avis_a_confirmer", "aaaaaaaaaaaaaaaa"),
      attente("reserve_a_lever", "aaaaaaaaaaaaaaaa"),
      attente("validation", "bbbbbbbbbbbbbbbb"),
      attente("avis_a_donner", "cccccccccccccccc"),
    ];
    expect(toExamine(mine).map(({ fiche }) => fiche.id)).toEqual(["aaaaaaaaaaaaaaaa", "cccccccccccccccc"]);
  });
});
