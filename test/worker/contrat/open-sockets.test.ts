import { describe, expect, it } from "vitest";
import { CLOSE } from "../../../shared/protocol/close-codes.ts";
import { typeAtEnd } from "../../harness/raw-page.ts";
import { ask, personaId, storyOf, verdict } from "../http/asked.ts";
import { ficheOf, openLive, openPage, signInAs } from "../signed-in.ts";

const CORNOUAILLE = storyOf("cornouaille");
const AT = `/api/contrats/${CORNOUAILLE.slug}`;
// « Santé environnementale », where residents read; its fiche is en relecture.
const GROUPE = "wfr7vcd36tera604";
const NUMERO = "4.1";

let client = 50_000;

/** How this person's socket is closed by what is done meanwhile, and what they find when they come back. */
async function whatBecomesOf(persona: string, done: () => Promise<unknown>) {
  const cookie = await signInAs(persona);
  const fiche = await ficheOf(await signInAs("coordinatrice"), CORNOUAILLE.slug, NUMERO);
  const { closed } = await openPage(persona, CORNOUAILLE.slug, NUMERO, cookie);
  const [code] = await Promise.all([closed, done()]);
  client += 1;
  const again = await openLive(cookie, CORNOUAILLE.slug, fiche, client);
  const back = await Promise.race([
    again.closed,
    again.page.until("the welcome", () => again.page.writes !== null).then(() => again.page.writes),
  ]);
  again.page.close();
  return { code, back };
}

async function does(method: string, path: string, body?: unknown): Promise<void> {
  const answer = await verdict(method, AT + path, await signInAs("coordinatrice"), body);
  expect(answer, `${method} ${path}`).toMatch(/^20/);
}

const member = (persona: string, roles: readonly string[]) =>
  does("PUT", `/groupes/${GROUPE}/membres/${personaId(persona)}`, { roles });

const acte = (name: string) => async () => does("POST", `/fiches/${await ficheId()}/actes`, { acte: name });

async function ficheId(): Promise<string> {
  return (await ficheOf(await signInAs("coordinatrice"), CORNOUAILLE.slug, NUMERO)).id;
}

const OPEN = { code: CLOSE.judgeAgain, back: true };
const READS = { code: CLOSE.judgeAgain, back: false };
const OUT = { code: CLOSE.judgeAgain, back: CLOSE.refused };

describe("an open socket", () => {
  it("is closed when its person's role changes", async () => {
    expect(await whatBecomesOf("partenaire", () => member("partenaire", ["habitant"]))).toEqual(READS);
    const open = () => does("PUT", `/groupes/${GROUPE}/ecriture`, { habitantsEcrivent: true });
    expect(await whatBecomesOf("partenaire", open)).toEqual(OPEN);
    expect(await whatBecomesOf("partenaire", () => member("partenaire", []))).toEqual(OUT);
    await member("partenaire", ["partenaire"]);
  });

  it("of a body is closed when the draft is kept to its groupe again, or when one sits in it no more", async () => {
    expect(await whatBecomesOf("cotech-1", acte("reprendre_redaction"))).toEqual(OUT);
    await acte("mettre_en_relecture")();
    const sits = () => does("PUT", `/membres/${personaId("cotech-3")}`, { roles: [], organisation: null });
    expect(await whatBecomesOf("cotech-3", sits)).toEqual(OUT);
  });

  it("is closed for everybody when the fiche is thrown away, and opens again when it is back", async () => {
    const fiche = await ficheId();
    expect(await whatBecomesOf("pilote", () => does("DELETE", `/fiches/${fiche}`))).toEqual(OUT);
    await does("POST", `/corbeille/fiches/${fiche}/retour`);
  });

  it("is closed when the groupe is thrown away, or the fiche given to another one", async () => {
    const fiche = await ficheId();
    expect(await whatBecomesOf("pilote", () => does("DELETE", `/groupes/${GROUPE}`))).toEqual(OUT);
    await does("POST", `/corbeille/groupes/${GROUPE}/retour`);
    // He pilots the other groupe too.
    const give = () => does("PUT", `/fiches/${fiche}/groupe`, { groupe: "9cj6nzt0nkzsvbhh" });
    expect(await whatBecomesOf("pilote", give)).toEqual(OPEN);
    await does("PUT", `/fiches/${fiche}/groupe`, { groupe: GROUPE });
  });

  it("is closed when its person is taken out of the contrat", async () => {
    const dismiss = () => does("DELETE", `/membres/${personaId("habitante")}`);
    expect(await whatBecomesOf("habitante", dismiss)).toEqual(OUT);
  });

  it("stays open when somebody else's rights change, or nobody's", async () => {
    const { page, closed } = await openPage("pilote", CORNOUAILLE.slug, NUMERO);
    await member("pilote", ["pilote"]);
    await member("partenaire", ["copilote"]);
    await member("partenaire", ["partenaire"]);
    await does("PUT", `/groupes/${GROUPE}`, { nom: "Santé et environnement" });
    typeAtEnd(page.doc, "constats", " Toujours là.");
    await page.until("the acknowledgement", () => page.unacked === 0);
    expect(await Promise.race([closed, Promise.resolve("open")])).toBe("open");
  });

  it("of a coordination that was handed over is closed too", async () => {
    await does("PUT", `/membres/${personaId("pilote")}`, { roles: ["coordination"], organisation: null });
    const pilote = await signInAs("pilote");
    const hand = () => ask("POST", `${AT}/coordination`, pilote, { successeur: personaId("coordinatrice") });
    // He pilots the groupe: he writes as before, by another right.
    expect(await whatBecomesOf("pilote", hand)).toEqual(OPEN);
  });
});
