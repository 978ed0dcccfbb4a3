import { describe, expect, it } from "vitest";
import { counted, fr, frAll, listed } from "../../../web/labels/typography.ts";

describe("a sentence", () => {
  it("is set as a French printer sets it", () => {
    expect(fr("Qui est là ? L'élu dit : « oui » ; bravo !")).toBe(
      "Qui est là\u202f? L’élu dit\u202f: «\u202foui\u202f»\u202f; bravo\u202f!",
    );
  });

  it("keeps addresses and hours as they are", () => {
    expect(fr("Elle commence par https:// à 14:05.")).toBe("Elle commence par https:// à 14:05.");
  });

  it("keeps its key in a table", () => {
    expect(frAll({ a: "C'est fait !", b: "Oui" })).toEqual({ a: "C’est fait\u202f!", b: "Oui" });
  });
});

describe("a count", () => {
  it("takes an s from two on", () => {
    expect(["", ...[0, 1, 2].map((count) => counted(count, "fiche"))].slice(1)).toEqual([
      "0\u00a0fiche",
      "1\u00a0fiche",
      "2\u00a0fiches",
    ]);
  });

  it("takes the plural it is given, and separates thousands", () => {
    expect(counted(1234, "autre fiche", "autres fiches")).toBe("1\u202f234\u00a0autres fiches");
  });
});

describe("a list", () => {
  it("ends with « et »", () => {
    expect(listed(["Anne"])).toBe("Anne");
    expect(listed(["Anne", "Julien", "Yvonne"])).toBe("Anne, Julien et Yvonne");
  });
});
