import { evictDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import type { FicheInList } from "../../../shared/protocol/http-bodies.ts";
import { SeededRandom } from "../../harness/random.ts";
import { addParagraph, RawPage, textOf } from "../../harness/raw-page.ts";
import { connect, documentOf, ficheOf, ORIGIN, signInAs, upgrade } from "../signed-in.ts";
import { nextClient, PERSONAS } from "./watched-page.ts";
import { addressOf, GESTURES, PLACES, Session, SLUG } from "./watched-session.ts";

const SEEDS = [20_261_121, 7, 1_789];

/** Drops the object's memory and keeps its sockets, as the runtime does; nothing when it already sleeps. */
async function sleep(fiche: FicheInList): Promise<boolean> {
  try {
    await evictDurableObject(documentOf(fiche));
    return true;
  } catch (error) {
    if (String(error).includes("not currently running")) return false;
    throw error;
  }
}

describe("an object that sleeps in the middle of everything", () => {
  it.each(SEEDS)(
    "shows everyone exactly what one that never sleeps shows (seed %i)",
    async (seed) => {
      const never = await Session.play(seed, async () => {});
      const chance = new SeededRandom(seed + 1);
      let slept = 0;
      const often = await Session.play(seed, async (fiche) => {
        if (chance.chance(0.5) && (await sleep(fiche))) slept += 1;
      });
      expect(slept).toBeGreaterThan(GESTURES / 4);
      expect(often.text).toBe(never.text);
      expect(often.seen).toEqual(never.seen);
      // What was compared holds words, people and a refusal.
      const all = never.seen.flat().join("\n");
      for (const part of ["words ", "kept up to", '"place":"', " null", "identifiant_etranger", '"words":"']) {
        expect(all).toContain(part);
      }
      const people = PERSONAS.length;
      console.log(`· ${GESTURES} gestures of ${people} people, asleep ${slept} times, seen the same (seed ${seed})`);
    },
    60_000,
  );

  it("loses no letter of people who write all at once", async () => {
    const random = new SeededRandom(20_261_121);
    const fiche = await ficheOf(await signInAs("pilote"), SLUG, "1.1");
    const open = async (persona: string): Promise<RawPage> => {
      const page = new RawPage(nextClient());
      connect(await upgrade(addressOf(fiche, page), { cookie: await signInAs(persona), origin: ORIGIN }), page);
      await page.until("the first synchronisation", () => page.synced);
      return page;
    };
    const pages = [await open("pilote"), await open("partenaire"), await open("coordinatrice")];
    let words = 0;
    for (let gesture = 0; gesture < 150; gesture++) {
      const page = random.pick(pages);
      if (random.chance(0.1)) page.sendCaret(random.pick(PLACES), gesture);
      else if (random.chance(0.05)) page.sendRaw(new Uint8Array([250, 1]));
      else {
        words += 1;
        addParagraph(page.doc, "freins", `mot${gesture}.`);
      }
      if (random.chance(0.1)) await sleep(fiche);
      if (random.chance(0.3)) await new Promise((resolve) => setTimeout(resolve, random.below(4)));
    }
    for (const page of pages) await page.until("every acknowledgement", () => page.unacked === 0);
    await sleep(fiche);
    const expected = textOf((await open("pilote")).doc, "freins");
    for (const page of pages) {
      await page.until("the others' words", () => textOf(page.doc, "freins") === expected);
      expect(page.refusals.map(({ code }) => code).filter((code) => code !== "trame_inconnue")).toEqual([]);
    }
    expect(expected.match(/mot\d+\./g)).toHaveLength(words);
  });
});
