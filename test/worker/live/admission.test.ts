import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { decodeUpdate } from "../../../worker/live/bounded-decoder.ts";
import { LiveDoc } from "../../../worker/live/live-doc.ts";
import { admitBytes } from "../../harness/admit-bytes.ts";
import { addParagraph } from "../../harness/raw-page.ts";
import { ALINE, everyone, firstParagraph, firstText, gesture, nowhere } from "./judged-gesture.ts";

function verdict(change: (doc: Y.Doc) => void): string {
  const { sheet, update } = gesture(change);
  const admitted = admitBytes(sheet, update, everyone, nowhere);
  return admitted.ok ? "admitted" : admitted.code;
}

describe("what a page writes is admitted", () => {
  const gestures: Record<string, (doc: Y.Doc) => void> = {
    typing: (doc) => firstText(doc).insert(3, "tout "),
    "typing at the end, key by key": (doc) => {
      for (const key of " Un second, plus long.") firstText(doc).insert(firstText(doc).length, key);
    },
    "a new paragraph in an empty section": (doc) => addParagraph(doc, "leviers", "Un levier"),
    "a heading": (doc) => firstParagraph(doc).setAttribute("genre", "titre"),
    "a heading changed twice": (doc) => {
      firstParagraph(doc).setAttribute("genre", "titre");
      firstParagraph(doc).setAttribute("genre", "puce");
      firstParagraph(doc).removeAttribute("genre");
    },
    "an indent": (doc) => firstParagraph(doc).setAttribute("retrait", 2 as unknown as string),
    bold: (doc) => firstText(doc).format(0, 5, { strong: {} }),
    "no longer bold": (doc) => {
      firstText(doc).format(0, 5, { strong: {} });
      firstText(doc).format(0, 5, { strong: null });
    },
    "a link": (doc) => firstText(doc).format(0, 5, { link: { href: "https://www.exemple.fr/page?x=1" } }),
    "a hard break": (doc) => firstParagraph(doc).insert(1, [new Y.XmlElement("hard_break"), new Y.XmlText("suite")]),
    deleting: (doc) => firstText(doc).delete(0, 3),
    "deleting a paragraph": (doc) => doc.getXmlFragment("constats").delete(0, 1),
    "writing and deleting one's own words": (doc) => {
      addParagraph(doc, "freins", "à effacer");
      doc.getXmlFragment("freins").delete(0, 1);
    },
    "the intitulé": (doc) => doc.getText("intitule").insert(10, " pour les aînés"),
  };
  for (const [name, change] of Object.entries(gestures)) {
    it(name, () => expect(verdict(change)).toBe("admitted"));
  }

  it("words for a paragraph that somebody deleted meanwhile", () => {
    const { sheet, update } = gesture((doc) => firstText(doc).insert(3, "tout "));
    sheet.getXmlFragment("constats").delete(0, 1);
    expect(admitBytes(sheet, update, everyone, nowhere).ok).toBe(true);
  });
});

