import type { EditorState, Transaction } from "prosemirror-state";
import { type Genre, genresOf } from "../../shared/editor/genres.ts";
import type { BlockSection } from "../../shared/editor/sections.ts";
import { domSchema, retraitOf, storedAttrs } from "./dom-schema.ts";
import { SHAPED, type TypedRule } from "./typed-rules.ts";

const NARROW = "\u202f";

const STARTS: readonly (readonly [RegExp, Genre])[] = [
  [/^[-*•] $/u, "puce"],
  [/^1[.)] $/u, "numero"],
  [/^# $/u, "titre"],
  [/^## $/u, "sous_titre"],
  [/^> $/u, "citation"],
];

/** « - » and a space at the start of a paragraph make a list item, and so on, where the section has them. */
export function shapeRules(section: BlockSection): readonly TypedRule[] {
  const offered = genresOf(section);
  return STARTS.filter(([, genre]) => offered.includes(genre)).map(
    ([pattern, genre]): TypedRule => ({
      pattern,
      make: (state, _match, start, end) => shape(state, genre, start, end),
    }),
  );
}

function shape(state: EditorState, genre: Genre, start: number, end: number): Transaction | null {
  const $start = state.doc.resolve(start);
  const { parent } = $start;
  if (parent.type !== domSchema.nodes.paragraph) return null;
  // « - » in a list item already made by Enter: the mark goes, and nothing else changes.
  const transaction = state.tr.delete(start, end);
  const wanted = storedAttrs(genre, genre === "puce" || genre === "numero" ? retraitOf(parent) : 0);
  for (const name of ["genre", "retrait"]) {
    if (parent.attrs[name] !== wanted[name]) transaction.setNodeAttribute($start.before(), name, wanted[name]);
  }
  return transaction.setMeta(SHAPED, true);
}

/**
 * French typography as one types: ’ after a letter, a narrow no-break space before ; : ! ? and inside « », which `"` and
 * `<<` make. Only what was just typed, and the plain space before it, is replaced; never in a composition. Ctrl+Z right
 * after gives back what was typed.
 */
export function typographyRules(): readonly TypedRule[] {
  return [
    becomes(/(?<=\p{L})'$/u, () => "’"),
    becomes(/(?<=\S) ([;:!?»])$/u, ([, mark]) => `${NARROW}${mark}`),
    becomes(/(?:« |<<)$/u, () => `«${NARROW}`),
    becomes(/ ?>>$/u, () => `${NARROW}»`),
    { pattern: / ?"$/u, make: quote },
  ];
}

function becomes(pattern: RegExp, text: (match: RegExpExecArray) => string): TypedRule {
  return { pattern, make: (state, match, start, end) => state.tr.insertText(text(match), start, end) };
}

function quote(state: EditorState, match: RegExpExecArray, start: number, end: number): Transaction | null {
  const $start = state.doc.resolve(start);
  const before = $start.parent.textBetween(0, $start.parentOffset, null, " ");
  if (before.lastIndexOf("«") > before.lastIndexOf("»")) return state.tr.insertText(`${NARROW}»`, start, end);
  const afterSpace = match[0].startsWith(" ");
  // After a figure or a letter it may be an inch or a second.
  if (!afterSpace && before !== "" && !/[\s([]$/u.test(before)) return null;
  return state.tr.insertText(`${afterSpace ? " " : ""}«${NARROW}`, start, end);
}
