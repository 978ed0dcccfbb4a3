import { describe, expect, it } from "vitest";
import { AT, Desk, id, words } from "./comite.ts";

describe("from draft to approval", () => {
  it("goes through re-reading, submission, avis, a decision with quorum, and the Copil", () => {
    const desk = new Desk("proposition");
    expect(desk.ask("pilote", { acte: "reprendre_redaction" })).toBe("ok");
    expect(desk.ask("pilote", { acte: "mettre_en_relecture" })).toBe("ok");
    expect(desk.submit()).toBe("ok");
    expect(desk.avis("marie")).toBe("ok");
    expect(desk.avis("nadia")).toBe("ok");
    expect(desk.decide("approuvee", ["marie", "nadia", "omar"])).toBe("ok");
    expect(desk.ask("copil", { acte: "valider", ...desk.shown, date: "2026-03-26" })).toBe("ok");
    expect(desk.etats()).toEqual(["validee"]);
    expect(desk.state.decisions.map(({ instance, sens }) => `${instance} ${sens}`)).toEqual([
      "comite_technique approuvee",
      "copil validee",
    ]);
    expect(desk.state.etat).toBe("en_relecture");
  });

  it("refuses who may not, whatever they name", () => {
    const desk = new Desk();
    expect(desk.submit("partenaire")).toBe("reserve_au_pilote");
    desk.submit();
    expect(desk.avis("pilote" as "marie")).toBe("reserve_au_comite_technique");
    expect(desk.avis("paul" as "marie")).toBe("deport");
    const nothing = { version: 9, empreinte: words("rien").version };
    expect(desk.ask("lecteur", { acte: "valider", ...nothing, date: "2026-03-26" })).toBe("reserve_au_copil");
    expect(desk.ask("copil", { acte: "valider", ...nothing, date: "2026-03-26" })).toBe("version_inconnue");
  });

  it("submits the words that the screen showed, and only once", () => {
    const desk = new Desk();
    const shown = words("autre chose").version;
    expect(desk.ask("pilote", { acte: "soumettre", empreinte: shown, malgre: null })).toBe("texte_change");
    expect(desk.submit()).toBe("ok");
    expect(desk.submit("coordination")).toBe("rien_de_nouveau");
    expect(desk.ask("pilote", { acte: "retirer", ...desk.shown, raison: "Trop tôt." })).toBe("ok");
    expect(desk.submit()).toBe("ok");
    expect(desk.etats()).toEqual(["retiree", "soumise"]);
    for (const person of ["marie", "nadia"] as const) desk.avis(person, "defavorable");
    expect(desk.decide("refusee", ["marie", "nadia"])).toBe("ok");
    expect(desk.submit()).toBe("rien_de_nouveau");
    expect(desk.resubmit("second")).toBe("ok");
    expect(desk.etats()).toEqual(["retiree", "refusee", "soumise"]);
  });

  it("lets the coordination alone submit with sections missing, and says why", () => {
    const desk = new Desk();
    desk.missing = ["constats"];
    const asked = { acte: "soumettre", empreinte: desk.draft.version, malgre: "Le diagnostic arrive." } as const;
    expect(desk.submit()).toBe("sections_manquantes");
    expect(desk.ask("pilote", asked)).toBe("malgre_reserve_a_la_coordination");
    expect(desk.ask("coordination", asked)).toBe("ok");
    expect(desk.journal.at(-1)?.event).toMatchObject({ manquantes: ["constats"], malgre: "Le diagnostic arrive." });
  });

  it("submits nothing of a closed fiche", () => {
    const desk = new Desk();
    desk.ask("pilote", { acte: "clore" });
    expect(desk.submit()).toBe("fiche_close");
    expect(desk.ask("pilote", { acte: "mettre_en_relecture" })).toBe("etat_autre");
    expect(desk.ask("coordination", { acte: "rouvrir" })).toBe("ok");
    expect(desk.submit()).toBe("ok");
  });
});

