import type { Mark, Node } from "prosemirror-model";
import * as Y from "yjs";
import { isGenre, isRetrait } from "../../../shared/editor/genres.ts";
import { isAllowedLink } from "../../../shared/editor/links.ts";
import { domSchema } from "../dom-schema.ts";

/**
 * What a child of a section's root looks like here. The document is only read, and everything in it is shown: what this
 * page does not know is an opaque piece, never removed. A position in the paragraph is the same on both sides: a letter,
 * a break or an opaque piece is one.
 */
export function readChild(child: unknown): Node {
  if (!(child instanceof Y.XmlElement) || child.nodeName !== "paragraph") return domSchema.nodes.inconnu.create();
  // Yjs types attributes as strings; ours is also a number, and a newer page's may be anything.
  const { genre, retrait } = child.getAttributes() as Record<string, unknown>;
  const attrs = {
    genre: isGenre(genre) && genre !== "texte" ? genre : null,
    retrait: isRetrait(retrait) && retrait !== 0 ? retrait : null,
  };
  return domSchema.nodes.paragraph.create(attrs, child.toArray().flatMap(readInline));
}

function readInline(child: unknown): Node[] {
  if (child instanceof Y.XmlText) return readText(child);
  if (child instanceof Y.XmlElement && child.nodeName === "hard_break") return [domSchema.nodes.hard_break.create()];
  return [domSchema.nodes.inconnu_en_ligne.create()];
}

function readText(text: Y.XmlText): Node[] {
  // Yjs types this as `any`; a text that is only read has nothing but inserts.
  const delta = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[];
  return delta.map(({ insert, attributes = {} }) =>
    typeof insert === "string"
      ? domSchema.text(insert, marksOf(attributes))
      : domSchema.nodes.inconnu_en_ligne.create(),
  );
}

function marksOf({ link, strong, em }: Record<string, unknown>): Mark[] {
  const marks: Mark[] = [];
  const href = typeof link === "object" && link !== null && "href" in link ? link.href : null;
  if (isAllowedLink(href)) marks.push(domSchema.marks.link.create({ href }));
  if (isOn(strong)) marks.push(domSchema.marks.strong.create());
  if (isOn(em)) marks.push(domSchema.marks.em.create());
  return marks;
}

function isOn(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false;
}
