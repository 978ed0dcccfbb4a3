import { setTimeout as wait } from "node:timers/promises";
import type { TextSection } from "../../shared/editor/sections.ts";
import type { FicheInList } from "../../shared/protocol/http-bodies.ts";
import { paths } from "../../shared/protocol/paths.ts";
import { PLACE_TITLES } from "../../web/labels/sections.ts";
import { expect, test } from "../harness/browser-test.ts";
import { connectPage, findFiche, newClient, type SignedIn, signIn } from "../harness/live-client.ts";
import { addParagraph, RawPage, textOf, typeAtEnd } from "../harness/raw-page.ts";

// What is lost once is lost: a second try would hide it.
test.describe.configure({ retries: 0 });

const SLUG = "challans-gois-ocean-marais-de-monts";
const ROUNDS = Number(process.env["CRASH_ROUNDS"] ?? 20);
/** Raw writers, one section each, so that what a reader saw of a section must stay the beginning of it. */
const WRITERS: readonly (readonly [persona: string, section: TextSection])[] = [
  ["partenaire", "constats"],
  ["pilote-2", "description"],
  ["habitant-2", "moyens"],
  ["coordinatrice", "leviers"],
];
/** The section that the browser writes in. */
const TYPED: TextSection = "freins";

/** Somebody who types all the time, whether connected or not, and comes back after each crash. */
class RawWriter {
  readonly page = new RawPage(newClient());
  readonly section: TextSection;
  typed = 0;
  #person: SignedIn;
  #fiche: FicheInList;

  constructor(person: SignedIn, fiche: FicheInList, section: TextSection) {
    this.#person = person;
    this.#fiche = fiche;
    this.section = section;
  }

  async connect(): Promise<void> {
    await connectPage(this.#person, SLUG, this.#fiche, this.page);
    if (this.typed === 0) addParagraph(this.page.doc, this.section, "Ici : ");
  }

  type(): void {
    this.typed += 1;
    typeAtEnd(this.page.doc, this.section, String.fromCodePoint(97 + (this.typed % 26)));
  }
}

test("kill -9 at random moments, with frames in flight, loses nothing that anybody saw or typed", async ({
  server,
  openAs,
}) => {
  test.setTimeout(ROUNDS * 20_000);
  const reading = await signIn(server.url, "pilote");
  const fiche = await findFiche(reading, SLUG, "2.1");
  const writers: RawWriter[] = [];
  for (const [persona, section] of WRITERS) {
    const writer = new RawWriter(await signIn(server.url, persona), fiche, section);
    await writer.connect();
    writers.push(writer);
  }
  const browser = await openAs("pilote");
  await browser.goto(paths.fiche(SLUG, fiche));
  const editor = browser.getByRole("textbox", { name: PLACE_TITLES[TYPED] });
  await editor.click();
  await browser.keyboard.press("Control+End");
  await browser.keyboard.type(" Frappe : ");

  const figures = { seen: 0, least: Number.POSITIVE_INFINITY, unacknowledged: 0, rounds: 0, typed: 0 };
  let typedInBrowser = "";
  for (let round = 0; round < ROUNDS; round++) {
    const readers = await Promise.all([1, 2].map(() => connectPage(reading, SLUG, fiche)));
    const before = total(readers[0]?.page);
    const words = `tour${round}${"abcdefghijklmnopqrstuvwxyz".slice(round % 20)}`;
    const keyboard = browser.keyboard.type(words, { delay: 25 });
    const death = Date.now() + 350 + Math.random() * 700;
    // On a slow machine as on a fast one, something must have been seen.
    while (Date.now() < death || total(readers[0]?.page) - before < 320) {
      for (const writer of writers) writer.type();
      await wait(2);
    }
    // Frames in flight: more than the server can answer before it dies.
    for (let i = 0; i < 150; i++) for (const writer of writers) writer.type();
    await server.kill9();
    const unacknowledged = writers.reduce((sum, writer) => sum + writer.page.unacked, 0);
    const seen = readers.map(({ page }) => WRITERS.map(([, section]) => textOf(page.doc, section)));
    const seenInBrowserSection = readers.map(({ page }) => textOf(page.doc, TYPED));
    const grown = Math.max(...readers.map(({ page }) => total(page))) - before;
    // They go on without a server.
    for (let i = 0; i < 20; i++) for (const writer of writers) writer.type();
    await keyboard;
    typedInBrowser += words;
    await server.restart();
    // After so many crashes in a row the page waits long between attempts, unless the network says that it is back.
    await browser.evaluate(() => window.dispatchEvent(new Event("online")));

    const { page: fresh } = await connectPage(reading, SLUG, fiche);
    for (const texts of seen) {
      for (const [index, [, section]] of WRITERS.entries()) {
        expect(textOf(fresh.doc, section).startsWith(texts[index] ?? ""), `round ${round}, ${section}`).toBe(true);
      }
    }
    for (const text of seenInBrowserSection)
      expect(textOf(fresh.doc, TYPED).startsWith(text), `round ${round}`).toBe(true);
    for (const writer of writers) await writer.connect();
    await fresh.until("every letter typed by raw sockets", () =>
      writers.every((writer) => textOf(fresh.doc, writer.section) === textOf(writer.page.doc, writer.section)),
    );
    await fresh.until("every letter typed in the browser", () => textOf(fresh.doc, TYPED).endsWith(typedInBrowser));
    fresh.close();
    expect(grown, `letters seen in round ${round}`).toBeGreaterThanOrEqual(300);
    figures.rounds += 1;
    figures.seen += grown;
    figures.least = Math.min(figures.least, grown);
    figures.unacknowledged += unacknowledged > 0 ? 1 : 0;
  }
  figures.typed = typedInBrowser.length;
  console.log(
    `· ${figures.rounds} crashes: ${figures.seen} letters seen before them (at least ${figures.least} in each), ` +
      `${figures.typed} typed in the browser, some unacknowledged in ${figures.unacknowledged} rounds, 0 lost`,
  );
  expect(figures.unacknowledged).toBeGreaterThan(ROUNDS / 2);
  await expect(browser.locator(".save-state")).toHaveText("Enregistré");
});

/** Letters of the writers' sections that a page shows. */
function total(page: RawPage | undefined): number {
  return page === undefined ? 0 : WRITERS.reduce((sum, [, section]) => sum + textOf(page.doc, section).length, 0);
}
