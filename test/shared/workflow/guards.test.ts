import { describe, expect, it } from "vitest";
import { AT, Desk, id } from "./comite.ts";

const DAY = "2026-03-26";

/** Version 1 approved under a réserve of Marie's. */
function underReserve(): Desk {
  const desk = new Desk();
  desk.submit();
  desk.reserve("marie");
  desk.avis("nadia");
  desk.decide("approuvee_sous_reserve", ["marie", "nadia"]);
  return desk;
}

describe("an approval under a réserve", () => {
  it("is validated once who made it can lift it no more", () => {
    const left = underReserve();
    expect(left.ask("copil", { acte: "valider", ...left.shown, date: DAY })).toBe("reserves_non_levees");
    left.membres = ["nadia", "omar"];
    expect(left.ask("copil", { acte: "valider", ...left.shown, date: DAY })).toBe("ok");
    expect(left.etats()).toEqual(["validee"]);
  });

  it("waits no more for who then declares that they take no part", () => {
    const desk = underReserve();
    expect(desk.ask("marie", { acte: "deporter", ...desk.shown })).toBe("ok");
    expect(desk.ask("copil", { acte: "valider", ...desk.shown, date: DAY })).toBe("ok");
  });

  it("is lifted for an answer or for other words, never for nothing", () => {
    const desk = underReserve();
    const lift = { acte: "lever_reserve", reserve: 1, ...desk.shown } as const;
    expect(desk.ask("marie", lift)).toBe("reserve_sans_reponse");
    desk.ask("pilote", { acte: "repondre_reserve", reserve: 1, texte: "La coordination." });
    expect(desk.ask("marie", lift)).toBe("ok");
    expect(desk.etats()).toEqual(["approuvee"]);
  });

  it("is not made whole by a change that its words lack", () => {
    const desk = underReserve();
    const first = desk.shown;
    desk.ask("pilote", { acte: "repondre_reserve", reserve: 1, texte: "Voir la nouvelle version." });
    desk.resubmit("second");
    expect(desk.ask("marie", { acte: "lever_reserve", reserve: 1, ...first })).toBe("version_depassee");
    expect(desk.ask("marie", { acte: "lever_reserve", reserve: 1, ...desk.shown })).toBe("ok");
    expect(desk.etats()).toEqual(["approuvee_sous_reserve", "soumise"]);
    expect(desk.ask("copil", { acte: "valider", ...first, date: DAY })).toBe("reserves_non_levees");
    desk.approve();
    expect(desk.etats()).toEqual(["remplacee", "validee"]);
  });
});

describe("a decision", () => {
  it("is not recorded by a presidency that takes no part, and is by the coordination", () => {
    const desk = new Desk();
    desk.submit();
    desk.avis("marie");
    desk.avis("nadia");
    desk.ask("omar", { acte: "deporter", ...desk.shown });
    expect(desk.decide("approuvee", ["marie", "nadia"])).toBe("deporte");
    const recorded = { acte: "relever_decision", ...desk.shown, sens: "approuvee", date: DAY, raison: null } as const;
    const presents = [id("marie"), id("nadia")];
    expect(desk.ask("coordination", { ...recorded, mode: "seance", presents })).toBe("ok");
  });

  it("is of a day on which the version was there, and the Copil's of one on which it was approved", () => {
    const desk = new Desk();
    desk.submit();
    desk.avis("marie");
    desk.avis("nadia");
    const recorded = {
      acte: "relever_decision",
      ...desk.shown,
      sens: "approuvee",
      raison: null,
      mode: "seance",
    } as const;
    const presents = [id("marie"), id("nadia")];
    const submitted = { ...AT, dayOf: () => "2026-03-10" };
    expect(desk.ask("omar", { ...recorded, date: "2026-03-09", presents }, submitted)).toBe("date_trop_ancienne");
    expect(desk.ask("omar", { ...recorded, date: "2026-03-12", presents }, submitted)).toBe("ok");
    const validate = { acte: "valider", ...desk.shown } as const;
    expect(desk.ask("copil", { ...validate, date: "2026-03-11" }, submitted)).toBe("date_trop_ancienne");
    expect(desk.ask("copil", { ...validate, date: "2026-03-12" }, submitted)).toBe("ok");
  });
});
