import type { Genre, Retrait } from "../../shared/editor/genres.ts";
import { isAllowedLink } from "../../shared/editor/links.ts";

export interface DemoBlock {
  genre: Genre;
  retrait: Retrait;
  runs: readonly DemoRun[];
}

export interface DemoRun {
  text: string;
  strong?: true;
  em?: true;
  link?: string;
}

const PREFIXES: readonly { readonly pattern: RegExp; readonly genre: Genre; readonly retrait: Retrait }[] = [
  { pattern: /^# /u, genre: "titre", retrait: 0 },
  { pattern: /^## /u, genre: "sous_titre", retrait: 0 },
  { pattern: /^- /u, genre: "puce", retrait: 0 },
  { pattern: /^-- /u, genre: "puce", retrait: 1 },
  { pattern: /^[1-9]\d?\. /u, genre: "numero", retrait: 0 },
  { pattern: /^> /u, genre: "citation", retrait: 0 },
];

// What begins like a prefix and is none of those above.
const NOT_A_PREFIX = /^(?:#|-|\*(?!\*)|>|\d+[.)] )/u;
const MARKED = /\*\*(?<strong>[^*_[\]]+)\*\*|_(?<em>[^*_[\]]+)_|\[(?<label>[^*_[\]]+)\]\((?<link>https:[^()\s]+)\)/gu;
const MARK_LEFT = /[*_[\]]/u;

/** One string of the demonstration's data as one paragraph. Throws on a malformed line: the data are ours. */
export function parseBlock(line: string): DemoBlock {
  const prefix = PREFIXES.find(({ pattern }) => pattern.test(line));
  const rest = prefix ? line.replace(prefix.pattern, "") : line;
  if (NOT_A_PREFIX.test(rest)) throw malformed("unknown prefix", line);
  if (rest === "" || rest !== rest.trim() || /\s{2}|[\n\r\t]/u.test(rest)) throw malformed("white space", line);
  return { genre: prefix?.genre ?? "texte", retrait: prefix?.retrait ?? 0, runs: parseRuns(rest, line) };
}

function parseRuns(text: string, line: string): readonly DemoRun[] {
  const runs: DemoRun[] = [];
  let end = 0;
  for (const match of text.matchAll(MARKED)) {
    pushPlain(runs, text.slice(end, match.index), line);
    runs.push(markedRun(match.groups ?? {}, line));
    end = match.index + match[0].length;
  }
  pushPlain(runs, text.slice(end), line);
  return runs;
}

function pushPlain(runs: DemoRun[], text: string, line: string): void {
  if (MARK_LEFT.test(text)) throw malformed("unclosed mark", line);
  if (text !== "") runs.push({ text });
}

function markedRun({ strong, em, label, link }: Record<string, string | undefined>, line: string): DemoRun {
  const text = strong ?? em ?? label ?? "";
  if (text !== text.trim()) throw malformed("space inside a mark", line);
  if (strong !== undefined) return { text, strong: true };
  if (em !== undefined) return { text, em: true };
  if (!isAllowedLink(link)) throw malformed("link", line);
  return { text, link };
}

function malformed(what: string, line: string): Error {
  return new Error(`malformed line of the demonstration (${what}): ${line}`);
}