describe("an avis", () => {
  it("is on the words that the screen showed", () => {
    const desk = new Desk();
    desk.submit();
    const old = desk.shown;
    desk.resubmit("second");
    const avis = { acte: "rendre_avis", sens: "favorable", raison: null, reserves: [] } as const;
    expect(desk.ask("marie", { ...avis, ...old })).toBe("version_depassee");
    expect(desk.ask("marie", { ...avis, version: 2, empreinte: old.empreinte })).toBe("empreinte_autre");
    expect(desk.etats()).toEqual(["remplacee", "soumise"]);
  });

  it("needs a reason to be against, réserves to have some, and words that are there", () => {
    const desk = new Desk();
    desk.submit();
    const avis = { acte: "rendre_avis", ...desk.shown, raison: null, reserves: [] } as const;
    expect(desk.ask("marie", { ...avis, sens: "defavorable" })).toBe("raison_attendue");
    expect(desk.ask("marie", { ...avis, sens: "favorable_avec_reserves" })).toBe("reserve_attendue");
    const reserve = { sur: { partie: "description", citation: "" }, texte: "À préciser." } as const;
    expect(desk.ask("marie", { ...avis, sens: "favorable", reserves: [reserve] })).toBe("reserve_en_trop");
    expect(desk.reserve("marie", "des mots absents")).toBe("passage_introuvable");
    const byPart = { ...AT, words: (_: number, partie: string) => (partie === "constats" ? "Des mots." : "") };
    const elsewhere = { sur: { partie: "description", citation: "Des mots." }, texte: "À préciser." } as const;
    const reserved = { ...avis, sens: "favorable_avec_reserves", reserves: [elsewhere] } as const;
    expect(desk.ask("marie", reserved, byPart)).toBe("passage_introuvable");
    expect(desk.state.reserves).toEqual([]);
  });

  it("reads each part once, however many réserves quote it", () => {
    const desk = new Desk();
    desk.submit();
    const read: string[] = [];
    const at = { ...AT, words: (_: number, partie: string) => `${read.push(partie)} mots` };
    const reserves = Array.from({ length: 50 }, (_, index) => ({
      sur: { partie: index % 2 === 0 ? ("constats" as const) : ("description" as const), citation: "mots" },
      texte: `Lesquels, ${index} ?`,
    }));
    const avis = {
      acte: "rendre_avis",
      ...desk.shown,
      sens: "favorable_avec_reserves",
      raison: null,
      reserves,
    } as const;
    expect(desk.ask("marie", avis, at)).toBe("ok");
    expect(desk.state.reserves).toHaveLength(50);
    expect(read.sort()).toEqual(["constats", "description"]);
  });

  it("counts for nothing on a later version until it is confirmed, and changes until the decision", () => {
    const desk = new Desk();
    desk.submit();
    desk.avis("marie", "abstention");
    expect(desk.avis("marie")).toBe("ok");
    desk.avis("nadia");
    desk.resubmit("second");
    expect(desk.decide("approuvee", ["marie", "nadia"])).toBe("majorite_non_atteinte");
    expect(desk.ask("marie", { acte: "confirmer_avis", ...desk.shown })).toBe("ok");
    expect(desk.ask("marie", { acte: "confirmer_avis", ...desk.shown })).toBe("avis_deja_confirme");
    expect(desk.ask("omar", { acte: "confirmer_avis", ...desk.shown })).toBe("avis_absent");
    expect(desk.decide("approuvee", ["marie", "nadia"])).toBe("majorite_non_atteinte");
    desk.ask("nadia", { acte: "confirmer_avis", ...desk.shown });
    expect(desk.decide("approuvee", ["marie", "nadia"])).toBe("ok");
    expect(desk.avis("marie", "defavorable")).toBe("instruction_close");
  });

  it("against goes on counting against on a later version, until it is changed", () => {
    const desk = new Desk();
    desk.regle = { quorum: { en: "nombre", nombre: 1 }, majorite: "unanimite", consultationEcrite: true };
    desk.submit();
    desk.avis("marie", "defavorable");
    desk.resubmit("second");
    desk.avis("nadia");
    expect(desk.decide("approuvee", ["marie", "nadia"])).toBe("majorite_non_atteinte");
    expect(desk.approveInWriting("coordination")).toBe("majorite_non_atteinte");
    // However many versions come.
    for (const description of ["troisième", "quatrième"]) {
      desk.resubmit(description);
      desk.avis("nadia");
      expect(desk.approveInWriting("coordination")).toBe("majorite_non_atteinte");
    }
    desk.avis("marie");
    expect(desk.approveInWriting("coordination")).toBe("ok");
  });

  it("is not given by who takes no part", () => {
    const desk = new Desk();
    desk.submit();
    expect(desk.ask("marie", { acte: "deporter", ...desk.shown })).toBe("ok");
    expect(desk.ask("marie", { acte: "deporter", ...desk.shown })).toBe("deja_deporte");
    expect(desk.avis("marie")).toBe("deporte");
    expect(desk.decide("approuvee", ["marie", "nadia", "omar"])).toBe("present_inconnu");
    desk.avis("nadia");
    desk.ask("nadia", { acte: "deporter", ...desk.shown });
    desk.resubmit("second");
    expect(desk.ask("nadia", { acte: "confirmer_avis", ...desk.shown })).toBe("deporte");
  });
});

