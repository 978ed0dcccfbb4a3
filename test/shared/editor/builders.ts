import fc from "fast-check";
import * as Y from "yjs";
import type { Block, Inline } from "../../../shared/editor/blocks.ts";
import { GENRES, type Genre, RETRAITS, type Retrait } from "../../../shared/editor/genres.ts";
import { anyText } from "../any-text.ts";

/** A paragraph as a test writes it: a string is a plain run, and « / » alone a line break. */
export function block(genre: Genre, retrait: Retrait, ...inlines: (string | Inline)[]): Block {
  return {
    genre,
    retrait,
    inlines: inlines.map((inline) => {
      if (typeof inline !== "string") return inline;
      return inline === "/" ? { kind: "break" } : run(inline);
    }),
  };
}

export function run(text: string, marks: { strong?: boolean; em?: boolean; link?: string } = {}): Inline {
  return { kind: "text", text, strong: marks.strong ?? false, em: marks.em ?? false, link: marks.link ?? null };
}

export const texte = (...inlines: (string | Inline)[]) => block("texte", 0, ...inlines);
export const puce = (retrait: Retrait, ...inlines: (string | Inline)[]) => block("puce", retrait, ...inlines);
export const numero = (retrait: Retrait, ...inlines: (string | Inline)[]) => block("numero", retrait, ...inlines);

/** The same paragraphs as a page of ours stores them. */
export function writeBlocks(fragment: Y.XmlFragment, blocks: readonly Block[]): void {
  const doc = fragment.doc;
  if (doc === null) throw new Error("the fragment is in no document");
  doc.transact(() => {
    for (const { genre, retrait, inlines } of blocks) {
      const paragraph = new Y.XmlElement("paragraph");
      fragment.push([paragraph]);
      if (genre !== "texte") paragraph.setAttribute("genre", genre);
      setNumber(paragraph, "retrait", retrait);
      let text: Y.XmlText | null = null;
      for (const inline of inlines) {
        if (inline.kind === "break") {
          paragraph.push([new Y.XmlElement("hard_break")]);
          text = null;
          continue;
        }
        if (text === null) {
          text = new Y.XmlText();
          paragraph.push([text]);
        }
        text.insert(text.length, inline.text, {
          ...(inline.strong ? { strong: {} } : { strong: null }),
          ...(inline.em ? { em: {} } : { em: null }),
          link: inline.link === null ? null : { href: inline.link },
        });
      }
    }
  });
}

function setNumber(element: Y.XmlElement, name: string, value: number): void {
  // Yjs types attributes as strings and stores any JSON value, as y-prosemirror relies on.
  if (value !== 0) element.setAttribute(name, value as unknown as string);
}

const HOSTILE = [
  "<script>alert(1)</script>",
  "</p></li></ul>",
  '" onmouseover="alert(1)',
  "&lt;b&gt;",
  "&#60;img src=x onerror=alert(1)&#62;",
  "<!--",
  "]]>",
  "'><svg onload=x>",
  "un mot",
  "«\u202fdéjà\u202f»",
  " ",
  "\u00a0",
  "\u200b",
  "\u0000",
  "\n",
  "\ud83d",
  "👩‍⚕️",
];

const anyWords = fc.oneof(fc.constantFrom(...HOSTILE), anyText({ minLength: 1, maxLength: 12 }));

const anyLink = fc.constantFrom(
  "https://exemple.fr/?a=1&b=2",
  'https://exemple.fr/"onclick="x',
  "https://exemple.fr/'><script>",
  "http://exemple.fr",
  "mailto:contact@exemple.fr",
  "tel:0200000000",
);

const anyInline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Inline>({ kind: "break" }) },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant("text" as const),
      text: anyWords,
      strong: fc.boolean(),
      em: fc.boolean(),
      link: fc.option(anyLink, { freq: 3 }),
    }),
  },
);

/** Any paragraph that the reader can give, hostile words and addresses included. */
const anyBlock: fc.Arbitrary<Block> = fc.record({
  genre: fc.constantFrom(...GENRES),
  retrait: fc.constantFrom(...RETRAITS),
  inlines: fc.array(anyInline, { maxLength: 5 }).map(joined),
});

export const anyBlocks = fc.array(anyBlock, { maxLength: 12 });

/** Neighbours with the same marks are one run, as the reader promises. */
function joined(inlines: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const inline of inlines) {
    const last = out.at(-1);
    if (
      last?.kind === "text" &&
      inline.kind === "text" &&
      last.strong === inline.strong &&
      last.em === inline.em &&
      last.link === inline.link
    ) {
      out[out.length - 1] = { ...last, text: last.text + inline.text };
    } else out.push(inline);
  }
  return out;
}
