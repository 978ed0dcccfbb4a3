import { evictDurableObject, runInDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { FicheInList } from "../../../shared/protocol/http-bodies.ts";
import { NEW_IDS_MAX } from "../../../shared/protocol/limits.ts";
import { addParagraph, type RawPage, textOf, typeAtEnd } from "../../harness/raw-page.ts";
import { documentOf, ficheOf, openLive, openPage, signInAs } from "../signed-in.ts";

const SLUG = "challans-gois-ocean-marais-de-monts";

/** What a page that was never connected wrote under an id, on the text that another page knows. */
function writtenOffline(known: RawPage, client: number, words: string): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(known.doc));
  doc.clientID = client;
  const vector = Y.encodeStateVector(doc);
  addParagraph(doc, "vigilance", words);
  return Y.encodeStateAsUpdate(doc, vector);
}

function leases(fiche: FicheInList): Promise<number> {
  return runInDurableObject(
    documentOf(fiche),
    (_, state) => state.storage.sql.exec<{ count: number }>("SELECT count(*) AS count FROM leases").one().count,
  );
}

describe("what a page wrote that was never connected", () => {
  it("comes with a spare ticket of its person, also after the object slept", async () => {
    const { page: pilote } = await openPage("pilote", SLUG, "2.1");
    const fiche = await ficheOf(await signInAs("pilote"), SLUG, "2.1");
    const [own, spare] = pilote.tickets;
    expect(own?.client).toBe(pilote.client);
    if (spare === undefined) throw new Error("no spare ticket");
    pilote.presentTickets([spare]);
    await evictDurableObject(documentOf(fiche));
    pilote.sendUpdate(writtenOffline(pilote, spare.client, "Écrit dans le train."));
    await pilote.until("the acknowledgement", () => pilote.unacked === 0);
    expect(pilote.refusals).toEqual([]);
    const { page: partenaire } = await openPage("partenaire", SLUG, "2.1");
    expect(textOf(partenaire.doc, "vigilance")).toContain("Écrit dans le train.");
  });

  it("is refused without its ticket, with a forged one, and with somebody else's", async () => {
    const { page: pilote } = await openPage("pilote", SLUG, "2.1");
    const { page: partenaire } = await openPage("partenaire", SLUG, "2.1");
    const [, spare, another] = pilote.tickets;
    if (spare === undefined || another === undefined) throw new Error("no spare tickets");
    const update = writtenOffline(pilote, spare.client, "Des mots d'ailleurs");
    const refused = async (page: RawPage, code: string) => {
      const before = page.refusals.length;
      page.sendUpdate(update);
      await page.until("the refusal", () => page.refusals.length === before + 1);
      expect(page.refusals.at(-1)?.code).toBe(code);
    };
    await refused(pilote, "identifiant_etranger");
    for (const forged of [
      { client: spare.client, seal: another.seal },
      { client: spare.client, seal: "" },
      { client: spare.client, seal: `${spare.seal.slice(0, -1)}${spare.seal.endsWith("0") ? "1" : "0"}` },
      { client: spare.client + 1, seal: spare.seal },
    ]) {
      const before = pilote.refusals.length;
      pilote.presentTickets([forged]);
      await pilote.until("the refusal", () => pilote.refusals.length === before + 1);
      expect(pilote.refusals.at(-1)?.code).toBe("billet_refuse");
    }
    await refused(pilote, "identifiant_etranger");
    partenaire.presentTickets([spare]);
    await partenaire.until("the refusal", () => partenaire.refusals.length === 1);
    expect(partenaire.refusals[0]?.code).toBe("billet_refuse");
    await refused(partenaire, "identifiant_etranger");
    expect(textOf((await openPage("pilote", SLUG, "2.1")).page.doc, "vigilance")).not.toContain("d'ailleurs");
  });

  it("of another document is worth nothing here", async () => {
    const { page: there } = await openPage("pilote", SLUG, "4.1");
    const { page: here } = await openPage("pilote", SLUG, "2.1");
    here.presentTickets(there.tickets.slice(1, 2));
    await here.until("the refusal", () => here.refusals.length === 1);
    expect(here.refusals[0]?.code).toBe("billet_refuse");
  });
});

describe("client ids", () => {
  it("are kept when something was written under them, and opening a fiche to read it keeps nothing", async () => {
    const fiche = await ficheOf(await signInAs("pilote"), SLUG, "2.1");
    const { page: reading } = await openPage("pilote", SLUG, "2.1");
    const before = await leases(fiche);
    for (let i = 0; i < 5; i++) (await openPage("pilote", SLUG, "2.1")).page.close();
    reading.sendCaret("freins", 1);
    expect(await leases(fiche)).toBe(before);
    typeAtEnd(reading.doc, "vigilance", " Un mot.");
    await reading.until("the acknowledgement", () => reading.unacked === 0);
    expect(await leases(fiche)).toBe(before + 1);
  });

  it("of one person are sixteen in an hour at most; who is past that keeps the text and is told so", async () => {
    const cookie = await signInAs("pilote");
    const fiche = await ficheOf(cookie, SLUG, "4.1");
    let refused: RawPage | null = null;
    for (let i = 0; i <= NEW_IDS_MAX; i++) {
      const { page } = await openLive(cookie, SLUG, fiche, 90_000 + i);
      await page.until("the first synchronisation", () => page.synced);
      typeAtEnd(page.doc, "vigilance", ` Page ${i}.`);
      await page.until("an answer", () => page.unacked === 0);
      if (i < NEW_IDS_MAX) expect(page.refusals).toEqual([]);
      else refused = page;
      page.close();
    }
    expect(refused?.refusals.map(({ code }) => code)).toEqual(["trop_d_identifiants"]);
    // An hour later.
    await runInDurableObject(documentOf(fiche), (_, state) => {
      state.storage.sql.exec("UPDATE leases SET at = at - 3600000");
    });
    const { page: again } = await openLive(cookie, SLUG, fiche, 90_000 + NEW_IDS_MAX);
    await again.until("the first synchronisation", () => again.synced);
    typeAtEnd(again.doc, "vigilance", " Une heure après.");
    await again.until("the acknowledgement", () => again.unacked === 0);
    expect(again.refusals).toEqual([]);
  });
});
