import type * as Y from "yjs";
import { type Delta, type Edit, editBetween, mapIndex } from "./text-diff.ts";

/** The origin of what is typed in a field of one line: tracked by the undo history. */
export const INTITULE_EDIT = Symbol("intitule edit");

/** What a field shows: its text and its selection. */
export interface FieldState {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Each answer is what the field should show now, or null when it is to be left alone. */
export interface SentenceBinding {
  /** The person changed the field. */
  typed(field: FieldState, composing: boolean): FieldState | null;
  /** Somebody else changed the shared text (or this page did by undoing). */
  changed(delta: Delta, field: FieldState, composing: boolean): FieldState | null;
}

/**
 * Binds a field of one line to a shared text. Only what was really typed is written, as one replacement, so that the
 * words of two people who write at once both stay. A field in which a letter is being composed is never changed: the
 * browser would lose the letter.
 */
export function bindSentence(text: Y.Text): SentenceBinding {
  // What the field showed when it and the shared text were last the same, and what came from others since.
  let shown = text.toString();
  let behind: Delta[] = [];
  const mapped = (index: number): number => behind.reduce(mapIndex, index);

  function write(edit: Edit): number {
    const index = mapped(edit.index);
    // Where somebody wrote inside of what is being replaced, their words stay, and so does what was to go.
    const whole = mapped(edit.index + edit.remove) - index === edit.remove;
    text.doc?.transact(() => {
      if (whole && edit.remove > 0) text.delete(index, edit.remove);
      if (edit.insert !== "") text.insert(index, edit.insert);
    }, INTITULE_EDIT);
    return index + edit.insert.length;
  }

  return {
    typed(field, composing) {
      if (composing && behind.length > 0) return null;
      const value = oneLine(field.value);
      const edit = editBetween(shown, value, Math.min(field.end, value.length));
      const caret = edit === null ? mapped(Math.min(field.end, value.length)) : write(edit);
      shown = text.toString();
      const wasBehind = behind.length > 0;
      behind = [];
      if (composing || (!wasBehind && shown === field.value)) return null;
      return { value: shown, start: caret, end: caret };
    },
    changed(delta, field, composing) {
      if (composing) {
        behind.push(delta);
        return null;
      }
      shown = text.toString();
      if (field.value === shown) return null;
      return { value: shown, start: mapIndex(field.start, delta), end: mapIndex(field.end, delta) };
    },
  };
}

/** One line in Unicode's composed form. */
export function oneLine(text: string): string {
  return text.replace(/\s*[\r\n\u2028\u2029]+\s*/gu, " ").normalize("NFC");
}
