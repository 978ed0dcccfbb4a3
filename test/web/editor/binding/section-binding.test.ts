import fc from "fast-check";
import { type Command, TextSelection } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import { prosemirrorToYXmlFragment, yXmlFragmentToProseMirrorRootNode } from "y-prosemirror";
import * as Y from "yjs";
import { GENRES } from "../../../../shared/editor/genres.ts";
import { schema } from "../../../../shared/editor/schema.ts";
import { readChild } from "../../../../web/editor/binding/read-paragraph.ts";
import {
  changeRetrait,
  enter,
  insertHardBreak,
  setGenre,
  toggleEm,
  toggleStrong,
} from "../../../../web/editor/commands.ts";
import { domSchema } from "../../../../web/editor/dom-schema.ts";
import { deleteBackward, deleteForward } from "../../../../web/editor/joins.ts";
import { createSurfaces } from "../../../../web/editor/surfaces.ts";
import { createUndoHistory } from "../../../../web/editor/undo-history.ts";
import { meet, Person } from "./person.ts";

function select(person: Person, anchor: number, head = anchor): void {
  const { doc, tr } = person.state;
  const at = (position: number) => {
    const within = Math.min(position, doc.content.size);
    // No keyboard puts a caret into the middle of a character.
    const split = !doc.textBetween(0, within).isWellFormed();
    return doc.resolve(split ? within + 1 : within);
  };
  person.dispatch(tr.setSelection(TextSelection.between(at(anchor), at(head))));
}

function run(person: Person, command: Command): void {
  command(person.state, (transaction) => person.dispatch(transaction));
}

function type(person: Person, words: string): void {
  person.dispatch(person.state.tr.insertText(words));
}

/** The paragraphs of the document itself, not of the screen. */
function stored(person: Person): string[] {
  return person.root.toArray().map((child) => String(readChild(child)));
}

function shownBy(person: Person): string[] {
  return person.state.doc.children.map(String);
}

/** Two people before the same three paragraphs. */
function both(...words: readonly string[]): [aline: Person, bachir: Person] {
  const aline = new Person(1);
  for (const [index, each] of words.entries()) {
    if (index > 0) run(aline, enter);
    type(aline, each);
  }
  return [aline, new Person(2, aline.doc)];
}

describe("an empty section", () => {
  it("shows a paragraph that is not written by looking, nor by moving the caret", () => {
    const aline = new Person(1);
    select(aline, 1);
    expect(aline.lines()).toEqual(["texte: "]);
    expect(aline.root.length).toBe(0);
  });

  it("is written with the first letter, or with the first shape", () => {
    const aline = new Person(1);
    type(aline, "a");
    expect(stored(aline)).toEqual(['paragraph("a")']);
    const bachir = new Person(2);
    run(bachir, setGenre("puce"));
    expect(bachir.root.length).toBe(1);
    expect(bachir.lines()).toEqual(["puce: "]);
  });

  it("is empty again for everyone when its first words are taken back", () => {
    const aline = new Person(1);
    const history = createUndoHistory(aline.doc, createSurfaces());
    type(aline, "a");
    const bachir = new Person(2, aline.doc);
    history.undo();
    meet(aline, bachir);
    for (const person of [aline, bachir]) {
      expect(person.root.length).toBe(0);
      expect(person.lines()).toEqual(["texte: "]);
    }
  });

  it("keeps the words of two people who begin it at once", () => {
    const [aline, bachir] = [new Person(1), new Person(2)];
    type(aline, "a");
    type(bachir, "b");
    meet(aline, bachir);
    expect(aline.lines().sort()).toEqual(["texte: a", "texte: b"]);
    expect(bachir.lines()).toEqual(aline.lines());
  });
});

