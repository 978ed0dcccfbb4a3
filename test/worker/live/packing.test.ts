import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { expect, it } from "vitest";
import { textOf, typeAtEnd } from "../../harness/raw-page.ts";
import { documentOf, ficheOf, openPage, signInAs } from "../signed-in.ts";

const SLUG = "cornouaille";
const WORDS = 1_100;

it("a long log is packed by its alarm: the text opens from its state, and every row can still be read", async () => {
  const { page: pilote } = await openPage("pilote", SLUG, "3.1");
  const fiche = await ficheOf(await signInAs("pilote"), SLUG, "3.1");
  const stub = documentOf(fiche);
  const count = (statement: string) =>
    runInDurableObject(stub, (_, state) => state.storage.sql.exec<{ n: number }>(statement).one().n);

  for (let word = 0; word < WORDS; word++) {
    typeAtEnd(pilote.doc, "freins", ` mot${word}`);
    // One row each: gathered ones would be one.
    await pilote.until("the acknowledgement", () => pilote.acked === pilote.sent);
  }
  const before = await count("SELECT count(*) AS n FROM updates");
  expect(before).toBeGreaterThan(1_000);

  const packs = async () => {
    await runDurableObjectAlarm(stub);
    return count("SELECT count(*) AS n FROM packs");
  };
  await expect.poll(packs, { timeout: 30_000, interval: 100 }).toBeGreaterThan(0);
  expect(await count("SELECT count(*) AS n FROM updates")).toBeLessThan(before);
  const packed = await count("SELECT sum(length(bytes)) AS n FROM packs");
  console.log(`· ${before} rows packed in ${packed} bytes`);

  await evictDurableObject(stub);
  typeAtEnd(pilote.doc, "freins", " Après.");
  await pilote.until("words after packing", () => pilote.acked === pilote.sent);
  const { page: partenaire } = await openPage("pilote-2", SLUG, "3.1");
  expect(textOf(partenaire.doc, "freins")).toBe(textOf(pilote.doc, "freins"));
  expect(textOf(partenaire.doc, "freins")).toContain(` mot0 mot1 `);
});
