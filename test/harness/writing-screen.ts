import type { Locator, Page } from "@playwright/test";
import type { Place, TextSection } from "../../shared/editor/sections.ts";
import type { FicheInList } from "../../shared/protocol/http-bodies.ts";
import { paths } from "../../shared/protocol/paths.ts";
import { PLACE_TITLES } from "../../web/labels/sections.ts";
import { expect } from "./browser-test.ts";
import { findFiche, signIn } from "./live-client.ts";

/** The contrat of the demonstration in which somebody writes. */
export const SLUG = "challans-gois-ocean-marais-de-monts";
/** A short fiche, with sections in which nothing is written yet. */
const NUMERO = "4.1";

/** The text of a section, or the intitulé, as somebody finds it: by its name. */
export function place(page: Page, name: Place): Locator {
  return page.getByRole("textbox", { name: PLACE_TITLES[name] });
}

/** The short fiche that `openFiche` opens. */
export function ficheOf(server: { readonly url: string }): Promise<FicheInList> {
  return signIn(server.url, "pilote").then((person) => findFiche(person, SLUG, NUMERO));
}

/** Opens it, and waits until it can be written in. */
export async function openFiche(page: Page, server: { readonly url: string }): Promise<void> {
  await page.goto(paths.fiche(SLUG, await ficheOf(server)));
  await expect(place(page, "constats")).toBeVisible();
}

/** Puts the caret in the section with nothing in it. */
export async function emptySection(page: Page, name: TextSection): Promise<Locator> {
  const editor = place(page, name);
  await editor.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Backspace");
  await expect(editor).toHaveText("");
  return editor;
}

/** Each paragraph as « genre+retrait: its text ». */
export function read(editor: Locator): Promise<string[]> {
  return editor.evaluate((element) =>
    [...element.querySelectorAll<HTMLElement>(":scope > [data-genre]")].map(({ dataset, textContent }) => {
      const { genre, retrait } = dataset;
      return `${genre}${retrait === "0" ? "" : `+${retrait}`}: ${textContent}`;
    }),
  );
}
