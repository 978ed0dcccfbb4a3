import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { contratPages } from "../../shared/protocol/contrat-paths.ts";
import { paths } from "../../shared/protocol/paths.ts";
import { PLACE_TITLES } from "../../web/labels/sections.ts";
import { expect, test } from "../harness/browser-test.ts";
import { findFiche, signIn } from "../harness/live-client.ts";

const SLUG = "challans-gois-ocean-marais-de-monts";

/** The screens of a contrat that need no more than its address. */
const CONTRAT_SCREENS = [
  contratPages.groupes(SLUG),
  contratPages.membres(SLUG),
  contratPages.invitations(SLUG),
  contratPages.organisations(SLUG),
  contratPages.instances(SLUG),
  contratPages.plan(SLUG),
  contratPages.identite(SLUG),
  contratPages.partage(SLUG),
  contratPages.journal(SLUG),
  contratPages.corbeille(SLUG),
  contratPages.copie(SLUG),
];

async function violations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

for (const colorScheme of ["light", "dark"] as const) {
  for (const [width, height] of [
    [1280, 800],
    [320, 640],
  ] as const) {
    test(`no screen breaks a rule that axe knows, ${colorScheme}, ${width} px wide, and none scrolls sideways`, async ({
      server,
      openAs,
    }) => {
      test.slow();
      test.slow();
      const options = { colorScheme, viewport: { width, height } };
      const fiche = await findFiche(await signIn(server.url, "pilote"), SLUG, "2.1");
      const read = await findFiche(await signIn(server.url, "habitante"), "pays-de-redon", "1.1");
      const groupe = { id: fiche.groupeId, nom: fiche.groupe };
      const visits: [persona: string | null, path: string][] = [
        [null, paths.home],
        [null, paths.signIn],
        [null, paths.signInByMail],
        [null, paths.atelier(SLUG)],
        [null, paths.accessibility],
        [null, paths.legal],
        [null, paths.privacy],
        [null, paths.problem],
        [null, paths.lecture(SLUG, fiche)],
        ["pilote", paths.awaiting],
        ["cotech-1", paths.awaiting],
        ["pilote", paths.contrat(SLUG)],
        ["pilote", paths.fiche(SLUG, fiche)],
        ["habitante", paths.fiche("pays-de-redon", read)],
        ["pilote", paths.lecture(SLUG, fiche)],
        ["pilote", paths.account],
        ["pilote", paths.administration],
        ...CONTRAT_SCREENS.map((path): [string, string] => ["coordinatrice", path]),
        ["pilote", contratPages.groupe(SLUG, groupe)],
        ["pilote", contratPages.membres(SLUG)],
        ["habitant-2", contratPages.groupe(SLUG, groupe)],
        ["cotech-1", contratPages.groupes(SLUG)],
        ["pilote", "/contrats/nulle-part"],
        ["pilote", "/nulle-part"],
      ];
      for (const [persona, path] of visits) {
        const page = await openAs(persona, options);
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
        await page.waitForLoadState("networkidle");
        expect(await violations(page), `${persona ?? "nobody"} on ${path}`).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
        await page.context().close();
      }
    });
  }
}

test("the keyboard alone signs in, opens a fiche, writes, says who is there, and leaves", async ({
  server,
  openAs,
}) => {
  const partenaire = await openAs("partenaire");
  const fiche = await findFiche(await signIn(server.url, "partenaire"), SLUG, "2.1");
  await partenaire.goto(paths.fiche(SLUG, fiche));

  const page = await openAs(null);
  await page.goto(paths.signIn);
  const press = async (key: string) => page.keyboard.press(key);
  const tabTo = async (name: RegExp, key: "Tab" | "Shift+Tab" = "Tab") => {
    for (let i = 0; i < 80; i++) {
      await press(key);
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === null || !element.matches("a, button, textarea, [contenteditable], [role=menuitem]")) return "";
        return `${element.getAttribute("aria-label") ?? ""} ${element.textContent}`;
      });
      if (name.test(focused)) return;
    }
    throw new Error(`${key} never came to ${name}`);
  };
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await tabTo(/Entrer comme Baptiste Riou/);
  await press("Enter");
  await expect(page).toHaveURL(/\/contrats$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await tabTo(/Prévention pour les aînés/);
  await press("Enter");
  await expect(page).toHaveURL(/\/fiches\/2-1-/);
  await expect(page.getByRole("textbox", { name: PLACE_TITLES.freins })).toBeVisible();

  await tabTo(new RegExp(`^${PLACE_TITLES.freins} `));
  await press("Control+End");
  await page.keyboard.type(" Au clavier seul.");
  await expect(partenaire.getByRole("textbox", { name: PLACE_TITLES.freins })).toContainText("Au clavier seul.");
  await press("F8");
  await expect(page.getByText(/Goulven Morvan/).first()).toBeAttached();

  // Out of the text, and out of the workspace.
  await press("Escape");
  await press("Tab");
  await expect(page.getByRole("textbox", { name: PLACE_TITLES.freins })).not.toBeFocused();
  await tabTo(/Mon compte/, "Shift+Tab");
  await press("Enter");
  await tabTo(/Se déconnecter/);
  await press("Enter");
  await expect(page).toHaveURL(/\/connexion/);
});
