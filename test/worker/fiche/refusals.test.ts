import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterAll, describe, expect, it } from "vitest";
import type { AccountId, DocumentId } from "../../../shared/ids.ts";
import { ACTS_ALLOWED } from "../../../shared/protocol/limits.ts";
import { WORKFLOW_REFUSALS, type WorkflowRefusal } from "../../../shared/workflow/refusals.ts";
import { demoId } from "../../../worker/demo/demo-id.ts";
import { FicheJournal } from "../../../worker/fiche/journal.ts";
import { ask, personaId } from "../http/asked.ts";
import { signInAs } from "../signed-in.ts";
import { AskedFiche, OK } from "./asked.ts";

const CONTRAT = "/api/contrats/challans-gois-ocean-marais-de-monts";

/** Of a caviardage and of a restoration, which have their own routes and their own tests. */
const ELSEWHERE: readonly WorkflowRefusal[] = ["rien_a_masquer", "apercu_depasse", "texte_plein"];

const met = new Set<string>();

/** That it is refused with this code, and the status that goes with it. */
async function refused(answer: Promise<string>, code: WorkflowRefusal): Promise<void> {
  expect(await answer).toBe(`${WORKFLOW_REFUSALS[code]} ${code}`);
  met.add(code);
}

/** A fiche whose first version is examined. */
async function submitted(): Promise<AskedFiche> {
  const fiche = await AskedFiche.make();
  await fiche.fill("partenaire");
  expect(await fiche.submit("pilote-2")).toBe(OK);
  return fiche;
}

const RESERVE = { sur: { partie: "constats", citation: "Des mots" }, texte: "Lesquels ?" };

async function setRegle(consultationEcrite: boolean): Promise<void> {
  const regle = { quorum: { en: "nombre", nombre: 2 }, majorite: "simple", consultationEcrite };
  const cookie = await signInAs("coordinatrice");
  const body = { nom: "Comité technique", regle };
  expect((await ask("PUT", `${CONTRAT}/instances/comite_technique`, cookie, body)).status).toBe(204);
}

/** So many acts of this persona at that moment, which leave the draft where it was. */
async function didBefore(fiche: AskedFiche, persona: string, count: number, le: number): Promise<void> {
  const id = fiche.id as DocumentId;
  const { etat } = await fiche.actes("coordinatrice");
  const there = etat === "en_relecture" ? "reprendre_redaction" : "mettre_en_relecture";
  const back = etat === "en_relecture" ? "mettre_en_relecture" : "reprendre_redaction";
  await runInDurableObject(env.DOCUMENT.getByName(id), (_, { storage: { sql } }) => {
    const journal = new FicheJournal(sql, (length) => new Uint8Array(length));
    const par = demoId<AccountId>(personaId(persona));
    for (let done = 0; done < count; done++) {
      journal.add(id, { par, le, event: { acte: done % 2 === 0 ? there : back } });
    }
  });
}

