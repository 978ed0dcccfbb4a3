import { describe, expect, it } from "vitest";
import { accessibiliteLevel, REGLAGES_DEFAULT, reglagesSchema } from "../../../shared/domain/reglages.ts";

const audit = { faitLe: "2026-02-12", par: "Un cabinet", pourcent: 72, nonAccessibles: "" };

function parse(change: object) {
  return reglagesSchema.safeParse({ ...REGLAGES_DEFAULT, ...change });
}

describe("what an instance says of itself", () => {
  it("is kept as it was written, but for spaces around and the ends of lines", () => {
    expect(parse({}).data).toEqual(REGLAGES_DEFAULT);
    expect(parse({ nom: "  CLS d’Essai ", contact: "un\r\ndeux\n" }).data).toMatchObject({
      nom: "CLS d’Essai",
      contact: "un\ndeux",
    });
    expect(parse({ nom: "Cre\u0301teil" }).data?.nom).toBe("Cr\u00e9teil");
  });

  it.each([
    ["a name of two lines", { nom: "un\ndeux" }],
    ["a control character", { contact: "un\u0007deux" }],
    ["a character that turns the text around", { nom: "un\u202edeux" }],
    ["too long a text", { contact: "x".repeat(1_001) }],
    ["a field that is not known", { role: "administration" }],
    ["a field that is missing", { nom: undefined }],
    ["a day that is none", { accessibilite: { ...REGLAGES_DEFAULT.accessibilite, etablieLe: "2026-02-30" } }],
    [
      "more than all criteria",
      { accessibilite: { ...REGLAGES_DEFAULT.accessibilite, audit: { ...audit, pourcent: 101 } } },
    ],
  ])("holds no %s", (_, change) => {
    expect(parse(change).success).toBe(false);
  });

  it("claims a level of accessibility by what an audit counted alone", () => {
    const level = (pourcent: number | null) =>
      accessibiliteLevel({
        ...REGLAGES_DEFAULT,
        accessibilite: { ...REGLAGES_DEFAULT.accessibilite, audit: pourcent === null ? null : { ...audit, pourcent } },
      });
    expect([null, 0, 49, 50, 99, 100].map(level)).toEqual([
      "non_conforme",
      "non_conforme",
      "non_conforme",
      "partiellement_conforme",
      "partiellement_conforme",
      "totalement_conforme",
    ]);
  });
});