describe("a réserve", () => {
  it("stands in the way of a plain approval until who made it lifts it, shown the answer", () => {
    const desk = new Desk();
    desk.submit();
    expect(desk.reserve("marie")).toBe("ok");
    expect(desk.avis("marie")).toBe("reserves_non_levees");
    desk.avis("nadia");
    expect(desk.decide("approuvee", ["marie", "nadia"])).toBe("reserves_non_levees");
    expect(desk.ask("pilote", { acte: "repondre_reserve", reserve: 1, texte: "La coordination." })).toBe("ok");
    expect(desk.ask("nadia", { acte: "lever_reserve", reserve: 1, ...desk.shown })).toBe("pas_le_sien");
    desk.resubmit("second");
    expect(desk.ask("marie", { acte: "lever_reserve", reserve: 1, ...desk.shown })).toBe("ok");
    expect(desk.ask("marie", { acte: "lever_reserve", reserve: 1, ...desk.shown })).toBe("reserve_levee");
    expect(desk.ask("pilote", { acte: "repondre_reserve", reserve: 1, texte: "Trop tard." })).toBe("reserve_inconnue");
    desk.ask("marie", { acte: "confirmer_avis", ...desk.shown });
    expect(desk.state.avis.find(({ de }) => de === id("marie"))?.sens).toBe("favorable");
    desk.ask("nadia", { acte: "confirmer_avis", ...desk.shown });
    expect(desk.decide("approuvee", ["marie", "nadia"])).toBe("ok");
  });

  it("of somebody who left the committee is in nobody's way: they could never lift it", () => {
    const desk = new Desk();
    desk.submit();
    desk.reserve("marie");
    desk.avis("nadia");
    desk.avis("omar");
    expect(desk.decide("approuvee", ["nadia", "omar"])).toBe("reserves_non_levees");
    desk.membres = ["nadia", "omar"];
    expect(desk.decide("approuvee_sous_reserve", ["nadia", "omar"])).toBe("reserve_attendue");
    expect(desk.decide("approuvee", ["nadia", "omar"])).toBe("ok");
  });

  it("makes an approval sous réserve whole when the last one is lifted; only then may the Copil validate", () => {
    const desk = new Desk();
    desk.submit();
    desk.reserve("marie");
    desk.reserve("nadia");
    expect(desk.decide("approuvee_sous_reserve", ["marie", "nadia"])).toBe("ok");
    const validate = { acte: "valider", ...desk.shown, date: "2026-03-26" } as const;
    expect(desk.ask("copil", validate)).toBe("reserves_non_levees");
    for (const reserve of [1, 2]) desk.ask("pilote", { acte: "repondre_reserve", reserve, texte: "La coordination." });
    desk.ask("marie", { acte: "lever_reserve", reserve: 1, ...desk.shown });
    expect(desk.etats()).toEqual(["approuvee_sous_reserve"]);
    desk.ask("nadia", { acte: "lever_reserve", reserve: 2, ...desk.shown });
    expect(desk.etats()).toEqual(["approuvee"]);
    expect(desk.ask("copil", validate)).toBe("ok");
  });
});

