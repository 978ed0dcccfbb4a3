import { describe, expect, it } from "vitest";
import { evolve } from "../../../shared/workflow/evolve.ts";
import { toldLife } from "../../../shared/workflow/told.ts";
import { openReserves } from "../../../shared/workflow/versions.ts";
import { AT, Desk, id, words } from "./comite.ts";

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

  it("waits for who made it again, when the version on which they lifted it is examined no more", () => {
    const desk = underReserve();
    const first = desk.shown;
    desk.ask("pilote", { acte: "repondre_reserve", reserve: 1, texte: "Voir la nouvelle version." });
    desk.resubmit("second");
    expect(desk.ask("marie", { acte: "lever_reserve", reserve: 1, ...desk.shown })).toBe("ok");
    expect(openReserves(desk.state)).toEqual([]);
    desk.ask("pilote", { acte: "retirer", ...desk.shown, raison: "Trop tôt." });
    expect(desk.ask("copil", { acte: "valider", ...first, date: DAY })).toBe("reserves_non_levees");
    expect(toldLife(desk.state, () => desk.draft.parts)).toMatchObject({
      reserves: [{ de: id("marie"), repondue: true }],
      aValider: { version: 1, attend: [id("marie")] },
    });
    expect(desk.ask("pilote", { acte: "repondre_reserve", reserve: 1, texte: "Ou sans elle." })).toBe("ok");
    expect(desk.ask("marie", { acte: "lever_reserve", reserve: 1, ...first })).toBe("ok");
    expect(desk.ask("marie", { acte: "lever_reserve", reserve: 1, ...first })).toBe("reserve_levee");
    expect(desk.ask("copil", { acte: "valider", ...first, date: DAY })).toBe("ok");
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

describe("a version that was put off", () => {
  it("is not decided on a day before: what was said last is what holds", () => {
    const desk = new Desk();
    desk.submit();
    desk.avis("marie");
    const recorded = { acte: "relever_decision", ...desk.shown, mode: "seance", raison: "Le budget." } as const;
    const presents = [id("marie"), id("nadia")];
    expect(desk.ask("omar", { ...recorded, sens: "ajournee", date: "2026-03-12", presents })).toBe("ok");
    desk.avis("nadia");
    const approved = { ...recorded, sens: "approuvee", presents } as const;
    expect(desk.ask("omar", { ...approved, date: "2026-03-11" })).toBe("date_trop_ancienne");
    expect(desk.ask("omar", { ...approved, date: "2026-03-12" })).toBe("ok");
  });
});

describe("words that were masked", () => {
  it("are no other words to submit: what is left of them was submitted", () => {
    const desk = new Desk();
    desk.submit();
    const masked = words("█████");
    desk.state = evolve(desk.state, {
      par: id("coordination"),
      le: desk.le,
      event: {
        acte: "caviarder",
        caviardage: 1,
        partie: "description",
        motif: "donnee_de_sante",
        engagement: "0".repeat(64),
        masquees: [{ version: 1, empreinte: masked.parts.description }],
      },
    });
    desk.draft = masked;
    expect(desk.submit()).toBe("rien_de_nouveau");
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
    const told = toldLife(desk.state, () => desk.draft.parts);
    expect(dayIn("Europe/Paris", told.approuvee?.le)).toBe("2026-03-12");
    // Since when the Copil is awaited is when it was recorded.
    expect(told.aValider?.depuis).toBe(desk.le - 1);
    const validate = { acte: "valider", ...desk.shown } as const;
    expect(desk.ask("copil", { ...validate, date: "2026-03-11" }, submitted)).toBe("date_trop_ancienne");
    expect(desk.ask("copil", { ...validate, date: "2026-03-13" }, submitted)).toBe("ok");
    const [version] = desk.state.versions;
    for (const zone of ["Europe/Paris", "Pacific/Wallis", "Pacific/Tahiti", "Pacific/Noumea"]) {
      expect(dayIn(zone, version?.valideeLe), zone).toBe("2026-03-13");
      expect(dayIn(zone, version?.approuveeLe), zone).toBe("2026-03-12");
    }
  });
});

/** The day of a moment there, « 2026-03-12 ». */
function dayIn(timeZone: string, moment: number | null | undefined): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone }).format(moment ?? 0);
}
