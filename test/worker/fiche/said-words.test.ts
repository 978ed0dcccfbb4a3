import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, it } from "vitest";
import { FicheJournal } from "../../../worker/fiche/journal.ts";
import { AskedFiche, OK } from "./asked.ts";

/** The number of the first entry whose words are not those that it was committed to. */
function firstChanged(fiche: AskedFiche): Promise<number | null> {
  return runInDurableObject(env.DOCUMENT.getByName(fiche.id), (_, { storage }) =>
    new FicheJournal(storage.sql, (length) => new Uint8Array(length)).firstChangedWords(),
  );
}

describe("words that come with an act", () => {
  it("are kept as they were said, or refused: half a letter is none, and no storage keeps it", async () => {
    const fiche = await AskedFiche.make();
    await fiche.fill("coordinatrice");
    await fiche.write("coordinatrice", { constats: " Deux 😀 ici." });
    expect(await fiche.submit("coordinatrice")).toBe(OK);
    const half = "\ud83d";
    expect(await fiche.giveAvis("cotech-1", "defavorable", { raison: `Non ${half}` })).toMatch(/^400/);
    const reserves = [{ sur: { partie: "constats", citation: half }, texte: "Lesquels ?" }];
    expect(await fiche.giveAvis("cotech-2", "favorable_avec_reserves", { reserves })).toMatch(/^400/);
    expect(await fiche.giveAvis("cotech-1", "defavorable", { raison: "Non 😀" })).toBe(OK);
    expect(await firstChanged(fiche)).toBeNull();
  });

  it("quote a version in whatever form its letters come: accents composed or not", async () => {
    const fiche = await AskedFiche.make();
    await fiche.fill("coordinatrice");
    await fiche.write("coordinatrice", { constats: " Les aide\u0301s sont isolés." });
    expect(await fiche.submit("coordinatrice")).toBe(OK);
    for (const citation of ["aide\u0301s sont isole\u0301s", "aidés sont isolés"]) {
      const reserves = [{ sur: { partie: "constats", citation }, texte: `Lesquels, « ${citation.length} » ?` }];
      expect(await fiche.giveAvis("cotech-1", "favorable_avec_reserves", { reserves }), citation).toBe(OK);
    }
    const kept = (await fiche.instruction("cotech-1")).reserves.map(({ sur }) => sur.citation);
    expect(kept).toEqual(["aidés sont isolés", "aidés sont isolés"]);
    expect(await firstChanged(fiche)).toBeNull();
  });
});
