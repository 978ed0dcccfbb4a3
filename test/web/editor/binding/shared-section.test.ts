import fc from "fast-check";
import type { Command } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import { prosemirrorToYXmlFragment, yXmlFragmentToProseMirrorRootNode } from "y-prosemirror";
import * as Y from "yjs";
import { GENRES } from "../../../../shared/editor/genres.ts";
import { schema } from "../../../../shared/editor/schema.ts";
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
import { both, run, select, shownBy, stored, type } from "./hands.ts";
import { meet, Person } from "./person.ts";

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
