import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { FicheJournalBody } from "../../../shared/protocol/bodies/fiche-acts.ts";
import { ask, personaId } from "../http/asked.ts";
import { AskedFiche, OK, TODAY } from "./asked.ts";

/** A fiche that the comité examines, and on which these gave a favorable avis. */
async function examined(...favorable: readonly string[]): Promise<AskedFiche> {
  const fiche = await AskedFiche.make();
  await fiche.fill("partenaire");
  expect(await fiche.submit("pilote-2")).toBe(OK);
  for (const persona of favorable) expect(await fiche.giveAvis(persona, "favorable")).toBe(OK);
  return fiche;
}

/** What this persona is in the groupe from now on. */
async function inGroupe(fiche: AskedFiche, persona: string, ...roles: readonly string[]): Promise<void> {
  await put(fiche, `/groupes/${fiche.groupe}/membres/${personaId(persona)}`, { roles });
}

async function put(fiche: AskedFiche, path: string, body: unknown): Promise<void> {
  const at = fiche.at("").slice(0, fiche.at("").indexOf("/fiches/"));
  expect((await ask("PUT", at + path, await fiche.cookie("coordinatrice"), body)).status).toBe(204);
}

/** Why each membre of the comité takes no part. */
async function deports(fiche: AskedFiche): Promise<Record<string, string | null>> {
  const { membres } = await fiche.instruction("coordinatrice");
  const cotech = ["cotech-1", "cotech-2", "cotech-3"];
  return Object.fromEntries(
    cotech.map((persona) => [persona, membres.find(({ personne }) => personne === personaId(persona))?.deport ?? null]),
  );
}

const RESERVE = { reserves: [{ sur: { partie: "constats", citation: "" }, texte: "Lesquels ?" }] };

describe("a membre of the comité who comes to write the fiche after giving an avis", () => {
  it("takes no part any more: their avis and their réserve count for nothing, and the quorum is of the others", async () => {
    const fiche = await examined("cotech-1");
    expect(await fiche.giveAvis("cotech-2", "favorable_avec_reserves", RESERVE)).toBe(OK);
    expect(await fiche.decideOn("coordinatrice", "approuvee")).toBe("409 reserves_non_levees");

    await inGroupe(fiche, "cotech-2", "partenaire");
    expect(await deports(fiche)).toEqual({ "cotech-1": null, "cotech-2": "redacteur", "cotech-3": null });
    const shown = await fiche.shown();
    expect(await fiche.giveAvis("cotech-2", "favorable")).toBe("403 deport");
    expect(await fiche.act("cotech-2", { acte: "lever_reserve", reserve: 1, ...shown })).toBe("403 deport");
    expect(await fiche.decideOn("cotech-2", "approuvee")).toMatch(/^403 /);
    // Two avis were there; one counts.
    expect(await fiche.decideOn("coordinatrice", "approuvee")).toBe("409 quorum_non_atteint");
    expect(
      await fiche.decideOn("coordinatrice", "approuvee", { mode: "seance", presents: [personaId("cotech-2")] }),
    ).toBe("422 present_inconnu");
    expect(await fiche.giveAvis("cotech-3", "favorable")).toBe(OK);
    expect(await fiche.decideOn("coordinatrice", "approuvee")).toBe(OK);
    const [decided] = (await fiche.instruction("coordinatrice")).decisions;
    expect(decided?.compte).toMatchObject({
      membres: 2,
      favorables: 2,
      comptes: expect.not.arrayContaining([personaId("cotech-2")]),
    });
    // It is written with the decision, and stays so when they write no more.
    await inGroupe(fiche, "cotech-2");
    expect(await deports(fiche)).toMatchObject({ "cotech-2": null });
    const { decisions, noms } = await fiche.instruction("partenaire");
    expect(decisions[0]?.compte?.deports).toEqual([personaId("cotech-2")]);
    expect(Object.keys(noms)).toContain(personaId("cotech-2"));
    const [recorded] = (await fiche.see<FicheJournalBody>("partenaire", "/journal")).entrees;
    expect(recorded?.event).toMatchObject({ compte: { deports: [personaId("cotech-2")] } });
  });

  it("takes part again once they write no more, with what they had said of these words", async () => {
    const fiche = await examined("cotech-1", "cotech-2");
    await inGroupe(fiche, "cotech-2", "copilote");
    expect(await fiche.decideOn("coordinatrice", "approuvee")).toBe("409 quorum_non_atteint");
    await inGroupe(fiche, "cotech-2");
    expect(await deports(fiche)).toMatchObject({ "cotech-2": null });
    expect(await fiche.decideOn("coordinatrice", "approuvee")).toBe(OK);
    const [decided] = (await fiche.instruction("coordinatrice")).decisions;
    expect(decided?.compte).toMatchObject({ membres: 3, favorables: 2 });
  });

  it("also when the groupe lets its residents write, or another groupe is given the fiche", async () => {
    const fiche = await examined("cotech-1", "cotech-2");
    await put(fiche, `/groupes/${fiche.groupe}/ecriture`, { habitantsEcrivent: false });
    await inGroupe(fiche, "cotech-2", "habitant");
    expect(await deports(fiche)).toMatchObject({ "cotech-2": null });
    await put(fiche, `/groupes/${fiche.groupe}/ecriture`, { habitantsEcrivent: true });
    expect(await deports(fiche)).toMatchObject({ "cotech-2": "redacteur" });
    expect(await fiche.decideOn("coordinatrice", "approuvee")).toBe("409 quorum_non_atteint");
    await put(fiche, `/groupes/${fiche.groupe}/ecriture`, { habitantsEcrivent: false });
    expect(await deports(fiche)).toMatchObject({ "cotech-2": null });

    const other = await AskedFiche.make();
    await inGroupe(other, "cotech-1", "partenaire");
    await put(fiche, `/fiches/${fiche.id}/groupe`, { groupe: other.groupe });
    expect(await deports(fiche)).toEqual({ "cotech-1": "redacteur", "cotech-2": null, "cotech-3": null });
    // Whoever presides writes it: the coordination records.
    expect(await fiche.decideOn("cotech-1", "approuvee")).toBe("403 deport");
    expect(await fiche.giveAvis("cotech-3", "favorable")).toBe(OK);
    expect(await fiche.decideOn("coordinatrice", "approuvee")).toBe(OK);
    const [decided] = (await fiche.instruction("coordinatrice")).decisions;
    expect(decided?.compte?.comptes).toEqual(["cotech-2", "cotech-3"].map(personaId).sort());
  });

  it("is no judge of it either once it is close, when nobody writes", async () => {
    const fiche = await examined("cotech-1", "cotech-2");
    await inGroupe(fiche, "cotech-2", "partenaire");
    expect(await fiche.act("pilote-2", { acte: "clore" })).toBe(OK);
    expect(await deports(fiche)).toMatchObject({ "cotech-2": "redacteur" });
    expect(await fiche.giveAvis("cotech-2", "favorable")).toBe("403 deport");
    expect(await fiche.decideOn("coordinatrice", "approuvee")).toBe("409 quorum_non_atteint");
  });

  it("who declared it stays out, whether they write or not", async () => {
    const fiche = await examined("cotech-1", "cotech-2");
    expect(await fiche.act("cotech-2", { acte: "deporter", ...(await fiche.shown()) })).toBe(OK);
    await inGroupe(fiche, "cotech-2", "partenaire");
    await inGroupe(fiche, "cotech-2");
    expect(await deports(fiche)).toMatchObject({ "cotech-2": "declare" });
    expect(await fiche.decideOn("coordinatrice", "approuvee")).toBe("409 quorum_non_atteint");
  });
});