describe("what no page writes is refused", () => {
  const gestures: Record<string, (doc: Y.Doc) => void> = {
    "an unknown root": (doc) => doc.getText("ailleurs").insert(0, "x"),
    "a map in place of a section": (doc) => doc.getMap("constats").set("x", 1),
    "letters outside a paragraph": (doc) => doc.getXmlFragment("constats").insert(0, [new Y.XmlText("x")]),
    "an unknown node": (doc) => doc.getXmlFragment("constats").insert(0, [new Y.XmlElement("script")]),
    "a hard break outside a paragraph": (doc) =>
      doc.getXmlFragment("constats").insert(0, [new Y.XmlElement("hard_break")]),
    "a paragraph in a paragraph": (doc) => firstParagraph(doc).insert(0, [new Y.XmlElement("paragraph")]),
    "an unknown attribute": (doc) => firstParagraph(doc).setAttribute("onclick", "x"),
    "an unknown genre": (doc) => firstParagraph(doc).setAttribute("genre", "slogan"),
    "a retrait out of bounds": (doc) => firstParagraph(doc).setAttribute("retrait", 3 as unknown as string),
    "an unknown mark": (doc) => firstText(doc).format(0, 2, { blink: {} }),
    "a mark with something in it": (doc) => firstText(doc).format(0, 2, { strong: { class: "x" } }),
    "a script as a link": (doc) => firstText(doc).format(0, 2, { link: { href: "javascript:alert(1)" } }),
    "a script as a link, hidden by a tab": (doc) =>
      firstText(doc).format(0, 2, { link: { href: "java\tscript:alert(1)" } }),
    "an embed": (doc) => firstText(doc).insertEmbed(0, { image: "x" }),
    "an attribute of a text": (doc) => firstText(doc).setAttribute("genre", "titre"),
    "something inside a hard break": (doc) => {
      const hardBreak = new Y.XmlElement("hard_break");
      firstParagraph(doc).insert(1, [hardBreak]);
      hardBreak.insert(0, [new Y.XmlText("x")]);
    },
    "bold in the intitulé": (doc) => doc.getText("intitule").format(0, 2, { strong: {} }),
    "two lines in the intitulé": (doc) => doc.getText("intitule").insert(0, "une\ndeux"),
    "a hook": (doc) => firstParagraph(doc).insert(0, [new Y.XmlHook("x") as unknown as Y.XmlText]),
  };
  for (const [name, change] of Object.entries(gestures)) {
    it(name, () => expect(verdict(change)).toBe("hors_modele"));
  }

  it("a struct of somebody else", () => {
    const { sheet, update } = gesture((doc) => firstText(doc).insert(0, "x"));
    const admitted = admitBytes(sheet, update, (client) => client !== ALINE, nowhere);
    expect(admitted).toEqual({ ok: false, code: "identifiant_etranger" });
  });

  it("words that stand on words that never came", () => {
    const { sheet } = gesture(() => {});
    const { update: second } = (() => {
      const copy = new Y.Doc();
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(sheet));
      copy.clientID = ALINE;
      addParagraph(copy, "constats", "premier envoi, perdu");
      const vector = Y.encodeStateVector(copy);
      addParagraph(copy, "constats", "second envoi");
      return { update: Y.encodeStateAsUpdate(copy, vector) };
    })();
    expect(admitBytes(sheet, second, everyone, nowhere)).toEqual({ ok: false, code: "lacune" });
  });

  it("a parent in a parent in a parent, as deep as one likes", () => {
    const { sheet, update } = gesture((doc) => {
      let parent: Y.XmlElement = firstParagraph(doc);
      for (let depth = 0; depth < 20_000; depth++) {
        const child = new Y.XmlElement("paragraph");
        parent.insert(0, [child]);
        parent = child;
      }
    });
    expect(admitBytes(sheet, update, everyone, nowhere)).toEqual({ ok: false, code: "hors_modele" });
  });

  it("letters that hide behind a known one, to land outside a paragraph", () => {
    const { sheet } = gesture(() => {});
    const mine = new Y.Doc();
    Y.applyUpdate(mine, Y.encodeStateAsUpdate(sheet));
    mine.clientID = ALINE;
    firstText(mine).insert(firstText(mine).length, "e");
    addParagraph(mine, "constats", "");
    Y.applyUpdate(sheet, Y.encodeStateAsUpdate(mine));

    // At the clock of the known « e », a longer word: its tail would follow the paragraph that really came next.
    const forged = new Y.Doc();
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(gesture(() => {}).sheet));
    forged.clientID = ALINE;
    const vector = Y.encodeStateVector(forged);
    firstText(forged).insert(firstText(forged).length, "eZZZZZZZZ");
    expect(admitBytes(sheet, Y.encodeStateAsUpdate(forged, vector), everyone, nowhere)).toEqual({
      ok: false,
      code: "identifiant_en_double",
    });
  });

  it("a deletion of what nobody has", () => {
    // No structs; one client (ALINE), one range: clock 0, length 5.
    const update = new Uint8Array([0, 1, ALINE, 1, 0, 5]);
    expect(admitBytes(gesture(() => {}).sheet, update, everyone, nowhere)).toEqual({ ok: false, code: "lacune" });
  });
});

describe("whatever is admitted", () => {
  it("is taken by Yjs whole, and bytes at random are not", () => {
    const { sheet, update } = gesture((doc) => {
      firstText(doc).insert(3, "tout ");
      addParagraph(doc, "leviers", "Un levier");
      firstParagraph(doc).setAttribute("genre", "titre");
    });
    const state = Y.encodeStateAsUpdate(sheet);
    const changes = fc.array(fc.tuple(fc.nat(update.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(changes, (bytes) => {
        const mutated = update.slice();
        for (const [at, byte] of bytes) mutated[at] = byte;
        const { doc } = new LiveDoc([{ bytes: state }]);
        const admitted = admitBytes(doc, mutated, everyone, nowhere);
        if (!admitted.ok) return;
        Y.applyUpdate(doc, admitted.value.bytes);
        expect(doc.store.pendingStructs).toBeNull();
        expect(doc.store.pendingDs).toBeNull();
      }),
      { numRuns: 3_000 },
    );
  });

  it("is decoded within its own bytes, whatever they say", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        decodeUpdate(bytes);
      }),
      { numRuns: 5_000 },
    );
  });
});
