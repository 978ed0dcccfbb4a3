import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import type { AttentesBody } from "../../../shared/protocol/bodies/attentes.ts";
import { demonstration } from "../../../worker/demo/data.ts";
import { mailsTo } from "../browser.ts";
import { ask, personaId, verdict } from "../http/asked.ts";
import { ring } from "../ring.ts";
import { ORIGIN } from "../signed-in.ts";
import { AskedFiche, OK, TODAY } from "./asked.ts";

/** What waits for a persona about this fiche. */
async function waits(fiche: AskedFiche, persona: string): Promise<string[]> {
  const { body } = await ask("GET", "/api/attentes", await fiche.cookie(persona));
  return (body as AttentesBody).attentes.filter((each) => each.fiche.id === fiche.id).map(({ quoi }) => quoi);
}

/** The contrats look at who is awaited, and tell it. */
async function look(persona: string): Promise<void> {
  for (const id of await env.ACCOUNT.getByName(personaId(persona)).memberships()) {
    await ring(env.CONTRAT.getByName(id));
  }
}

/** And the person's account looks at what it was told, a day after its last mail. */
async function dayPasses(persona: string): Promise<void> {
  await look(persona);
  const account = env.ACCOUNT.getByName(personaId(persona));
  await runInDurableObject(account, (_, { storage }) => {
    storage.sql.exec("UPDATE rappels SET dernier_le = dernier_le - 25 * 3600000");
  });
  await ring(account);
}

const MAELLE = "maelle.jegou@coaction.example";

/** The reminders that this person got. */
async function reminders(): Promise<string[]> {
  return (await mailsTo(MAELLE)).filter(({ subject }) => subject.includes("atten")).map(({ text }) => text);
}

