import type { Node } from "prosemirror-model";
import { type Command, EditorState, TextSelection } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import type { Genre, Retrait } from "../../../shared/editor/genres.ts";
import {
  backspaceAtStart,
  changeListRetrait,
  changeRetrait,
  enter,
  insertHardBreak,
  isGenreActive,
  isMarkActive,
  setGenre,
  toggleStrong,
} from "../../../web/editor/commands.ts";
import { domSchema, genreOf, retraitOf, storedAttrs } from "../../../web/editor/dom-schema.ts";
import { linkAt, removeLink, setLink } from "../../../web/editor/link-commands.ts";

const CARET = "|";

/** A section written as lines: « puce+1 words », with `|` where the caret is, twice for a selection. */
function section(...lines: readonly string[]): EditorState {
  const marks: number[] = [];
  let position = 0;
  const paragraphs = lines.map((line) => {
    const [, genre = "texte", retrait = "0", words = ""] = /^(\w+)(?:\+(\d))? ?(.*)$/u.exec(line) ?? [];
    const pieces = words.split(CARET);
    let at = position + 1;
    for (const piece of pieces.slice(0, -1)) {
      at += piece.length;
      marks.push(at);
    }
    const text = pieces.join("");
    position += text.length + 2;
    return domSchema.nodes.paragraph.create(
      storedAttrs(genre as Genre, Number(retrait) as Retrait),
      text === "" ? [] : [domSchema.text(text)],
    );
  });
  const doc = domSchema.nodes.doc.create(null, paragraphs);
  const [anchor = 1, head = anchor] = marks;
  return EditorState.create({ doc, selection: TextSelection.create(doc, anchor, head) });
}

function linesOf({ doc, selection }: EditorState): string[] {
  const lines: string[] = [];
  doc.forEach((node: Node, offset) => {
    const retrait = retraitOf(node);
    let text = node.textBetween(0, node.content.size, null, "↵");
    const caret = selection.head - offset - 1;
    if (caret >= 0 && caret <= node.content.size) text = `${text.slice(0, caret)}${CARET}${text.slice(caret)}`;
    lines.push(`${genreOf(node)}${retrait === 0 ? "" : `+${retrait}`} ${text}`);
  });
  return lines;
}

function run(state: EditorState, command: Command): string[] {
  let next = state;
  command(state, (transaction) => {
    next = state.apply(transaction);
  });
  return linesOf(next);
}

describe("a genre", () => {
  it("is given to every paragraph that the selection touches", () => {
    const state = section("texte le |transport", "citation+1 le co|ût");
    expect(run(state, setGenre("puce"))).toEqual(["puce le transport", "puce+1 le co|ût"]);
  });

  it("goes away when all of them have it", () => {
    expect(run(section("puce le |transport"), setGenre("puce"))).toEqual(["texte le |transport"]);
    expect(isGenreActive(section("puce |a", "texte b|"), "puce")).toBe(false);
  });

  it("of a title puts it at the margin", () => {
    expect(run(section("puce+2 le |transport"), setGenre("titre"))).toEqual(["titre le |transport"]);
  });

  it("leaves the letters alone: only attributes change", () => {
    const state = section("texte le |transport");
    setGenre("titre")(state, (transaction) => {
      expect(transaction.steps.map((step) => step.toJSON()["stepType"])).toEqual(["attr"]);
    });
  });
});

describe("a retrait", () => {
  it("goes from 0 to 2 and no further", () => {
    expect(run(section("puce+1 |a"), changeRetrait(1))).toEqual(["puce+2 |a"]);
    expect(changeRetrait(1)(section("puce+2 |a"))).toBe(false);
    expect(changeRetrait(-1)(section("puce |a"))).toBe(false);
    expect(changeRetrait(1)(section("titre |a"))).toBe(false);
  });

  it("is what Tab changes in a list only: elsewhere Tab leaves the text", () => {
    expect(changeListRetrait(1)(section("puce |a"))).toBe(true);
    expect(changeListRetrait(1)(section("texte |a"))).toBe(false);
    expect(changeListRetrait(-1)(section("puce |a"))).toBe(false);
  });
});

