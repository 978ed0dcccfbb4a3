import * as Y from "yjs";

/** One child of a paragraph in the document, and where it begins, in positions of the paragraph. */
interface Part {
  readonly child: Y.XmlText | null;
  readonly index: number;
  readonly start: number;
  readonly length: number;
}

/**
 * The children of a paragraph by position. A paragraph has one text, or texts parted by breaks; two texts side by side,
 * which people who began it at once may make, are read and written as one, and neither is ever copied into the other.
 */
export function partsOf(paragraph: Y.XmlElement): Part[] {
  const parts: Part[] = [];
  let start = 0;
  for (const [index, child] of paragraph.toArray().entries()) {
    const text = child instanceof Y.XmlText ? child : null;
    const length = text === null ? 1 : text.length;
    parts.push({ child: text, index, start, length });
    start += length;
  }
  return parts;
}

/** The text in which something at this position is, or is written: the one that ends there before one that begins. */
export function textAt(paragraph: Y.XmlElement, position: number): { text: Y.XmlText; offset: number } | null {
  for (const { child, start, length } of partsOf(paragraph)) {
    if (child !== null && start <= position && position <= start + length)
      return { text: child, offset: position - start };
  }
  return null;
}

/** The index of the first child that begins at this position or behind it. */
export function indexAt(paragraph: Y.XmlElement, position: number): number {
  return partsOf(paragraph).find(({ start }) => start >= position)?.index ?? paragraph.length;
}
