import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { hasWords } from "../../../web/editor/has-words.ts";

function section(...paragraphs: readonly string[]): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment("freins");
  for (const words of paragraphs) {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(words)]);
    fragment.insert(fragment.length, [paragraph]);
  }
  return fragment;
}

describe("a section", () => {
  it("is empty without a letter or a figure", () => {
    expect(hasWords(section())).toBe(false);
    expect(hasWords(section("", " \u202f… !"))).toBe(false);
  });

  it("is filled with one word, wherever it is", () => {
    expect(hasWords(section("", "", "à"))).toBe(true);
    expect(hasWords(section("2026"))).toBe(true);
  });

  it("is empty again when its only word goes", () => {
    const fragment = section("mot");
    fragment.delete(0, 1);
    expect(hasWords(fragment)).toBe(false);
  });
});
