import type { Locator, Page } from "@playwright/test";
import { fichePages } from "../../shared/protocol/fiche-paths.ts";
import { historyPages } from "../../shared/protocol/history-paths.ts";
import { type FicheAddress, paths } from "../../shared/protocol/paths.ts";
import { FICHE_ACT_REFUSAL_LABELS as WHY } from "../../web/labels/actes.ts";
import { PLACE_TITLES } from "../../web/labels/sections.ts";
import { expectAccessible, expectLargeTargets } from "../harness/accessible.ts";
import { expect, test } from "../harness/browser-test.ts";
import { writeAtTheEnd } from "../harness/gestures.ts";
import { findFiche, signIn } from "../harness/live-client.ts";

const SLUG = "pays-de-redon";
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
const ANSWER = "Le calendrier est tenu par la coordination, publié chaque trimestre.";

/** The part of the head where one reads what can be done. */
function acts(page: Page): Locator {
  return page.getByRole("region", { name: "Ce que vous pouvez faire" });
}

async function openInstruction(page: Page, fiche: FicheAddress, title: string): Promise<void> {
  await page.goto(fichePages.instruction(SLUG, fiche));
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
}

/** From « Ce qui m'attend » to the version that is examined. */
async function followAttente(page: Page, name: RegExp): Promise<void> {
  await page.goto(paths.awaiting);
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { level: 1, name: /^Version \d, / })).toBeVisible();
}

