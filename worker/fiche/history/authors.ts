import type { EngagementPart } from "../../../shared/editor/canonical.ts";
import type { AuteursBody } from "../../../shared/protocol/bodies/history.ts";
import { Stride } from "../../../shared/text/stride.ts";
import type { History } from "../../live/history.ts";
import type { UpdateLog } from "../../live/update-log.ts";
import { composed } from "./composed.ts";
import { PARAGRAPH, type PartLetters, stretches } from "./part-letters.ts";
import { readLetters, replay } from "./replay.ts";

type Paragraph = AuteursBody["paragraphes"][number];
type AuthoredStretch = Paragraph[number];

/**
 * Who wrote a part as it was after an update of the log; null when there is none of this number. Pauses as it goes.
 *
 * @param frozen whether letters are told as versions freeze them, and not as they stand in the text
 */
export function* authorsAt(
  log: Pick<UpdateLog, "readStretch">,
  seq: number,
  part: EngagementPart,
  frozen: boolean,
): Generator<undefined, Paragraph[] | null> {
  const { texts, history } = yield* replay(log, [seq], readLetters);
  const [text] = texts;
  if (text === undefined) return null;
  const letters = frozen ? yield* composed(text.seen, (ids) => history.latestOf(ids)) : text.seen;
  return yield* authorsOfPart(letters[part], history);
}

/** What asking for the author of a stretch counts for, in letters looked at. */
const LOOKED_UP = 20;

/**
 * Who wrote each stretch of a part, paragraph by paragraph, and who moved it since; a sentence is one paragraph. Pauses as it
 * goes.
 */
function* authorsOfPart(letters: PartLetters, history: History): Generator<undefined, Paragraph[]> {
  const stride = new Stride();
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
        le: typed.reduce((latest, { at }) => Math.max(latest, at), 0),
      });
      if (stride.isDue(LOOKED_UP + typed.length)) yield;
    }
    if (stride.isDue(length)) yield;
  }
  return paragraphs;
}

function add(runs: AuthoredStretch[], run: AuthoredStretch): void {
  const last = runs.at(-1);
  const goesOn = last?.auteur === run.auteur && last.deplacePar === run.deplacePar;
  if (last === undefined || !goesOn || last.deplacement !== run.deplacement) runs.push(run);
  else runs[runs.length - 1] = { ...last, texte: last.texte + run.texte, le: Math.max(last.le, run.le) };
}
