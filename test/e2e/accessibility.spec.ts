import type { Page } from "@playwright/test";
import type { GroupeId } from "../../shared/ids.ts";
import { accountPages } from "../../shared/protocol/account-pages.ts";
import type { GroupeBody } from "../../shared/protocol/bodies/groupe.ts";
import { contratPages, contratRequests } from "../../shared/protocol/contrat-paths.ts";
import { fichePages } from "../../shared/protocol/fiche-paths.ts";
import { historyPages } from "../../shared/protocol/history-paths.ts";
import { adminPages } from "../../shared/protocol/instance-paths.ts";
import { paths } from "../../shared/protocol/paths.ts";
import { PLACE_TITLES } from "../../web/labels/sections.ts";
import { expectAccessible, expectLargeTargets, expectPrintable } from "../harness/accessible.ts";
import { expect, type PerTest, test } from "../harness/browser-test.ts";
import { ask } from "../harness/instance.ts";
import { findFiche, signIn } from "../harness/live-client.ts";
import { SLUG as EMPTY, test as realTest } from "../harness/real-instance.ts";

const SLUG = "challans-gois-ocean-marais-de-monts";

/** A contrat of which fiches are published. */
const PUBLISHED = "centre-ouest-bretagne";

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

type Visit = readonly [persona: string | null, path: string];

/** Opens each, one sign-in a person. */
async function visitAll(openAs: PerTest["openAs"], visits: readonly Visit[]): Promise<void> {
  const pages = new Map<string | null, Page>();
  for (const [persona, path] of visits) {
    const page = pages.get(persona) ?? (await openAs(persona, { reducedMotion: "reduce" }));
    pages.set(persona, page);
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await page.waitForLoadState("networkidle");
    await expectAccessible(page);
    await expectLargeTargets(page);
    await expectPrintable(page);
  }
}

test.describe("no screen breaks a rule that axe knows, scrolls sideways, has a small target or prints a button", () => {
  test.describe.configure({ timeout: 240_000 });

  test("the door, and what a public service shows", async ({ server, openAs }) => {
    const published = await findFiche(await signIn(server.url, "coordinatrice"), PUBLISHED, "1.1");
    const nobody = [
      ...[paths.home, paths.signIn, paths.signInByMail, `${paths.signInLink}#abc`, paths.signInLink],
      ...[paths.firstAccess, paths.invitation(SLUG), `${paths.invitation(SLUG)}#abc`],
      ...[paths.ateliers, paths.atelier(SLUG), paths.accountClosed, paths.outbox],
      ...[paths.plan(PUBLISHED), paths.publicFiche(PUBLISHED, published)],
      ...[paths.accessibility, paths.legal, paths.privacy, paths.problem, "/nulle-part"],
    ];
    await visitAll(
      openAs,
      nobody.map((path) => [null, path]),
    );
  });

  test("one's own pages, the fiches, and what is refused", async ({ server, openAs }) => {
    const fiche = await findFiche(await signIn(server.url, "pilote"), SLUG, "2.1");
    const read = await findFiche(await signIn(server.url, "habitante"), "pays-de-redon", "1.1");
    await visitAll(openAs, [
      [null, paths.lecture(SLUG, fiche)],
      ["pilote", paths.awaiting],
      ["cotech-1", paths.awaiting],
      ["pilote", paths.contrat(SLUG)],
      ["pilote", paths.fiche(SLUG, fiche)],
      ["habitante", paths.fiche("pays-de-redon", read)],
      ["pilote", paths.lecture(SLUG, fiche)],
      ...Object.values(accountPages).map((path): Visit => ["pilote", path]),
      ["pilote", paths.administration],
      ["pilote", contratPages.membres(SLUG)],
      ["cotech-1", contratPages.groupes(SLUG)],
      ["pilote", "/contrats/nulle-part"],
      ["pilote", "/nulle-part"],
    ]);
  });

  test("how a fiche came to be, and its instruction, as each of those concerned sees them", async ({
    server,
    openAs,
  }) => {
    const fiche = await findFiche(await signIn(server.url, "pilote"), SLUG, "2.1");
    const approved = await findFiche(await signIn(server.url, "copil"), SLUG, "1.1");
    const version = (numero: number) => ({ kind: "version" as const, numero });
    const compared = historyPages.comparaison(SLUG, fiche, version(1), version(2));
    await visitAll(openAs, [
      ["coordinatrice", fichePages.historique(SLUG, fiche)],
      ["pilote", historyPages.moment(SLUG, fiche, version(1))],
      ["pilote", compared],
      ["pilote", `${compared}?vue=cote_a_cote`],
      ["pilote", `${compared}?vue=phrases`],
      ["pilote", historyPages.journal(SLUG, fiche)],
      ["pilote", fichePages.instruction(SLUG, fiche)],
      ["cotech-1", fichePages.instruction(SLUG, fiche)],
      ["cotech-3", fichePages.instruction(SLUG, fiche)],
      ["copil", fichePages.instruction(SLUG, approved)],
      ["copil", fichePages.historique(SLUG, approved)],
    ]);
  });

  test("what a coordinatrice has of her contrat", async ({ openAs }) => {
    await visitAll(
      openAs,
      CONTRAT_SCREENS.map((path) => ["coordinatrice", path]),
    );
  });

  test("a groupe, its meetings, its invitations", async ({ server, openAs }) => {
    const coordinatrice = await signIn(server.url, "coordinatrice");
    const fiche = await findFiche(coordinatrice, SLUG, "2.1");
    const groupe = { id: fiche.groupeId, nom: fiche.groupe };
    const { body } = await ask(coordinatrice, "GET", contratRequests.groupe(SLUG, groupe.id));
    // Our own server's answer.
    const [reunion] = (body as GroupeBody).reunions;
    if (reunion === undefined) throw new Error("a groupe of the demonstration without a meeting");
    const before = contratPages.reunion(SLUG, groupe, reunion.id);
    await visitAll(openAs, [
      ["coordinatrice", contratPages.groupe(SLUG, groupe)],
      ["habitant-2", contratPages.groupe(SLUG, groupe)],
      ["coordinatrice", contratPages.groupeInviting(SLUG, groupe)],
      ["coordinatrice", contratPages.groupeSettings(SLUG, groupe)],
      ["coordinatrice", before],
    ]);
    await ask(coordinatrice, "POST", contratRequests.reunionNotes(SLUG, reunion.id));
    await visitAll(openAs, [["habitant-2", before]]);
  });
});

realTest("the same of an instance and of a contrat where nothing is yet", async ({ contrat, openAsPerson }) => {
  realTest.setTimeout(240_000);
  const { nolwenn } = contrat;
  const groupe = { id: contrat.groupe as GroupeId, nom: "Bien vieillir" };
  const page = await openAsPerson(nolwenn);
  const empty = [
    ...Object.values(adminPages),
    ...[paths.awaiting, paths.contrat(EMPTY), contratPages.groupe(EMPTY, groupe)],
    ...CONTRAT_SCREENS.map((path) => path.replace(SLUG, EMPTY)),
  ];
  await visitAll(
    async () => page,
    empty.map((path) => [null, path]),
  );
});

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
  await tabTo(/Prévention pour les aînés sur tout le territoire/);
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