describe("what waits for somebody", () => {
  it("follows the fiche through its instruction", async () => {
    const fiche = await AskedFiche.make();
    // From the moment that it is there, before anybody wrote or did anything.
    expect(await waits(fiche, "partenaire")).toEqual(["sections_a_completer"]);
    expect(await fiche.act("pilote-2", { acte: "mettre_en_relecture" })).toBe(OK);
    expect(await waits(fiche, "partenaire")).toEqual(["sections_a_completer"]);
    await fiche.fill("partenaire");
    await fiche.submit("pilote-2");
    expect(await waits(fiche, "partenaire")).toEqual([]);
    expect(await waits(fiche, "cotech-2")).toEqual(["avis_a_donner"]);
    const reserves = [{ sur: { partie: "constats", citation: "" }, texte: "Lesquels ?" }];
    await fiche.giveAvis("cotech-2", "favorable_avec_reserves", { reserves });
    expect(await waits(fiche, "cotech-2")).toEqual([]);
    expect(await waits(fiche, "pilote-2")).toEqual(["reserve_a_repondre"]);
    // The head of the fiche asks for an answer as long as it is awaited, as this list does.
    const toAnswer = async (persona: string) => (await fiche.actes(persona)).reponseAttendue;
    expect([await toAnswer("pilote-2"), await toAnswer("cotech-2")]).toEqual([true, false]);
    await fiche.act("pilote-2", { acte: "repondre_reserve", reserve: 1, texte: "Ceux-ci." });
    expect(await toAnswer("pilote-2")).toBe(false);
    expect(await waits(fiche, "pilote-2")).toEqual([]);
    expect(await waits(fiche, "cotech-2")).toEqual(["reserve_a_lever"]);
    await fiche.act("cotech-2", { acte: "lever_reserve", reserve: 1, ...(await fiche.shown()) });
    // A decision may be recorded at any time, and is awaited from the quorum on: so says the page of the fiche too.
    const awaited = async (persona: string) => (await fiche.actes(persona)).decisionAttendue;
    expect([await awaited("cotech-1"), await awaited("coordinatrice")]).toEqual([false, false]);
    await fiche.giveAvis("cotech-1", "favorable");
    expect([await awaited("cotech-1"), await awaited("coordinatrice")]).toEqual([true, true]);
    expect([await awaited("cotech-3"), await awaited("pilote-2")]).toEqual([false, false]);
    expect(await waits(fiche, "cotech-1")).toEqual(["decision_a_relever"]);
    expect(await waits(fiche, "coordinatrice")).toEqual(["decision_a_relever"]);
    await fiche.decideOn("cotech-1", "approuvee");
    expect(await waits(fiche, "coordinatrice")).toEqual([]);
    expect(await waits(fiche, "copil")).toEqual(["validation"]);
    await fiche.act("copil", { acte: "valider", date: TODAY, ...(await fiche.shown()) });
    expect(await waits(fiche, "copil")).toEqual([]);
  });

  it("is the coordination's where nobody else may: the Copil's president writes the fiche, its groupe has no pilote", async () => {
    const fiche = await AskedFiche.make();
    const at = fiche.at("").slice(0, fiche.at("").indexOf("/fiches/"));
    const inGroupe = async (persona: string, roles: readonly string[]) => {
      const path = `${at}/groupes/${fiche.groupe}/membres/${personaId(persona)}`;
      expect(await verdict("PUT", path, await fiche.cookie("coordinatrice"), { roles })).toBe("204");
    };
    await fiche.fill("partenaire");
    await fiche.submit("pilote-2");
    const reserves = [{ sur: { partie: "constats", citation: "" }, texte: "Lesquels ?" }];
    await fiche.giveAvis("cotech-2", "favorable_avec_reserves", { reserves });
    await inGroupe("pilote-2", []);
    expect(await waits(fiche, "coordinatrice")).toEqual(["reserve_a_repondre"]);
    await fiche.act("coordinatrice", { acte: "repondre_reserve", reserve: 1, texte: "Ceux-ci." });
    await fiche.act("cotech-2", { acte: "lever_reserve", reserve: 1, ...(await fiche.shown()) });
    await fiche.giveAvis("cotech-1", "favorable");
    expect(await fiche.decideOn("cotech-1", "approuvee")).toBe(OK);
    expect(await waits(fiche, "copil")).toEqual(["validation"]);
    expect(await waits(fiche, "coordinatrice")).toEqual([]);
    await inGroupe("copil", ["partenaire"]);
    const validate = { acte: "valider", date: TODAY, ...(await fiche.shown()) };
    expect(await fiche.act("copil", validate)).toBe("403 deport");
    expect(await waits(fiche, "copil")).toEqual([]);
    expect(await waits(fiche, "coordinatrice")).toEqual(["validation"]);
    expect(await fiche.act("coordinatrice", validate)).toBe(OK);
    expect(await waits(fiche, "coordinatrice")).toEqual([]);
  });

  it("is no decision to record of a presidency that comes to write the fiche, and is the coordination's", async () => {
    const fiche = await AskedFiche.make();
    await fiche.fill("partenaire");
    await fiche.submit("pilote-2");
    for (const persona of ["cotech-2", "cotech-3"]) expect(await fiche.giveAvis(persona, "favorable")).toBe(OK);
    expect(await waits(fiche, "cotech-1")).toEqual(["avis_a_donner", "decision_a_relever"]);
    const at = fiche.at("").slice(0, fiche.at("").indexOf("/fiches/"));
    const path = `${at}/groupes/${fiche.groupe}/membres/${personaId("cotech-1")}`;
    expect(await verdict("PUT", path, await fiche.cookie("coordinatrice"), { roles: ["partenaire"] })).toBe("204");
    expect(await waits(fiche, "cotech-1")).toEqual([]);
    expect(await waits(fiche, "coordinatrice")).toEqual(["decision_a_relever"]);
  });

  it("is no answer to a réserve of who sits no more, and the head of the fiche asks for none either", async () => {
    const fiche = await AskedFiche.make();
    const at = fiche.at("").slice(0, fiche.at("").indexOf("/fiches/"));
    const sits = async (roles: readonly string[]) => {
      const path = `${at}/membres/${personaId("cotech-3")}`;
      const asked = { roles, organisation: null };
      expect(await verdict("PUT", path, await fiche.cookie("coordinatrice"), asked)).toBe("204");
    };
    await fiche.fill("partenaire");
    await fiche.submit("pilote-2");
    const reserves = [{ sur: { partie: "constats", citation: "" }, texte: "Lesquels ?" }];
    expect(await fiche.giveAvis("cotech-3", "favorable_avec_reserves", { reserves })).toBe(OK);
    const awaited = async () => [await waits(fiche, "pilote-2"), (await fiche.actes("pilote-2")).reponseAttendue];
    expect(await awaited()).toEqual([["reserve_a_repondre"], true]);
    await sits([]);
    expect(await awaited()).toEqual([[], false]);
    await sits(["comite_technique"]);
    expect(await awaited()).toEqual([["reserve_a_repondre"], true]);
  });

  it("becomes one mail a day at most, that says what is new, until the person wants none", async () => {
    // What the story of the demonstration left waiting for her is said first, as its fiches come to tell it.
    const fiches = demonstration.contrats.flatMap((contrat) => contrat.fiches);
    for (const { id } of fiches) await ring(env.DOCUMENT.getByName(id));
    await dayPasses("cotech-3");
    const before = (await reminders()).length;
    await dayPasses("cotech-3");
    expect(await reminders()).toHaveLength(before);

    const [one, two] = [await AskedFiche.make(), await AskedFiche.make()];
    for (const fiche of [one, two]) {
      await fiche.fill("partenaire");
      await fiche.submit("pilote-2");
    }
    await dayPasses("cotech-3");
    const [mail = ""] = await reminders();
    expect(await reminders()).toHaveLength(before + 1);
    expect(mail).toContain("votre avis est attendu");
    expect(mail).toContain(`${one.id.slice(0, 8)}/instruction#avis`);
    expect(mail).toContain(`${two.id.slice(0, 8)}/instruction#avis`);
    // Something new on the same day waits for the next.
    const three = await AskedFiche.make();
    await three.fill("partenaire");
    await three.submit("pilote-2");
    await look("cotech-3");
    await ring(env.ACCOUNT.getByName(personaId("cotech-3")));
    expect(await reminders()).toHaveLength(before + 1);
    await dayPasses("cotech-3");
    expect(await reminders()).toHaveLength(before + 2);
    // The same things waiting another day say nothing new.
    await dayPasses("cotech-3");
    expect(await reminders()).toHaveLength(before + 2);

    // The link at its end stops them, by a button, without a session.
    const stop = /\/rappels\/[0-9a-z.]+/.exec(mail)?.[0] ?? "";
    const page = await ask("GET", stop, "");
    expect(page).toMatchObject({ status: 200 });
    expect(String(page.body)).toContain(`<form method="post" action="${stop}">`);
    const session = await three.cookie("cotech-3");
    const on = async () => (await ask("GET", "/api/compte", session)).body;
    expect(await on()).toMatchObject({ rappels: true });
    expect(await verdict("POST", stop, "", undefined, { origin: "https://ailleurs.example" })).toContain("403");
    expect(await on()).toMatchObject({ rappels: true });
    expect((await ask("POST", stop, "", undefined, { origin: ORIGIN })).status).toBe(200);
    expect(await on()).toMatchObject({ rappels: false });
    const four = await AskedFiche.make();
    await four.fill("partenaire");
    await four.submit("pilote-2");
    await dayPasses("cotech-3");
    expect(await reminders()).toHaveLength(before + 2);

    // Wanted again, it says what it did not.
    expect(await verdict("PUT", "/api/compte/rappels", session, { actifs: true })).toBe("204");
    await dayPasses("cotech-3");
    expect(await reminders()).toHaveLength(before + 3);
  });

  it("is stopped by nobody else's link", async () => {
    const account = personaId("cotech-2");
    for (const token of ["", account, `${account}.`, `${account}.${"0".repeat(32)}`, "x.y.z"]) {
      expect((await ask("POST", `/rappels/${token}`, "")).status).toBe(404);
    }
  });
});
