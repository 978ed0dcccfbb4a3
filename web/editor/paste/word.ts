import type { Genre, Retrait } from "../../../shared/editor/genres.ts";

/**
 * Word writes its lists as paragraphs: `mso-list:l0 level2 lfo1` in the style, and the bullet or number as text in a
 * part that says `mso-list:Ignore`. A number is a figure or a letter with . or ) behind it.
 */
export function wordListItem(element: Element, wordList: string): { genre: Genre; retrait: Retrait } | null {
  const level = /\blevel(\d)/u.exec(wordList)?.[1];
  if (level === undefined) return null;
  const marker = element.querySelector('[data-style*="mso-list:Ignore" i], [data-style*="mso-list: Ignore" i]');
  const numbered = /^\s*(?:\d+|[a-z]{1,4})[.)]/iu.test(marker?.textContent ?? "");
  return { genre: numbered ? "numero" : "puce", retrait: level === "1" ? 0 : level === "2" ? 1 : 2 };
}

/** Word's styles that are neither headings of HTML nor lists. */
export function wordGenre(element: Element): Genre | null {
  const style = /\bMso(Title|Subtitle|Quote|IntenseQuote)\b/u.exec(element.getAttribute("class") ?? "")?.[1];
  if (style === undefined) return null;
  return style === "Title" ? "titre" : style === "Subtitle" ? "sous_titre" : "citation";
}
