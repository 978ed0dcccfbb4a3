import { contratPages } from "../../shared/protocol/contrat-paths.ts";
import { paths } from "../../shared/protocol/paths.ts";
import { PLACE_TITLES } from "../../web/labels/sections.ts";
import {
  acceptInvitation,
  addAxe,
  addOrganisation,
  createFiche,
  createGroupe,
  fillReunion,
  goInContrat,
  inviteByMail,
  joinWorkshop,
  makeWorkshopCode,
  sayWhatContratIs,
  writeAtTheEnd,
} from "../harness/gestures.ts";
import { BAPTISTE, expect, expectAccessible, invitationIn, SLUG, test } from "../harness/real-instance.ts";

const GOULVEN = "goulven@exemple.fr";
const CIAS = "Centre intercommunal d’action sociale";

test("from an empty contrat to a groupe that writes, meets and takes notes, with a resident of its workshop", async ({
  contrat,
  post,
  openAs,
  openAsPerson,
}) => {
  test.setTimeout(240_000);
  const nolwenn = await openAsPerson(contrat.nolwenn);

  await test.step("the guide leads from one gesture to the next, and says what is done", async () => {
    await nolwenn.goto(paths.contrat(SLUG));
    const guide = nolwenn.getByRole("region", { name: "Pour commencer" });
    await expect(guide.getByText("1 geste fait sur 6.")).toBeVisible();
    await expectAccessible(nolwenn);
    await guide.getByRole("link", { name: /Dire ce qu’est le contrat/ }).click();
    await sayWhatContratIs(nolwenn, "Communauté de l’Élorn", "Pays de l’Élorn, 12 communes");

    await nolwenn.getByRole("link", { name: "Axes et objectifs" }).click();
    for (const libelle of ["Bien vieillir", "Accès aux soins"]) await addAxe(nolwenn, libelle);
    await goInContrat(nolwenn, "Membres");
    await nolwenn.getByRole("link", { name: "Organisations" }).click();
    await addOrganisation(nolwenn, CIAS);
  });

  await test.step("the order of the axes changes by the keyboard, and the focus stays", async () => {
    await goInContrat(nolwenn, "Réglages");
    const handle = nolwenn.getByRole("button", { name: /Alt et les flèches : Axe \d Accès aux soins/ });
    await handle.focus();
    await nolwenn.keyboard.press("Alt+ArrowUp");
    await expect(nolwenn.getByRole("button", { name: /Axe 1 Accès aux soins/ }).first()).toBeFocused();
    await nolwenn
      .getByRole("button", { name: /Alt et les flèches : Axe 2 Bien vieillir/ })
      .dragTo(nolwenn.locator(".tree-row").first(), { targetPosition: { x: 100, y: 2 } });
    await expect(nolwenn.getByRole("button", { name: /Alt et les flèches : Axe 1 Bien vieillir/ })).toBeVisible();
  });

  const groupePath = await test.step("a groupe, and its pilote invited by mail", async () => {
    await goInContrat(nolwenn, "Groupes");
    const path = await createGroupe(nolwenn, "Aidants");
    await nolwenn.getByRole("link", { name: "Inviter des personnes" }).click();

    const one = nolwenn.getByRole("region", { name: "Inviter une personne" });
    await one.getByRole("button", { name: "Envoyer l’invitation" }).click();
    await expect(nolwenn.locator(".problems")).toBeFocused();
    await expect(one.getByLabel("À quel titre")).toHaveValue("pilote");
    await inviteByMail(nolwenn, { adresse: BAPTISTE, nom: "Baptiste Riou", organisation: CIAS });
    return path;
  });

  await test.step("a pasted list says what is wrong line by line before anything leaves", async () => {
    const list = nolwenn.getByRole("region", { name: "Inviter une liste de personnes" });
    const lines = list.getByRole("textbox", { name: "La liste" });
    await lines.fill(`Goulven Morvan\t${GOULVEN}\t\tpartenaire\nsans adresse\n${BAPTISTE}\t\t\tpilote`);
    await expect(list.getByText("Ligne 2 :")).toBeVisible();
    await list.getByRole("button", { name: "Envoyer les invitations" }).click();
    await expect(list.locator(".problems")).toBeFocused();
    expect(post.mails.some(({ to }) => to.includes(GOULVEN))).toBe(false);
    await lines.fill(`${BAPTISTE};;;pilote`);
    await expect(list.getByText("cette adresse est déjà invitée au même titre")).toBeVisible();
    await expectAccessible(nolwenn);
    await lines.fill(`Goulven Morvan\t${GOULVEN}\t\tpartenaire`);
    await list.getByRole("button", { name: "Envoyer 1 invitation" }).click();
    await expect(list.locator(".said")).toContainText("1 invitation est partie.");
  });

  const baptiste = await openAs(null);
  await test.step("the pilote comes, makes the first fiche and writes", async () => {
    await acceptInvitation(baptiste, await invitationIn(post, BAPTISTE));
    await baptiste.goto(groupePath);
    await expect(baptiste.getByText("Vous y êtes : pilote.")).toBeVisible();
    await createFiche(baptiste, "Axe 1 Bien vieillir");
    const text = baptiste.getByRole("textbox", { name: PLACE_TITLES.constats });
    await text.click();
    await baptiste.keyboard.type("Les aidants sont seuls.");
    await expect(baptiste.getByText("Enregistré")).toBeVisible();
    await nolwenn.goto(paths.contrat(SLUG));
    await expect(nolwenn.getByText("1.1", { exact: true })).toBeVisible();
    // All of the gestures are done: the guide has gone.
    await expect(nolwenn.getByRole("heading", { name: "Pour commencer" })).toHaveCount(0);
  });

  await test.step("a resident joins with the workshop's code, at 390 px", async () => {
    await baptiste.goto(`${groupePath}/inviter`);
    const codes = baptiste.getByRole("region", { name: "Code d’atelier" });
    const { code, address } = await makeWorkshopCode(baptiste);
    await expectAccessible(baptiste);
    const yvonne = await openAs(null, { viewport: { width: 390, height: 844 } });
    await joinWorkshop(yvonne, address, code, "Yvonne Perrot");
    await yvonne.goto(groupePath);
    await expect(yvonne.getByText(/venu par un atelier/).first()).toBeVisible();
    await expect(yvonne.getByText(/Seuls le pilote/).first()).toBeVisible();
    await yvonne.getByRole("link", { name: /1\.1/ }).first().click();
    await expect(yvonne.getByText("Les aidants sont seuls.")).toBeVisible();

    await codes.getByRole("button", { name: "J’ai noté le code" }).click();
    await codes.getByRole("button", { name: /Fermer le code/ }).click();
    await baptiste.getByRole("dialog").getByRole("button", { name: "Fermer le code" }).click();
    await expect(codes.locator(".said")).toHaveText("Le code est fermé.");
    await expect(codes.getByText(/^Fermé\. 1.personne venue/)).toBeVisible();
  });

  const goulven = await openAs(null);
  await test.step("a meeting is planned, three people write its notes, and who came is noted", async () => {
    await acceptInvitation(goulven, await invitationIn(post, GOULVEN));
    await baptiste.goto(groupePath);
    await fillReunion(baptiste, {
      jour: "2030-03-12",
      heure: "14:05",
      lieu: "Maison de santé",
      ordreDuJour: "- Tour de table\n- Écrire les constats",
    });
    const dialog = baptiste.getByRole("dialog");
    // Something was typed: Escape asks first.
    await baptiste.keyboard.press("Escape");
    await expect(dialog.getByText("n’est pas enregistré")).toBeVisible();
    await dialog.getByRole("button", { name: "Continuer" }).click();
    await dialog.getByRole("button", { name: "Prévoir une réunion" }).click();
    const meeting = baptiste.getByRole("listitem").filter({ hasText: "12 mars 2030 à 14" }).last();
    await expect(meeting.getByText("Écrire les constats")).toBeVisible();
    await expect(baptiste.getByRole("region", { name: "Ce qui attend le groupe" })).toContainText("12 mars 2030");
    await meeting.getByRole("button", { name: /Prendre des notes ensemble/ }).click();
    await expect(baptiste.getByRole("textbox", { name: "Notes de la réunion" })).toBeVisible();
    const address = new URL(baptiste.url()).pathname;
    const writers = [
      [baptiste, "Baptiste ouvre la réunion."],
      [goulven, "Goulven propose un relais."],
      [nolwenn, "Nolwenn note la date."],
    ] as const;
    for (const [page, sentence] of writers) {
      if (page !== baptiste) await page.goto(address);
      await writeAtTheEnd(page, "Notes de la réunion", sentence);
    }
    for (const [page] of writers) {
      const notes = page.getByRole("textbox", { name: "Notes de la réunion" });
      for (const [, sentence] of writers) await expect(notes).toContainText(sentence);
    }
    await expectAccessible(nolwenn);

    await baptiste.goto(groupePath);
    await baptiste.getByRole("button", { name: /Noter les présences/ }).click();
    await expectAccessible(baptiste);
    const presence = baptiste.getByRole("dialog");
    await presence.getByLabel("Baptiste Riou").selectOption("present");
    await presence.getByLabel("Goulven Morvan").selectOption("excuse");
    await presence.getByLabel(/Autres personnes/).fill("2");
    await presence.getByRole("button", { name: "Enregistrer les présences" }).click();
    await expect(baptiste.getByText(/1.présent, 1.excusé et 2.autres personnes\./)).toBeVisible();
  });

  await test.step("somebody removed from the groupe reads by whom, and the journal tells all of it", async () => {
    await nolwenn.goto(groupePath);
    await nolwenn.getByRole("button", { name: "Retirer Goulven Morvan" }).click();
    const dialog = nolwenn.getByRole("dialog");
    await expect(dialog.getByText("Vous n’êtes plus membre du groupe « Aidants ».")).toBeVisible();
    await dialog.getByRole("button", { name: "Retirer" }).click();
    await expect(nolwenn.getByRole("rowheader", { name: "Goulven Morvan" })).toHaveCount(0);
    await goulven.goto(paths.contrat(SLUG));
    await expect(goulven.getByText(/Vous n’êtes plus membre du groupe.*Par Nolwenn Kerbrat, le /)).toBeVisible();
    await goulven.getByRole("button", { name: "J’ai lu" }).click();
    await expect(goulven.getByText("Vos droits ont changé")).toHaveCount(0);
    await goulven.goto(groupePath);
    await expect(goulven.getByRole("heading", { level: 1, name: "Page introuvable" })).toBeVisible();
    await nolwenn.goto(contratPages.journal(SLUG));
    await nolwenn.getByLabel("Quoi").selectOption({ label: "Changement dans un groupe" });
    await expect(nolwenn.getByText("Personne : Goulven Morvan")).toBeVisible();
    await nolwenn.getByRole("button", { name: "Vérifier maintenant" }).click();
    await expect(nolwenn.getByText(/Rien n’a été changé/).first()).toBeVisible();
  });

  await test.step("a fiche thrown away comes back", async () => {
    await nolwenn.goto(groupePath);
    await nolwenn.getByRole("button", { name: /Mettre à la corbeille 1\.1/ }).click();
    await nolwenn.getByRole("dialog").getByRole("button", { name: "Mettre à la corbeille" }).click();
    await expect(nolwenn.locator(".said")).toContainText("La fiche est dans la corbeille");
    await nolwenn.goto(contratPages.corbeille(SLUG));
    await expect(nolwenn.getByText(/Il reste 29|Il reste 30/)).toBeVisible();
    await nolwenn.getByRole("button", { name: /Remettre à sa place/ }).click();
    await expect(nolwenn.getByText("La corbeille est vide.")).toBeVisible();
    const [download] = await Promise.all([
      nolwenn.waitForEvent("download"),
      nolwenn
        .goto(contratPages.copie(SLUG))
        .then(() => nolwenn.getByRole("link", { name: /Télécharger tout/ }).click()),
    ]);
    expect(download.suggestedFilename()).toMatch(/^pays-de-l-elorn-\d{4}-\d{2}-\d{2}\.zip$/);
  });
});
