import { type MarkSpec, type NodeSpec, Schema } from "prosemirror-model";
import { isGenre, isRetrait } from "./genres.ts";
import { isAllowedLink } from "./links.ts";

/**
 * Flat blocks: the only block is `paragraph`; what it is (`genre`) and how far it is indented (`retrait`) are
 * attributes. Making a paragraph a heading or a list item is then an attribute and never a deletion, so that words
 * typed in it meanwhile stay. A null attribute is an absent one in the document, and means `texte` and 0: typing in a
 * paragraph never writes its attributes, and cannot undo somebody's title.
 *
 * Every content expression ends in `*`: what two valid edits merge into is always inside the schema.
 */
const nodes = {
  doc: { content: "paragraph*" },
  paragraph: {
    content: "inline*",
    attrs: {
      genre: { default: null, validate: validateGenre },
      retrait: { default: null, validate: validateRetrait },
    },
  },
  text: { group: "inline" },
  hard_break: { group: "inline", inline: true, selectable: false, linebreakReplacement: true },
} satisfies Record<string, NodeSpec>;

const marks = {
  link: { attrs: { href: { validate: validateHref } }, inclusive: false },
  strong: {},
  em: {},
} satisfies Record<string, MarkSpec>;

export type NodeName = keyof typeof nodes;
export type MarkName = keyof typeof marks;

/**
 * Nodes and marks without their look. The browser adds `toDOM` and `parseDOM` to these same specs
 * (`web/editor/dom-schema.ts`); the server reads and checks without a DOM.
 */
export const nodeSpecs: Readonly<Record<NodeName, NodeSpec>> = nodes;
export const markSpecs: Readonly<Record<MarkName, MarkSpec>> = marks;

export const schema = new Schema<NodeName, MarkName>({ nodes, marks });

function validateGenre(value: unknown): void {
  if (value !== null && !isGenre(value)) throw new RangeError("unknown genre");
}

function validateRetrait(value: unknown): void {
  if (value !== null && !isRetrait(value)) throw new RangeError("unknown retrait");
}

function validateHref(value: unknown): void {
  if (!isAllowedLink(value)) throw new RangeError("link outside the allowed schemes");
}
