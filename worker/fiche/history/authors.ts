import type { AuteursBody } from "../../../shared/protocol/bodies/history.ts";
import type { History } from "../../live/history.ts";
import { PARAGRAPH, type PartLetters, stretches } from "./part-letters.ts";

type Paragraph = AuteursBody["paragraphes"][number];
type AuthoredStretch = Paragraph[number];

/** Who wrote each stretch of a part, paragraph by paragraph, and who moved it since; a sentence is one paragraph. */
export function authorsOfPart(letters: PartLetters, history: History): Paragraph[] {
  const paragraphs: AuthoredStretch[][] = [];
  for (const { from, length } of stretches(letters, 0, letters.length)) {
    if (letters.kinds[from] === PARAGRAPH) {
      paragraphs.push([]);
      continue;
    }
    const runs = paragraphs.at(-1) ?? [];
    if (paragraphs.length === 0) paragraphs.push(runs);
    const { client, clock } = letters.idOf(from);
    for (const origin of history.of({ client, clock, length })) {
      const auteur = history.owner(origin.first.client);
      const writer = history.owner(client);
      if (auteur === null || writer === null) throw new Error("letters of a client id that nobody leased");
      const start = from + (origin.clock - clock);
      const typed = history.insertions({ ...origin.first, length: origin.length });
      add(runs, {
        texte: letters.text.slice(start, start + origin.length),
        auteur,
        deplacePar: writer === auteur ? null : writer,
        deplacement: writer === auteur || origin.piece === null ? null : `${client}:${origin.piece}`,
        le: Math.max(0, ...typed.map(({ at }) => at)),
      });
    }
  }
  return paragraphs;
}

function add(runs: AuthoredStretch[], run: AuthoredStretch): void {
  const last = runs.at(-1);
  const goesOn = last?.auteur === run.auteur && last.deplacePar === run.deplacePar;
  if (last === undefined || !goesOn || last.deplacement !== run.deplacement) runs.push(run);
  else runs[runs.length - 1] = { ...last, texte: last.texte + run.texte, le: Math.max(last.le, run.le) };
}
