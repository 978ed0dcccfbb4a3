import type { AuteursBody } from "../../../../shared/protocol/bodies/history.ts";

/** Words by one person, put there by nobody else or by one. */
export type Stretch = AuteursBody["paragraphes"][number][number];

/** A passage of a part: how many letters come before it, spaces not counted, and its words; no words: the whole part. */
export interface PassageWords {
  readonly avant: number;
  readonly texte: string;
}

/** Words typed so close to each other by one person are told together, in milliseconds. */
const ONE_TIME_MS = 15 * 60_000;

/** The letters of a text without its spaces, by which a passage is found whatever draws the text. */
export function lettersOf(text: string): string {
  return text.replace(/[\s\u200b\ufeff]+/gu, "");
}

/**
 * Who wrote this passage, in reading order. Where the text was changed before it, it is found again by its words: the
 * nearest. Null when these words are not there (any more, or yet).
 */
export function stretchesOf(paragraphes: AuteursBody["paragraphes"], passage: PassageWords): readonly Stretch[] | null {
  const wanted = lettersOf(passage.texte);
  const all = lettersOf(paragraphes.flat().reduce((text, { texte }) => text + texte, ""));
  if (wanted === "") return merged(paragraphes);
  const start = nearest(all, wanted, passage.avant);
  if (start === null) return null;
  let place = 0;
  const cut = paragraphes.map((stretches) =>
    stretches.flatMap((stretch) => {
      const kept: string[] = [];
      for (const letter of stretch.texte) {
        const isSpace = lettersOf(letter) === "";
        const inside = place >= start && place < start + wanted.length;
        // A space counts with what comes before it.
        if (isSpace ? place > start && place < start + wanted.length : inside) kept.push(letter);
        if (!isSpace) place += letter.length;
      }
      const texte = kept.join("");
      return texte.trim() === "" ? [] : [{ ...stretch, texte }];
    }),
  );
  return merged(cut);
}

function nearest(all: string, wanted: string, place: number): number | null {
  let best: number | null = null;
  for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + 1)) {
    if (best === null || Math.abs(at - place) < Math.abs(best - place)) best = at;
    if (at > place) break;
  }
  return best;
}

/** Neighbours of one paragraph by the same people at the same time, and moved together, as one. */
function merged(paragraphes: AuteursBody["paragraphes"]): Stretch[] {
  return paragraphes.flatMap((stretches) => {
    const joined: Stretch[] = [];
    for (const stretch of stretches) {
      const last = joined.at(-1);
      const continues =
        last !== undefined &&
        last.auteur === stretch.auteur &&
        last.deplacePar === stretch.deplacePar &&
        last.deplacement === stretch.deplacement &&
        Math.abs(last.le - stretch.le) < ONE_TIME_MS;
      if (continues) {
        joined[joined.length - 1] = { ...last, texte: last.texte + stretch.texte, le: Math.max(last.le, stretch.le) };
      } else if (stretch.texte.trim() !== "" || last === undefined) joined.push(stretch);
      else joined[joined.length - 1] = { ...last, texte: last.texte + stretch.texte };
    }
    return joined.filter(({ texte }) => texte.trim() !== "");
  });
}
