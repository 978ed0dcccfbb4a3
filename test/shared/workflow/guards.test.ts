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

  it("made on an earlier version is lifted for its other words, without an answer", () => {
    const desk = new Desk();
    desk.submit();
    desk.reserve("marie");
    desk.resubmit("second");
    for (const person of ["nadia", "omar"] as const) desk.avis(person);
    expect(desk.decide("approuvee_sous_reserve", ["marie", "nadia", "omar"])).toBe("ok");
    expect(desk.ask("marie", { acte: "lever_reserve", reserve: 1, ...desk.shown })).toBe("ok");
    expect(desk.etats()).toEqual(["remplacee", "approuvee"]);
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

  it("is validated on a day on which it was plain: not before the last réserve was lifted", () => {
    const desk = underReserve();
    desk.ask("pilote", { acte: "repondre_reserve", reserve: 1, texte: "La coordination." });
    const lifted = desk.le;
    const at = {
      ...AT,
      today: "2026-04-02",
      dayOf: (moment: number) => (moment < lifted ? "2026-03-20" : "2026-03-30"),
    };
    expect(desk.ask("marie", { acte: "lever_reserve", reserve: 1, ...desk.shown }, at)).toBe("ok");
    const validate = { acte: "valider", ...desk.shown } as const;
    expect(desk.ask("copil", { ...validate, date: "2026-03-29" }, at)).toBe("date_trop_ancienne");
    expect(desk.ask("copil", { ...validate, date: "2026-03-30" }, at)).toBe("ok");
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
  it("waits for no decision until somebody gives an avis again", () => {
    const desk = new Desk();
    const waits = () => toldLife(desk.state, () => desk.draft.parts).instruction?.aDecider;
    desk.submit();
    desk.avis("marie");
    expect(waits()).toBe(true);
    expect(desk.decide("ajournee", ["marie", "nadia"])).toBe("ok");
    expect(waits()).toBe(false);
    desk.avis("nadia");
    expect(waits()).toBe(true);
  });

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

describe("a réserve", () => {
  it("stands in the way on whatever version comes, confirmed or not, and is lifted by who made it alone", () => {
    const desk = new Desk();
    desk.submit();
    desk.reserve("marie");
    for (const description of ["second", "troisième", "quatrième"]) {
      desk.resubmit(description);
      for (const person of ["nadia", "omar"] as const) desk.avis(person);
      expect(desk.decide("approuvee", ["marie", "nadia", "omar"])).toBe("reserves_non_levees");
    }
    desk.ask("marie", { acte: "confirmer_avis", ...desk.shown });
    expect(desk.state.avis.find(({ de }) => de === id("marie"))?.sens).toBe("favorable_avec_reserves");
    expect(desk.decide("approuvee", ["marie", "nadia", "omar"])).toBe("reserves_non_levees");
    // Whoever has one of their own lifts no other.
    desk.reserve("nadia");
    expect(desk.ask("nadia", { acte: "lever_reserve", reserve: 1, ...desk.shown })).toBe("pas_le_sien");
    expect(desk.decide("approuvee_sous_reserve", ["marie", "nadia", "omar"])).toBe("ok");
  });
});

describe("words that were masked", () => {
  const masked = words("█████");
  const mask = (desk: Desk) => {
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
  };

  it("are no other words to submit: what is left of them was submitted", () => {
    const desk = new Desk();
    desk.submit();
    mask(desk);
    expect(desk.submit()).toBe("rien_de_nouveau");
  });

  it("are no change since an approval, nor since an avis that was given before or after", () => {
    const desk = new Desk();
    desk.submit();
    desk.avis("marie");
    const { empreinte } = desk.shown;
    mask(desk);
    // The version goes on being named by its fingerprint.
    expect(desk.shown).toEqual({ version: 1, empreinte });
    desk.avis("nadia");
    for (const { parts } of desk.state.avis) expect(parts).toEqual(masked.parts);
    desk.decide("approuvee", ["marie", "nadia"]);
    expect(toldLife(desk.state, () => desk.draft.parts).approuvee).toMatchObject({ modifieeDepuis: false });
    desk.draft = words("autre");
    expect(toldLife(desk.state, () => desk.draft.parts).approuvee).toMatchObject({ modifieeDepuis: true });
  });
});

describe("a decision", () => {
  it("that puts off or refuses the next version leaves the approval of the one before, and the Copil may validate it", () => {
    const desk = new Desk();
    desk.submit();
    desk.avis("marie");
    desk.avis("nadia");
    desk.decide("approuvee", ["marie", "nadia"]);
    const approved = desk.shown;
    desk.resubmit("second");
    for (const person of ["marie", "nadia"] as const) desk.avis(person, "defavorable");
    expect(desk.decide("ajournee", ["marie", "nadia"])).toBe("ok");
    expect(desk.etats()).toEqual(["approuvee", "ajournee"]);
    expect(desk.decide("refusee", ["marie", "nadia"])).toBe("ok");
    expect(desk.etats()).toEqual(["approuvee", "refusee"]);
    expect(desk.ask("copil", { acte: "valider", ...approved, date: "2026-03-26" })).toBe("ok");
    expect(desk.etats()).toEqual(["validee", "refusee"]);
  });

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
