import { type Attrs, type DOMOutputSpec, type Mark, type Node, Schema } from "prosemirror-model";
import { type Genre, isGenre, isRetrait, type Retrait } from "../../shared/editor/genres.ts";
import { isAllowedLink } from "../../shared/editor/links.ts";
import { type MarkName, markSpecs, type NodeName, nodeSpecs } from "../../shared/editor/schema.ts";

/**
 * The element of each genre. Inside an editable region there are no real lists to give to a screen reader: a list item
 * needs a list around it, and flat blocks have none. So a `puce` and a `numero` are paragraphs whose bullet or number is
 * written by the style sheet: browsers put such text into the accessibility tree, where it is read with the line, and it
 * is always right, since nobody types it. The reading view makes real lists. Titles begin under the section's own h2.
 */
const ELEMENTS: Readonly<Record<Genre, string>> = {
  texte: "p",
  titre: "h3",
  sous_titre: "h4",
  puce: "p",
  numero: "p",
  citation: "blockquote",
};

/** What only a newer page knows: shown as an opaque piece, never lost. */
type UnknownName = "inconnu" | "inconnu_en_ligne";

export function genreOf(paragraph: Node): Genre {
  const value: unknown = paragraph.attrs["genre"];
  return isGenre(value) ? value : "texte";
}

export function retraitOf(paragraph: Node): Retrait {
  const value: unknown = paragraph.attrs["retrait"];
  return isRetrait(value) ? value : 0;
}

/** Attributes as they are stored: `texte` and 0 are absent, so that typing never writes them. */
export function storedAttrs(genre: Genre, retrait: Retrait): Attrs {
  return { genre: genre === "texte" ? null : genre, retrait: retrait === 0 ? null : retrait };
}

function paragraphToDOM(node: Node): DOMOutputSpec {
  const genre = genreOf(node);
  const retrait = retraitOf(node);
  const attributes = { class: `genre-${genre} retrait-${retrait}`, "data-genre": genre, "data-retrait": `${retrait}` };
  return [ELEMENTS[genre], attributes, 0];
}

function paragraphAttrs(element: HTMLElement): Attrs {
  const genre = element.dataset["genre"];
  const retrait = Number(element.dataset["retrait"] ?? 0);
  return storedAttrs(isGenre(genre) ? genre : "texte", isRetrait(retrait) ? retrait : 0);
}

/**
 * The shared specs with their look. One difference: a section shows at least one paragraph, so that there is somewhere
 * to put the caret. In an empty section that paragraph is this page's alone and is not written (`binding/`).
 */
export const domSchema = new Schema<NodeName | UnknownName, MarkName>({
  nodes: {
    doc: { ...nodeSpecs.doc, content: "(paragraph | inconnu)+" },
    paragraph: {
      ...nodeSpecs.paragraph,
      content: "(text | hard_break | inconnu_en_ligne)*",
      toDOM: paragraphToDOM,
      parseDOM: [{ tag: "[data-genre], p, h1, h2, h3, h4, h5, h6, blockquote, li", getAttrs: paragraphAttrs }],
    },
    text: nodeSpecs.text,
    hard_break: { ...nodeSpecs.hard_break, toDOM: () => ["br"], parseDOM: [{ tag: "br" }] },
    inconnu: { atom: true, selectable: false, toDOM: () => ["div", { class: "inconnu", contenteditable: "false" }] },
    inconnu_en_ligne: {
      inline: true,
      atom: true,
      selectable: false,
      toDOM: () => ["span", { class: "inconnu", contenteditable: "false" }],
    },
  },
  marks: {
    link: {
      ...markSpecs.link,
      toDOM: (mark) => ["a", { href: hrefOf(mark), rel: "noopener noreferrer", class: "lien" }, 0],
      parseDOM: [{ tag: "a[href]", getAttrs: linkAttrs }],
    },
    strong: { ...markSpecs.strong, toDOM: () => ["strong", 0], parseDOM: [{ tag: "strong, b" }] },
    em: { ...markSpecs.em, toDOM: () => ["em", 0], parseDOM: [{ tag: "em, i" }] },
  },
});

/** The address of a link as the browser may open it; nothing when it is not an allowed one. */
function hrefOf(link: Mark): string | undefined {
  const href: unknown = link.attrs["href"];
  return isAllowedLink(href) ? href : undefined;
}

function linkAttrs(element: HTMLElement): Attrs | false {
  const href = element.getAttribute("href");
  return isAllowedLink(href) ? { href } : false;
}
