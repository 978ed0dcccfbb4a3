import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, it } from "vitest";
import { ring } from "../ring.ts";
import { AskedFiche, OK } from "./asked.ts";

/** How often alarms ring until none is set; they are no more than so many. */
async function ringsUntilQuiet(fiche: AskedFiche, most: number): Promise<number> {
  const document = () => env.DOCUMENT.getByName(fiche.id);
  for (let rings = 0; rings <= most; rings++) {
    const left = await runInDurableObject(document(), (_, { storage: { sql } }) =>
      sql.exec<{ name: string }>("SELECT name FROM alarms").toArray(),
    );
    if (left.length === 0) return rings;
    await ring(document(), null, (sql) => {
      // Time passed: the last key is old, and pages are read back.
      sql.exec("UPDATE announcement SET changed_at = 1");
      sql.exec("UPDATE deliveries SET sent_at = 1");
    });
  }
  throw new Error("an alarm that always rings again");
}

it("a fiche that nobody touches any more rings no alarm, whatever was done with it", async () => {
  const fiche = await AskedFiche.make();
  await fiche.fill("partenaire");
  const written = await ringsUntilQuiet(fiche, 5);
  const shown = await fiche.validate();
  const validated = await ringsUntilQuiet(fiche, 5);
  expect(await fiche.act("coordinatrice", { acte: "publier", malgre: "Le résumé suivra.", ...shown })).toBe(OK);
  const published = await ringsUntilQuiet(fiche, 5);
  console.log(`· alarms until a fiche is quiet: written ${written}, validated ${validated}, published ${published}`);
  // Each looks once more whether all was heard.
  expect(Math.max(written, validated, published)).toBeLessThanOrEqual(3);
});
