import { ENGAGEMENT, type EngagementPart } from "../../../shared/editor/canonical.ts";
import { Stride } from "../../../shared/text/stride.ts";
import type { Id } from "../../live/bounded-decoder.ts";
import { hasSameMarks, LETTER, PARAGRAPH, PartLetters } from "./part-letters.ts";
import type { SheetLetters } from "./replay.ts";

/** Which of some letters, one of which was written behind the other, came last. */
export type LatestOf = (ids: readonly Id[]) => Id | undefined;

/**
 * The letters of a text as a version freezes them (`shared/editor/CANONICAL.md`): composed (NFC), stretch by stretch of the
 * same marks, without the empty paragraphs at the end of a section. Pages of ours write so; others may send « e » and an
 * accent, which stay two letters in the text, and people see one. A composed letter has the id of the one that came last and
 * made it what it is; the others are in it (`within`). Pauses as it goes.
 */
export function* composed(letters: SheetLetters, latestOf: LatestOf): Generator<undefined, SheetLetters> {
  const parts: [EngagementPart, PartLetters][] = [];
  for (const part of ENGAGEMENT) parts.push([part, yield* composedPart(letters[part], latestOf)]);
  // `fromEntries` forgets the keys, which are the closed list just walked.
  return Object.fromEntries(parts) as Record<EngagementPart, PartLetters>;
}

function* composedPart(letters: PartLetters, latestOf: LatestOf): Generator<undefined, PartLetters> {
  let end = letters.length;
  // A sentence has no paragraph.
  while (letters.kinds[end - 1] === PARAGRAPH) end -= 1;
  if (end === letters.length && (yield* isComposed(letters.text))) return letters;
  const stride = new Stride();
  const made = new PartLetters();
  for (const format of letters.formats.slice(1)) made.formats.push(format);
  for (let from = 0; from < end; ) {
    const until = endOfRun(letters, from, end);
    const text = letters.text.slice(from, until);
    if (text.normalize("NFC") === text) copy(letters, from, until, made);
    else for (const cluster of clustersOf(text)) compose(letters, from + cluster.start, cluster.text, made, latestOf);
    if (stride.isDue(until - from)) yield;
    from = until;
  }
  return made;
}

/** Letters that are looked at before others may have their turn. */
const CHECKED_AT_ONCE = 20_000;
/** No letter before this one goes together with what is before it. */
const FIRST_COMBINING = 0x300;

function* isComposed(text: string): Generator<undefined, boolean> {
  for (let start = 0; start < text.length; ) {
    let end = Math.min(text.length, start + CHECKED_AT_ONCE);
    while (end < text.length && text.charCodeAt(end) >= FIRST_COMBINING) end += 1;
    const part = text.slice(start, end);
    if (part.normalize("NFC") !== part) return false;
    start = end;
    yield;
  }
  return true;
}

/** Up to where letters have the same marks; what is no letter is alone. */
function endOfRun(letters: PartLetters, from: number, end: number): number {
  if (letters.kinds[from] !== LETTER) return from + 1;
  const marks = letters.formatOf(from);
  let until = from + 1;
  while (until < end && letters.kinds[until] === LETTER && hasSameMarks(letters.formatOf(until), marks)) until += 1;
  return until;
}

function copy(letters: PartLetters, from: number, until: number, made: PartLetters): void {
  for (let place = from; place < until; place++) {
    const opening = letters.openings.get(place);
    if (opening !== undefined) made.openings.set(made.length, opening);
    made.add(
      letters.kinds[place] ?? LETTER,
      letters.text.charAt(place),
      letters.idOf(place),
      letters.format[place] ?? 0,
    );
  }
}

/** Pieces of a text that are composed each by itself: a letter with its signs. */
function* clustersOf(text: string): Generator<{ readonly start: number; readonly text: string }> {
  let [start, cluster] = [0, ""];
  for (const letter of text) {
    if (cluster !== "" && !goesTogether(cluster, letter)) {
      yield { start, text: cluster };
      [start, cluster] = [start + cluster.length, ""];
    }
    cluster += letter;
  }
  if (cluster !== "") yield { start, text: cluster };
}

function goesTogether(cluster: string, letter: string): boolean {
  if ((letter.codePointAt(0) ?? 0) < FIRST_COMBINING) return false;
  if (/\p{M}/u.test(letter)) return true;
  return (cluster + letter).normalize("NFC") !== cluster.normalize("NFC") + letter.normalize("NFC");
}

/** One letter with its signs, each new letter with the id of the last of those that it is made of. */
function compose(letters: PartLetters, from: number, text: string, made: PartLetters, latestOf: LatestOf): void {
  const form = text.normalize("NFC");
  if (form === text) {
    copy(letters, from, from + text.length, made);
    return;
  }
  const sources = new Map<string, number[]>();
  let place = from;
  for (const letter of text) {
    for (const sign of letter.normalize("NFD")) {
      const known = sources.get(sign);
      if (known === undefined) sources.set(sign, [place]);
      else known.push(place);
    }
    place += letter.length;
  }
  for (const letter of form) {
    const places = [...letter.normalize("NFD")].map((sign) => sources.get(sign)?.shift() ?? from);
    const ids = places.map((each) => letters.idOf(each));
    const id = latestOf(ids) ?? letters.idOf(from);
    const chosen = places[ids.indexOf(id)] ?? from;
    const format = letters.format[chosen] ?? 0;
    for (let unit = 0; unit < letter.length; unit++) {
      // A letter of two units, whose ids follow each other.
      const isSame = letters.text.slice(chosen, chosen + letter.length) === letter;
      made.add(LETTER, letter.charAt(unit), isSame ? letters.idOf(chosen + unit) : id, format);
    }
    for (const each of ids)
      if (each.client !== id.client || each.clock !== id.clock) made.within.push({ id: each, letter: id });
  }
}