describe("what a person writes", () => {
  it("is written as small as it is: a letter is a letter", () => {
    const [aline] = both("le transport");
    const sizes: number[] = [];
    aline.doc.on("update", (update: Uint8Array) => sizes.push(update.length));
    select(aline, 4);
    type(aline, "x");
    expect(sizes.length).toBe(1);
    expect(sizes[0]).toBeLessThan(40);
  });

  it("writes no letter again for a title, a list, a retrait", () => {
    const [aline] = both("le transport");
    const before = Y.getState(aline.doc.store, 1);
    run(aline, setGenre("puce"));
    run(aline, changeRetrait(1));
    run(aline, setGenre("texte"));
    // One struct for each attribute set; « texte » only removes one.
    expect(Y.getState(aline.doc.store, 1) - before).toBe(2);
    expect(aline.root.toString()).toBe('<paragraph retrait="1">le transport</paragraph>');
  });

  it("writes again the shorter half of a paragraph cut in two, and the shorter of two that become one", () => {
    const [aline] = both("une phrase assez longue");
    const letters = () => Y.getState(aline.doc.store, 1);
    let before = letters();
    select(aline, 4);
    run(aline, enter);
    // Its paragraph, its text, its three letters.
    expect(letters() - before).toBe(5);
    before = letters();
    run(aline, deleteBackward);
    expect(letters() - before).toBe(3);
    expect(aline.lines()).toEqual(["texte: une phrase assez longue"]);
  });

  it("moves no letter when a break is put in at an end, or taken out", () => {
    const [aline] = both("un deux");
    select(aline, 8);
    const before = Y.getState(aline.doc.store, 1);
    run(aline, insertHardBreak);
    expect(Y.getState(aline.doc.store, 1) - before).toBe(1);
    aline.dispatch(aline.state.tr.delete(8, 9));
    expect(Y.getState(aline.doc.store, 1) - before).toBe(1);
    expect(aline.lines()).toEqual(["texte: un deux"]);
  });

  it("is one update for each gesture", () => {
    const [aline] = both("un", "deux", "trois");
    let updates = 0;
    aline.doc.on("update", () => {
      updates += 1;
    });
    select(aline, 2, 9);
    type(aline, "x");
    run(aline, enter);
    run(aline, deleteBackward);
    expect(updates).toBe(3);
  });

  it("keeps its marks, in a paragraph that is cut and in one that is pasted", () => {
    const [aline, bachir] = both("un deux trois");
    select(aline, 4, 8);
    run(aline, toggleStrong);
    select(aline, 6, 11);
    run(aline, toggleEm);
    select(aline, 6);
    run(aline, enter);
    meet(aline, bachir);
    const cut = ["texte: un <strong>de</strong>", "texte: <strong><em>ux</em></strong><em> tr</em>ois"];
    expect(bachir.lines()).toEqual(cut);
    bachir.dispatch(bachir.state.tr.insert(0, bachir.state.doc.child(1)));
    meet(aline, bachir);
    expect(aline.lines()).toEqual([cut[1], ...cut]);
  });

  it("does not go into the document from a page that may not write", () => {
    const [aline] = both("un");
    aline.writable = false;
    type(aline, "x");
    expect(aline.lines()).toEqual(["texte: un"]);
    expect(stored(aline)).toEqual(['paragraph("un")']);
  });
});

describe("what somebody else writes", () => {
  it("leaves the caret, the selection and the chosen bold where they are", () => {
    const [aline, bachir] = both("un", "deux", "trois");
    select(aline, 7);
    run(aline, toggleStrong);
    select(bachir, 1);
    type(bachir, "avant ");
    select(bachir, 22);
    type(bachir, " après");
    meet(aline, bachir);
    expect(aline.lines()).toEqual(["texte: avant un", "texte: deux", "texte: trois après"]);
    expect(aline.state.selection.from).toBe(13);
    expect(aline.state.storedMarks?.length).toBe(1);
  });

  it("comes behind the caret when it comes exactly there", () => {
    const [aline, bachir] = both("un");
    select(aline, 3);
    select(bachir, 3);
    type(bachir, " deux");
    meet(aline, bachir);
    expect(aline.state.selection.from).toBe(3);
  });

  it("takes the caret along when the paragraph is cut before it, or joined", () => {
    const [aline, bachir] = both("une phrase assez longue");
    select(aline, 12);
    select(bachir, 5);
    run(bachir, enter);
    meet(aline, bachir);
    expect(aline.state.selection.$head.parent.textContent).toBe("phrase assez longue");
    expect(aline.state.selection.$head.parentOffset).toBe(7);
    run(bachir, deleteBackward);
    meet(aline, bachir);
    expect(aline.state.selection.$head.parentOffset).toBe(11);
  });

  it("replaces nothing but what changed", () => {
    const [aline, bachir] = both("un", "deux", "trois");
    const [, middle] = aline.state.doc.children;
    aline.drawn.length = 0;
    select(bachir, 1);
    type(bachir, "x");
    run(bachir, setGenre("titre"));
    select(bachir, 15);
    type(bachir, "y");
    meet(aline, bachir);
    expect(aline.state.doc.child(1)).toBe(middle);
    expect(aline.drawn.length).toBe(1);
    for (const step of aline.drawn[0]?.steps ?? []) {
      let changed = 0;
      step.getMap().forEach((from, to) => {
        changed += to - from;
      });
      expect(changed).toBeLessThanOrEqual(1);
    }
  });

  it("in the same new paragraph is written once, whoever began it", () => {
    const [aline, bachir] = both("début");
    select(aline, 6);
    run(aline, enter);
    meet(aline, bachir);
    select(bachir, 8);
    for (const letter of "aaa") type(aline, letter);
    for (const letter of "bbb") type(bachir, letter);
    meet(aline, bachir);
    type(aline, "a");
    type(bachir, "b");
    meet(aline, bachir);
    expect(aline.lines()).toEqual(bachir.lines());
    expect([...(aline.lines()[1] ?? "")].filter((letter) => letter === "a" || letter === "b").length).toBe(8);
  });

  it("in texts that stand side by side is shown as one, and neither is copied", () => {
    const [aline] = both("a");
    const paragraph = aline.root.get(0);
    if (!(paragraph instanceof Y.XmlElement)) throw new Error("a paragraph");
    aline.doc.transact(() => paragraph.insert(1, [new Y.XmlText("b")]));
    expect(aline.lines()).toEqual(["texte: ab"]);
    select(aline, 2);
    type(aline, "x");
    select(aline, 4);
    type(aline, "y");
    expect(paragraph.toArray().map(String)).toEqual(["ax", "by"]);
  });
});

