import { contratPages } from "../../shared/protocol/contrat-paths.ts";
import { paths } from "../../shared/protocol/paths.ts";
import { acceptInvitation, goInContrat } from "../harness/gestures.ts";
import { BAPTISTE, expect, expectAccessible, invitationIn, inviteTo, SLUG, test } from "../harness/real-instance.ts";

test("whoever coordinates alone hands it over before leaving", async ({ contrat, post, openAs, openAsPerson }) => {
  test.slow();
  const nolwenn = await openAsPerson(contrat.nolwenn);
  await nolwenn.goto(contratPages.membres(SLUG));
  // Nobody to hand it to: said beside the button, which does nothing.
  await nolwenn.getByRole("button", { name: "Transmettre la coordination" }).press("Enter");
  await expect(nolwenn.getByText("Il faut une autre personne dans le contrat.")).toBeVisible();
  await expect(nolwenn.getByRole("dialog")).toHaveCount(0);

  await nolwenn.getByRole("button", { name: "Quitter le contrat" }).click();
  const dialog = nolwenn.getByRole("dialog");
  await expectAccessible(nolwenn);
  await dialog.getByRole("button", { name: "Quitter le contrat" }).click();
  await expect(dialog.getByRole("alert")).toContainText("coordination");
  await nolwenn.keyboard.press("Escape");
  await expect(nolwenn.getByRole("button", { name: "Quitter le contrat" })).toBeFocused();

  await inviteTo(contrat.groupe, contrat.nolwenn, BAPTISTE, "Baptiste Riou");
  const baptiste = await openAs(null);
  await acceptInvitation(baptiste, await invitationIn(post, BAPTISTE));

  await nolwenn.reload();
  await nolwenn.getByRole("button", { name: "Transmettre la coordination" }).click();
  await dialog.getByRole("button", { name: "Transmettre la coordination" }).click();
  await expect(dialog.getByLabel("À qui")).toHaveAccessibleDescription(/Choisissez la personne/);
  await expectAccessible(nolwenn);
  await dialog.getByLabel("À qui").selectOption({ label: "Baptiste Riou" });
  await dialog.getByRole("button", { name: "Transmettre la coordination" }).click();
  await expect(nolwenn).toHaveURL(new RegExp(`${paths.contrat(SLUG)}$`));
  const pages = nolwenn.getByRole("navigation", { name: "Pages du contrat" });
  await expect(pages.getByRole("link", { name: "Groupes" })).toBeVisible();
  await expect(pages.getByRole("link", { name: "Membres" })).toHaveCount(0);

  await baptiste.goto(paths.contrat(SLUG));
  await expect(baptiste.getByText(/vous êtes maintenant.* coordination du contrat/)).toBeVisible();
  await goInContrat(baptiste, "Membres");
  await expect(baptiste.getByRole("row", { name: /Baptiste Riou.*Coordination du contrat/ })).toBeVisible();

  await goInContrat(nolwenn, "Groupes");
  await nolwenn.getByRole("button", { name: "Quitter le contrat" }).click();
  await dialog.getByRole("button", { name: "Quitter le contrat" }).click();
  await expect(nolwenn).toHaveURL(new RegExp(`${paths.awaiting}$`));
  await expect(nolwenn.getByRole("link", { name: "Pays de l’Élorn" })).toHaveCount(0);
  await baptiste.reload();
  await expect(baptiste.getByRole("rowheader", { name: "Nolwenn Kerbrat" })).toHaveCount(0);
  await expect(baptiste.getByRole("rowheader", { name: "Baptiste Riou" })).toBeVisible();
});
