import { describe, expect, it } from "vitest";
import type { SensAvis } from "../../../shared/domain/version.ts";
import type { AccountId } from "../../../shared/ids.ts";
import type { AvisBody } from "../../../shared/protocol/bodies/fiche-acts.ts";
import { otherVersionWords, ownAvisWords } from "../../../web/labels/instruction.ts";

const LE = Date.UTC(2026, 2, 12, 12);

const avis = (sens: SensAvis, aConfirmer: boolean): AvisBody => ({
  de: "marie" as AccountId,
  sens,
  raison: null,
  version: aConfirmer ? 1 : 2,
  le: LE,
  aConfirmer,
  modifiees: [],
});

describe("what one's avis is worth on the version that is shown", () => {
  it("is said once it is on this very version", () => {
    expect(ownAvisWords(avis("favorable", false), 2, 3, true)).toBe(
      "Vous avez donné un avis favorable sur la version 2, le 12 mars 2026.",
    );
  });

  it("is nothing until it is confirmed, but for one against, which goes on counting", () => {
    expect(ownAvisWords(avis("abstention", true), 2, 0, true)).toBe(
      "Vous aviez donné une abstention sur la version 1, le 12 mars 2026. " +
        "Votre avis ne comptera pour la version 2 que lorsque vous l’aurez confirmé ou changé.",
    );
    expect(ownAvisWords(avis("defavorable", true), 2, 1, true)).toBe(
      "Vous aviez donné un avis défavorable sur la version 1, le 12 mars 2026. Une partie est restée identique. " +
        "Il compte contre la version 2 tant que vous ne l’avez pas changé.",
    );
  });

  it("asks for nothing once nobody may confirm it", () => {
    for (const sens of ["favorable", "defavorable"] as const) {
      expect(ownAvisWords(avis(sens, true), 2, 3, false)).toMatch(
        /le 12 mars 2026\. Rien n’a été confirmé de votre part pour la version 2\.$/u,
      );
    }
  });
});

it("what is done about another version than the one that is shown says which", () => {
  expect(otherVersionWords(1, "approuvee")).toBe("Il s’agit de la version 1, approuvée par le comité technique.");
});
