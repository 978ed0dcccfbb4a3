import { expect, it } from "vitest";
import type { AccountId } from "../../shared/ids.ts";
import { SeededRandom } from "../harness/random.ts";
import { textOf } from "../harness/raw-page.ts";
import { SimulatedRoom } from "../harness/simulated-room.ts";
import { seedsToRun, WRITING_ONCE_FAILED } from "./seeds.ts";
import { type Ledger, WORD, Writer } from "./writer.ts";

const SECTION = "description";
const GESTURES = 150;

it("every word typed is visible, or was deleted by somebody who saw it, or is listed as set aside", () => {
  const total = { typed: 0, visible: 0, deleted: 0, setAside: 0, notes: 0, misnamed: 0, copies: 0 };
  for (const seed of seedsToRun(120, WRITING_ONCE_FAILED)) {
    const run = write(seed);
    total.notes += run.setAside.length;
    for (const word of run.ledger.typed) {
      total.typed += 1;
      const notes = run.setAside.filter(({ words }) => words.includes(word));
      if (run.text.includes(word)) {
        total.visible += 1;
      } else if (notes.length > 0) {
        total.setAside += 1;
        expect(notes[0]?.place, `seed ${seed}: where ${word} was`).toBe(SECTION);
      } else if (run.ledger.deleted.has(word)) {
        total.deleted += 1;
      } else {
        throw new Error(`seed ${seed}: the word ${word} is nowhere, and nobody who saw it deleted it`);
      }
    }
    expect(run.refusals, `seed ${seed}`).toEqual([]);
    expect(new Set(run.texts), `seed ${seed}`).toEqual(new Set([run.text]));

    run.putAllBack();
    for (const { words } of run.setAside) expect(run.words(), `seed ${seed}: put back`).toContain(words);
    const { misnamed, copies } = run.named();
    total.misnamed += misnamed;
    total.copies += copies;
  }
  console.log(
    `· words typed ${total.typed}: visible ${total.visible}, listed as set aside ${total.setAside} ` +
      `(${total.notes} notes, all put back), deleted by somebody who saw them ${total.deleted}, missing 0; ` +
      `${total.copies} under their mover's name, none under another`,
  );
  expect(total.misnamed).toBe(0);
  expect(total.copies / total.visible).toBeLessThan(0.05);
  // The run was worth something: most words stay, and some meet the case that is kept.
  expect(total.visible).toBeGreaterThan(total.typed / 2);
  expect(total.setAside).toBeGreaterThan(0);
});

/** A whole session from one seed: 2 to 5 people, gestures, late frames, cuts, sleeps, packing and crashes; then all is quiet. */
function write(seed: number) {
  const random = new SeededRandom(seed);
  const ledger: Ledger = { typed: [], authors: new Map(), put: new Map(), deleted: new Set() };
  const server = new SimulatedRoom(random);
  const writers = Array.from({ length: 2 + random.below(4) }, (_, index) => {
    const account = `wrtr00000000000${index}` as AccountId;
    return new Writer({ client: 100 + index, account, random, ledger, section: SECTION });
  });
  const connect = (writer: Writer) => {
    writer.link = server.connect(writer.page, writer.account);
  };
  for (const writer of writers) connect(writer);
  for (let gesture = 0; gesture < GESTURES; gesture++) {
    const writer = random.pick(writers);
    writer.act();
    if (random.chance(0.05) && writer.link !== null) {
      server.cut(writer.link);
      writer.link = null;
    } else if (random.chance(0.15) && writer.link === null) {
      connect(writer);
    }
    if (random.chance(0.02)) {
      server.crash();
      for (const each of writers) each.link = null;
    }
    if (random.chance(0.05)) server.sleep();
    if (random.chance(0.03)) server.pack();
    for (let step = random.below(24); step > 0; step--) server.step();
  }
  for (const writer of writers) if (writer.link === null) connect(writer);
  while (server.step());
  for (const writer of writers) expect(writer.page.unacked, `seed ${seed}`).toBe(0);

  const words = () => textOf(server.room.text().doc, SECTION);
  return {
    ledger,
    setAside: server.setAside.undecided(),
    text: words(),
    texts: writers.map((writer) => textOf(writer.page.doc, SECTION)),
    refusals: writers.flatMap((writer) => writer.page.refusals),
    words,
    /** Everything set aside is put back, by two people at once. */
    putAllBack() {
      for (const { id } of server.setAside.undecided()) {
        for (const { page } of writers.slice(0, 2)) page.decide({ id, fate: "remis", place: null, after: null });
      }
      while (server.step());
      expect(server.setAside.undecided(), `seed ${seed}`).toEqual([]);
      for (const { page } of writers) expect(textOf(page.doc, SECTION), `seed ${seed}`).toBe(words());
    },
    /** How many visible words the server gives to whoever moved them, and how many to somebody else: never. */
    named(): { copies: number; misnamed: number } {
      const named = { copies: 0, misnamed: 0 };
      for (const { text, author } of server.authors(SECTION).flat()) {
        for (const [word] of text.matchAll(WORD)) {
          if (ledger.authors.get(word) === author) continue;
          if (ledger.put.get(word)?.has(author) === true) named.copies += 1;
          else named.misnamed += 1;
        }
      }
      return named;
    },
  };
}
