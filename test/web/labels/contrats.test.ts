import { describe, expect, it } from "vitest";
import { awaitingLede, foundFiches, readableFiches, showOthers } from "../../../web/labels/contrats.ts";

describe("« Ce qui m’attend »", () => {
  it("says how much there is, and where", () => {
    expect(awaitingLede(true, 0, 0)).toBe("");
    expect(awaitingLede(true, 1, 1)).toBe("Vous êtes dans le groupe de travail de 1\u00a0fiche, dans 1\u00a0contrat.");
    expect(awaitingLede(false, 12, 4)).toBe("Vous pouvez écrire 12\u00a0fiches, dans 4\u00a0contrats.");
  });

  it("agrees in number", () => {
    expect(readableFiches(0)).toBe("Aucune fiche ne vous est encore ouverte");
    expect(readableFiches(1)).toBe("1\u00a0fiche ouverte pour vous");
    expect(readableFiches(2)).toBe("2\u00a0fiches ouvertes pour vous");
    expect(showOthers(1)).toBe("Montrer l’autre fiche");
    expect(showOthers(12)).toBe("Montrer les 12\u00a0autres fiches");
  });

  it("says what a search found", () => {
    expect(foundFiches(0)).toBe("Aucune fiche ne contient ces mots.");
    expect(foundFiches(1)).toBe("1\u00a0fiche trouvée");
  });
});