describe("a decision that is recorded while somebody comes to write the fiche", () => {
  it("is judged again by the rights of after, once the fiche knows that they changed", async () => {
    const fiche = await examined("cotech-1", "cotech-2");
    const contrat = env.CONTRAT.getByName(await contratOf(fiche));
    // She has the fiche open, so that it hears of what she may.
    expect(await fiche.act("pilote-2", { acte: "mettre_en_relecture" })).toBe(OK);
    const { page } = await fiche.open("cotech-2");
    const before = await contrat.ficheContext(personaId("coordinatrice"), fiche.id, true);
    if (before === null) throw new Error("no context");
    await inGroupe(fiche, "cotech-2", "partenaire");
    const document = env.DOCUMENT.getByName(fiche.id);
    const decision = { ...DECISION, ...(await fiche.shown()) };
    expect(await document.act(personaId("coordinatrice"), before, decision)).toEqual({
      ok: false,
      code: "contexte_depasse",
    });
    expect(await fiche.decideOn("coordinatrice", "approuvee")).toBe("409 quorum_non_atteint");
    page.close();
  });

  it("counts them as they were before or as they are after, and never half", async () => {
    const outcomes = new Map<string, number>();
    for (let round = 0; round < 12; round++) {
      const fiche = await examined("cotech-1", "cotech-2");
      const decision = { ...DECISION, ...(await fiche.shown()) };
      const acts = [
        () => fiche.act("coordinatrice", decision),
        () => inGroupe(fiche, "cotech-2", "partenaire").then(() => ""),
      ];
      const answers = await Promise.all((round % 2 === 0 ? acts : acts.reverse()).map((act) => act()));
      const answer = answers.join("");
      const { decisions } = await fiche.instruction("coordinatrice");
      if (answer === OK) expect(decisions[0]?.compte).toMatchObject({ membres: 3, favorables: 2, quorum: 2 });
      else expect([answer, decisions]).toEqual(["409 quorum_non_atteint", []]);
      outcomes.set(answer, (outcomes.get(answer) ?? 0) + 1);
    }
    console.log(`· decided while a membre joins the groupe: ${JSON.stringify([...outcomes])}`);
  });
});

/** But for the words that it is about. */
const DECISION = {
  acte: "relever_decision",
  sens: "approuvee",
  date: TODAY,
  raison: null,
  mode: "consultation_ecrite",
  presents: [],
} as const;

async function contratOf(fiche: AskedFiche): Promise<string> {
  const slug = /contrats\/([^/]+)\//.exec(fiche.at(""))?.[1] ?? "";
  return (await env.ANNUAIRE.getByName("annuaire").resolve(slug)) ?? "";
}
