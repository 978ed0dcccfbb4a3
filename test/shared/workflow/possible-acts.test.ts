import { describe, expect, it } from "vitest";
import { FICHE_ACTES } from "../../../shared/workflow/acts.ts";
import { possibleActs } from "../../../shared/workflow/possible-acts.ts";
import { wordsRead } from "../../../shared/workflow/versions.ts";
import { Desk, type Person } from "./comite.ts";

function verdicts(desk: Desk, person: Person): Record<string, string> {
  return Object.fromEntries(
    possibleActs(desk.facts(person)).map(({ acte, verdict }) => [acte, verdict.ok ? "ok" : verdict.code]),
  );
}

describe("what is offered", () => {
  it("is every act, each with the reason why not", () => {
    const desk = new Desk();
    expect(Object.keys(verdicts(desk, "lecteur"))).toEqual([...FICHE_ACTES]);
    expect(verdicts(desk, "pilote")).toMatchObject({ soumettre: "ok", clore: "ok", rouvrir: "etat_autre" });
    expect(verdicts(desk, "marie")).toMatchObject({ rendre_avis: "version_inconnue", soumettre: "reserve_au_pilote" });
  });

  it("follows the fiche: to the committee, to the presidency, to the Copil", () => {
    const desk = new Desk();
    desk.submit();
    expect(verdicts(desk, "pilote")).toMatchObject({ soumettre: "rien_de_nouveau", retirer: "ok" });
    expect(verdicts(desk, "marie")).toMatchObject({ rendre_avis: "ok", confirmer_avis: "avis_absent", deporter: "ok" });
    expect(verdicts(desk, "paul")).toMatchObject({ rendre_avis: "deport" });
    expect(verdicts(desk, "omar")).toMatchObject({ relever_decision: "ok" });
    desk.reserve("marie");
    expect(verdicts(desk, "marie")).toMatchObject({ lever_reserve: "ok" });
    expect(verdicts(desk, "partenaire")).toMatchObject({ repondre_reserve: "ok" });
    desk.avis("nadia");
    desk.decide("approuvee_sous_reserve", ["marie", "nadia"]);
    expect(verdicts(desk, "copil")).toMatchObject({ valider: "reserves_non_levees", renvoyer: "ok" });
    expect(verdicts(desk, "marie")).toMatchObject({ lever_reserve: "reserve_sans_reponse" });
    desk.ask("pilote", { acte: "repondre_reserve", reserve: 1, texte: "La coordination." });
    expect(verdicts(desk, "marie")).toMatchObject({ lever_reserve: "ok", rendre_avis: "version_inconnue" });
  });

  it("is no decision to record while the whole committee together would not make the quorum", () => {
    const desk = new Desk();
    desk.submit();
    expect(verdicts(desk, "omar")).toMatchObject({ relever_decision: "ok" });
    desk.membres = ["marie", "paul"];
    desk.regle = { ...desk.regle, quorum: { en: "nombre", nombre: 2 } };
    desk.resubmit("second");
    expect(verdicts(desk, "omar")).toMatchObject({ relever_decision: "quorum_non_atteint" });
  });

  it("gives each their words: the draft, the version examined, the one approved, or none", () => {
    const desk = new Desk();
    const body = { lireBrouillon: false, lireVersions: true };
    expect(wordsRead(desk.state, body)).toBeNull();
    desk.submit();
    expect(wordsRead(desk.state, { lireBrouillon: true, lireVersions: true })).toEqual({ of: "brouillon" });
    expect(wordsRead(desk.state, body)).toEqual({ of: "version", numero: 1 });
    desk.avis("marie");
    desk.avis("nadia");
    desk.decide("approuvee", ["marie", "nadia"]);
    expect(wordsRead(desk.state, body)).toEqual({ of: "version", numero: 1 });
    desk.resubmit("second");
    expect(wordsRead(desk.state, body)).toEqual({ of: "version", numero: 2 });
    desk.ask("pilote", { acte: "retirer", ...desk.shown, raison: "Trop tôt." });
    expect(wordsRead(desk.state, body)).toEqual({ of: "version", numero: 1 });
    expect(wordsRead(desk.state, { lireBrouillon: false, lireVersions: false })).toBeNull();
  });
});
