import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { TextSection } from "../../../shared/editor/sections.ts";
import { SECTION_EDIT } from "../../../web/editor/binding/section-binding.ts";
import { INTITULE_EDIT } from "../../../web/editor/intitule-binding.ts";
import { createSurfaces } from "../../../web/editor/surfaces.ts";
import { createUndoHistory } from "../../../web/editor/undo-history.ts";

const REMOTE = Symbol("remote");

/** A page: what is typed by the binding of a section or of the intitulé, and its one history. */
function page(client: number) {
  const doc = new Y.Doc();
  doc.clientID = client;
  const surfaces = createSurfaces();
  const history = createUndoHistory(doc, surfaces);
  const type = (act: () => void) => {
    history.separate();
    doc.transact(act, SECTION_EDIT);
  };
  const paragraphAt = (section: TextSection, at: number): Y.XmlElement | null => {
    const fragment = doc.getXmlFragment(section);
    const child = fragment.length === 0 ? null : fragment.get(at % fragment.length);
    return child instanceof Y.XmlElement ? child : null;
  };
  return {
    doc,
    surfaces,
    history,
    addParagraph: (section: TextSection, words: string) =>
      type(() => {
        const paragraph = new Y.XmlElement("paragraph");
        paragraph.insert(0, [new Y.XmlText(words)]);
        const fragment = doc.getXmlFragment(section);
        fragment.insert(fragment.length, [paragraph]);
      }),
    write: (section: TextSection, paragraph: number, at: number, words: string) =>
      type(() => {
        const text = paragraphAt(section, paragraph)?.get(0);
        if (text instanceof Y.XmlText) text.insert(at % (text.length + 1), words);
      }),
    erase: (section: TextSection, paragraph: number, at: number, length: number) =>
      type(() => {
        const text = paragraphAt(section, paragraph)?.get(0);
        if (!(text instanceof Y.XmlText) || text.length === 0) return;
        const from = at % text.length;
        text.delete(from, Math.min(length, text.length - from));
      }),
    shape: (section: TextSection, paragraph: number, genre: string) =>
      type(() => paragraphAt(section, paragraph)?.setAttribute("genre", genre)),
    removeParagraph: (section: TextSection, paragraph: number) =>
      type(() => {
        const fragment = doc.getXmlFragment(section);
        if (fragment.length > 0) fragment.delete(paragraph % fragment.length, 1);
      }),
    title: (words: string) => {
      history.separate();
      doc.transact(() => doc.getText("intitule").insert(0, words), INTITULE_EDIT);
    },
    read: (section: TextSection) =>
      doc
        .getXmlFragment(section)
        .toString()
        .replaceAll(/<\/?paragraph[^>]*>/g, "|"),
  };
}

function sync(a: Y.Doc, b: Y.Doc): void {
  const forB = Y.encodeStateAsUpdate(a, Y.encodeStateVector(b));
  const forA = Y.encodeStateAsUpdate(b, Y.encodeStateVector(a));
  Y.applyUpdate(b, forB, REMOTE);
  Y.applyUpdate(a, forA, REMOTE);
}

/** The letters of this page's person that can be seen, each by its own name. */
function visibleLetters(doc: Y.Doc, client: number): Set<number> {
  const letters = new Set<number>();
  for (const struct of doc.store.clients.get(client) ?? []) {
    if (!(struct instanceof Y.Item) || struct.deleted || !(struct.content instanceof Y.ContentString)) continue;
    let parent: unknown = struct.parent;
    let gone = false;
    while (parent instanceof Y.AbstractType && parent._item !== null) {
      gone ||= parent._item.deleted;
      parent = parent._item.parent;
    }
    if (!gone) for (let i = 0; i < struct.length; i++) letters.add(struct.id.clock + i);
  }
  return letters;
}

