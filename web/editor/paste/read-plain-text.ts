import type { Block, Run } from "./blocks.ts";
import { cleanText } from "./blocks.ts";

const BULLET = /^\s*[-*•◦▪–]\s+(?=\S)/u;
const NUMBER = /^\s*\d{1,2}[.)]\s+(?=\S)/u;

/** Lines of plain text as paragraphs; several lines that begin with a bullet or a number are a list. */
export function readPlainText(text: string): readonly Block[] {
  const lines = text.split(/\r\n?|\n/u).filter((line) => line.trim() !== "");
  return lines.map((line) => {
    const genre = lines.length < 2 ? "texte" : BULLET.test(line) ? "puce" : NUMBER.test(line) ? "numero" : "texte";
    const words = genre === "puce" ? line.replace(BULLET, "") : genre === "numero" ? line.replace(NUMBER, "") : line;
    // A single line may be a few words with the space between them and what is there already.
    const run: Run = { kind: "text", text: clean(words, lines.length > 1), strong: false, em: false, href: null };
    return { genre, retrait: 0, runs: [run] };
  });
}

function clean(words: string, whole: boolean): string {
  const spaced = cleanText(words.replace(/\t+/gu, " "));
  return whole ? spaced.trim() : spaced;
}
