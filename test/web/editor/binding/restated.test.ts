import { type Command, TextSelection, type Transaction } from "prosemirror-state";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { Declaration } from "../../../../shared/protocol/declarations.ts";
import { enter } from "../../../../web/editor/commands.ts";
import { deleteBackward } from "../../../../web/editor/joins.ts";
import { follow, hold } from "../../../../web/editor/paste/hold.ts";
import { createSurfaces } from "../../../../web/editor/surfaces.ts";
import { createUndoHistory } from "../../../../web/editor/undo-history.ts";
import { listenToOwnChanges } from "../../../../web/live/own-changes.ts";
import { meet, Person } from "./person.ts";

/** Somebody whose page says what it restates. */
class Declarer extends Person {
  readonly said: Declaration[] = [];
  readonly history = createUndoHistory(this.doc, createSurfaces());

  constructor(client: number, from?: Y.Doc) {
    super(client, from);
    listenToOwnChanges(this.doc, (_update, declarations) => this.said.push(...declarations));
    follow(this.doc);
  }

  change(gesture: (change: Transaction) => Transaction): void {
    this.dispatch(gesture(this.state.tr));
  }

  select(from: number, to = from): void {
    this.change((change) => change.setSelection(TextSelection.create(change.doc, from, to)));
  }

  run(command: Command): void {
    command(this.state, (transaction) => this.dispatch(transaction));
  }

  cut(from: number, to: number): void {
    this.select(from, to);
    hold(this.root, this.state);
    this.change((change) => change.deleteSelection().setMeta("uiEvent", "cut"));
  }

  paste(at: number, words: string): void {
    this.change((change) => change.insertText(words, at).setMeta("paste", true));
  }

  /**
   * Whose each letter is, paragraph by paragraph: « A » where client 1 typed it, « B » where 2 did. Found by what the
   * pages said alone.
   */
  authors(...others: readonly Declarer[]): string[] {
    const said = [this, ...others].flatMap((person) => person.said);
    const firstOf = (id: { client: number; clock: number }): number => {
      const by = said.find((d) => d.client === id.client && d.clock <= id.clock && id.clock < d.clock + d.length);
      if (by === undefined) return id.client;
      return firstOf({ client: by.from.client, clock: by.from.clock + (id.clock - by.clock) });
    };
    return this.root.toArray().map((paragraph) => {
      let letters = "";
      for (const text of paragraph instanceof Y.XmlElement ? paragraph.toArray() : []) {
        if (!(text instanceof Y.XmlText)) continue;
        for (let item = text._start; item !== null; item = item.right) {
          if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
          for (let i = 0; i < item.length; i++) {
            letters += firstOf({ client: item.id.client, clock: item.id.clock + i }) === 1 ? "A" : "B";
          }
        }
      }
      return letters;
    });
  }
}

/** Aline has written « aa », Bachir has put « bb » behind it, and both see it. */
function both(): [aline: Declarer, bachir: Declarer] {
  const aline = new Declarer(1);
  aline.change((change) => change.insertText("aa", 1));
  const bachir = new Declarer(2, aline.doc);
  bachir.change((change) => change.insertText("bb", 3));
  meet(aline, bachir);
  return [aline, bachir];
}

describe("letters that only change place", () => {
  it("are said by Enter and by Backspace, whoever typed them", () => {
    const [aline, bachir] = both();
    bachir.select(2);
    bachir.run(enter);
    expect(bachir.authors(aline)).toEqual(["A", "ABB"]);
    bachir.run(deleteBackward);
    expect(bachir.authors(aline)).toEqual(["AABB"]);
    expect(bachir.said.length).toBeGreaterThan(0);
  });

  it("are said when they are dragged, over the same letters of somebody else too", () => {
    const aline = new Declarer(1);
    aline.change((change) => change.insertText("oui", 1));
    const bachir = new Declarer(2, aline.doc);
    bachir.change((change) => change.insertText("non", 4));
    bachir.change((change) => change.insertText("oui", 7));
    // « oui non oui » of Aline, Bachir, Bachir: hers goes behind his.
    bachir.change((change) => change.delete(1, 4).insertText("oui", 7).setMeta("uiEvent", "drop"));
    expect(bachir.authors(aline)).toEqual(["BBBBBBAAA"]);
  });

  it("are said by undo and by redo", () => {
    const [aline, bachir] = both();
    bachir.history.separate();
    bachir.change((change) => change.delete(1, 4));
    expect(bachir.authors(aline)).toEqual(["B"]);
    bachir.history.undo();
    expect(bachir.authors(aline)).toEqual(["AABB"]);
    bachir.history.redo();
    bachir.history.undo();
    expect(bachir.authors(aline)).toEqual(["AABB"]);
  });

  it("are not those of whoever types the same again", () => {
    const [aline, bachir] = both();
    bachir.change((change) => change.insertText("a", 1, 2));
    expect(bachir.authors(aline)).toEqual(["BABB"]);
    expect(bachir.said).toEqual([]);
  });

  it("need no word when nothing moves", () => {
    const [, bachir] = both();
    bachir.change((change) => change.insertText("x", 2));
    bachir.change((change) => change.delete(4, 5));
    bachir.select(5);
    bachir.run(enter);
    expect(bachir.said).toEqual([]);
  });
});

