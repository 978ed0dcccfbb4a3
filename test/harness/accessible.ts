import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./browser-test.ts";

const VIEWS = [
  { colorScheme: "light", width: 1280, rules: "all" },
  { colorScheme: "light", width: 320, rules: "colours" },
  { colorScheme: "dark", width: 320, rules: "all" },
  { colorScheme: "dark", width: 1280, rules: "colours" },
] as const;

/**
 * Fails when the page breaks a rule that axe knows or scrolls sideways, at 1280 and 320 px, in both themes. Every rule at
 * both widths; in the other theme, the rules about colours, which alone can differ there.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const before = page.viewportSize();
  for (const { colorScheme, width, rules } of VIEWS) {
    // A colour on its way from one theme to the other is no colour of either.
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.setViewportSize({ width, height: 800 });
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    // Its other mode opens a page of its own each time, for frames: pages here have none.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    const { violations } = await (rules === "all" ? axe : axe.withTags("cat.color")).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
    expect(found, `${page.url()}, ${colorScheme}, ${width} px`).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `${page.url()} scrolls sideways at ${width} px`).toBeLessThanOrEqual(0);
  }
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "no-preference" });
  if (before !== null) await page.setViewportSize(before);
}

/** Fails when a finger would miss something on a phone: less than 44 px high, but for a link inside a sentence. */
export async function expectLargeTargets(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 800 });
  const small = await page.evaluate(() => {
    const targets = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")];
    return targets
      .filter((target) => target.checkVisibility({ visibilityProperty: true }))
      .filter((target) => target.closest(".visually-hidden, .skip-link") === null)
      .filter((target) => getComputedStyle(target, "::after").position !== "absolute")
      .filter((target) => getComputedStyle(target).display !== "inline" || isAlone(target))
      .filter((target) => (target.closest("label") ?? target).getBoundingClientRect().height < 43.5)
      .map((target) => target.outerHTML.slice(0, 120));

    function isAlone(target: Element): boolean {
      const sentence = target.closest("p, li, dd, td, th");
      return sentence?.textContent?.trim() === target.textContent?.trim();
    }
  });
  expect(small, `too small on ${page.url()}`).toEqual([]);
  if (before !== null) await page.setViewportSize(before);
}

/**
 * Fails when a line of a sentence is longer than one reads with ease. `--measure` is seventy signs of this typeface: a line
 * of narrow letters has some more.
 */
export async function expectReadableLines(page: Page): Promise<void> {
  const long = await page.evaluate(() => {
    const sentences = [...document.querySelectorAll("main :is(p, li, dd, blockquote)")];
    return sentences.flatMap((sentence) =>
      [...sentence.childNodes].flatMap((node) =>
        node instanceof Text && sentence.checkVisibility() ? linesOf(node).filter(({ length }) => length > 84) : [],
      ),
    );

    /** The words of a text, cut where they are on the screen. */
    function linesOf(text: Text): string[] {
      const range = document.createRange();
      const lines: { readonly top: number; words: string }[] = [];
      for (let at = 0; at < text.length; at++) {
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        const top = range.getClientRects()[0]?.top;
        if (top === undefined) continue;
        const line = lines.find((each) => Math.abs(each.top - top) < 5);
        if (line === undefined) lines.push({ top, words: text.data.charAt(at) });
        else line.words += text.data.charAt(at);
      }
      return lines.map(({ words }) => words);
    }
  });
  expect(long, `lines too long on ${page.url()}`).toEqual([]);
}

/** Fails when paper would show what can only be pressed. */
export async function expectPrintable(page: Page): Promise<void> {
  await page.emulateMedia({ media: "print" });
  const pressed = await page.evaluate(() =>
    [...document.querySelectorAll("button, .btn, .sub-nav")]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => element.outerHTML.slice(0, 120)),
  );
  expect(pressed, `printed of ${page.url()}`).toEqual([]);
  await page.emulateMedia({ media: "screen" });
}
