import type { AtelierCreatedBody } from "../../shared/protocol/bodies/groupe.ts";
import { contratPages } from "../../shared/protocol/contrat-paths.ts";
import { paths } from "../../shared/protocol/paths.ts";
import { addAxe } from "../harness/gestures.ts";
import { ask, nobody } from "../harness/instance.ts";
import { expect, expectAccessible, foundFiches, SLUG, test } from "../harness/real-instance.ts";

const MANY = 300;

test("a contrat of 300 fiches and 300 people: looked for by a few letters, and gone through by the keyboard", async ({
  instance,
  contrat,
  openAsPerson,
}) => {
  test.setTimeout(180_000);
  const { nolwenn, groupe } = contrat;
  const page = await openAsPerson(nolwenn);
  await page.goto(contratPages.plan(SLUG));
  await addAxe(page, "Bien vieillir");
  const made = await ask(nolwenn, "POST", `/api/contrats/${SLUG}/groupes/${groupe}/ateliers`, {
    jours: 1,
    usages: MANY,
  });
  const { code } = made.body as AtelierCreatedBody;
  // With herself, 300 people; ten at once.
  for (let from = 1; from < MANY; from += 10) {
    const numbers = Array.from({ length: Math.min(10, MANY - from) }, (_, i) => from + i);
    const joined = await Promise.all(
      numbers.map((n) =>
        ask(nobody(instance), "POST", `/api/contrats/${SLUG}/atelier`, { code, nom: `Habitante Numéro ${n}` }),
      ),
    );
    expect(joined.map(({ status }) => status)).toEqual(numbers.map(() => 200));
  }
  await foundFiches(nolwenn, groupe, MANY);

  await test.step("her people", async () => {
    await page.goto(contratPages.membres(SLUG));
    await expect(page.getByText(/^50.lignes sur 300$/)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: /^Montrer les 50.suivantes$/ }).press("Enter");
    // Where one was: at the first of those that came.
    await expect(page.locator("tbody th").nth(50)).toBeFocused();
    // 27, 127, 227, and from 270 to 279.
    await page.getByRole("searchbox").fill("numero 27");
    await expect(page.getByRole("rowheader")).toHaveCount(13);
    await page.getByRole("searchbox").fill("personne de ce nom");
    await expect(page.getByRole("rowheader")).toHaveCount(0);
    await page.getByRole("button", { name: "Effacer la recherche" }).click();
    await expect(page.getByRole("rowheader")).toHaveCount(50);
  });

  await test.step("her plan", async () => {
    await page.goto(paths.contrat(SLUG));
    await page.getByRole("searchbox").fill("1.300");
    await expect(page.getByRole("heading", { name: /^1\.\d/ })).toHaveText([/^1\.300/]);
  });

  await test.step("the page of the groupe", async () => {
    await page.getByRole("link", { name: "Groupes", exact: true }).click();
    await page.getByRole("link", { name: "Bien vieillir" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Bien vieillir" })).toBeVisible();
    await expectAccessible(page);
    const awaiting = page.getByRole("region", { name: "Ce qui attend le groupe" });
    await expect(awaiting.getByRole("listitem")).toHaveCount(8);
    await awaiting.getByRole("button", { name: "Montrer les 292 autres" }).press("Enter");
    await expect(awaiting.getByRole("link").nth(8)).toBeFocused();
    const fiches = page.getByRole("region", { name: "Fiches" });
    await expect(fiches.getByRole("heading", { level: 3 })).toHaveCount(50);
    await fiches.getByRole("searchbox").fill("1.300");
    await expect(fiches.getByRole("heading", { level: 3 })).toHaveText([/^1\.300/]);
  });
});
