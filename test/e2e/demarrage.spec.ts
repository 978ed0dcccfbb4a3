import type { Page } from "@playwright/test";
import { paths } from "../../shared/protocol/paths.ts";
import { PLACE_TITLES } from "../../web/labels/sections.ts";
import { countGestures } from "../harness/count-gestures.ts";
import {
  acceptInvitation,
  addAxe,
  addOrganisation,
  createContrat,
  createFiche,
  createGroupe,
  fillReunion,
  goInContrat,
  inviteByMail,
  joinWorkshop,
  makeWorkshopCode,
  openEmptyInstance,
  sayWhatContratIs,
  signInWithCode,
  writeAtTheEnd,
} from "../harness/gestures.ts";
import { firstAccessOf } from "../harness/instance.ts";
import { expect, expectAccessible, invitationIn, test } from "../harness/real-instance.ts";

const NOLWENN = "nolwenn@exemple.fr";
const MAIWENN = "maiwenn@exemple.fr";
const GOULVEN = "goulven@exemple.fr";
const CIAS = "Centre intercommunal d’action sociale";
const NOTES = "Notes de la réunion";

/** From the contrat's page, the next thing to do. */
async function nextThing(page: Page, name: RegExp): Promise<void> {
  await page.getByRole("link", { name: "Pays de l’Élorn" }).first().click();
  await page.getByRole("region", { name: "Pour commencer" }).getByRole("link", { name }).click();
}

