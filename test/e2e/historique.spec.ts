import type { Page } from "@playwright/test";
import type { AccountId } from "../../shared/ids.ts";
import type { HistoriqueBody } from "../../shared/protocol/bodies/history.ts";
import { fichePages } from "../../shared/protocol/fiche-paths.ts";
import { historyPages } from "../../shared/protocol/history-paths.ts";
import { paths } from "../../shared/protocol/paths.ts";
import { PLACE_TITLES } from "../../web/labels/sections.ts";
import { expectAccessible } from "../harness/accessible.ts";
import { expect, test } from "../harness/browser-test.ts";
import { connectPage, findFiche, signIn } from "../harness/live-client.ts";
import { typeAtEnd } from "../harness/raw-page.ts";

const WRITER = "bcmdgrsbbks390ra" as AccountId;
// In the demonstration this fiche was written by several people and submitted twice.
const SLUG = "challans-gois-ocean-marais-de-monts";
// And the draft of this one is its groupe's: others have the version that was submitted.
const DRAFT_SLUG = "centre-ouest-bretagne";

const version = (numero: number) => ({ kind: "version" as const, numero });

async function pressUntilFocused(page: Page, key: string, name: RegExp, times = 40): Promise<void> {
  for (let time = 0; time < times; time++) {
    await page.keyboard.press(key);
    const focused = await page.evaluate(() => document.activeElement?.textContent ?? "");
    if (name.test(focused)) return;
  }
  throw new Error(`${name} never has the focus`);
}

test("from the text to its history, to two versions compared, by the keyboard alone", async ({ server, openAs }) => {
  const fiche = await findFiche(await signIn(server.url, "pilote"), SLUG, "2.1");
  const page = await openAs("pilote");
  await page.goto(paths.fiche(SLUG, fiche));
  await expect(page.locator(".save-state")).toHaveText("Enregistré");
  await pressUntilFocused(page, "Tab", /^Historique$/u);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Historique" })).toBeFocused();
  const entries = page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3 }) });
  // Other tests act on this fiche too, and what they did last comes first.
  await expect(entries.filter({ hasText: /a ajouté .* dans «/u }).first()).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Vues de la fiche" }).getByText("Historique")).toHaveAttribute(
    "aria-current",
    "page",
  );
  await expectAccessible(page);

  await pressUntilFocused(page, "Tab", /^Comparer deux moments$/u);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Comparer deux moments" })).toBeVisible();
  await expect(page.getByLabel("Un moment")).toBeFocused();
  await expect(page.getByLabel("Comparé à")).toHaveValue("v1");
  await page.keyboard.press("Enter");
  await pressUntilFocused(page, "Tab", /^Comparer$/u);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/historique\/v1\/v2$/u);
  await expect(page.getByRole("heading", { level: 1, name: "De la version 1 à la version 2" })).toBeFocused();
});

