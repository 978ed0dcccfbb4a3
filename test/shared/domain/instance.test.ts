import { describe, expect, it } from "vitest";
import { quorumOf, REGLE_DEFAULT, regleSchema } from "../../../shared/domain/instance.ts";

const nombre = (count: unknown) => ({
  quorum: { en: "nombre", nombre: count },
  majorite: "simple",
  consultationEcrite: true,
});

describe("the rule by which a body decides", () => {
  it("asks for a number of people, or for a share of the membres rounded up", () => {
    expect(quorumOf({ ...REGLE_DEFAULT, quorum: { en: "nombre", nombre: 4 } }, 3)).toBe(4);
    const half = { ...REGLE_DEFAULT, quorum: { en: "part", pourcent: 50 } } as const;
    expect([0, 1, 2, 5, 6].map((membres) => quorumOf(half, membres))).toEqual([0, 1, 1, 3, 3]);
  });

  it("is one that can be followed, and nothing else", () => {
    expect(regleSchema.safeParse(REGLE_DEFAULT).success).toBe(true);
    expect(regleSchema.safeParse(nombre(3)).success).toBe(true);
    for (const wrong of [
      nombre(0),
      nombre(2.5),
      nombre("3"),
      { ...nombre(3), quorum: { en: "part", pourcent: 101 } },
      { ...nombre(3), quorum: { en: "part", nombre: 3 } },
      { ...nombre(3), quorum: { en: "nombre", nombre: 3, pourcent: 50 } },
      { ...nombre(3), majorite: "absolue" },
      { ...nombre(3), voixPreponderante: true },
      { majorite: "simple", consultationEcrite: true },
    ]) {
      expect(regleSchema.safeParse(wrong).success, JSON.stringify(wrong)).toBe(false);
    }
  });
});
