import { evictDurableObject } from "cloudflare:test";
import { expect, it } from "vitest";
import type { PresenceState } from "../../../shared/protocol/presence.ts";
import type { RawPage } from "../../harness/raw-page.ts";
import { documentOf, ficheOf, openPage, signInAs } from "../signed-in.ts";

const SLUG = "challans-gois-ocean-marais-de-monts";

/** What a page knows of another. */
function seen(by: RawPage, of: RawPage): Partial<PresenceState> | undefined {
  // The server wrote it, in this form.
  return by.present.get(of.client) as PresenceState | undefined;
}

function caret(letter: number) {
  const at = { item: { client: 1, clock: letter } };
  return { cursor: { anchor: at, head: at } };
}

it("carets go to those in the same section, at most four times a second, the last one always", async () => {
  const { page: aline } = await openPage("pilote", SLUG, "2.1");
  const { page: bachir } = await openPage("partenaire", SLUG, "2.1");
  const { page: chloe } = await openPage("habitant-2", SLUG, "2.1");
  bachir.sendCaret("freins", 1, caret(1));
  chloe.sendCaret("leviers", 1, caret(1));
  aline.sendCaret("freins", 1, caret(1));
  await aline.until(
    "both places",
    () => seen(aline, bachir)?.place === "freins" && seen(aline, chloe)?.place === "leviers",
  );
  await bachir.until("a caret beside", () => seen(bachir, aline)?.cursor != null);
  expect(seen(aline, chloe)?.cursor).toBeNull();

  const before = bachir.presenceFrames;
  const start = Date.now();
  for (let letter = 2; letter <= 60; letter++) aline.sendCaret("freins", letter, caret(letter));
  await bachir.until("the last caret", () => JSON.stringify(seen(bachir, aline)?.cursor).includes('"clock":60'));
  const quarters = Math.ceil((Date.now() - start) / 250) + 1;
  expect(bachir.presenceFrames - before).toBeLessThanOrEqual(quarters);
  expect(seen(chloe, aline)).toMatchObject({ place: "freins", cursor: null });

  aline.sendCaret("leviers", 61, caret(61));
  await chloe.until("a caret that came", () => JSON.stringify(seen(chloe, aline)?.cursor).includes('"clock":61'));
  await bachir.until("a caret that left", () => seen(bachir, aline)?.place === "leviers");
  expect(seen(bachir, aline)?.cursor).toBeNull();
  await aline.until("the carets of the new section, and none of the old", () => {
    return seen(aline, chloe)?.cursor != null && seen(aline, bachir)?.cursor === null;
  });
});

it("somebody who closes the page disappears for everyone, and nobody else does", async () => {
  const { page: aline } = await openPage("pilote", SLUG, "2.1");
  const { page: bachir } = await openPage("partenaire", SLUG, "2.1");
  const { page: chloe } = await openPage("habitant-2", SLUG, "2.1");
  await aline.until("both", () => aline.present.has(bachir.client) && aline.present.has(chloe.client));
  bachir.close();
  await aline.until("one less", () => !aline.present.has(bachir.client));
  expect(aline.present.has(chloe.client)).toBe(true);
  expect(aline.present.has(aline.client)).toBe(true);
});

it("somebody who leaves while the object sleeps disappears too", async () => {
  const { page: aline } = await openPage("pilote", SLUG, "2.1");
  const { page: bachir } = await openPage("partenaire", SLUG, "2.1");
  await aline.until("him", () => aline.present.has(bachir.client));
  await evictDurableObject(documentOf(await ficheOf(await signInAs("pilote"), SLUG, "2.1")));
  bachir.close();
  await aline.until("his departure", () => !aline.present.has(bachir.client));
  expect(aline.present.has(aline.client)).toBe(true);
});
