import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { prosemirrorToYXmlFragment } from "y-prosemirror";
import * as Y from "yjs";
import { filledSections, hasWords, readBlocks, readSentence, readSheet } from "../../../shared/editor/read-section.ts";
import { schema } from "../../../shared/editor/schema.ts";
import { ROOTS, TEXT_SECTIONS } from "../../../shared/editor/sections.ts";
import { anyBlocks, block, puce, run, texte, writeBlocks } from "./builders.ts";

describe("what a page of ours wrote", () => {
  it("is read with its genres, its retraits, its marks and its line breaks", () => {
    const fragment = section();
    const blocks = [
      block("titre", 0, "Des ateliers"),
      texte("Un ", run("mot", { strong: true }), " et ", run("un site", { em: true, link: "https://exemple.fr" })),
      puce(2, "au marché", "/", "le mardi"),
      texte(),
    ];
    writeBlocks(fragment, blocks);
    expect(readBlocks(fragment)).toEqual(blocks);
  });

  it("is read as y-prosemirror stores it, whatever a person wrote", () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const fragment = section();
        writeBlocks(fragment, blocks);
        expect(readBlocks(fragment)).toEqual(blocks);
      }),
    );
  });

  it("is read from a sheet that ProseMirror made", () => {
    const fragment = section();
    const link = schema.mark("link", { href: "mailto:contact@exemple.fr" });
    const page = schema.node("doc", null, [
      schema.node("paragraph", null, [
        schema.text("Écrire à "),
        schema.text("l’équipe", [link, schema.mark("strong")]),
      ]),
      schema.node("paragraph", { genre: "numero", retrait: 1 }, [
        schema.text("un"),
        schema.node("hard_break"),
        schema.text("deux"),
      ]),
      schema.node("paragraph"),
    ]);
    prosemirrorToYXmlFragment(page, fragment);
    expect(readBlocks(fragment)).toEqual([
      texte("Écrire à ", run("l’équipe", { strong: true, link: "mailto:contact@exemple.fr" })),
      block("numero", 1, "un", "/", "deux"),
      texte(),
    ]);
  });
});

describe("what no sheet should hold", () => {
  it("keeps the words of a paragraph whose genre, retrait and other attributes are unknown", () => {
    const fragment = section();
    const stranger = paragraph(fragment, "Un mot");
    stranger.setAttribute("genre", "h1");
    stranger.setAttribute("retrait", "2");
    stranger.setAttribute("onclick", "alert(1)");
    expect(readBlocks(fragment)).toEqual([texte("Un mot")]);
  });

  it("keeps the words of a link that is not allowed, without the link", () => {
    const fragment = section();
    const text = textOf(paragraph(fragment, "ici"));
    text.format(0, 3, { link: { href: "javascript:alert(1)" } });
    expect(readBlocks(fragment)).toEqual([texte("ici")]);
    text.format(0, 3, { link: "https://exemple.fr" });
    expect(readBlocks(fragment)).toEqual([texte("ici")]);
  });

  it("leaves out unknown marks, and joins the runs that only they parted", () => {
    const fragment = section();
    const text = textOf(paragraph(fragment, "un deux trois"));
    text.format(3, 4, { underline: {}, comment: { id: 3 } });
    expect(readBlocks(fragment)).toEqual([texte("un deux trois")]);
  });

  it("joins two neighbouring texts of one paragraph", () => {
    const fragment = section();
    paragraph(fragment, "un ").push([filled("deux")]);
    expect(readBlocks(fragment)).toEqual([texte("un deux")]);
  });

  it("leaves out what is embedded in a text", () => {
    const fragment = section();
    textOf(paragraph(fragment, "un deux")).insertEmbed(3, { image: "x" });
    expect(readBlocks(fragment)).toEqual([texte("un deux")]);
  });

  it("makes paragraphs of the words of unknown nodes, and goes on after them", () => {
    const fragment = section();
    const list = new Y.XmlElement("bullet_list");
    fragment.push([list]);
    const item = new Y.XmlElement("list_item");
    list.push([filled("sans paragraphe"), item, new Y.XmlElement("image")]);
    paragraph(item, "dans un paragraphe").setAttribute("genre", "puce");
    paragraph(fragment, "après");
    expect(readBlocks(fragment)).toEqual([texte("sans paragraphe"), puce(0, "dans un paragraphe"), texte("après")]);
  });

  it("keeps the words of what is inside a paragraph in that paragraph", () => {
    const fragment = section();
    const outer = paragraph(fragment, "avant ");
    paragraph(outer, "dedans ").setAttribute("genre", "titre");
    outer.push([filled("après")]);
    expect(readBlocks(fragment)).toEqual([texte("avant dedans après")]);
  });

  it("passes over hooks, maps and line breaks outside any paragraph", () => {
    const fragment = section();
    fragment.push([hook(), new Y.XmlElement("hard_break")]);
    paragraph(fragment, "un mot");
    expect(readBlocks(fragment)).toEqual([texte("un mot")]);
  });

  it("is read however deep it is", () => {
    const fragment = section();
    fragment.doc?.transact(() => {
      let inner: Y.XmlFragment = fragment;
      for (let depth = 0; depth < 12_000; depth++) {
        const next = new Y.XmlElement("div");
        inner.push([next]);
        inner = next;
      }
      paragraph(inner, "tout au fond");
    });
    expect(readBlocks(fragment)).toEqual([texte("tout au fond")]);
    expect(hasWords(fragment)).toBe(true);
  });
});