describe("over HTTP, an act is refused", () => {
  it("on a draft that is elsewhere, incomplete, or not what the screen showed", async () => {
    const fiche = await AskedFiche.make();
    await refused(fiche.act("pilote-2", { acte: "rouvrir" }), "etat_autre");
    await refused(fiche.submit("pilote-2"), "sections_manquantes");
    await refused(fiche.submit("pilote-2", "Elle presse."), "malgre_reserve_a_la_coordination");
    expect(await fiche.submit("coordinatrice", "Elle presse.")).toBe(OK);
    await refused(fiche.submit("coordinatrice", "Elle presse."), "rien_de_nouveau");
    const shown = await fiche.draft();
    await fiche.fill("partenaire");
    await refused(fiche.act("pilote-2", { acte: "soumettre", empreinte: shown, malgre: null }), "texte_change");
    expect(await fiche.act("pilote-2", { acte: "clore" })).toBe(OK);
    await refused(fiche.submit("pilote-2"), "fiche_close");
  });

  it("on a version that is not there, not the one shown, replaced, or not approved", async () => {
    const fiche = await submitted();
    const shown = await fiche.shown();
    const avis = { acte: "rendre_avis", sens: "favorable", raison: null, reserves: [] };
    await refused(fiche.act("cotech-1", { ...avis, ...shown, version: 9 }), "version_inconnue");
    await refused(fiche.act("cotech-1", { ...avis, ...shown, empreinte: "0".repeat(64) }), "empreinte_autre");
    await refused(fiche.act("copil", { acte: "valider", date: "2026-01-15", ...shown }), "non_approuvee");
    await fiche.write("partenaire", { constats: " Encore." });
    expect(await fiche.submit("pilote-2")).toBe(OK);
    await refused(fiche.act("cotech-1", { ...avis, ...shown }), "version_depassee");
  });

  it("on an avis or a réserve that is not as it must be", async () => {
    const fiche = await submitted();
    await refused(fiche.giveAvis("cotech-1", "defavorable"), "raison_attendue");
    await refused(fiche.giveAvis("cotech-1", "favorable_avec_reserves"), "reserve_attendue");
    await refused(fiche.giveAvis("cotech-1", "abstention", { reserves: [RESERVE] }), "reserve_en_trop");
    const elsewhere = { ...RESERVE, sur: { ...RESERVE.sur, citation: "D'autres mots" } };
    const withReserve = { reserves: [elsewhere] };
    await refused(fiche.giveAvis("cotech-1", "favorable_avec_reserves", withReserve), "passage_introuvable");
    await refused(fiche.act("cotech-1", { acte: "confirmer_avis", ...(await fiche.shown()) }), "avis_absent");
    expect(await fiche.giveAvis("cotech-1", "favorable_avec_reserves", { reserves: [RESERVE] })).toBe(OK);
    await refused(fiche.act("cotech-1", { acte: "confirmer_avis", ...(await fiche.shown()) }), "avis_deja_confirme");

    const answer = { acte: "repondre_reserve", texte: "Ceux-ci." };
    await refused(fiche.act("partenaire", { ...answer, reserve: 5 }), "reserve_inconnue");
    const lift = { acte: "lever_reserve", reserve: 1, ...(await fiche.shown()) };
    expect(await fiche.act("cotech-2", lift)).toBe("403 pas_le_sien");
    expect(await fiche.giveAvis("cotech-2", "favorable_avec_reserves", { reserves: [RESERVE] })).toBe(OK);
    expect(await fiche.act("cotech-1", lift)).toBe(OK);
    await refused(fiche.act("partenaire", { ...answer, reserve: 1 }), "reserve_levee");

    const withdrawn = { acte: "deporter", ...(await fiche.shown()) };
    expect(await fiche.act("cotech-3", withdrawn)).toBe(OK);
    await refused(fiche.act("cotech-3", withdrawn), "deja_deporte");
    await refused(fiche.giveAvis("cotech-3", "favorable"), "deporte");
  });

  it("on more than a hundred réserves of one person that wait to be lifted", async () => {
    const fiche = await submitted();
    const many = (from: number, count: number) => ({
      reserves: Array.from({ length: count }, (_, index) => ({ ...RESERVE, texte: `Lesquels, ${from + index} ?` })),
    });
    for (const from of [0, 40]) {
      expect(await fiche.giveAvis("cotech-1", "favorable_avec_reserves", many(from, 40))).toBe(OK);
    }
    await refused(fiche.giveAvis("cotech-1", "favorable_avec_reserves", many(80, 21)), "trop_de_reserves");
    // Those that were made already are no more of them.
    expect(await fiche.giveAvis("cotech-1", "favorable_avec_reserves", many(60, 40))).toBe(OK);
    expect(await fiche.giveAvis("cotech-2", "favorable_avec_reserves", many(0, 1))).toBe(OK);
    const lift = { acte: "lever_reserve", reserve: 1, ...(await fiche.shown()) };
    expect(await fiche.act("cotech-1", lift)).toBe(OK);
    expect(await fiche.giveAvis("cotech-1", "favorable_avec_reserves", many(100, 1))).toBe(OK);

    expect((await fiche.instruction("coordinatrice")).reserves).toHaveLength(102);
  });

  it("on more in an hour than anybody does by hand, of one person", async () => {
    const { count, withinMs } = ACTS_ALLOWED;
    const fiche = await AskedFiche.make();
    await didBefore(fiche, "pilote-2", count, Date.now() - withinMs);
    expect(await fiche.act("pilote-2", { acte: "mettre_en_relecture" })).toBe(OK);
    await didBefore(fiche, "pilote-2", count, Date.now());
    await refused(fiche.act("pilote-2", { acte: "reprendre_redaction" }), "trop_d_actes");
    expect(await fiche.act("partenaire", { acte: "reprendre_redaction" })).toBe("403 reserve_au_pilote");
    expect(await fiche.act("coordinatrice", { acte: "reprendre_redaction" })).toBe(OK);
  });

  it("on a decision without its day, its quorum, its majority or its people", async () => {
    const fiche = await submitted();
    await refused(fiche.decideOn("cotech-1", "approuvee", { date: "2099-01-01" }), "date_future");
    await refused(fiche.decideOn("cotech-1", "approuvee", { date: "2026-01-15" }), "date_trop_ancienne");
    await refused(fiche.decideOn("cotech-1", "approuvee"), "quorum_non_atteint");
    const seance = { mode: "seance", presents: [personaId("pilote-2")] };
    await refused(fiche.decideOn("cotech-1", "approuvee", seance), "present_inconnu");
    for (const persona of ["cotech-1", "cotech-2"]) expect(await fiche.giveAvis(persona, "abstention")).toBe(OK);
    await refused(fiche.giveAvis("cotech-1", "abstention"), "deja_fait");
    await refused(fiche.decideOn("cotech-1", "approuvee"), "majorite_non_atteinte");
    expect(await fiche.giveAvis("cotech-1", "favorable")).toBe(OK);
    expect(await fiche.giveAvis("cotech-2", "favorable_avec_reserves", { reserves: [RESERVE] })).toBe(OK);
    await refused(fiche.decideOn("cotech-1", "refusee", { raison: "Non." }), "majorite_favorable");
    await refused(fiche.decideOn("cotech-1", "approuvee"), "reserves_non_levees");
    expect(await fiche.decideOn("cotech-1", "approuvee_sous_reserve")).toBe(OK);
    await refused(fiche.decideOn("cotech-1", "approuvee"), "instruction_close");
    const unanswered = { acte: "lever_reserve", reserve: 1, ...(await fiche.shown()) };
    await refused(fiche.act("cotech-2", unanswered), "reserve_sans_reponse");
  });

  it("in writing, where the rule of the comité was another when the instruction opened", async () => {
    await setRegle(false);
    const fiche = await submitted();
    await setRegle(true);
    await refused(fiche.decideOn("cotech-1", "approuvee"), "pas_de_consultation_ecrite");
  });

  it("on what is not validated, is public already, has no summary, or is not what is public", async () => {
    const fiche = await submitted();
    const publish = { acte: "publier", malgre: "Le résumé suivra." };
    const back = { acte: "depublier", raison: "Une erreur." };
    const examined = await fiche.shown();
    await refused(fiche.act("coordinatrice", { ...publish, ...examined }), "non_validee");
    await refused(fiche.act("coordinatrice", { ...back, ...examined }), "aucune_publication");
    await fiche.write("partenaire", { constats: " Encore." });
    const first = await fiche.validate();
    await refused(fiche.act("coordinatrice", { ...publish, ...first, malgre: null }), "resume_absent");
    expect(await fiche.act("pilote-2", { ...publish, ...first })).toBe("403 reserve_a_la_coordination");
    expect(await fiche.act("coordinatrice", { ...publish, ...first })).toBe(OK);
    await refused(fiche.act("coordinatrice", { ...publish, ...first }), "deja_publiee");
    await refused(fiche.act("coordinatrice", { ...back, ...examined }), "publication_autre");
  });

  it("when its body is none, before anything is looked at", async () => {
    const fiche = await AskedFiche.make();
    for (const body of [{}, { acte: "approuver" }, { acte: "clore", raison: "x" }, { acte: "retirer", version: 1 }]) {
      expect(await fiche.act("pilote-2", body)).toBe("400 corps_invalide");
    }
    // What nobody sees is no reason.
    for (const raison of ["", " \n ", "\u200b", "\ufeff\u00ad"]) {
      const body = { acte: "retirer", version: 1, empreinte: "0".repeat(64), raison };
      expect([raison, await fiche.act("pilote-2", body)]).toEqual([raison, "400 corps_invalide"]);
    }
  });
});

afterAll(() => {
  const never = Object.keys(WORKFLOW_REFUSALS).filter((code) => !met.has(code));
  expect(never.sort()).toEqual([...ELSEWHERE].sort());
});
