import { describe, expect, it } from "vitest";
import { quorumOutOfReach, regleSentence } from "../../../web/labels/instances.ts";

describe("how a body decides, in sentences", () => {
  it("says a share of its membres and what that makes today", () => {
    const regle = { quorum: { en: "part", pourcent: 50 }, majorite: "simple", consultationEcrite: false } as const;
    expect(regleSentence(regle, 5, 9)).toBe(
      "Elle peut décider quand au moins 50\u202f% de ses membres sont là, soit 5 sur 9 aujourd’hui. " +
        "Une décision est prise quand plus de la moitié des membres présents sont pour. Elle ne décide qu’en séance.",
    );
  });

  it("says a number of people, and that it may decide in writing", () => {
    const regle = { quorum: { en: "nombre", nombre: 1 }, majorite: "unanimite", consultationEcrite: true } as const;
    expect(regleSentence(regle, 1, 0)).toBe(
      "Elle peut décider quand au moins 1\u00a0membre est là. Une décision est prise quand personne, parmi les présents, " +
        "ne s’y oppose. Elle peut aussi décider par écrit, entre deux séances.",
    );
  });

  it("warns of a quorum that there are not enough membres for", () => {
    expect(quorumOutOfReach(5, 3)).toContain("ne peut pas décider");
    expect(quorumOutOfReach(3, 3)).toBeNull();
    expect(quorumOutOfReach(5, 0)).toBeNull();
  });
});