describe("Enter", () => {
  it("goes on with a list and with a quotation", () => {
    expect(run(section("numero+1 un|"), enter)).toEqual(["numero+1 un", "numero+1 |"]);
    expect(run(section("citation un| deux"), enter)).toEqual(["citation un", "citation | deux"]);
  });

  it("writes plain text after a title, and cuts a title in two titles", () => {
    expect(run(section("titre Constats|"), enter)).toEqual(["titre Constats", "texte |"]);
    expect(run(section("titre Constats| et enjeux"), enter)).toEqual(["titre Constats", "titre | et enjeux"]);
  });

  it("steps out of an empty list item, level by level, then ends the list", () => {
    expect(run(section("puce a", "puce+1 |"), enter)).toEqual(["puce a", "puce |"]);
    expect(run(section("puce a", "puce |"), enter)).toEqual(["puce a", "texte |"]);
  });

  it("at the start of a paragraph opens one before it, and moves no letter", () => {
    expect(run(section("puce |a"), enter)).toEqual(["puce ", "puce |a"]);
    expect(run(section("titre |a"), enter)).toEqual(["texte ", "titre |a"]);
  });
});

describe("Backspace at the start", () => {
  it("steps out first, then makes plain text, then leaves the joining to the usual command", () => {
    expect(run(section("puce+1 |a"), backspaceAtStart)).toEqual(["puce |a"]);
    expect(run(section("puce |a"), backspaceAtStart)).toEqual(["texte |a"]);
    expect(backspaceAtStart(section("texte |a"))).toBe(false);
    expect(backspaceAtStart(section("puce a|"))).toBe(false);
  });
});

describe("marks and breaks", () => {
  it("says whether all of the selection is bold", () => {
    const state = section("texte |le| transport");
    let bold = state;
    toggleStrong(state, (transaction) => {
      bold = state.apply(transaction);
    });
    expect(isMarkActive(bold, "strong")).toBe(true);
    const wider = bold.apply(bold.tr.setSelection(TextSelection.create(bold.doc, 1, 6)));
    expect(isMarkActive(wider, "strong")).toBe(false);
  });

  it("makes a double-clicked word bold without the space behind it, and plain again", () => {
    const state = section("texte |le |transport");
    const toggled = (from: EditorState) => {
      let next = from;
      toggleStrong(from, (transaction) => {
        next = from.apply(transaction);
      });
      return next;
    };
    const bold = toggled(state);
    expect(String(bold.doc)).toBe('doc(paragraph(strong("le"), " transport"))');
    expect(isMarkActive(bold, "strong")).toBe(true);
    expect(String(toggled(bold).doc)).toBe(String(state.doc));
  });

  it("chooses bold for what comes next where nothing is selected", () => {
    const state = section("texte le|");
    let next = state;
    toggleStrong(state, (transaction) => {
      next = state.apply(transaction);
    });
    expect(String(next.apply(next.tr.insertText("s", 3)).doc)).toBe('doc(paragraph("le", strong("s")))');
  });

  it("breaks a line within the paragraph", () => {
    expect(run(section("puce a|b"), insertHardBreak)).toEqual(["puce a↵|b"]);
  });
});

describe("a link", () => {
  function linked(): EditorState {
    const state = section("texte voir |le site| ici");
    let next = state;
    setLink("https://example.org", "")(state, (transaction) => {
      next = state.apply(transaction);
    });
    return next;
  }

  it("is put on the selected words, and what is typed behind it is not part of it", () => {
    const state = linked();
    expect(linkAt(state)).toEqual({ from: 6, to: 13, href: "https://example.org" });
    expect(isMarkActive(state, "link")).toBe(false);
  });

  it("is found from anywhere in it, and taken away as a whole", () => {
    const inside = linked();
    const state = inside.apply(inside.tr.setSelection(TextSelection.create(inside.doc, 8)));
    expect(linkAt(state)?.from).toBe(6);
    let next = state;
    removeLink(state, (transaction) => {
      next = state.apply(transaction);
    });
    expect(linkAt(next)).toBeNull();
    expect(linesOf(next)).toEqual(["texte voir le| site ici"]);
  });

  it("brings its own words where none are selected", () => {
    expect(run(section("texte voir |"), setLink("https://example.org", "le site"))).toEqual(["texte voir le site|"]);
  });
});