describe("what this page does not know", () => {
  it("is shown as an opaque piece and stays in the document whatever is written around it", () => {
    const [aline] = both("un", "deux");
    aline.doc.transact(() => {
      aline.root.insert(1, [new Y.XmlElement("tableau")]);
      const [first] = aline.root.toArray();
      if (!(first instanceof Y.XmlElement)) throw new Error("a paragraph");
      first.setAttribute("genre", "encadre");
      first.setAttribute("couleur", "3");
      first.insert(1, [new Y.XmlElement("image")]);
      const text = first.get(0);
      if (text instanceof Y.XmlText) text.format(0, 1, { souligne: true });
    });
    expect(aline.lines()).toEqual(["texte: un?", "?: ", "texte: deux"]);
    select(aline, 2);
    type(aline, "x");
    select(aline, 9);
    type(aline, "y");
    expect(aline.root.toString()).toBe(
      '<paragraph couleur="3" genre="encadre"><souligne>u</souligne>xn<image></image></paragraph><tableau></tableau><paragraph>dyeux</paragraph>',
    );
  });
});

describe("a stock client of Yjs and ProseMirror", () => {
  it("reads what is written here as it is shown here", () => {
    const [aline] = both("un deux", "trois");
    select(aline, 2, 5);
    run(aline, toggleStrong);
    run(aline, setGenre("puce"));
    select(aline, 7);
    run(aline, insertHardBreak);
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(aline.doc));
    expect(String(yXmlFragmentToProseMirrorRootNode(copy.getXmlFragment("freins"), schema))).toBe(
      String(aline.state.doc),
    );
  });

  it("is read as it wrote", () => {
    const words = [schema.text("un "), schema.text("deux", [schema.marks.strong.create()])];
    const doc = schema.nodes.doc.create(null, [
      schema.nodes.paragraph.create({ genre: "puce", retrait: 1 }, [
        ...words,
        schema.nodes.hard_break.create(),
        ...words,
      ]),
      schema.nodes.paragraph.create(),
    ]);
    const aline = new Person(1);
    prosemirrorToYXmlFragment(doc, aline.root);
    expect(aline.lines()).toEqual(["puce+1: un <strong>deux</strong>↵un <strong>deux</strong>", "texte: "]);
  });
});

describe("two people at once", () => {
  const commands: Record<string, Command> = {
    enter,
    insertHardBreak,
    deleteBackward,
    deleteForward,
    toggleStrong,
    toggleEm,
    in: changeRetrait(1),
    out: changeRetrait(-1),
    ...Object.fromEntries(GENRES.map((genre) => [genre, setGenre(genre)])),
  };
  const letters = fc.string({ unit: fc.constantFrom("a", "b", "é", " ", "😀"), minLength: 1, maxLength: 4 });
  const gesture = fc.record({
    who: fc.constantFrom(0, 1),
    kind: fc.oneof(
      { weight: 4, arbitrary: fc.constant("type") },
      { weight: 2, arbitrary: fc.constant("erase") },
      { weight: 1, arbitrary: fc.constant("paste") },
      { weight: 2, arbitrary: fc.constant("meet") },
      { weight: 1, arbitrary: fc.constant("undo") },
      { weight: 5, arbitrary: fc.constantFrom(...Object.keys(commands)) },
    ),
    at: fc.nat({ max: 40 }),
    length: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 12 }) }),
    letters,
  });

  it("always see what is stored, and the same as each other", () => {
    fc.assert(
      fc.property(fc.array(gesture, { maxLength: 60, size: "max" }), (gestures) => {
        const people = [new Person(1), new Person(2)] as const;
        const histories = people.map((person) => createUndoHistory(person.doc, createSurfaces()));
        for (const { who, kind, at, length, letters: words } of gestures) {
          const person = people[who === 0 ? 0 : 1];
          if (kind === "meet") {
            meet(...people);
          } else if (kind === "undo") {
            histories[who]?.undo();
          } else {
            select(person, at, at + length);
            const command = commands[kind];
            if (command !== undefined) run(person, command);
            else if (kind === "type") type(person, words);
            else if (kind === "erase") person.dispatch(person.state.tr.deleteSelection());
            else {
              const paragraphs = [...words].map((letter) =>
                domSchema.nodes.paragraph.create({ genre: "puce" }, domSchema.text(letter)),
              );
              person.dispatch(person.state.tr.insert(0, paragraphs));
            }
          }
          for (const each of people) {
            if (each.root.length === 0) expect(each.lines()).toEqual(["texte: "]);
            else expect(shownBy(each)).toEqual(stored(each));
            expect(each.corrected).toBe(0);
          }
        }
        meet(...people);
        expect(people[0].lines()).toEqual(people[1].lines());
        expect(new Person(3, people[0].doc).lines()).toEqual(people[0].lines());
      }),
      { numRuns: 200 },
    );
  });
});
