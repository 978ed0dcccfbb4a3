import * as Y from "yjs";
import { TextCursor } from "./text-cursor.ts";

/** A text that is being gone through. */
export interface TextAtHand {
  readonly child: Y.Text;
  readonly cursor: TextCursor;
}

/**
 * A paragraph of the old text, or a sentence, as it is read from its beginning to its end: texts, with line breaks between
 * them.
 */
export class OldLine {
  readonly #children: readonly (Y.Text | Y.XmlElement)[];
  #index = 0;
  /** Letters of the text at hand that were not read yet. */
  #left: number;
  #cursor: TextCursor | null;

  constructor(line: Y.XmlElement | Y.Text) {
    this.#children =
      line instanceof Y.XmlElement
        ? line.toArray().filter((child) => child instanceof Y.XmlText || child instanceof Y.XmlElement)
        : [line];
    [this.#left, this.#cursor] = this.#begin();
  }

  /** The text at hand; null where a line break is, and at the end. */
  get text(): TextAtHand | null {
    const child = this.#children[this.#index];
    return child instanceof Y.Text && this.#cursor !== null ? { child, cursor: this.#cursor } : null;
  }

  /** Goes over letters, text by text. */
  *letters(length: number): Generator<{ cursor: TextCursor; length: number }> {
    for (let left = length; left > 0; ) {
      if (this.#left === 0 || this.#cursor === null) {
        this.#next();
        continue;
      }
      const count = Math.min(left, this.#left);
      this.#left -= count;
      left -= count;
      yield { cursor: this.#cursor, length: count };
    }
  }

  /** Goes over a line break. */
  takeBreak(): Y.XmlElement {
    for (;;) {
      const child = this.#children[this.#index];
      if (child instanceof Y.XmlElement) {
        this.#next();
        return child;
      }
      this.#next();
    }
  }

  #next(): void {
    if (this.#children[this.#index] === undefined || this.#left > 0) throw new Error("not what the line holds");
    this.#index += 1;
    [this.#left, this.#cursor] = this.#begin();
  }

  #begin(): [left: number, cursor: TextCursor | null] {
    const child = this.#children[this.#index];
    return child instanceof Y.Text ? [child.length, new TextCursor(child)] : [0, null];
  }
}
