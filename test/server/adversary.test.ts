import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { encodeClientFrame } from "../../shared/protocol/client-frames.ts";
import type { LiveRefusal } from "../../shared/protocol/refusals.ts";
import { block, letters, makeUpdate } from "../harness/hostile.ts";
import { answered, gesture, type HostileStage, openHostileStage, SLUG, someWords } from "../harness/hostile-stage.ts";
import { connectPage } from "../harness/live-client.ts";
import { addParagraph, type RawPage } from "../harness/raw-page.ts";
import { readStored } from "../harness/stored-document.ts";
import { attacks } from "./hostile-updates.ts";

let stage: HostileStage;
beforeAll(async () => {
  stage = await openHostileStage();
});
afterAll(() => stage.server.stop());

/** Sends one update; the answer is its refusal by this name. */
async function refusal(page: RawPage, code: LiveRefusal, update: Uint8Array): Promise<void> {
  await answered(page, update);
  expect(page.refusals).toEqual([{ number: page.sent, code }]);
}

describe("a hostile update is refused by its name, and leaves nothing behind", () => {
  it.each(attacks)("%s", (_, code, update) =>
    stage.withoutATrace((page) => refusal(page, code, update(page, stage.pilote.page.client))),
  );

  it("two ids of one person that stand on each other", async () => {
    const twin = await connectPage(stage.hostile, SLUG, stage.fiche);
    await stage.withoutATrace(async (page) => {
      page.presentTickets(twin.page.tickets.filter(({ client }) => client === twin.page.client));
      const ids = [page.client, twin.page.client] as const;
      const [low, high] = ids[0] < ids[1] ? ids : [ids[1], ids[0]];
      const on = (client: number) => letters({ client, clock: 0 }, null, "x");
      await refusal(page, "hors_modele", makeUpdate([block(high, on(low)), block(low, on(high))]));
    });
    twin.page.close();
  });

  it("the same as a stock client sends it", async () => {
    await stage.withoutATrace(async (page) => {
      const update = gesture(page, stage.pilote.page.client, someWords);
      page.sendRaw(encodeClientFrame({ kind: "update", update }));
      await page.until("the refusal", () => page.refusals.length > 0);
      expect(page.refusals).toEqual([{ number: 0, code: "identifiant_etranger" }]);
    });
  });

  it("cut anywhere", async () => {
    await stage.withoutATrace(async (page) => {
      const whole = gesture(page, page.client, someWords);
      // Fewer than the fiftieth refusal, which closes.
      const lengths = Array.from({ length: 40 }, (_, index) => Math.floor((index * whole.length) / 40));
      for (const length of lengths) page.sendUpdate(whole.subarray(0, length));
      await page.until("the refusals", () => page.refusals.length === lengths.length);
      expect(new Set(page.refusals.map(({ code }) => code))).toEqual(new Set(["hors_modele"]));
    });
  });
});

describe("the same id twice", () => {
  it("with the same words, is acknowledged and not stored: a page that was cut off says it again", async () => {
    const { page } = await connectPage(stage.hostile, SLUG, stage.fiche);
    const update = gesture(page, page.client, (doc) => addParagraph(doc, "freins", "Une fois."));
    page.sendUpdate(update);
    await page.until("the acknowledgement", () => page.acked === 1);
    const before = readStored(stage.server.dataDir, stage.fiche.id);
    page.sendUpdate(update);
    page.sendUpdate(Y.mergeUpdates([update, update]));
    await page.until("the acknowledgements", () => page.acked === 3);
    expect(readStored(stage.server.dataDir, stage.fiche.id)).toEqual(before);
    expect(page.refusals).toEqual([]);
    page.close();
  });

  const twice = ["Autre chose là.", "Autre chose là, et plus encore.", "Ce qui"] as const;
  it.each(twice)("with other words, is refused: %s", async (words) => {
    const { page } = await connectPage(stage.hostile, SLUG, stage.other);
    page.sendUpdate(gesture(page, page.client, (doc) => addParagraph(doc, "freins", "Ce qui fut dit.")));
    await page.until("the acknowledgement", () => page.acked === 1);
    const before = readStored(stage.server.dataDir, stage.other.id);
    const isPart = "Ce qui fut dit.".startsWith(words);
    await answered(
      page,
      gesture(page, page.client, (doc) => addParagraph(doc, "freins", words)),
    );
    page.close();
    expect(readStored(stage.server.dataDir, stage.other.id)).toEqual(before);
    expect(page.refusals).toEqual(isPart ? [] : [{ number: 2, code: "identifiant_en_double" }]);
  });

  it("with other words where the first were deleted since, is refused: the log has them", async () => {
    const { page } = await connectPage(stage.hostile, SLUG, stage.other);
    const paragraphs = page.doc.getXmlFragment("freins").length;
    addParagraph(page.doc, "freins", "Ce qui fut dit et retiré.");
    page.doc.getXmlFragment("freins").delete(paragraphs, 1);
    await page.until("the acknowledgements", () => page.unacked === 0);
    const before = readStored(stage.server.dataDir, stage.other.id);
    const copy = new Y.Doc();
    copy.clientID = page.client;
    addParagraph(copy, "freins", "Ce qui fut tu et retiré.");
    const { refusals, sent } = page;
    await answered(page, Y.encodeStateAsUpdate(copy));
    page.close();
    expect(readStored(stage.server.dataDir, stage.other.id)).toEqual(before);
    expect(refusals).toEqual([{ number: sent + 1, code: "identifiant_en_double" }]);
  });
});