describe("of two paragraphs with the same words", () => {
  it("the one that is removed is removed, and the other's letters stay who they are", () => {
    const aline = new Declarer(1);
    aline.change((change) => change.insertText("les élus", 1));
    const bachir = new Declarer(2, aline.doc);
    bachir.select(9);
    bachir.run(enter);
    bachir.change((change) => change.insertText("les élus", 11));
    expect(bachir.authors(aline)).toEqual(["AAAAAAAA", "BBBBBBBB"]);
    bachir.change((change) => change.delete(0, 10));
    expect(bachir.authors(aline)).toEqual(["BBBBBBBB"]);
    // They were not even written again.
    expect(bachir.said).toEqual([]);
  });

  it("and of two words side by side too", () => {
    const aline = new Declarer(1);
    aline.change((change) => change.insertText("oui ", 1));
    const bachir = new Declarer(2, aline.doc);
    bachir.change((change) => change.insertText("oui ", 5));
    // The caret is elsewhere: only the change itself says which one went.
    bachir.select(9);
    bachir.change((change) => change.delete(1, 5));
    expect(bachir.authors(aline)).toEqual(["BBBB"]);
  });
});

describe("a piece that is pasted", () => {
  it("is its author's when it was cut, once", () => {
    const [aline, bachir] = both();
    bachir.cut(2, 4);
    bachir.paste(3, "ab");
    expect(bachir.authors(aline)).toEqual(["ABAB"]);
    bachir.paste(5, "ab");
    expect(bachir.authors(aline)).toEqual(["ABABBB"]);
  });

  it("is the paster's when it was copied and still stands, and its author's when it was removed since", () => {
    const [aline, bachir] = both();
    bachir.select(1, 3);
    hold(bachir.root, bachir.state);
    bachir.paste(5, "aa");
    expect(bachir.authors(aline)).toEqual(["AABBBB"]);
    bachir.change((change) => change.delete(1, 3));
    bachir.paste(1, "aa");
    expect(bachir.authors(aline)).toEqual(["AABBBB"]);
  });

  it("is the paster's when the cut was taken back, or somebody else removed what was copied", () => {
    const [aline, bachir] = both();
    bachir.history.separate();
    bachir.cut(1, 3);
    bachir.history.undo();
    bachir.paste(5, "aa");
    expect(bachir.authors(aline)).toEqual(["AABBBB"]);

    bachir.select(1, 3);
    hold(bachir.root, bachir.state);
    meet(aline, bachir);
    aline.change((change) => change.delete(1, 3));
    meet(aline, bachir);
    bachir.paste(1, "aa");
    expect(bachir.authors(aline)).toEqual(["BBBBBB"]);
  });

  it("is its author's again when the paste was taken back and made again", () => {
    const [aline, bachir] = both();
    bachir.history.separate();
    bachir.cut(1, 3);
    bachir.history.separate();
    bachir.paste(3, "aa");
    bachir.history.undo();
    bachir.paste(3, "aa");
    expect(bachir.authors(aline)).toEqual(["BBAA"]);
  });

  it("is the paster's in another text", () => {
    const [, bachir] = both();
    bachir.cut(1, 3);
    const elsewhere = new Declarer(7);
    elsewhere.paste(1, "aa");
    expect(elsewhere.said).toEqual([]);
  });
});
