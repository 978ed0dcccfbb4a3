import { type Command, TextSelection } from "prosemirror-state";
import { readChild } from "../../../../web/editor/binding/read-paragraph.ts";
import { enter } from "../../../../web/editor/commands.ts";
import { Person } from "./person.ts";

/** Puts the caret, or the selection, where no character is split. */
export function select(person: Person, anchor: number, head = anchor): void {
  const { doc, tr } = person.state;
  const at = (position: number) => {
    const within = Math.min(position, doc.content.size);
    // No keyboard puts a caret into the middle of a character.
    const split = !doc.textBetween(0, within).isWellFormed();
    return doc.resolve(split ? within + 1 : within);
  };
  person.dispatch(tr.setSelection(TextSelection.between(at(anchor), at(head))));
}

/** Runs a command of the editor. */
export function run(person: Person, command: Command): void {
  command(person.state, (transaction) => person.dispatch(transaction));
}

/** Types where the caret is. */
export function type(person: Person, words: string): void {
  person.dispatch(person.state.tr.insertText(words));
}

/** The paragraphs of the document itself, not of the screen. */
export function stored(person: Person): string[] {
  return person.root.toArray().map((child) => String(readChild(child)));
}

/** The paragraphs of the screen. */
export function shownBy(person: Person): string[] {
  return person.state.doc.children.map(String);
}

/** Two people before the same paragraphs. */
export function both(...words: readonly string[]): [aline: Person, bachir: Person] {
  const aline = new Person(1);
  for (const [index, each] of words.entries()) {
    if (index > 0) run(aline, enter);
    type(aline, each);
  }
  return [aline, new Person(2, aline.doc)];
}