test("a comparison is told in sentences by section, and walked through from change to change", async ({
  server,
  openAs,
}) => {
  const fiche = await findFiche(await signIn(server.url, "pilote"), SLUG, "2.1");
  const page = await openAs("pilote");
  await page.goto(historyPages.comparaison(SLUG, fiche, version(1), version(2)));
  const part = page.getByRole("region", { name: PLACE_TITLES.description });
  await expect(part.getByRole("heading", { level: 2, name: PLACE_TITLES.description })).toBeVisible();
  const sentences = part.getByRole("listitem");
  await expect(sentences.first()).toHaveText(/^Thierry Chauvin a remplacé «.*» par «.*», le .* à \d+\sh\s\d\d\.$/u);
  // Words that came and went are so for a machine too, with who and when.
  await expect(part.locator("del").first()).toContainText(/supprimé par Thierry Chauvin, le /u);
  await expect(part.locator("ins").first()).toContainText(/ajouté par Thierry Chauvin, le /u);
  await expect(page.getByText("Dix sections sont identiques")).toBeVisible();
  await page.getByText("Dix sections sont identiques").click();
  await expect(page.getByRole("listitem").filter({ hasText: PLACE_TITLES.freins })).toBeVisible();
  await expectAccessible(page);

  const bar = page.getByRole("region", { name: "Aller d’un changement à l’autre" });
  await page.keyboard.press("Alt+ArrowDown");
  await expect(bar).toContainText("Changement 1 sur 3");
  await expect(bar).toContainText(/Dans «\sDescription de l’action\s», Thierry Chauvin a remplacé/u);
  await expect(page.locator("[id^=changement-description]:focus")).toBeFocused();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(bar).toContainText("Changement 2 sur 3");
  await bar.getByRole("button", { name: "Précédent" }).click();
  await expect(bar).toContainText("Changement 1 sur 3");

  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Raccourcis clavier" })).toContainText("Aller au changement suivant");
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Côte à côte" }).click();
  await expect(page).toHaveURL(/vue=cote_a_cote$/u);
  await expect(
    part
      .locator(".before")
      .filter({ has: page.locator("del") })
      .first(),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("button", { name: "En phrases" }).click();
  await expect(part.locator("ins")).toHaveCount(0);
  await expect(part.getByRole("listitem").first()).toHaveText(/^Dans «\sDescription de l’action\s», Thierry Chauvin/u);
});

test("« Qui a écrit ceci ? » is answered for the live text and for a version", async ({ server, openAs }) => {
  const fiche = await findFiche(await signIn(server.url, "pilote"), SLUG, "2.1");
  const page = await openAs("pilote");
  await page.goto(paths.fiche(SLUG, fiche));
  await expect(page.locator(".save-state")).toHaveText("Enregistré");
  const description = page.getByRole("textbox", { name: PLACE_TITLES.description });
  await description.getByText("La première séance").click();
  const dialog = page.getByRole("dialog", { name: "Qui a écrit ceci ?" });
  // What answers is brought behind the text.
  await expect(async () => {
    await page.keyboard.press("Shift+F8");
    await expect(dialog).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(dialog).toContainText(/^.*Écrit par .*Thierry Chauvin/su);
  await expect(dialog.getByRole("listitem").filter({ hasText: "sans formulaire" })).toContainText(
    /Thierry Chauvin, le /u,
  );
  await page.keyboard.press("Escape");
  await expect(description).toBeFocused();
  // The same from the toolbar.
  await page.getByRole("toolbar").getByRole("button", { name: "Qui a écrit ceci ?" }).click();
  await expect(dialog).toContainText("sans formulaire");
  await page.keyboard.press("Escape");

  await page.goto(historyPages.moment(SLUG, fiche, version(1)));
  const part = page.getByRole("region", { name: PLACE_TITLES.leviers });
  await expect(part.getByRole("list").first()).toBeVisible();
  await expectAccessible(page);
  await part.getByRole("button", { name: "Qui a écrit ceci ?" }).click();
  await expect(dialog).toContainText(/Écrit par .*Aïssata Diallo/u);
});

test("a section is restored as an edit of the person who restores, and history only grows", async ({
  server,
  openAs,
}) => {
  const goulven = await signIn(server.url, "partenaire");
  const fiche = await findFiche(goulven, SLUG, "2.1");
  const { page: raw } = await connectPage(goulven, SLUG, fiche);
  typeAtEnd(raw.doc, "freins", " Une phrase de trop.");
  await raw.until("the words to be stored", () => raw.acked === raw.sent);

  const page = await openAs("pilote");
  await page.goto(historyPages.moment(SLUG, fiche, version(2)));
  const part = page.getByRole("region", { name: PLACE_TITLES.freins });
  await part.getByRole("button", { name: "Restaurer cette section" }).click();
  const dialog = page.getByRole("dialog", { name: /Restaurer « Freins » comme dans la version 2/u });
  await expect(dialog).toContainText("rien n’est perdu");
  await expect(dialog.getByRole("button", { name: "Annuler" })).toBeFocused();
  await dialog.getByRole("button", { name: "Restaurer", exact: true }).click();
  await expect(page.getByText("C’est restauré. La section a de nouveau le texte d’alors.").first()).toBeVisible();
  await raw.until("the words to go", () => !raw.doc.getXmlFragment("freins").toString().includes("de trop"));

  // Asked again, there is nothing to do, and nothing is said to be done.
  await part.getByRole("button", { name: "Restaurer cette section" }).click();
  await dialog.getByRole("button", { name: "Restaurer", exact: true }).click();
  await expect(part.getByText("Rien à restaurer")).toBeVisible();
  await expect(page.getByText("C’est restauré.")).toHaveCount(0);

  // The whole sheet is asked for in the same way.
  const all = page.getByRole("button", { name: "Restaurer tout ce texte" });
  await all.click();
  const whole = page.getByRole("dialog", { name: /^Restaurer la version 2/u });
  await expect(whole).toContainText("Toutes les sections reprendront les mots d’alors");
  await page.keyboard.press("Escape");
  await expect(all).toBeFocused();

  await page.getByRole("link", { name: "Historique" }).first().click();
  // Both wrote at the same time: of what one typed and the other took away nothing is left, and both are named.
  const sitting = page.getByRole("listitem").filter({ has: page.getByText("en cours") });
  await expect(sitting.first()).toContainText(/Goulven Morvan a .* dans .*Freins/u);
  await expect(sitting.first()).toContainText(/Baptiste Riou a .* dans .*Freins/u);
});

test("the journal of a fiche tells its acts, from the latest to the first", async ({ server, openAs }) => {
  const fiche = await findFiche(await signIn(server.url, "pilote"), SLUG, "2.1");
  const page = await openAs("pilote");
  await page.goto(fichePages.historique(SLUG, fiche));
  await page.getByRole("link", { name: "Journal de la fiche" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Journal de la fiche" })).toBeFocused();
  const entries = page.getByRole("list", { name: /^Gestes/u }).getByRole("heading", { level: 2 });
  const submission = "Baptiste Riou a soumis la version 2 au comité technique, à la place de la version 1.";
  await expect(entries.filter({ hasText: submission })).toBeVisible();
  await expect(entries.last()).toHaveText("Baptiste Riou a mis la fiche en relecture.");
  // Avis are not the groupe's to read before the decision; what it answered is.
  await expect(page.getByText(/a donné un avis/u)).toHaveCount(0);
  await expect(page.getByText("La personne chargée de prévention tient le calendrier commun")).toBeVisible();
  await expectAccessible(page);
});

test("a comparison asked backwards is told forwards", async ({ server, openAs }) => {
  const fiche = await findFiche(await signIn(server.url, "pilote"), SLUG, "2.1");
  const page = await openAs("pilote");
  await page.goto(historyPages.comparaison(SLUG, fiche, version(2), version(1)));
  await expect(page.getByRole("heading", { level: 1, name: "De la version 1 à la version 2" })).toBeVisible();
  await expect(page).toHaveURL(/\/historique\/v1\/v2$/u);
});

test("who may read no more than a submitted version has it, and no empty text", async ({ server, openAs }) => {
  const fiche = await findFiche(await signIn(server.url, "cotech-1"), DRAFT_SLUG, "5.1");
  const page = await openAs("cotech-1");
  await page.goto(paths.fiche(DRAFT_SLUG, fiche));
  await expect(page.getByRole("heading", { level: 1, name: "Historique" })).toBeVisible();
  const views = page.getByRole("navigation", { name: "Vues de la fiche" });
  await expect(views.getByRole("link")).toHaveText(["Lecture", "Historique", "Instruction"]);
  await expect(page.getByText("Version 1 soumise")).toBeVisible();
  await expect(page.getByText(/a ajouté/u)).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Comparer deux moments" })).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("link", { name: /^Lire/u }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Version 1" })).toBeFocused();
  await expect(page.getByRole("article", { name: "Texte de la fiche" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Restaurer tout ce texte" })).toHaveAttribute("aria-disabled", "true");
  await expectAccessible(page);

  // What is the groupe's alone is refused in words.
  await page.goto(historyPages.moment(DRAFT_SLUG, fiche, { kind: "log", seq: 1 }));
  await expect(page.getByText(/Seuls le groupe de travail de cette fiche et la coordination/u)).toBeVisible();
  await page.goto(`${fichePages.historique(DRAFT_SLUG, fiche)}/v9`);
  await expect(page.getByText("Il n’y a pas de version ni de texte à cette adresse")).toBeVisible();
  await expectAccessible(page);
  // To ask again would not help; the moments that there are would.
  await expect(page.getByRole("button", { name: "Réessayer" })).toHaveCount(0);
  await page.getByRole("link", { name: "Voir l’historique de la fiche" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Historique" })).toBeFocused();
  await page.goto(`${fichePages.historique(DRAFT_SLUG, fiche)}/v1/v9`);
  await expect(page.getByText("L’un des deux moments que cette adresse compare n’existe pas")).toBeVisible();
});

test("hundreds of sittings come fifty at a time, and a network that fails says so", async ({ server, openAs }) => {
  const fiche = await findFiche(await signIn(server.url, "pilote"), SLUG, "2.1");
  const page = await openAs("pilote");
  const last = 120;
  const pageOf = (from: number): HistoriqueBody => {
    const fins = Array.from({ length: Math.min(50, from) }, (_, index) => from - index);
    const sittings = fins.map((fin) => {
      const le = Date.UTC(2026, 0, 1, 12) + fin * 3_600_000;
      const personnes = [{ personne: WRITER, ajoutes: fin, retires: 0, ou: ["description" as const] }];
      return { fin, avant: fin - 1, debutLe: le, finLe: le + 60_000, ouverte: false, personnes };
    });
    const suite = from > 50 ? from - 50 : null;
    const nom = "Marie-Antoinette de La Rochefoucauld-Doudeauville ".repeat(3);
    return {
      sittings,
      suite,
      versions: [],
      masquages: [],
      noms: { [WRITER]: { nom, organisation: null } },
      droits: { restaurer: true, caviarder: false },
    };
  };
  let isCut = true;
  await page.route("**/api/**/historique*", (route) => {
    if (isCut) return route.abort();
    return route.fulfill({ json: pageOf(Number(new URL(route.request().url()).searchParams.get("avant") ?? last)) });
  });
  await page.goto(fichePages.historique(SLUG, fiche));
  await expect(page.getByText("Le serveur ne répond pas.")).toBeVisible();
  isCut = false;
  await page.getByRole("button", { name: "Réessayer" }).click();
  const entries = page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3 }) });
  await expect(entries).toHaveCount(50);
  await expectAccessible(page);
  const more = page.getByRole("button", { name: "Montrer ce qui est plus ancien" });
  await more.focus();
  await page.keyboard.press("Enter");
  await expect(entries).toHaveCount(100);
  await expect(entries.nth(50).getByRole("heading", { level: 3 })).toBeFocused();
  await more.click();
  await expect(entries).toHaveCount(120);
  await expect(more).toHaveCount(0);
});
