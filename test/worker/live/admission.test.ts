import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { decodeUpdate, type Id, type Struct } from "../../../worker/live/bounded-decoder.ts";
import { LiveDoc } from "../../../worker/live/live-doc.ts";
import { encodeUpdate } from "../../../worker/live/update-encoder.ts";
import { admitBytes } from "../../harness/admit-bytes.ts";
import { addParagraph } from "../../harness/raw-page.ts";

const ALINE = 7;

const everyone = () => true;
const nowhere = { placeOf: () => null, logged: () => null };

/** A sheet with one paragraph, and what Aline does to her copy of it, as one update. */
function gesture(change: (doc: Y.Doc) => void, options: { gc?: boolean } = {}): { sheet: Y.Doc; update: Uint8Array } {
  const sheet = new LiveDoc([]).doc;
  sheet.clientID = 3;
  addParagraph(sheet, "constats", "Un premier constat.");
  sheet.getText("intitule").insert(0, "Prévention");
  const copy = new Y.Doc(options);
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(sheet));
  copy.clientID = ALINE;
  const vector = Y.encodeStateVector(copy);
  copy.transact(() => change(copy));
  return { sheet, update: Y.encodeStateAsUpdate(copy, vector) };
}

function verdict(change: (doc: Y.Doc) => void): string {
  const { sheet, update } = gesture(change);
  const admitted = admitBytes(sheet, update, everyone, nowhere);
  return admitted.ok ? "admitted" : admitted.code;
}

function firstText(doc: Y.Doc): Y.XmlText {
  return firstParagraph(doc).get(0) as Y.XmlText;
}

function firstParagraph(doc: Y.Doc): Y.XmlElement {
  return doc.getXmlFragment("constats").get(0) as Y.XmlElement;
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

describe("what is known already", () => {
  /** A sheet to which Aline sent her words, and the update that brought them. */
  function told(words: string): { sheet: Y.Doc; update: Uint8Array } {
    const { sheet, update } = gesture((doc) => addParagraph(doc, "freins", words));
    Y.applyUpdate(sheet, update);
    return { sheet, update };
  }
  const log = (update: Uint8Array) => ({
    placeOf: () => "freins" as const,
    logged: ({ client, clock }: Id) =>
      decodeUpdate(update)?.structs.find(
        (struct) => struct.client === client && clock >= struct.clock && clock < struct.clock + struct.length,
      ) ?? null,
  });

  it("said again as it was brings nothing, whole, in parts, or since collected by its page", () => {
    const { sheet, update } = told("Des mots.");
    firstText(sheet).insert(0, "entre-temps ");
    for (const again of [update, Y.mergeUpdates([update, update]), Y.encodeStateAsUpdate(sheet)]) {
      const admitted = admitBytes(sheet, again, () => false, nowhere);
      expect(admitted.ok && admitted.value.update.structs).toEqual([]);
    }
    const collected = new Y.Doc();
    collected.clientID = 12;
    Y.applyUpdate(collected, Y.encodeStateAsUpdate(sheet));
    collected.getXmlFragment("freins").delete(0, 1);
    const admitted = admitBytes(sheet, Y.encodeStateAsUpdate(collected), () => false, nowhere);
    expect(admitted.ok && admitted.value.update.structs).toEqual([]);
  });

  it("goes on where it ended", () => {
    const { sheet } = gesture(() => {});
    const page = new Y.Doc();
    Y.applyUpdate(page, Y.encodeStateAsUpdate(sheet));
    page.clientID = ALINE;
    page.getText("intitule").insert(0, "Ma ");
    Y.applyUpdate(sheet, Y.encodeStateAsUpdate(page));
    page.getText("intitule").insert(3, "grande 🌳 ");
    const admitted = admitBytes(sheet, Y.encodeStateAsUpdate(page), (client) => client === ALINE, nowhere);
    if (!admitted.ok) throw new Error(admitted.code);
    expect(admitted.value.update.structs).toMatchObject([{ clock: 3, origin: { clock: 2 } }]);
    Y.applyUpdate(sheet, admitted.value.bytes);
    expect(sheet.getText("intitule").toString()).toBe("Ma grande 🌳 Prévention");
  });

  it("said otherwise is refused by its name", () => {
    const { sheet } = told("Des mots.");
    for (const words of ["Des maux.", "Des maux, et d’autres", "Un"]) {
      const { update } = gesture((doc) => addParagraph(doc, "freins", words));
      expect(admitBytes(sheet, update, everyone, nowhere)).toEqual({ ok: false, code: "identifiant_en_double" });
    }
    const { update: shorter } = gesture((doc) => addParagraph(doc, "freins", "Des"));
    expect(admitBytes(sheet, shorter, everyone, nowhere).ok).toBe(true);
  });

  it("said otherwise when it was deleted since: the log remembers", () => {
    const { sheet, update } = told("Des mots.");
    const { update: other } = gesture((doc) => addParagraph(doc, "freins", "Des maux."));
    sheet.getXmlFragment("freins").delete(0, 1);
    expect(admitBytes(sheet, update, everyone, log(update)).ok).toBe(true);
    expect(admitBytes(sheet, other, everyone, log(update))).toEqual({ ok: false, code: "identifiant_en_double" });
  });

  it("is looked up in the log so many times and no more", () => {
    const { sheet, update } = gesture((doc) => {
      const text = firstText(doc);
      for (let i = 0; i < 500; i++) text.insert(i % 2 === 0 ? 0 : text.length, "x");
    });
    Y.applyUpdate(sheet, update);
    sheet.getXmlFragment("constats").delete(0, 1);
    let looks = 0;
    const logged = (id: Id) => {
      looks += 1;
      return log(update).logged(id);
    };
    expect(admitBytes(sheet, update, everyone, { placeOf: () => "constats", logged }).ok).toBe(true);
    expect(looks).toBe(64);
  });

  it("may have lost half a letter, where somebody typed into the middle of one", () => {
    const { sheet, update } = gesture((doc) => doc.getText("intitule").insert(0, "🌳"));
    Y.applyUpdate(sheet, update);
    sheet.clientID = 4;
    sheet.getText("intitule").insert(1, "-");
    expect(admitBytes(sheet, update, everyone, nowhere).ok).toBe(true);
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
