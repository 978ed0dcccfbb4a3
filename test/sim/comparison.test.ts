import { expect, it } from "vitest";
import type { SheetContent } from "../../shared/editor/blocks.ts";
import { readSheet } from "../../shared/editor/read-section.ts";
import type { AccountId } from "../../shared/ids.ts";
import type { ComparedPart, ComparedRun } from "../../shared/protocol/bodies/history.ts";
import { compare } from "../../worker/fiche/history/compare.ts";
import { replay, type See } from "../../worker/fiche/history/replay.ts";
import { decodeStored } from "../../worker/live/bounded-decoder.ts";
import { atOnce } from "../../worker/live/in-pieces.ts";
import { applyComparison } from "../harness/apply-comparison.ts";
import { SeededRandom } from "../harness/random.ts";
import type { SimulatedRoom } from "../harness/simulated-room.ts";
import { type Ledger, seenIn } from "./authorship-ledger.ts";
import { writeSession } from "./authorship-session.ts";
import { SECTIONS } from "./authorship-sheets.ts";
import { restoreIn, seeFrozen, seeSheet } from "./restoring.ts";
import { COMPARISON_ONCE_FAILED, seedsToRun } from "./seeds.ts";
import { SeenRows } from "./seen-rows.ts";

const COMPARISONS = 10;

it("the comparison of any two moments leads from the first to the second, and names who wrote, moved and removed what", () => {
  const total = {
    comparisons: 0,
    restored: 0,
    aside: 0,
    added: 0,
    moved: 0,
    removed: 0,
    elsewhere: 0,
    within: 0,
    copies: 0,
  };
  const wrong: string[] = [];
  for (const seed of seedsToRun(30, COMPARISON_ONCE_FAILED)) {
    const random = new SeededRandom(seed);
    const { room, ledger, writers } = writeSession(seed, (here, { account }) => {
      if (!random.chance(0.04)) return;
      const part = random.chance(0.5) ? null : random.pick(SECTIONS);
      const seq = random.below(here.lastRow() + 1);
      if (restoreIn(here, account, seq, part, () => here.step()).ok) total.restored += 1;
    });
    for (const { words, author } of room.everSetAside()) {
      for (const { name } of seenIn(words)) {
        total.aside += 1;
        if (ledger.typed.get(name) !== author && !ledger.hasPut(author, name))
          wrong.push(`seed ${seed}: ${name} set aside as ${author}'s`);
      }
    }
    // Whoever does it, a text that is brought back is what it was, to the last mark.
    for (const { account } of writers.slice(0, 2)) {
      const seq = random.below(room.lastRow() + 1);
      restoreIn(room, account, seq, null, () => {});
      expect(readSheet(room.room.text().doc), `seed ${seed}, restored to ${seq}`).toEqual(
        contents(room, seq, seq, seeSheet).after,
      );
    }
    room.room.text();
    const rows = new SeenRows(room.log().read());
    const copies = copiesIn(room, ledger);
    const last = room.lastRow();
    for (let time = 0; time < COMPARISONS; time++) {
      const [from, to] = [random.below(last + 1), random.below(last + 1)];
      const { before, after } = contents(room, from, to, seeFrozen);
      const { parties } = atOnce(compare(room.log(), from, to));
      expect(applyComparison(before, parties), `seed ${seed}, ${from} to ${to}`).toEqual(after);
      total.comparisons += 1;
      const at = { from, to, rows, ledger, copies };
      wrong.push(
        ...parties.flatMap((part) => judge(part, at, total)).map((each) => `seed ${seed}, ${from} to ${to}: ${each}`),
      );
    }
  }
  console.log(
    `· ${total.comparisons} comparisons, ${total.restored} restorations: ${total.added} words added, ${total.moved} of them ` +
      `put there by somebody else, ${total.removed} removed, ${total.elsewhere} moved away, ${total.copies} of movers' own, ${total.aside} set aside, ${total.within} ` +
      `same words told apart; wrong names ${wrong.length}`,
  );
  expect(wrong.slice(0, 20)).toEqual([]);
  expect(Math.min(total.restored, total.moved, total.removed, total.elsewhere, total.within)).toBeGreaterThan(0);
});

function contents(room: SimulatedRoom, from: number, to: number, see: See<SheetContent>) {
  const moments = [from, to].sort((a, b) => a - b);
  const [first, last] = atOnce(replay(room.log(), moments, see)).texts.map(({ seen }) => seen);
  if (first === undefined || last === undefined) throw new Error("no such moment");
  return from <= to ? { before: first, after: last } : { before: last, after: first };
}

interface Between {
  readonly from: number;
  readonly to: number;
  readonly rows: SeenRows;
  readonly ledger: Ledger;
  readonly copies: ReadonlySet<string>;
}

type Total = { added: number; moved: number; removed: number; elsewhere: number; within: number; copies: number };

