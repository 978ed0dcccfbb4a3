import { describe, expect, it } from "vitest";
import { REGLAGES_DEFAULT, type Reglages, reglagesSchema } from "../../../shared/domain/reglages.ts";
import { LIMITS, toReglages, toValues } from "../../../web/pages/administration/reglages-values.ts";

const AUDITED: Reglages = {
  ...REGLAGES_DEFAULT,
  nom: "Bretagne sud",
  accessibilite: {
    etablieLe: "2026-03-12",
    schema: "",
    audit: { faitLe: "2026-02-01", par: "Un cabinet", pourcent: 64, nonAccessibles: "La carte." },
  },
};

describe("the settings of an instance in their form", () => {
  it("come out as they went in", () => {
    expect(toReglages(toValues(REGLAGES_DEFAULT))).toEqual(REGLAGES_DEFAULT);
    expect(toReglages(toValues(AUDITED))).toEqual(AUDITED);
  });

  it("say nothing of an audit that was not made, whatever was typed of it", () => {
    expect(toReglages({ ...toValues(AUDITED), audit: false }).accessibilite.audit).toBeNull();
  });

  it("are refused by the server beyond the bounds that the form knows, and not before", () => {
    for (const [name, max] of Object.entries(LIMITS)) {
      const filled = (length: number) =>
        reglagesSchema.safeParse(toReglages({ ...toValues(AUDITED), [name]: "a".repeat(length) })).success;
      expect([name, filled(max), filled(max + 1)]).toEqual([name, true, false]);
    }
  });
});
