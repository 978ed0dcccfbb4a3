import type { Page } from "@playwright/test";
import { decodeClientFrame } from "../../shared/protocol/client-frames.ts";
import { paths } from "../../shared/protocol/paths.ts";
import { PLACE_TITLES } from "../../web/labels/sections.ts";
import { expect, test } from "../harness/browser-test.ts";
import { findFiche, signIn } from "../harness/live-client.ts";

const SLUG = "challans-gois-ocean-marais-de-monts";

/** How many letters the page said that it restates, in all that it sent. */
function letters(page: Page): { count: number } {
  const said = { count: 0 };
  page.on("websocket", (socket) => {
    socket.on("framesent", ({ payload }) => {
      if (typeof payload === "string") return;
      const frame = decodeClientFrame(payload);
      if (!frame.ok || frame.value.kind !== "declared_update") return;
      for (const { length } of frame.value.declarations) said.count += length;
    });
  });
  return said;
}

test("letters that only change place are said to be the same: split, cut and pasted elsewhere, undone", async ({
  server,
  openAs,
}) => {
  const page = await openAs("pilote");
  const said = letters(page);
  const fiche = await findFiche(await signIn(server.url, "pilote"), SLUG, "4.1");
  await page.goto(paths.fiche(SLUG, fiche));
  const vigilance = page.getByRole("textbox", { name: PLACE_TITLES.vigilance });
  const freins = page.getByRole("textbox", { name: PLACE_TITLES.freins });
  for (const editor of [freins, vigilance]) {
    await editor.click();
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Delete");
    await page.keyboard.press("Backspace");
  }
  await page.keyboard.type("les élus, les habitants");
  await expect.poll(() => page.getByText("Enregistré").count()).toBeGreaterThan(0);
  expect(said.count).toBe(0);

  for (let i = 0; i < "habitants".length; i++) await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await expect.poll(() => said.count).toBe("habitants".length);

  // Both paragraphs, with a space at an end and letters with accents.
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+x");
  await freins.click();
  await page.keyboard.press("Control+v");
  await expect(freins).toContainText("habitants");
  const whole = "les élus, les habitants".length;
  await expect.poll(() => said.count).toBe("habitants".length + whole);

  // Pasted once more, it is a copy.
  await page.keyboard.press("Control+v");
  await page.keyboard.type("!");
  await expect(freins).toContainText("!");
  await page.keyboard.press("Control+z");
  await expect(freins).not.toContainText("!");
  await expect.poll(() => page.getByText("Enregistré").count()).toBeGreaterThan(0);
  expect(said.count).toBe("habitants".length + whole);
});