/** What is wrong in the names of one part. */
function judge(part: ComparedPart, between: Between, total: Total): string[] {
  const { from, to, rows, ledger, copies } = between;
  const wrong: string[] = [];
  const expectName = (what: string, said: AccountId | null, truth: AccountId | null) => {
    if (said !== truth) wrong.push(`${what}: ${said} instead of ${truth}`);
  };
  const isJudged = ({ word }: { word: { name: string } }) => {
    if (copies.has(word.name)) total.copies += 1;
    return !copies.has(word.name);
  };
  for (const { word, runs } of wordsOf(part, "apres").filter(isJudged)) {
    const run = onlyRun(runs, "ajoute");
    judgeLetters(word.name, runs, ledger, expectName, total);
    if (run === null || ledger.within.has(word.name) || !rows.stoodOnce(word.name, to)) continue;
    total.added += 1;
    const author = ledger.typed.get(word.name) ?? null;
    const mover = rows.putBy(word.name, to);
    if (mover !== author) total.moved += 1;
    expectName(`who put ${word.name} there`, run.deplacePar, mover === author ? null : mover);
  }
  for (const { word, runs } of wordsOf(part, "avant").filter(isJudged)) {
    const run = onlyRun(runs, "retire");
    if (run === null || ledger.within.has(word.name) || !rows.stoodOnce(word.name, from)) continue;
    total.removed += 1;
    expectName(`who wrote ${word.name}`, run.auteur, ledger.typed.get(word.name) ?? null);
    const stays = rows.stood(word.name, to);
    if (run.deplace !== stays) wrong.push(`${word.name} ${stays ? "is" : "is not"} elsewhere`);
    if (from > to) {
      expectName(`who had put ${word.name} there`, run.par, rows.putBy(word.name, from));
    } else if (stays) {
      total.elsewhere += 1;
      expectName(`who moved ${word.name} away`, run.par, rows.takenBy(word.name, from));
    } else {
      expectName(`who removed ${word.name}`, run.par, rows.goneBy(word.name, from, to));
    }
  }
  return wrong;
}

/** Words and phrases that were moved once, and not believed to be still their author's. */
function copiesIn(room: SimulatedRoom, ledger: Ledger): Set<string> {
  const history = room.history();
  const copies = new Set<string>();
  for (const { bytes } of room.log().read()) {
    for (const { client, clock, content } of stringsIn(bytes)) {
      for (const { name, from, to } of seenIn(content.text)) {
        const isPhrase = ledger.within.has(name);
        const places = isPhrase ? [from, to - 1] : [...Array(to - from).keys()].map((index) => from + index);
        const authors = places
          .flatMap((place) => history.of({ client, clock: clock + place, length: 1 }))
          .map(({ first }) => history.owner(first.client));
        if (authors.some((author) => author !== ledger.typed.get(name))) copies.add(name);
      }
    }
  }
  return copies;
}

function stringsIn(bytes: Uint8Array) {
  return decodeStored(bytes).structs.flatMap((struct) =>
    struct.kind === "item" && struct.content.kind === "string" ? [{ ...struct, content: struct.content }] : [],
  );
}

/** Each new letter of a word or phrase, by who typed it; the words within a phrase may be somebody else's. */
function judgeLetters(
  name: string,
  runs: readonly ComparedRun[],
  ledger: Ledger,
  expectName: (what: string, said: AccountId | null, truth: AccountId | null) => void,
  total: Total,
): void {
  const author = ledger.typed.get(name) ?? null;
  const within = ledger.within.get(name);
  for (const [index, run] of runs.entries()) {
    if (run.kind !== "ajoute") continue;
    const isEdge = index === 0 || index === runs.length - 1;
    // Moved words of which the server does not believe whose they are, are of who put them there.
    if (isEdge || within === undefined) {
      if (!ledger.hasPut(run.par, name)) expectName(`who typed ${name}`, run.par, author);
    } else if (within !== null) {
      if (within !== author) total.within += 1;
      if (!ledger.hasPutWithin(run.par, name)) expectName(`who typed what is within ${name}`, run.par, within);
    }
  }
}

/** The words that one side of a comparison shows, with the run of each of their letters. */
function wordsOf(part: ComparedPart, side: "avant" | "apres") {
  const lines: { text: string; runs: ComparedRun[] }[] = [];
  for (const block of part.blocks) {
    if (block[side] !== null) lines.push({ text: "", runs: [] });
    const line = lines.at(-1);
    for (const run of block.runs) {
      if (line === undefined || run.kind === (side === "avant" ? "ajoute" : "retire")) continue;
      line.text += run.texte;
      line.runs.push(...Array.from({ length: run.texte.length }, () => run));
    }
  }
  return lines.flatMap(({ text, runs }) =>
    seenIn(text).map((word) => ({ word, runs: runs.slice(word.from, word.to) })),
  );
}

/** The run of a word that came or went whole. */
function onlyRun<Kind extends ComparedRun["kind"]>(
  runs: readonly ComparedRun[],
  kind: Kind,
): Extract<ComparedRun, { kind: Kind }> | null {
  const [run] = runs;
  if (run === undefined || runs.some((each) => each !== run) || run.kind !== kind) return null;
  // Its kind was compared just above.
  return run as Extract<ComparedRun, { kind: Kind }>;
}
