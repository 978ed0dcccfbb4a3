import { expect } from "@playwright/test";
import type { ActesBody } from "../../shared/protocol/bodies/fiche-acts.ts";
import { fichePages } from "../../shared/protocol/fiche-paths.ts";
import type { ContratWithFiches, FicheInList } from "../../shared/protocol/http-bodies.ts";
import { paths } from "../../shared/protocol/paths.ts";
import { expectAccessible } from "../harness/accessible.ts";
import { test } from "../harness/browser-test.ts";
import { ask } from "../harness/instance.ts";
import { connectPage, type SignedIn, signIn } from "../harness/live-client.ts";
import { typeAtEnd } from "../harness/raw-page.ts";

const SLUG = "challans-gois-ocean-marais-de-monts";
const AT = `/api/contrats/${SLUG}`;
const TODAY = new Date().toISOString().slice(0, 10);
const RAISON = "Une raison.";
const RESERVE = { sur: { partie: "constats", citation: "" }, texte: "Lesquels ?" };

type Asked = Readonly<Record<string, unknown>> & { readonly acte: string };

/** A fiche of its own in a contrat of the demonstration, of which much is done without a screen. */
class Followed {
  readonly #url: string;
  readonly #people = new Map<string, SignedIn>();
  id = "";

  private constructor(url: string) {
    this.#url = url;
  }

  static async make(url: string): Promise<Followed> {
    const made = new Followed(url);
    const coordinatrice = await made.#by("coordinatrice");
    const { axes } = (await ask(coordinatrice, "GET", AT)).body as ContratWithFiches;
    const groupe = await ask(coordinatrice, "POST", `${AT}/groupes`, { nom: `Essai ${Math.random()}` });
    const { id } = groupe.body as { id: string };
    const fiche = await ask(coordinatrice, "POST", `${AT}/groupes/${id}/fiches`, { axe: axes[0]?.id });
    made.id = (fiche.body as { id: string }).id;
    return made;
  }

