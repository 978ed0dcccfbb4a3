import type { Genre, Retrait } from "../../../shared/editor/genres.ts";

/** What is read from a clipboard before it becomes paragraphs of the editor. */
export interface Block {
  readonly genre: Genre;
  readonly retrait: Retrait;
  readonly runs: readonly Run[];
}

export type Run = TextRun | { readonly kind: "break" };

export interface TextRun {
  readonly kind: "text";
  readonly text: string;
  readonly strong: boolean;
  readonly em: boolean;
  readonly href: string | null;
}

/** Spaces at the ends, doubled spaces between runs and a break at the end are not what anyone wrote. */
export function tidyRuns(runs: readonly Run[]): readonly Run[] {
  const tidy: Run[] = [];
  let afterSpace = true;
  for (const run of runs) {
    if (run.kind === "break") {
      trimEnd(tidy);
      if (tidy.length > 0) tidy.push(run);
      afterSpace = true;
      continue;
    }
    const text: string = afterSpace ? run.text.replace(/^ +/, "") : run.text;
    if (text === "") continue;
    tidy.push({ ...run, text });
    afterSpace = text.endsWith(" ");
  }
  while (tidy.at(-1)?.kind === "break") tidy.pop();
  trimEnd(tidy);
  return tidy;
}

function trimEnd(runs: Run[]): void {
  const last = runs.at(-1);
  if (last?.kind !== "text") return;
  const text = last.text.replace(/ +$/, "");
  runs.pop();
  if (text !== "") runs.push({ ...last, text });
}

/** Two breaks in a row are how the web and e-mails write a new paragraph. */
export function splitAtDoubleBreaks(block: Block): readonly Block[] {
  const parts: Run[][] = [[]];
  for (const run of block.runs) {
    const part = parts.at(-1);
    if (run.kind === "break" && part?.at(-1)?.kind === "break") parts.push([]);
    else part?.push(run);
  }
  return parts.map((runs) => ({ ...block, runs: tidyRuns(runs) })).filter(({ runs }) => runs.length > 0);
}

/**
 * A no-break space only where French wants one (then the narrow one before ; : ! ? and inside « »); elsewhere it is what
 * an editor put in place of a plain space. Invisible characters go. Composed letters.
 */
export function cleanText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u00ad\u200b\u2060\ufeff]/gu, "")
    .replace(/[\u00a0\u202f ]+([;:!?»])/gu, (spaces, mark: string) =>
      /[\u00a0\u202f]/u.test(spaces) ? `\u202f${mark}` : ` ${mark}`,
    )
    .replace(/«[\u00a0\u202f]+/gu, "«\u202f")
    .replace(/(?<!\d)\u00a0|\u00a0(?![\d€%])/gu, " ");
}
