import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import {
  changeRetrait,
  enter,
  insertHardBreak,
  setGenre,
  toggleEm,
  toggleStrong,
} from "../../../../web/editor/commands.ts";
import { deleteBackward } from "../../../../web/editor/joins.ts";
import { createSurfaces } from "../../../../web/editor/surfaces.ts";
import { createUndoHistory } from "../../../../web/editor/undo-history.ts";
import { both, run, select, stored, type } from "./hands.ts";
import { meet, Person } from "./person.ts";

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
