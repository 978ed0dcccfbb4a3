import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { passagesOf } from "../../../web/live/passages.ts";

/** A sheet with two paragraphs in a section, and what somebody then writes in it. */
function sheet() {
  const doc = new Y.Doc();
  const paragraphs = ["Les bus sont rares.", "Les cars aussi."].map((words) => {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(words)]);
    return paragraph;
  });
  doc.getXmlFragment("freins").insert(0, paragraphs);
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  const text = (index: number): Y.XmlText => {
    const words = paragraphs[index]?.get(0);
    if (!(words instanceof Y.XmlText)) throw new Error(`no paragraph ${index}`);
    return words;
  };
  return { doc, updates, text };
}

describe("the words of updates", () => {
  it("are found where they stand, paragraph by paragraph, and nobody else's with them", () => {
    const { doc, updates, text } = sheet();
    text(1).insert(0, "Le soir, ");
    text(0).insert(7, " de nuit");
    doc.getText("intitule").insert(0, "Se déplacer");
    expect(passagesOf(doc, updates)).toEqual([
      { place: "intitule", words: "Se déplacer" },
      { place: "freins", words: " de nuit\nLe soir, " },
    ]);
  });

  it("are only those of these updates, of letters that became one item", () => {
    const { doc, updates, text } = sheet();
    text(0).insert(0, "un ");
    const before = updates.length;
    text(0).insert(3, "deux ");
    expect(passagesOf(doc, updates.slice(before))).toEqual([{ place: "freins", words: "deux " }]);
  });

  it("are not those that were taken out again; removing alone has none", () => {
    const { doc, updates, text } = sheet();
    text(0).insert(0, "bref");
    text(0).delete(0, 4);
    text(1).delete(0, 3);
    expect(passagesOf(doc, updates.slice(1))).toEqual([]);
  });

  it("are given as they were written where the text is not known", () => {
    const { updates, text } = sheet();
    text(0).insert(0, "orphelins ");
    expect(passagesOf(new Y.Doc(), updates)).toEqual([{ place: null, words: "orphelins " }]);
  });
});