test("a fiche from its writing to its approval by separate people, then edited again", async ({ server, openAs }) => {
  test.setTimeout(400_000);
  const fiche = await findFiche(await signIn(server.url, "pilote"), SLUG, "1.1");
  const pilote = await openAs("pilote");
  const president = await openAs("cotech-1");
  const membre = await openAs("cotech-2", PHONE);
  const autre = await openAs("cotech-3");
  const copil = await openAs("copil");

  await test.step("who sits in the comité technique does not know of the draft", async () => {
    await president.goto(paths.fiche(SLUG, fiche));
    await expect(president.getByRole("heading", { level: 1, name: "Fiche introuvable" })).toBeVisible();
  });

  await test.step("the pilote writes, reads what will be frozen, and submits version 1", async () => {
    await pilote.goto(paths.fiche(SLUG, fiche));
    await writeAtTheEnd(pilote, PLACE_TITLES.freins, "Le calendrier des ateliers n’est tenu par personne.");
    await acts(pilote).getByRole("button", { name: "Soumettre la version 1 au comité technique" }).click();
    const dialog = pilote.getByRole("dialog", { name: "Soumettre la version 1 au comité technique" });
    await expect(dialog.getByText("10 sections remplies sur 10")).toBeVisible();
    await expect(dialog.getByText(/ne peut plus être changée ni effacée/)).toBeVisible();
    await expectAccessible(pilote);
    await dialog.getByRole("button", { name: "Soumettre la version 1 au comité technique" }).click();
    await expect(pilote.getByText(/^Version 1 soumise au comité technique le/)).toBeVisible();
    await expect(acts(pilote).getByText(WHY.rien_de_nouveau)).toBeVisible();
  });

  await test.step("the president gives a favourable avis by the keyboard alone", async () => {
    await followAttente(president, /Donner votre avis sur « 1\.1 Aménager/);
    await expectAccessible(president);
    await president.getByRole("radio", { name: "Abstention" }).focus();
    await president.keyboard.press("ArrowUp");
    await president.keyboard.press("ArrowUp");
    await president.keyboard.press("ArrowUp");
    await expect(president.getByRole("radio", { name: "Favorable", exact: true })).toBeChecked();
    await president.keyboard.press("Enter");
    await expect(president.locator(".said")).toHaveText("Votre avis est enregistré.");
    await expect(president.getByText(/Vous avez donné un avis favorable sur la version 1/)).toBeVisible();
  });

  await test.step("a membre gives theirs with a réserve on a passage, at 390 px", async () => {
    await followAttente(membre, /Donner votre avis sur « 1\.1 Aménager/);
    const freins = membre.getByRole("region", { name: PLACE_TITLES.freins });
    await freins.getByRole("button", { name: /Faire une réserve ici/ }).click();
    const draft = membre.getByRole("group", { name: "Réserve 1" });
    await expect(draft.getByLabel("Ce qui est à préciser ou à changer")).toBeFocused();
    await expect(draft.getByLabel("Section")).toHaveValue("freins");
    const passage = draft.getByRole("option", { name: /n’est tenu par personne/ });
    await draft.getByLabel("Sur quoi elle porte").selectOption(await passage.getAttribute("value"));
    await membre.getByRole("button", { name: /^Donner un avis favorable avec réserves/ }).click();
    await expect(membre.locator(".problems")).toBeFocused();
    await draft.getByLabel("Ce qui est à préciser ou à changer").fill("Dire qui tient ce calendrier.");
    await draft.getByRole("link", { name: "Revenir au texte" }).click();
    await expect(freins.getByRole("heading", { name: PLACE_TITLES.freins })).toBeFocused();
    await expectAccessible(membre);
    const overflow = await membre.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await membre.getByRole("button", { name: /^Donner un avis favorable avec réserves/ }).click();
    await expect(membre.locator(".said")).toHaveText("Votre avis est enregistré.");
    await expect(membre.locator("#reserves").getByText("Dire qui tient ce calendrier.")).toBeVisible();
  });

  await test.step("a third one finds it unfavourable, and must say why", async () => {
    await followAttente(autre, /Donner votre avis sur « 1\.1 Aménager/);
    await autre.getByRole("radio", { name: /^Défavorable/ }).check();
    await autre.getByRole("button", { name: /^Donner un avis défavorable/ }).click();
    await expect(autre.locator(".problems")).toContainText("Une raison est demandée");
    await autre.getByRole("textbox", { name: "Raison" }).fill("Le calendrier manque.");
    await autre.getByRole("button", { name: /^Donner un avis défavorable/ }).click();
    await expect(autre.locator(".said")).toHaveText("Votre avis est enregistré.");
  });

  await test.step("the groupe sees the réserve and no avis, answers, writes, and submits version 2", async () => {
    await followAttente(pilote, /Répondre à une réserve sur « 1\.1 Aménager/);
    const reserve = pilote.locator("#reserves .reserve");
    await expect(reserve).toContainText("par un membre du comité technique");
    await expect(pilote.getByRole("region", { name: "Avis du comité technique" })).not.toContainText("défavorable");
    await reserve.getByRole("button", { name: "Répondre à cette réserve" }).click();
    const dialog = pilote.getByRole("dialog");
    await dialog.getByLabel("Votre réponse").fill("C’est écrit dans les freins.");
    await dialog.getByRole("button", { name: "Répondre à cette réserve" }).click();
    await expect(reserve).toContainText("C’est écrit dans les freins.");

    await pilote.goto(paths.fiche(SLUG, fiche));
    await writeAtTheEnd(pilote, PLACE_TITLES.freins, ANSWER);
    await acts(pilote).getByRole("button", { name: "Soumettre la version 2 au comité technique" }).click();
    const submit = pilote.getByRole("dialog");
    await expect(submit.getByText(/La version en cours d’examen sera remplacée/)).toBeVisible();
    await submit.getByRole("button", { name: "Soumettre la version 2 au comité technique" }).click();
    await expect(pilote.getByText(/^Version 2 soumise au comité technique le/)).toBeVisible();
  });

  await test.step("only what changed is shown; the réserve is lifted beside it, and the avis confirmed", async () => {
    await followAttente(membre, /Confirmer ou changer votre avis sur « 1\.1 Aménager/);
    await expect(membre.getByRole("button", { name: "Ce qui a changé depuis votre avis (version 1)" })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
    const compared = membre
      .getByRole("article")
      .filter({ has: membre.getByRole("region", { name: PLACE_TITLES.freins }) });
    await expect(compared.locator("ins").filter({ hasText: ANSWER })).toBeVisible();
    await expect(compared.getByText("Dix sections sont identiques")).toBeVisible();
    await expect(membre.getByRole("region", { name: PLACE_TITLES.description })).toHaveCount(0);
    await expectAccessible(membre);
    await compared.getByRole("button", { name: "Lever ma réserve" }).click();
    await expect(membre.locator(".said")).toHaveText("Votre réserve est levée.");
    // Without a réserve left, the avis is favourable: the button says what will be confirmed.
    await membre.getByRole("button", { name: "Confirmer mon avis favorable pour la version 2" }).click();
    await expect(membre.getByText(/Vous avez donné un avis favorable sur la version 2/)).toBeVisible();

    await followAttente(president, /Confirmer ou changer votre avis sur « 1\.1 Aménager/);
    await president.getByRole("button", { name: "Confirmer mon avis favorable pour la version 2" }).click();
    await expect(president.locator(".said")).toHaveText("Votre avis est confirmé : il compte pour cette version.");
  });

  await test.step("the decision is refused without quorum or majority, and recorded with them", async () => {
    await openInstruction(president, fiche, "Version 2, soumise au comité technique");
    const panel = president.locator("#decision");
    for (const name of await panel.getByRole("checkbox").all()) await name.uncheck();
    await expect(panel.getByRole("radio", { name: `Approuvée ${WHY.quorum_non_atteint}` })).toBeDisabled();
    for (const name of await panel.getByRole("checkbox").all()) await name.check();
    await expect(panel.locator(".count")).toContainText("Quorum de 2 atteint");
    await expect(panel.getByRole("radio", { name: `Refusée ${WHY.majorite_favorable}` })).toBeDisabled();
    await panel.getByRole("radio", { name: "Approuvée", exact: true }).check();
    await expectAccessible(president);
    await panel.getByRole("button", { name: "Relever la décision : version 2 approuvée" }).click();
    await expect(
      president.getByRole("heading", { level: 1, name: "Version 2, approuvée par le comité technique" }),
    ).toBeVisible();
    await expect(president.getByRole("region", { name: "Décisions" })).toContainText("Quorum de 2 sur 3");
  });

  await test.step("the groupe reads the avis from the decision on", async () => {
    await openInstruction(pilote, fiche, "Version 2, approuvée par le comité technique");
    await expect(pilote.getByRole("region", { name: "Avis du comité technique" })).toContainText(
      "Le calendrier manque.",
    );
  });

  await test.step("the Copil validates", async () => {
    await followAttente(copil, /Valider ou renvoyer, .* « 1\.1 Aménager/);
    await copil.getByRole("button", { name: "Valider la version 2 au nom du comité de pilotage" }).click();
    const dialog = copil.getByRole("dialog");
    await expect(dialog.getByText(/ne peut pas être annulé/)).toBeVisible();
    await dialog.getByRole("button", { name: "Valider la version 2 au nom du comité de pilotage" }).click();
    await expect(
      copil.getByRole("heading", { level: 1, name: "Version 2, validée par le comité de pilotage" }),
    ).toBeVisible();
  });

  await test.step("edited again, the fiche says so, with the comparison, and in the plan too", async () => {
    await pilote.goto(paths.fiche(SLUG, fiche));
    await expect(pilote.getByText(/^Version 2 approuvée par le comité technique le/)).toBeVisible();
    await expect(pilote.getByText(/^Modifiée depuis l’approbation du/)).toHaveCount(0);
    await writeAtTheEnd(pilote, PLACE_TITLES.vigilance, "Prévenir aussi les communes voisines.");
    await expect(pilote.getByText(/^Modifiée depuis l’approbation du/)).toBeVisible();
    // Where it is examined too.
    await openInstruction(pilote, fiche, "Version 2, validée par le comité de pilotage");
    const since = pilote.getByText(/^Fiche modifiée depuis l’approbation du/);
    await expect(since).toBeVisible();
    // And wherever its past is shown.
    const version = { kind: "version", numero: 2 } as const;
    const first = { kind: "version", numero: 1 } as const;
    for (const address of [
      fichePages.historique(SLUG, fiche),
      historyPages.journal(SLUG, fiche),
      historyPages.moment(SLUG, fiche, version),
      historyPages.comparaison(SLUG, fiche, first, version),
    ]) {
      await pilote.goto(address);
      await expect(since, address).toBeVisible();
    }
    await pilote.getByRole("link", { name: "voir ce qui a changé" }).click();
    await expect(pilote.locator("ins").filter({ hasText: "communes voisines" })).toBeVisible();
    await expect(pilote).toHaveURL(/\/historique\/v2\/m\d+$/);
    // Lists are told of what is written at most every 30 s.
    await expect(async () => {
      await pilote.goto(paths.contrat(SLUG));
      const row = pilote.getByRole("listitem").filter({ hasText: "1.1" }).first();
      await expect(row).toContainText(/Modifiée depuis l’approbation du/, { timeout: 2_000 });
    }).toPass({ timeout: 60_000 });
    await expectLargeTargets(pilote);
    const changes = pilote.getByRole("link", { name: /^voir ce qui a changé 1\.1 Aménager/ });
    await changes.click();
    await expect(pilote).toHaveURL(/\/historique\/v2\/m\d+$/);
    // A groupe's own list, and one's own fiches, have the way too.
    await pilote.goto(paths.awaiting);
    await expectAccessible(pilote);
    await changes.click();
    await expect(pilote).toHaveURL(/\/historique\/v2\/m\d+$/);
  });
});

test("a section that keeps a version from being submitted leads to where it is written", async ({ server, openAs }) => {
  const fiche = await findFiche(await signIn(server.url, "pilote"), "cornouaille", "3.1");
  const pilote = await openAs("pilote");
  await pilote.goto(paths.fiche("cornouaille", fiche));
  await acts(pilote).getByRole("button", { name: "Soumettre la version 1 au comité technique" }).click();
  const dialog = pilote.getByRole("dialog");
  await expect(dialog).toContainText("Seule la coordination du contrat peut soumettre malgré des sections vides");
  await dialog.getByRole("link", { name: PLACE_TITLES.inegalites }).click();
  await expect(dialog).toHaveCount(0);
  await expect(pilote.getByRole("heading", { name: PLACE_TITLES.inegalites })).toBeFocused();
  await expect(pilote.getByRole("heading", { name: PLACE_TITLES.inegalites })).toBeInViewport();
});
