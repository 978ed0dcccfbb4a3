import { describe, expect, it } from "vitest";
import type { Regle } from "../../../shared/domain/instance.ts";
import { Desk } from "./comite.ts";

const IN_WRITING = {
  acte: "relever_decision",
  date: "2026-03-26",
  raison: null,
  mode: "consultation_ecrite",
  presents: [],
} as const;

/** Two were against version 1; Omar alone is for version 2. */
function oneForTwoAgainst(majorite: Regle["majorite"]): Desk {
  const desk = new Desk();
  desk.regle = { quorum: { en: "nombre", nombre: 1 }, majorite, consultationEcrite: true };
  desk.submit();
  desk.avis("marie", "defavorable");
  desk.avis("nadia", "defavorable");
  desk.resubmit("second");
  desk.avis("omar");
  return desk;
}

describe("a défavorable of before", () => {
  it.each(["simple", "des_exprimes", "unanimite"] as const)(
    "is counted against in writing, under the majority « %s »",
    (majorite) => {
      const desk = oneForTwoAgainst(majorite);
      expect(desk.ask("omar", { ...IN_WRITING, ...desk.shown, sens: "approuvee" })).toBe("majorite_non_atteinte");
      desk.avis("marie");
      const one = { simple: "ok", des_exprimes: "ok", unanimite: "majorite_non_atteinte" };
      expect(desk.ask("omar", { ...IN_WRITING, ...desk.shown, sens: "approuvee" })).toBe(one[majorite]);
    },
  );

  it("of somebody present is heard, and is not an avis that is missing", () => {
    const desk = oneForTwoAgainst("simple");
    expect(desk.decide("approuvee", ["marie", "omar"])).toBe("majorite_non_atteinte");
    expect(desk.decide("refusee", ["marie", "omar"])).toBe("ok");
    expect(desk.state.decisions.at(-1)?.compte).toMatchObject({ favorables: 1, defavorables: 1, sansAvis: 0 });
  });
});

describe("the quorum", () => {
  it("is a share of those who take part, and in writing of avis on this very version", () => {
    const desk = new Desk();
    desk.regle = { quorum: { en: "part", pourcent: 75 }, majorite: "des_exprimes", consultationEcrite: true };
    desk.submit();
    for (const person of ["marie", "nadia"] as const) desk.avis(person);
    // Three of the four who sit take part.
    expect(desk.approveInWriting("omar")).toBe("quorum_non_atteint");
    expect(desk.ask("nadia", { acte: "deporter", ...desk.shown })).toBe("ok");
    desk.avis("omar");
    desk.resubmit("second");
    desk.avis("omar");
    // Marie's is to be confirmed.
    expect(desk.approveInWriting("omar")).toBe("quorum_non_atteint");
    desk.ask("marie", { acte: "confirmer_avis", ...desk.shown });
    expect(desk.approveInWriting("omar")).toBe("ok");
    expect(desk.state.decisions.at(-1)?.compte).toMatchObject({ membres: 2, quorum: 2, favorables: 2 });
  });

  it("is that of the rule on the day of each submission", () => {
    const desk = new Desk();
    desk.submit();
    desk.regle = { ...desk.regle, quorum: { en: "nombre", nombre: 3 } };
    desk.resubmit("second");
    for (const person of ["marie", "nadia"] as const) desk.avis(person);
    expect(desk.approveInWriting("omar")).toBe("quorum_non_atteint");
    desk.regle = { ...desk.regle, quorum: { en: "nombre", nombre: 1 } };
    expect(desk.approveInWriting("omar")).toBe("quorum_non_atteint");
    desk.avis("omar");
    expect(desk.approveInWriting("omar")).toBe("ok");
  });
});

describe("the majority « simple »", () => {
  it("is of everybody counted, abstentions and those without an avis too", () => {
    const desk = new Desk();
    desk.submit();
    desk.avis("marie");
    desk.avis("nadia", "abstention");
    expect(desk.decide("approuvee", ["marie", "nadia"])).toBe("majorite_non_atteinte");
    desk.avis("nadia");
    expect(desk.decide("approuvee", ["marie", "nadia", "omar"])).toBe("ok");
    expect(desk.state.decisions.at(-1)?.compte).toMatchObject({ favorables: 2, sansAvis: 1 });
  });
});

describe("a défavorable on the version that is decided on", () => {
  it("counts against once", () => {
    const desk = new Desk();
    desk.regle = { quorum: { en: "nombre", nombre: 1 }, majorite: "des_exprimes", consultationEcrite: true };
    desk.submit();
    for (const person of ["marie", "nadia"] as const) desk.avis(person);
    desk.avis("omar", "defavorable");
    expect(desk.decide("approuvee", ["marie", "nadia", "omar"])).toBe("ok");
    expect(desk.state.decisions.at(-1)?.compte).toMatchObject({ favorables: 2, defavorables: 1 });
  });
});