  async #by(persona: string): Promise<SignedIn> {
    const person = this.#people.get(persona) ?? (await signIn(this.#url, persona));
    this.#people.set(persona, person);
    return person;
  }

  async listed(persona = "coordinatrice"): Promise<FicheInList> {
    const { fiches } = (await ask(await this.#by(persona), "GET", AT)).body as ContratWithFiches;
    const found = fiches.find(({ id }) => id === this.id);
    if (found === undefined) throw new Error("the fiche is not listed");
    return found;
  }

  async #actes(): Promise<ActesBody> {
    return (await ask(await this.#by("coordinatrice"), "GET", `${AT}/fiches/${this.id}/actes`)).body as ActesBody;
  }

  async act(persona: string, asked: Asked): Promise<void> {
    const { status, body } = await ask(await this.#by(persona), "POST", `${AT}/fiches/${this.id}/actes`, asked);
    if (status !== 204) throw new Error(`${persona} ${asked.acte}: ${status} ${JSON.stringify(body)}`);
  }

  /** Other words, submitted. */
  async submit(): Promise<void> {
    const coordinatrice = await this.#by("coordinatrice");
    const { page } = await connectPage(coordinatrice, SLUG, await this.listed());
    typeAtEnd(page.doc, "constats", "Des mots.");
    await page.until("the words are kept", () => page.acked === page.sent);
    page.close();
    const { brouillon } = await this.#actes();
    await this.act("coordinatrice", { acte: "soumettre", empreinte: brouillon?.empreinte, malgre: RAISON });
  }

  /** An act on the last version. */
  async onLast(persona: string, asked: Asked): Promise<void> {
    const [last] = (await this.#actes()).versions;
    await this.act(persona, { version: last?.numero, empreinte: last?.empreinte, ...asked });
  }

  avis(persona: string, sens: string, reserves: readonly unknown[] = []): Promise<void> {
    return this.onLast(persona, { acte: "rendre_avis", sens, raison: RAISON, reserves });
  }

  decide(sens: string): Promise<void> {
    const how = { mode: "consultation_ecrite", presents: [], date: TODAY, raison: RAISON };
    return this.onLast("coordinatrice", { acte: "relever_decision", sens, ...how });
  }

  /** Whether each version stands so, the oldest first. */
  async etats(): Promise<string[]> {
    return (await this.#actes()).versions.map(({ etat }) => etat).toReversed();
  }
}

/** Its version 1 hangs on a réserve that is answered, and version 2 is examined. */
async function approvedUnderReserve(url: string): Promise<Followed> {
  const fiche = await Followed.make(url);
  await fiche.submit();
  await fiche.avis("cotech-1", "favorable");
  await fiche.avis("cotech-3", "favorable_avec_reserves", [RESERVE]);
  await fiche.decide("approuvee_sous_reserve");
  await fiche.act("coordinatrice", { acte: "repondre_reserve", reserve: 1, texte: "Ceux-ci." });
  await fiche.submit();
  return fiche;
}

test("the Copil validates what was approved while the next version is examined, and may read it", async ({
  server,
  openAs,
}) => {
  const fiche = await Followed.make(server.url);
  await fiche.submit();
  for (const persona of ["cotech-1", "cotech-2"]) await fiche.avis(persona, "favorable");
  await fiche.decide("approuvee");
  await fiche.submit();
  const copil = await openAs("copil");
  await copil.goto(paths.awaiting);
  const address = fichePages.instruction(SLUG, await fiche.listed("copil"));
  await copil.locator(`a[href="${address}#copil"]`).click();
  await expect(copil.getByRole("heading", { level: 1, name: "Version 2, soumise au comité technique" })).toBeVisible();
  // A reason is never shown without the avis that it is of.
  const said = copil.getByRole("region", { name: "Avis du comité technique" }).getByRole("listitem");
  await expect(said.filter({ hasText: RAISON })).toHaveCount(2);
  await expect(said.filter({ hasText: /favorable, sur la version 1\s*Une raison\./u })).toHaveCount(2);
  const panel = copil.getByRole("region", { name: "Comité de pilotage" });
  await expect(panel).toContainText("Il s’agit de la version 1, approuvée par le comité technique.");
  await expectAccessible(copil);
  await panel.getByRole("button", { name: "Valider la version 1 au nom du comité de pilotage" }).click();
  const dialog = copil.getByRole("dialog");
  await dialog.getByRole("button", { name: "Valider la version 1 au nom du comité de pilotage" }).click();
  await expect(copil.locator(".said")).toHaveText("La version est validée par le comité de pilotage.");
  expect(await fiche.etats()).toEqual(["validee", "soumise"]);
});

test("a réserve is lifted on the version whose approval hangs on it, also when the next one was refused", async ({
  server,
  openAs,
}) => {
  const fiche = await approvedUnderReserve(server.url);
  for (const persona of ["cotech-1", "cotech-2"]) await fiche.avis(persona, "defavorable");
  await fiche.decide("refusee");
  const membre = await openAs("cotech-3");
  await membre.goto(`${fichePages.instruction(SLUG, await fiche.listed("cotech-3"))}#reserves`);
  const reserve = membre.locator(".reserve");
  await expect(reserve).toContainText("Il s’agit de la version 1, approuvée sous réserve par le comité technique.");
  await reserve.getByRole("link", { name: "Lire la version 1" }).click();
  await expect(membre.getByRole("heading", { level: 1, name: /^Version 1/ })).toBeVisible();
  await membre.goBack();
  await reserve.getByRole("button", { name: "Lever ma réserve" }).click();
  await expect(membre.locator(".said")).toHaveText("Votre réserve est levée.");
  expect(await fiche.etats()).toEqual(["approuvee", "refusee"]);
});

test("a réserve that was lifted on words that were withdrawn since is to be lifted again, on the page that lifted it too", async ({
  server,
  openAs,
}) => {
  const fiche = await approvedUnderReserve(server.url);
  const membre = await openAs("cotech-3");
  await membre.goto(fichePages.instruction(SLUG, await fiche.listed("cotech-3")));
  await membre.getByRole("button", { name: "Lever ma réserve" }).click();
  await expect(membre.locator("#reserves")).toContainText(/Levée le .*, devant la version 2/u);
  await fiche.onLast("coordinatrice", { acte: "retirer", raison: RAISON });
  await expect(async () => {
    await membre.evaluate(() => window.dispatchEvent(new Event("focus")));
    await expect(membre.locator("h1")).toHaveText(/^Version 1/, { timeout: 1_000 });
  }).toPass();
  await expect(membre.getByRole("button", { name: "Lever ma réserve" })).toBeVisible();
  await expect(membre.locator("#reserves")).not.toContainText("Levée le");
});

test("once it is decided nobody is asked to confirm an avis of before; until then one against says that it counts", async ({
  server,
  openAs,
}) => {
  const fiche = await Followed.make(server.url);
  await fiche.submit();
  await fiche.avis("cotech-3", "defavorable");
  await fiche.submit();
  const membre = await openAs("cotech-3");
  await membre.goto(fichePages.instruction(SLUG, await fiche.listed("cotech-3")));
  const own = membre.locator("#avis");
  await expect(own).toContainText("Il compte contre la version 2 tant que vous ne l’avez pas changé.");
  await expect(own.getByRole("button", { name: /^Confirmer mon avis défavorable/ })).toBeVisible();
  await expect(membre.getByRole("region", { name: "Avis du comité technique" })).toContainText(
    "défavorable, sur la version 1\u202f: à confirmer, compte contre tant qu’il n’est pas changé",
  );
  for (const persona of ["cotech-1", "cotech-2"]) await fiche.avis(persona, "favorable");
  await fiche.decide("approuvee");
  await membre.reload();
  await expect(own).toContainText("Rien n’a été confirmé de votre part pour la version 2.");
  await expect(own.getByRole("button", { name: /^Confirmer/ })).toHaveCount(0);
});

test("a form that somebody else's decision takes away does not take the focus of who is elsewhere by then", async ({
  server,
  openAs,
}) => {
  const fiche = await Followed.make(server.url);
  await fiche.submit();
  for (const persona of ["cotech-1", "cotech-2"]) await fiche.avis(persona, "favorable");
  const president = await openAs("cotech-1");
  await president.goto(`${fichePages.instruction(SLUG, await fiche.listed("cotech-1"))}#decision`);
  const panel = president.locator("#decision");
  await panel.getByRole("radio", { name: "Approuvée", exact: true }).check();
  await panel.getByLabel("Date").fill("2020-01-06");
  await panel.getByRole("button", { name: /^Relever la décision/ }).click();
  const refused = president.locator(".problems");
  await expect(refused).toContainText("Cette date est trop ancienne");
  await expect(refused).toBeFocused();
  const elsewhere = president.getByRole("link", { name: "Historique" });
  await elsewhere.focus();
  await fiche.decide("approuvee");
  await expect(async () => {
    await president.evaluate(() => window.dispatchEvent(new Event("focus")));
    await expect(panel).toHaveCount(0, { timeout: 1_000 });
  }).toPass();
  await expect(refused).toBeVisible();
  await expect(elsewhere).toBeFocused();
});

test("whoever was to examine a version that was withdrawn is told why they read an earlier one, or none", async ({
  server,
  openAs,
}) => {
  const fiche = await Followed.make(server.url);
  await fiche.submit();
  await fiche.onLast("coordinatrice", { acte: "retirer", raison: "Le budget n'est pas connu." });
  const coordinatrice = await openAs("coordinatrice");
  const address = fichePages.instruction(SLUG, await fiche.listed());
  await coordinatrice.goto(address);
  const notice = coordinatrice.locator("main .notice");
  await expect(notice).toContainText(/La version 1 a été retirée du comité technique le .* par /u);
  await expect(notice).toContainText("Le budget n'est pas connu.");
  await expect(coordinatrice.getByRole("heading", { name: "Aucune version n’est soumise" })).toBeVisible();
  await fiche.submit();
  for (const persona of ["cotech-1", "cotech-2"]) await fiche.avis(persona, "favorable");
  await fiche.decide("approuvee");
  await fiche.submit();
  await fiche.onLast("coordinatrice", { acte: "retirer", raison: "Trop tôt." });
  const membre = await openAs("cotech-1");
  await membre.goto(address);
  await expect(membre.locator("main .notice")).toContainText("La version 3 a été retirée");
  await expect(membre.locator("main .notice")).toContainText("Vous lisez ici la version 2.");
  await expectAccessible(membre);
});
