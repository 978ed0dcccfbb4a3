import { expect, it } from "vitest";
import * as Y from "yjs";
import { applyInSlices } from "../../worker/fiche/history/slices.ts";
import { atOnce } from "../../worker/live/in-pieces.ts";
import { tidyNothing } from "../../worker/live/live-doc.ts";
import { SeededRandom } from "../harness/random.ts";
import { seedsToRun } from "./seeds.ts";

const GESTURES = 3_000;

it("an update that is applied slice by slice gives the text that it gives at once, whoever wrote it with whom", () => {
  for (const seed of seedsToRun(4)) {
    const random = new SeededRandom(seed);
    const docs = [11, 12, 13].map((client) => {
      const doc = new Y.Doc({ gc: random.chance(0.5) });
      doc.clientID = client;
      return doc;
    });
    for (let gesture = 0; gesture < GESTURES; gesture++) {
      const doc = random.pick(docs);
      doc.transact(() => write(random, doc));
      if (random.chance(0.05)) {
        const other = random.pick(docs);
        Y.applyUpdate(other, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(other)));
      }
    }
    const update = Y.mergeUpdates(docs.map((doc) => Y.encodeStateAsUpdate(doc)));
    for (const gc of [true, false]) {
      const [whole, sliced] = [textOf(gc), textOf(gc)];
      Y.applyUpdate(whole, update);
      let pauses = 0;
      for (const _ of applyInSlices(sliced, update)) pauses += 1;
      expect(pauses).toBeGreaterThan(5);
      expect(sliced.getXmlFragment("constats").toString(), `seed ${seed}`).toBe(
        whole.getXmlFragment("constats").toString(),
      );
      expect(Y.equalSnapshots(Y.snapshot(sliced), Y.snapshot(whole)), `seed ${seed}`).toBe(true);
      expect(sliced.store.pendingStructs).toBeNull();
      expect(sliced.store.pendingDs).toBeNull();
    }
  }
});

it("what is no update is not taken for one", () => {
  expect(() => atOnce(applyInSlices(textOf(true), new Uint8Array(40_000).fill(255)))).toThrow();
});

function textOf(gc: boolean): Y.Doc {
  const doc = new Y.Doc({ gc });
  doc.getXmlFragment("constats");
  tidyNothing(doc);
  return doc;
}

function write(random: SeededRandom, doc: Y.Doc): void {
  const lines = doc.getXmlFragment("constats");
  if (lines.length < 3 || random.chance(0.05)) {
    const line = new Y.XmlElement("paragraph");
    line.insert(0, [new Y.XmlText("des mots de plus ")]);
    lines.insert(random.below(lines.length + 1), [line]);
    return;
  }
  const at = random.below(lines.length);
  const line = lines.get(at);
  const text = line instanceof Y.XmlElement ? line.get(0) : null;
  if (random.chance(0.02) || !(text instanceof Y.XmlText)) lines.delete(at, 1);
  else if (random.chance(0.3) && text.length > 4) text.delete(random.below(text.length - 3), 1 + random.below(3));
  else if (random.chance(0.2)) text.format(0, text.length, { strong: random.chance(0.5) ? {} : null });
  else text.insert(random.below(text.length + 1), "mot ");
}
