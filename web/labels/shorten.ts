/** What stands for the words that are left out. */
const LEFT_OUT = " […] ";

/**
 * A text of at most about `max` UTF-16 units: its beginning and its end, cut between two words, with « […] » in the
 * place of what is left out. A text that is short enough is given back as it is.
 */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const room = max - LEFT_OUT.length;
  const head = Math.ceil((room * 2) / 3);
  return `${beginning(text, head)}${LEFT_OUT}${ending(text, room - head)}`;
}

function beginning(text: string, length: number): string {
  // A word that ends just there stays whole.
  const space = text.slice(0, length + 1).search(/\s\S*$/u);
  return space > 0 ? text.slice(0, space).trimEnd() : text.slice(0, boundary(text, length));
}

function ending(text: string, length: number): string {
  const from = text.length - length;
  const space = text.slice(from - 1).search(/\s/u);
  return space >= 0 && from - 1 + space < text.length - 1
    ? text.slice(from + space).trimStart()
    : text.slice(boundary(text, from));
}

/** In a text without a space, the last edge of a character that people see, at or before this place. */
function boundary(text: string, at: number): number {
  return new Intl.Segmenter("fr", { granularity: "grapheme" }).segment(text).containing(at)?.index ?? at;
}
