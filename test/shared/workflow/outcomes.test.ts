import { describe, expect, it } from "vitest";
import type { Regle } from "../../../shared/domain/instance.ts";
import { mayDecide } from "../../../shared/workflow/outcomes.ts";
import type { Compte } from "../../../shared/workflow/state.ts";
import { Desk, id } from "./comite.ts";

const COUNTED: Compte = {
  mode: "seance",
  membres: 3,
  quorum: 2,
  comptes: [id("marie"), id("nadia")],
  favorables: 0,
  defavorables: 0,
  abstentions: 2,
  sansAvis: 0,
};

function verdict(majorite: Regle["majorite"], compte: Partial<Compte>): string {
  const regle: Regle = { quorum: { en: "nombre", nombre: 2 }, majorite, consultationEcrite: true };
  const decided = mayDecide("approuvee", { regle, compte: { ...COUNTED, ...compte }, openReserves: false });
  return decided.ok ? "ok" : decided.code;
}

describe("an approval", () => {
  it.each(["simple", "des_exprimes", "unanimite"] as const)(
    "under the majority « %s » needs somebody who is for it: nobody against is not enough",
    (majorite) => {
      expect(verdict(majorite, {})).toBe("majorite_non_atteinte");
      expect(verdict(majorite, { favorables: 2, abstentions: 0 })).toBe("ok");
    },
  );

  it("is nobody's when nobody is counted, even where the rule asks for no quorum", () => {
    expect(verdict("des_exprimes", { quorum: 0, comptes: [], favorables: 1 })).toBe("quorum_non_atteint");
  });
});

describe("a decision to put off or to refuse", () => {
  it.each(["ajournee", "refusee"] as const)("« %s » is not recorded without its reason, and any other is", (sens) => {
    const desk = new Desk();
    desk.submit();
    for (const person of ["marie", "nadia"] as const)
      desk.avis(person, sens === "refusee" ? "defavorable" : "favorable");
    const presents = [id("marie"), id("nadia")];
    const decision = { acte: "relever_decision", ...desk.shown, date: "2026-03-26", mode: "seance", presents } as const;
    expect(desk.ask("omar", { ...decision, sens, raison: null })).toBe("raison_attendue");
    expect(desk.ask("omar", { ...decision, sens, raison: "Le budget." })).toBe("ok");
  });
});