test("from an empty instance to a groupe that writes, takes in a resident and meets, by the screens alone", async ({
  instance,
  post,
  openAs,
}) => {
  test.setTimeout(180_000);
  const nolwenn = await openAs(null);
  const maiwenn = await openAs(null);
  const done = [await countGestures(nolwenn.context()), await countGestures(maiwenn.context())];
  const began = Date.now();

  await test.step("Nolwenn opens the instance and makes a contrat, which the page leads her to", async () => {
    await openEmptyInstance(nolwenn, `${paths.firstAccess}#${firstAccessOf(instance)}`, "Nolwenn Kerbrat", NOLWENN);
    await createContrat(nolwenn, "Pays de l’Élorn", NOLWENN);
    await expect(nolwenn.getByRole("rowheader", { name: "Pays de l’Élorn" })).toBeVisible();
    await nolwenn.getByRole("rowheader").getByRole("link", { name: "Pays de l’Élorn" }).click();
    await expect(nolwenn.getByText(/^Étape.: préfiguration\.$/)).toBeVisible();
    await expect(nolwenn.getByText("Aucun geste fait sur 6.")).toBeVisible();
    await expectAccessible(nolwenn);
  });

  await test.step("the guide leads her from what the contrat is to its first groupe", async () => {
    await nextThing(nolwenn, /Dire ce qu’est le contrat/);
    await sayWhatContratIs(nolwenn, "Communauté de l’Élorn", "Pays de l’Élorn, 12 communes");
    await nextThing(nolwenn, /Ajouter les axes/);
    for (const libelle of ["Bien vieillir", "Accès aux soins"]) await addAxe(nolwenn, libelle);
    await nextThing(nolwenn, /Ajouter les organisations/);
    await addOrganisation(nolwenn, CIAS);
    await nextThing(nolwenn, /Créer un groupe/);
    await createGroupe(nolwenn, "Aidants");
  });

  await test.step("she invites a pilote, and a partenaire, by mail", async () => {
    await nolwenn.getByRole("link", { name: "Inviter des personnes" }).click();
    await inviteByMail(nolwenn, { adresse: MAIWENN, nom: "Maïwenn Riou", organisation: CIAS });
    // After its pilote, the form offers to invite whoever writes with her.
    await inviteByMail(nolwenn, { adresse: GOULVEN, nom: "Goulven Morvan", organisation: CIAS });
    await expect(nolwenn.getByRole("row", { name: /Goulven Morvan.*Partenaire/ })).toBeVisible();
  });

  await test.step("the pilote comes by the link of her mail, and the groupe's first fiche has its first words", async () => {
    await acceptInvitation(maiwenn, await invitationIn(post, MAIWENN));
    await expect(maiwenn.getByRole("heading", { level: 1, name: "Aidants" })).toBeVisible();
    const contrats = maiwenn.getByRole("navigation", { name: "Principale" });
    await expect(contrats.getByRole("link", { name: "Pays de l’Élorn" })).toHaveAttribute("aria-current", "true");
    await createFiche(maiwenn, "Axe 1 Bien vieillir");
    await writeAtTheEnd(maiwenn, PLACE_TITLES.constats, "Les aidants sont seuls.");
  });

  const counts = done.map((count) => count());
  const sum = (of: "pages" | "presses" | "fields") => counts.reduce((total, each) => total + each[of], 0);
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(
    `· from an empty instance to a groupe that writes: ${sum("pages")} pages, ${sum("presses")} presses, ` +
      `${sum("fields")} fields (${seconds} s by the test)`,
  );

  const desk = await openAs(null);
  await test.step("at her desk she signs in with the code of a mail, and goes on writing", async () => {
    await desk.goto(paths.awaiting);
    await signInWithCode(desk, post, MAIWENN, 2);
    await desk.getByRole("link", { name: /1\.1/ }).first().click();
    await expect(desk.getByText("Les aidants sont seuls.")).toBeVisible();
    await writeAtTheEnd(desk, PLACE_TITLES.constats, "Un relais manque.");
    await expect(maiwenn.getByText("Un relais manque.")).toBeVisible();
  });

  await test.step("a resident comes with the code of a workshop, on her phone, and reads without writing", async () => {
    await desk.getByRole("link", { name: "Pays de l’Élorn" }).first().click();
    await goInContrat(desk, "Groupes");
    await desk.getByRole("link", { name: "Aidants" }).click();
    await desk.getByRole("link", { name: "Inviter", exact: true }).click();
    const { code, address } = await makeWorkshopCode(desk);
    const yvonne = await openAs(null, { viewport: { width: 390, height: 844 } });
    await joinWorkshop(yvonne, address, code, "Yvonne Perrot");
    await expect(yvonne.getByRole("heading", { level: 1, name: "Aidants" })).toBeVisible();
    await yvonne.getByRole("link", { name: /1\.1/ }).first().click();
    await expect(yvonne.getByText("Les aidants sont seuls.")).toBeVisible();
    await expect(yvonne.getByRole("textbox", { name: PLACE_TITLES.constats })).toHaveAttribute("aria-readonly", "true");
    await expectAccessible(yvonne);
  });

  await test.step("she plans a meeting, and three people write its notes at once", async () => {
    await desk.getByRole("link", { name: "Le groupe", exact: true }).click();
    await fillReunion(desk, {
      jour: "2030-03-12",
      heure: "14:00",
      lieu: "Maison de santé",
      ordreDuJour: "Tour de table",
    });
    await desk.getByRole("dialog").getByRole("button", { name: "Prévoir une réunion" }).click();
    await desk.getByRole("button", { name: /^Prendre des notes ensemble/ }).click();

    const goulven = await openAs(null);
    await acceptInvitation(goulven, await invitationIn(post, GOULVEN));
    await nolwenn.getByRole("link", { name: "Le groupe", exact: true }).click();
    for (const page of [goulven, nolwenn]) await page.getByRole("link", { name: /^Notes de la réunion/ }).click();
    const writers = [
      [desk, "Maïwenn ouvre la réunion."],
      [goulven, "Goulven propose un relais."],
      [nolwenn, "Nolwenn note la date du comité."],
    ] as const;
    await Promise.all(writers.map(([page, sentence]) => writeAtTheEnd(page, NOTES, sentence)));
    for (const [page] of writers) {
      const notes = page.getByRole("textbox", { name: NOTES });
      for (const [, sentence] of writers) {
        await expect(notes.getByRole("paragraph").filter({ hasText: sentence })).toHaveText(sentence);
      }
    }
  });
});
