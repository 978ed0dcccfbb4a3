import { describe, expect, it } from "vitest";
import { writeHere } from "../../../web/labels/fiche.ts";
import { inPlace, othersHere, whoAndWhere } from "../../../web/labels/who-is-here.ts";

describe("who is here", () => {
  it("is named while they are few, and counted after", () => {
    expect(othersHere([])).toBe("Personne d’autre ici");
    expect(othersHere(["Anne"])).toBe("Anne est ici");
    expect(othersHere(["Anne", "Yvonne"])).toBe("Anne et Yvonne sont ici");
    expect(othersHere(["Anne", "Yvonne", "Julien"])).toBe("3\u00a0autres personnes ici");
  });

  it("is told by section under its title", () => {
    expect(writeHere([])).toBe("");
    expect(writeHere(["Anne"])).toBe("Anne écrit ici");
    expect(writeHere(["Anne", "Yvonne"])).toBe("Anne et Yvonne écrivent ici");
    expect(writeHere(["Anne", "Yvonne", "Julien"])).toBe("3\u00a0personnes écrivent ici");
  });

  it("is told whole to whoever asks for it", () => {
    expect(whoAndWhere([])).toBe("Personne d’autre ici.");
    expect(
      whoAndWhere([
        { name: "Anne", place: "freins" },
        { name: "Yvonne", place: null },
      ]),
    ).toBe("2\u00a0autres personnes ici\u202f: Anne est dans «\u202fFreins\u202f»\u202f; Yvonne lit.");
    expect(inPlace("intitule")).toBe("dans «\u202fIntitulé de l’action\u202f»");
  });
});