describe("reading", () => {
  it("never writes to the document", () => {
    const doc = new Y.Doc();
    const fragment = doc.getXmlFragment("constats");
    paragraph(fragment, "un").setAttribute("genre", "h1");
    fragment.push([new Y.XmlElement("table"), hook()]);
    const before = Y.encodeStateAsUpdate(doc);
    let updates = 0;
    doc.on("update", () => {
      updates += 1;
    });
    readSheet(doc);
    filledSections(doc);
    expect(updates).toBe(0);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });

  it("finds the words of sections that nobody opened since the document was loaded", () => {
    const written = new Y.Doc();
    written.getText("intitule").insert(0, "Prévention pour les aînés");
    paragraph(written.getXmlFragment("freins"), "la distance");
    const loaded = new Y.Doc();
    Y.applyUpdate(loaded, Y.encodeStateAsUpdate(written));
    const sheet = readSheet(loaded);
    expect(sheet.intitule).toBe("Prévention pour les aînés");
    expect(sheet.sections.freins).toEqual([texte("la distance")]);
    expect(Object.keys(sheet.sections)).toEqual(TEXT_SECTIONS);
    expect(new Set(loaded.share.keys())).toEqual(ROOTS);
  });

  it("puts a sentence on one line", () => {
    const text = new Y.Doc().getText("intitule");
    text.insert(0, "Prévention\r\npour\u2028les aînés");
    text.insertEmbed(3, { image: "x" });
    expect(readSentence(text)).toBe("Prévention pour les aînés");
  });
});

describe("the sections that are filled", () => {
  it("are those with something to see, in the order of the sheet", () => {
    const doc = new Y.Doc();
    paragraph(doc.getXmlFragment("resume"), "Un mot");
    paragraph(doc.getXmlFragment("constats"), "1");
    paragraph(doc.getXmlFragment("freins"), " \u00a0\u202f\u200b\ufeff");
    paragraph(doc.getXmlFragment("leviers"), "");
    paragraph(doc.getXmlFragment("moyens"), "effacé").delete(0, 1);
    expect(filledSections(doc)).toEqual(["constats", "resume"]);
  });

  it("count the words of unknown nodes: somebody wrote them", () => {
    const fragment = section();
    const heading = new Y.XmlElement("heading");
    fragment.push([heading]);
    expect(hasWords(fragment)).toBe(false);
    heading.push([filled("Un titre")]);
    expect(hasWords(fragment)).toBe(true);
  });
});

function section(): Y.XmlFragment {
  return new Y.Doc().getXmlFragment("constats");
}

function paragraph(parent: Y.XmlFragment, words: string): Y.XmlElement {
  const element = new Y.XmlElement("paragraph");
  parent.push([element]);
  element.push([filled(words)]);
  return element;
}

function filled(words: string): Y.XmlText {
  const text = new Y.XmlText();
  text.insert(0, words);
  return text;
}

/** Yjs takes hooks as children; its types do not say so. */
function hook(): Y.XmlElement {
  return new Y.XmlHook("horloge") as unknown as Y.XmlElement;
}

function textOf(paragraph: Y.XmlElement): Y.XmlText {
  const first = paragraph.firstChild;
  if (!(first instanceof Y.XmlText)) throw new Error("the paragraph begins with no text");
  return first;
}
