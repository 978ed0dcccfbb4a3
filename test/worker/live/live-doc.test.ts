import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { LiveDoc } from "../../../worker/live/live-doc.ts";
import { encodeUpdate } from "../../../worker/live/update-encoder.ts";
import { addParagraph } from "../../harness/raw-page.ts";

describe("the text in memory", () => {
  it("is what its updates say: Yjs tidies no mark in it, which the log would bring back", () => {
    const page = new Y.Doc();
    const updates: Uint8Array[] = [];
    page.on("update", (update: Uint8Array) => updates.push(update));
    addParagraph(page, "freins", "Des mots gras.");
    const paragraph = page.getXmlFragment("freins").get(0) as Y.XmlElement;
    const text = paragraph.get(0) as Y.XmlText;
    text.format(4, 4, { strong: {} });
    const end = Y.getState(page.store, page.clientID);
    // Somebody who did not hear of the marks removes the words between them: clocks 0 and 1 are the paragraph and its text.
    updates.push(encodeUpdate({ structs: [], deletes: [{ client: page.clientID, clock: 6, length: 4 }] }));

    const isDeleted = (doc: Y.Doc) =>
      [end - 2, end - 1].map((clock) => {
        const structs = doc.store.clients.get(page.clientID) ?? [];
        return structs[Y.findIndexSS(structs, clock)]?.deleted;
      });
    const live = new LiveDoc([]);
    const stock = new Y.Doc();
    for (const update of updates) {
      live.apply(update, () => null);
      Y.applyUpdate(stock, update);
    }
    expect(isDeleted(stock)).toContain(true);
    expect(isDeleted(live.doc)).toEqual([false, false]);
  });
});
