import { expect, it } from "vitest";
import type { AccountId } from "../../shared/ids.ts";
import type { AuthoredRun } from "../../worker/live/authorship.ts";
import { decodeUpdate, type Range } from "../../worker/live/bounded-decoder.ts";
import type { History } from "../../worker/live/history.ts";
import { textOf } from "../harness/raw-page.ts";
import type { SimulatedRoom } from "../harness/simulated-room.ts";
import { type Ledger, seenIn } from "./authorship-ledger.ts";
import { writeSession } from "./authorship-session.ts";
import { SECTIONS } from "./authorship-sheets.ts";
import { AUTHORSHIP_ONCE_FAILED, seedsToRun } from "./seeds.ts";

it("every visible character names who typed it, and every removed one who removed it", () => {
  const total = { visible: 0, moved: 0, copies: 0, within: 0, removed: 0, setAside: 0 };
  const wrong: string[] = [];
  for (const seed of seedsToRun(80, AUTHORSHIP_ONCE_FAILED)) {
    const { room, writers, ledger } = writeSession(seed);
    const check = (when: string) => {
      const history = room.history();
      for (const section of SECTIONS) {
        const byTable = room.authors(section);
        expect(room.authors(section, history), `seed ${seed}, ${when}: the table and the log`).toEqual(byTable);
        expect(byTable.map((runs) => runs.map(({ text }) => text).join("")).join("\n")).toBe(
          textOf(room.room.text().doc, section),
        );
        for (const runs of byTable)
          wrong.push(...judge(runs, ledger, total).map((each) => `seed ${seed}, ${when}: ${each}`));
      }
      wrong.push(...judgeRemovals(room, history, ledger, total).map((each) => `seed ${seed}, ${when}: ${each}`));
    };
    for (const { page } of writers) {
      for (const section of SECTIONS) {
        expect(textOf(page.doc, section), `seed ${seed}`).toBe(textOf(room.room.text().doc, section));
      }
    }
    check("as it was written");
    room.sleep();
    check("waked again");
    room.pack();
    check("packed");
    room.crash();
    check("made again from what is stored");
  }
  console.log(
    `· authorship, four times each: ${total.visible} visible words, ${total.moved} of them moved by somebody else, ` +
      `${total.copies} shown as their mover's own, ${total.within} same words told apart, ${total.removed} removed words, ${total.setAside} set aside; ` +
      `wrong names ${wrong.length}`,
  );
  expect(wrong.slice(0, 20)).toEqual([]);
  // People move words as they like, and by far the most stay whose they are.
  expect(total.copies / total.visible).toBeLessThan(0.09);
  expect(Math.min(total.moved, total.within, total.removed, total.setAside)).toBeGreaterThan(0);
});

type Total = { visible: number; moved: number; copies: number; within: number; removed: number; setAside: number };

/** What is wrong in the names of one paragraph. */
function judge(runs: readonly AuthoredRun[], ledger: Ledger, total: Total): string[] {
  const letters = runs.flatMap((run) => Array.from(run.text, () => run));
  const wrong: string[] = [];
  /** Whether it is theirs, or of who put it there: moved words of which the server does not believe whose they are. */
  const expectAuthor = (
    [from, to]: readonly [number, number],
    author: AccountId,
    hasPut: (by: AccountId) => boolean,
    what: string,
  ) => {
    const other = letters.slice(from, to).find((run) => run.author !== author);
    if (other === undefined) return;
    if (hasPut(other.author)) total.copies += 1;
    else wrong.push(`${what} of ${author} is given to ${other.author}`);
  };
  const text = runs.map((run) => run.text).join("");
  for (const { name, from, to } of seenIn(text)) {
    const author = ledger.typed.get(name);
    const within = ledger.within.get(name);
    if (author === undefined) throw new Error("a word that nobody typed");
    const hasPut = (by: AccountId) => ledger.hasPut(by, name);
    total.visible += 1;
    if (letters[from]?.mover !== null) total.moved += 1;
    if (within === undefined) {
      expectAuthor([from, to], author, hasPut, `the word ${name}`);
      continue;
    }
    expectAuthor([from, from + 1], author, hasPut, `the letter ${name}`);
    expectAuthor([to - 1, to], author, hasPut, `the letter ${name}`);
    if (within === null) continue;
    if (within !== author) total.within += 1;
    expectAuthor(
      [from + 1, to - 1],
      within,
      (by) => ledger.hasPutWithin(by, name),
      `what ${author} put within ${name}`,
    );
  }
  return wrong;
}

/** What is wrong in the names of who removed what shows no more. */
function judgeRemovals(room: SimulatedRoom, history: History, ledger: Ledger, total: Total): string[] {
  const text = SECTIONS.map((section) => textOf(room.room.text().doc, section)).join("\n");
  const visible = new Set(seenIn(text).map(({ name }) => name));
  const noted = room.setAside
    .undecided()
    .map(({ words }) => words)
    .join("\n");
  const wrong: string[] = [];
  for (const [name, ranges] of wordsOf(room, history)) {
    if (visible.has(name) || ledger.within.has(name)) continue;
    if (noted.includes(name)) {
      total.setAside += 1;
      continue;
    }
    total.removed += 1;
    const [last] = ranges
      .flatMap((range) => history.removals(range))
      .filter(({ moved }) => !moved)
      .sort((a, b) => b.row - a.row);
    if (last === undefined) wrong.push(`nobody is said to have removed ${name}`);
    else if (!ledger.hasRemoved(last.by, name)) wrong.push(`${last.by} is said to have removed ${name}, and did not`);
  }
  return wrong;
}

/** The first letter of each word ever written, wherever it was written again. */
function wordsOf(room: SimulatedRoom, history: History): Map<string, Range[]> {
  const firsts = new Map<string, string>();
  const rows = [...room.log().read()];
  for (const { bytes } of rows) {
    for (const struct of decodeUpdate(bytes)?.structs ?? []) {
      if (struct.kind !== "item" || struct.content.kind !== "string") continue;
      for (const { name, from } of seenIn(struct.content.text)) {
        const [origin] = history.of({ client: struct.client, clock: struct.clock + from, length: 1 });
        if (origin !== undefined) firsts.set(`${origin.first.client}:${origin.first.clock}`, name);
      }
    }
  }
  const words = new Map<string, Range[]>();
  for (const { deed } of rows) {
    for (const span of deed.inserted) {
      for (const { client, clock, length, first } of history.of(span)) {
        for (let i = 0; i < length; i++) {
          const name = firsts.get(`${first.client}:${first.clock + i}`);
          if (name !== undefined)
            words.set(name, [...(words.get(name) ?? []), { client, clock: clock + i, length: 1 }]);
        }
      }
    }
  }
  return words;
}