describe("a decision", () => {
  it("needs a quorum, a majority, a day that has come, and people of the committee", () => {
    const desk = new Desk();
    desk.submit();
    desk.avis("marie");
    expect(desk.decide("approuvee", ["marie"])).toBe("quorum_non_atteint");
    expect(desk.decide("ajournee", [])).toBe("quorum_non_atteint");
    expect(desk.decide("approuvee", ["marie", "nadia"])).toBe("majorite_non_atteinte");
    expect(desk.decide("approuvee", ["marie", "lecteur"])).toBe("present_inconnu");
    expect(desk.decide("approuvee", ["marie", "paul"])).toBe("present_inconnu");
    desk.avis("nadia");
    expect(desk.decide("refusee", ["marie", "nadia"])).toBe("majorite_favorable");
    expect(desk.decide("approuvee_sous_reserve", ["marie", "nadia"])).toBe("reserve_attendue");
    const tomorrow = { acte: "relever_decision", ...desk.shown, sens: "approuvee", date: "2026-03-27" } as const;
    expect(desk.ask("omar", { ...tomorrow, raison: null, mode: "seance", presents: [id("marie"), id("nadia")] })).toBe(
      "date_future",
    );
    expect(desk.state.decisions).toEqual([]);
  });

  it("in writing is for committees whose rule allows it", () => {
    const desk = new Desk();
    desk.regle = { ...desk.regle, consultationEcrite: false };
    desk.submit();
    desk.avis("marie");
    desk.avis("nadia");
    expect(desk.approveInWriting("omar")).toBe("pas_de_consultation_ecrite");
    // The rule is that of the day on which the instruction opened.
    desk.regle = { ...desk.regle, consultationEcrite: true };
    expect(desk.approveInWriting("omar")).toBe("pas_de_consultation_ecrite");
  });

  it("never un-approves by a new submission; a later approval takes the place of the earlier", () => {
    const desk = new Desk();
    desk.submit();
    desk.avis("marie");
    desk.avis("nadia");
    desk.decide("approuvee", ["marie", "nadia"]);
    desk.ask("copil", { acte: "valider", ...desk.shown, date: "2026-03-26" });
    desk.resubmit("second");
    expect(desk.etats()).toEqual(["validee", "soumise"]);
    desk.avis("marie");
    desk.avis("nadia");
    desk.decide("approuvee", ["marie", "nadia"]);
    expect(desk.etats()).toEqual(["validee", "approuvee"]);
    desk.ask("copil", { acte: "valider", ...desk.shown, date: "2026-03-26" });
    expect(desk.etats()).toEqual(["remplacee", "validee"]);
  });

  it("is sent back by the Copil with a reason, and the next version begins again", () => {
    const desk = new Desk();
    desk.submit();
    desk.avis("marie");
    desk.avis("nadia");
    desk.decide("approuvee", ["marie", "nadia"]);
    const back = { acte: "renvoyer", ...desk.shown, date: "2026-03-26", raison: "Le budget." } as const;
    expect(desk.ask("copil", back)).toBe("ok");
    expect(desk.submit()).toBe("rien_de_nouveau");
    expect(desk.resubmit("second")).toBe("ok");
    expect(desk.etats()).toEqual(["remplacee", "soumise"]);
  });
});
