import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { decodeUpdate, type Id, type Struct } from "../../../worker/live/bounded-decoder.ts";
import { encodeUpdate } from "../../../worker/live/update-encoder.ts";
import { admitBytes } from "../../harness/admit-bytes.ts";
import { addParagraph } from "../../harness/raw-page.ts";
import { ALINE, everyone, firstParagraph, gesture, nowhere } from "./judged-gesture.ts";

describe("where a struct stands", () => {
  const CHLOE = 8;
  /** A text of letters by somebody known, without what surrounds them. */
  function letters(text: string): Y.Doc {
    const sheet = new Y.Doc();
    sheet.clientID = 3;
    sheet.getText("intitule").insert(0, text);
    return sheet;
  }
  const at = (clock: number, client = 3): Id => ({ client, clock });
  function item(client: number, clock: number, origin: Id | null, rightOrigin: Id | null, text = "x"): Struct {
    const parent = origin === null && rightOrigin === null ? { root: "intitule" } : null;
    const content = { kind: "string", text } as const;
    return { kind: "item", client, clock, length: text.length, origin, rightOrigin, parent, parentSub: null, content };
  }
  function judge(sheet: Y.Doc, ...structs: Struct[]): string {
    const admitted = admitBytes(sheet, encodeUpdate({ structs, deletes: [] }), everyone, nowhere);
    return admitted.ok ? "admitted" : admitted.code;
  }

  it("between two that follow each other, at the start, at the end: admitted", () => {
    expect(judge(letters("abcd"), item(ALINE, 0, at(1), at(2)))).toBe("admitted");
    expect(judge(letters("abcd"), item(ALINE, 0, null, at(0)))).toBe("admitted");
    expect(judge(letters("abcd"), item(ALINE, 0, at(3), null))).toBe("admitted");
    expect(judge(letters("abcd"), item(ALINE, 0, at(1), at(2)), item(ALINE, 1, at(1), at(0, ALINE)))).toBe("admitted");
  });

  it("between two that follow each other, with what others wrote there meanwhile: admitted", () => {
    const sheet = letters("abcd");
    sheet.clientID = 4;
    for (let i = 0; i < 50; i++) sheet.getText("intitule").insert(2, "y");
    expect(judge(sheet, item(ALINE, 0, at(1), at(2)))).toBe("admitted");
  });

  it("between two who wrote at once, one of them still unsent: admitted", () => {
    const sheet = letters("ab");
    sheet.clientID = CHLOE;
    sheet.getText("intitule").insert(1, "c");
    // Aline's letter comes before Chloé's, and she wrote on between the two.
    const between = [item(ALINE, 0, at(0), at(1)), item(ALINE, 1, at(0, ALINE), at(0, CHLOE))];
    expect(judge(sheet, ...between)).toBe("admitted");
    // Somebody whose id is higher comes behind her: nobody saw them in that order.
    const higher = CHLOE + 1;
    expect(judge(sheet, item(higher, 0, at(0), at(1)), item(higher, 1, at(0, CHLOE), at(0, higher)))).toBe("admitted");
    expect(judge(sheet, item(higher, 0, at(0), at(1)), item(ALINE, 0, null, at(0, higher)))).toBe("hors_modele");
  });

  it("between two that others were seen between: refused", () => {
    // The second letter was put behind the first: whoever knows it knows what it was put behind.
    expect(judge(letters("abcd"), item(ALINE, 0, at(0), at(2)))).toBe("hors_modele");
    expect(judge(letters("abcd"), item(ALINE, 0, null, at(3)))).toBe("hors_modele");
    expect(judge(letters("abcd"), item(ALINE, 0, null, at(1)))).toBe("hors_modele");
  });

  it("before something that is on its left, as the undo history of Yjs says at times: put just behind its left neighbour", () => {
    const sheet = letters("abcd");
    const update = encodeUpdate({ structs: [item(ALINE, 0, at(3), at(0))], deletes: [] });
    const admitted = admitBytes(sheet, update, everyone, nowhere);
    if (!admitted.ok) throw new Error(admitted.code);
    expect(decodeUpdate(admitted.value.bytes)?.structs).toEqual([item(ALINE, 0, at(3), null)]);
    Y.applyUpdate(sheet, admitted.value.bytes);
    expect(sheet.getText("intitule").toString()).toBe("abcdx");
  });

  it("two of one's own ids that stand on each other: refused, for Yjs would wait for ever", () => {
    const ring = [item(ALINE, 0, at(0, CHLOE), null), item(CHLOE, 0, at(0, ALINE), null)];
    expect(judge(letters("ab"), ...ring)).toBe("hors_modele");
    const row = [item(ALINE, 0, at(1), null), item(CHLOE, 0, at(0, ALINE), null), item(CHLOE, 1, at(0, CHLOE), null)];
    expect(judge(letters("ab"), ...row)).toBe("admitted");
  });

  it("between letters of two paragraphs: refused", () => {
    const { sheet } = gesture(() => {});
    addParagraph(sheet, "freins", "Un frein.");
    const end = Y.getState(sheet.store, 3);
    expect(judge(sheet, item(ALINE, 0, at(2), at(end - 1)))).toBe("hors_modele");
  });

  it("behind a value of an attribute, and before a letter: refused", () => {
    const { sheet } = gesture(() => {});
    firstParagraph(sheet).setAttribute("genre", "titre");
    const value = at(Y.getState(sheet.store, 3) - 1);
    const content = { kind: "any", values: ["puce"] } as const;
    expect(judge(sheet, { ...item(ALINE, 0, value, null), content } as Struct)).toBe("admitted");
    expect(judge(sheet, { ...item(ALINE, 0, value, at(2)), content } as Struct)).toBe("hors_modele");
  });

  it("beside what is gone and beside what is not: refused", () => {
    const { sheet } = gesture(() => {});
    addParagraph(sheet, "constats", "Un second constat.");
    sheet.getXmlFragment("constats").delete(0, 1);
    const end = Y.getState(sheet.store, 3);
    expect(judge(sheet, item(ALINE, 0, at(3), at(end - 1)))).toBe("hors_modele");
    expect(judge(sheet, item(ALINE, 0, at(3), at(4)))).toBe("admitted");
  });

  it("for a paragraph that is gone: its letters are kept, and name no neighbours", () => {
    const { sheet } = gesture(() => {});
    addParagraph(sheet, "constats", "Un second constat.");
    const keepsAll = new Y.Doc({ gc: false });
    Y.applyUpdate(keepsAll, Y.encodeStateAsUpdate(sheet));
    sheet.getXmlFragment("constats").delete(0, 1);
    const structs = Array.from({ length: 9 }, (_, index) =>
      item(ALINE, index, at(3 + (index % 3)), at(12 - (index % 5))),
    );
    const admitted = admitBytes(sheet, encodeUpdate({ structs, deletes: [] }), everyone, nowhere);
    if (!admitted.ok) throw new Error(admitted.code);
    expect(admitted.value.update.structs).toEqual(structs);
    const told = decodeUpdate(admitted.value.bytes)?.structs ?? [];
    for (const struct of told) {
      expect(struct).toMatchObject({ origin: null, rightOrigin: null, content: { kind: "string", text: "x" } });
    }
    // Nowhere, also for whoever has the paragraph still.
    for (const doc of [sheet, keepsAll]) {
      const before = doc.getXmlFragment("constats").toString();
      Y.applyUpdate(doc, admitted.value.bytes);
      expect(doc.getXmlFragment("constats").toString()).toBe(before);
      expect(doc.store.clients.get(ALINE)?.every((struct) => struct instanceof Y.GC)).toBe(true);
    }
  });

  it("in a place where Yjs would look for too long: refused", () => {
    const many = (client: number, count: number) =>
      Array.from({ length: count }, (_, clock) => item(client, clock, null, null));
    expect(judge(letters(""), ...many(ALINE, 3_000))).toBe("admitted");
    expect(judge(letters(""), ...many(ALINE, 100), ...many(CHLOE, 100))).toBe("admitted");
    expect(judge(letters(""), ...many(ALINE, 3_000), ...many(CHLOE, 3_000))).toBe("hors_modele");
    const scattered = Array.from({ length: 8_000 }, (_, clock) =>
      item(ALINE, clock, null, at((clock * 7_919) % 9_000)),
    );
    expect(judge(letters("a".repeat(9_000)), ...scattered)).toBe("hors_modele");
  });
});
