import { InputRule, inputRules } from "prosemirror-inputrules";
import type { EditorState, Plugin, Transaction } from "prosemirror-state";
import { type Genre, genresOf } from "../../shared/editor/genres.ts";
import type { TextSection } from "../../shared/editor/sections.ts";
import { domSchema, genreOf, retraitOf, storedAttrs } from "./dom-schema.ts";

const NARROW = "\u202f";

/** On the transaction of a rule that made a list, a title or a quotation: it is a step of its own to undo. */
export const SHAPED = "coaction-shaped";

const STARTS: readonly (readonly [RegExp, Genre])[] = [
  [/^[-*•] $/u, "puce"],
  [/^1[.)] $/u, "numero"],
  [/^# $/u, "titre"],
  [/^## $/u, "sous_titre"],
  [/^> $/u, "citation"],
];

/** « - » and a space at the start of a paragraph make a list item, and so on, where the section has them. */
export function shapeRules(section: TextSection): Plugin {
  const offered = genresOf(section);
  const rules = STARTS.filter(([, genre]) => offered.includes(genre)).map(
    ([pattern, genre]) => new InputRule(pattern, (state, _match, start, end) => shape(state, genre, start, end)),
  );
  return inputRules({ rules });
}

function shape(state: EditorState, genre: Genre, start: number, end: number): Transaction | null {
  const $start = state.doc.resolve(start);
  const { parent } = $start;
  if (parent.type !== domSchema.nodes.paragraph || genreOf(parent) === genre) return null;
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
export function typographyRules(): Plugin {
  return inputRules({
    rules: [
      new InputRule(/(?<=\p{L})'$/u, "’"),
      new InputRule(/(?<=[^\s]) ([;:!?»])$/u, (state, match, start, end) =>
        state.tr.insertText(`${NARROW}${match[1]}`, start, end),
      ),
      new InputRule(/« $/u, (state, _match, start, end) => state.tr.insertText(`«${NARROW}`, start, end)),
      new InputRule(/<<$/u, (state, _match, start, end) => state.tr.insertText(`«${NARROW}`, start, end)),
      new InputRule(/ ?>>$/u, (state, _match, start, end) => state.tr.insertText(`${NARROW}»`, start, end)),
      new InputRule(/ ?"$/u, quote),
    ],
  });
}

function quote(state: EditorState, match: RegExpMatchArray, start: number, end: number): Transaction | null {
  const $start = state.doc.resolve(start);
  const before = $start.parent.textBetween(0, $start.parentOffset, null, " ");
  if (before.lastIndexOf("«") > before.lastIndexOf("»")) return state.tr.insertText(`${NARROW}»`, start, end);
  const afterSpace = match[0].startsWith(" ");
  // After a figure or a letter it may be an inch or a second.
  if (!afterSpace && before !== "" && !/[\s([]$/u.test(before)) return null;
  return state.tr.insertText(`${afterSpace ? " " : ""}«${NARROW}`, start, end);
}