describe("the history of the sheet", () => {
  it("takes back one's own last change, in whatever section it was", () => {
    const aline = page(1);
    aline.addParagraph("freins", "le transport");
    aline.addParagraph("leviers", "les élus");
    aline.title("Prévention");
    expect(aline.history.undo()).toBe(true);
    expect(aline.doc.getText("intitule").toString()).toBe("");
    expect(aline.history.undo()).toBe(true);
    expect(aline.read("leviers")).toBe("");
    expect(aline.read("freins")).toBe("|le transport|");
    expect(aline.history.redo()).toBe(true);
    expect(aline.read("leviers")).toBe("|les élus|");
  });

  it("knows nothing of what others did", () => {
    const aline = page(1);
    const bachir = page(2);
    bachir.addParagraph("freins", "le transport");
    sync(aline.doc, bachir.doc);
    expect(aline.history.canUndo()).toBe(false);
    expect(aline.history.undo()).toBe(false);
    expect(aline.read("freins")).toBe("|le transport|");
  });

  it("leaves what Bachir wrote in Aline's paragraph when she takes the paragraph back", () => {
    const aline = page(1);
    const bachir = page(2);
    aline.addParagraph("freins", "le transport");
    sync(aline.doc, bachir.doc);
    bachir.write("freins", 0, 12, " et le coût");
    sync(aline.doc, bachir.doc);
    aline.history.undo();
    expect(aline.read("freins")).toBe("| et le coût|");
  });

  it("moves to the place that changed", () => {
    const aline = page(1);
    const shown: string[] = [];
    for (const section of ["freins", "leviers"] as const) {
      aline.surfaces.add(section, {
        focus() {},
        paragraph: () => null,
        settle() {},
        goTo() {},
        remember() {
          const before = aline.read(section);
          return () => {
            const changed = aline.read(section) !== before;
            if (changed) shown.push(section);
            return changed;
          };
        },
      });
    }
    aline.addParagraph("freins", "le transport");
    aline.addParagraph("leviers", "les élus");
    aline.history.undo();
    aline.history.undo();
    expect(shown).toEqual(["leviers", "freins"]);
  });

  it("never takes away a letter of somebody else, nor hides one", () => {
    const words = fc.string({ unit: fc.constantFrom("a", "b", " "), minLength: 1, maxLength: 4 });
    const section = fc.constantFrom<TextSection>("freins", "leviers");
    const place = { section, paragraph: fc.nat({ max: 5 }), at: fc.nat({ max: 12 }) };
    const who = fc.constantFrom(0, 1);
    const kinds = ["addParagraph", "write", "erase", "shape", "remove", "undo", "redo", "sync"] as const;
    // Little means anything between two people who never meet, or to a history that is never used.
    const kind = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...kinds) },
      { weight: 3, arbitrary: fc.constant("sync" as const) },
      { weight: 2, arbitrary: fc.constant("undo" as const) },
      { weight: 2, arbitrary: fc.constant("write" as const) },
    );
    const gesture = fc.record({ kind, who, words, ...place });
    fc.assert(
      fc.property(fc.array(gesture, { maxLength: 60, size: "max" }), (gestures) => {
        const people = [page(1), page(2)] as const;
        for (const { kind, who: whose, section: where, paragraph, at, words: said } of gestures) {
          const [mine, other] = whose === 0 ? [people[0], 2] : [people[1], 1];
          switch (kind) {
            case "addParagraph":
              mine.addParagraph(where, said);
              break;
            case "write":
              mine.write(where, paragraph, at, said);
              break;
            case "erase":
              mine.erase(where, paragraph, at, said.length);
              break;
            case "shape":
              mine.shape(where, paragraph, "titre");
              break;
            case "remove":
              mine.removeParagraph(where, paragraph);
              break;
            case "sync":
              sync(people[0].doc, people[1].doc);
              break;
            case "undo":
            case "redo": {
              const before = visibleLetters(mine.doc, other);
              mine.history[kind]();
              const after = visibleLetters(mine.doc, other);
              expect([...before].filter((letter) => !after.has(letter))).toEqual([]);
              break;
            }
          }
        }
        sync(people[0].doc, people[1].doc);
        expect(people[0].read("freins")).toBe(people[1].read("freins"));
      }),
      { numRuns: 300 },
    );
  });
});
