import { describe, expect, it } from "vitest";
import { TEXT_MAX } from "../../../shared/protocol/limits.ts";
import { TextSize } from "../../../worker/live/text-size.ts";
import { addParagraph, textOf } from "../../harness/raw-page.ts";
import { openPage } from "../signed-in.ts";

const SLUG = "challans-gois-ocean-marais-de-monts";

describe("the size of a text", () => {
  it("is measured when what was added seems too much, not before and not at each key", () => {
    let size = 1_000;
    let measured = 0;
    const text = new TextSize(() => {
      measured += 1;
      return size;
    });
    text.add(TEXT_MAX);
    expect(text.isFull(0)).toBe(false);
    expect(measured).toBe(0);
    text.add(1);
    expect(text.isFull(0)).toBe(false);
    expect(measured).toBe(1);
    size = TEXT_MAX + 1;
    text.add(TEXT_MAX);
    expect(text.isFull(9_999)).toBe(true);
    expect(measured).toBe(1);
    for (let now = 10_000; now < 20_000; now += 500) expect(text.isFull(now)).toBe(true);
    expect(measured).toBe(2);
    // Somebody made room.
    size = 1_000;
    expect(text.isFull(20_000)).toBe(false);
  });
});

it("a text that is as large as a text may be takes no more, tells so by name, and can be made smaller", async () => {
  const { page } = await openPage("pilote", SLUG, "2.1");
  const long = "Une phrase de plus. ".repeat(10_000);
  let parts = 0;
  while (page.refusals.length === 0 && parts < 60) {
    addParagraph(page.doc, "vigilance", long);
    parts += 1;
    await page.until("an answer", () => page.unacked === 0);
    // No faster than a socket may.
    if (page.refusals.some(({ code }) => code === "debit_depasse")) throw new Error("too fast");
  }
  expect(page.refusals.map(({ code }) => code)).toEqual(["texte_plein"]);
  const { page: later } = await openPage("pilote", SLUG, "2.1");
  expect(textOf(later.doc, "vigilance").length).toBeGreaterThan(TEXT_MAX - 2 * long.length);
  const fragment = later.doc.getXmlFragment("vigilance");
  fragment.delete(0, fragment.length);
  await later.until("the deletion", () => later.unacked === 0);
  expect(later.refusals).toEqual([]);
});
