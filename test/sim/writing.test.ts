import { expect, it } from "vitest";
import * as Y from "yjs";
import type { AccountId } from "../../shared/ids.ts";
import { SeededRandom } from "../harness/random.ts";
import { textOf } from "../harness/raw-page.ts";
import { SimulatedRoom } from "../harness/simulated-room.ts";
import { seedsToRun } from "./seeds.ts";
import { type Ledger, Writer } from "./writer.ts";

const SECTION = "description";
const GESTURES = 150;

it("every word typed is visible, or was deleted, or its paragraph was joined or deleted meanwhile", () => {
  const total = { typed: 0, visible: 0, deleted: 0, withParagraph: 0 };
  for (const seed of seedsToRun(120)) {
    const run = write(seed);
    for (const word of run.ledger.typed) {
      total.typed += 1;
      if (run.text.includes(word)) total.visible += 1;
      else if (run.ledger.deleted.has(word)) total.deleted += 1;
      else if (run.paragraphIsGone(word)) total.withParagraph += 1;
      else throw new Error(`seed ${seed}: the word ${word} is nowhere, and nobody deleted it or its paragraph`);
    }
    expect(run.refusals, `seed ${seed}`).toEqual([]);
    expect(new Set(run.texts), `seed ${seed}`).toEqual(new Set([run.text]));
  }
  console.log(
    `words typed ${total.typed}: visible ${total.visible}, deleted by somebody who saw them ${total.deleted}, ` +
      `typed in a paragraph that was deleted or joined meanwhile ${total.withParagraph}, lost 0`,
  );
  // The run was worth something: most words stay, and some meet the case that is counted.
  expect(total.visible).toBeGreaterThan(total.typed / 2);
  expect(total.withParagraph).toBeGreaterThan(0);
});

/** A whole session from one seed: 2 to 5 people, gestures, late frames, cuts, sleeps and crashes; then all is quiet. */
function write(seed: number) {
  const random = new SeededRandom(seed);
  const ledger: Ledger = { typed: [], deleted: new Set() };
  const server = new SimulatedRoom(random);
  const writers = Array.from({ length: 2 + random.below(4) }, (_, index) => {
    const account = `writer000000000${index}` as AccountId;
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
    for (let step = random.below(24); step > 0; step--) server.step();
  }
  for (const writer of writers) if (writer.link === null) connect(writer);
  while (server.step());
  for (const writer of writers) expect(writer.page.unacked, `seed ${seed}`).toBe(0);

  const past = new Y.Doc({ gc: false });
  for (const { bytes } of server.log().read()) Y.applyUpdate(past, bytes);
  return {
    ledger,
    text: textOf(server.room.text().doc, SECTION),
    texts: writers.map((writer) => textOf(writer.page.doc, SECTION)),
    refusals: writers.flatMap((writer) => writer.page.refusals),
    // A split or a join carries words over as a copy: the last one may have died with its paragraph, which somebody
    // deleted or joined without having seen it there.
    paragraphIsGone: (word: string) => copiesOf(past, word).some(isInDeletedParagraph),
  };
}

/** Every struct that ever held this word, deleted ones included: splitting and joining make copies. */
function copiesOf(doc: Y.Doc, word: string): Y.Item[] {
  const letter = String.fromCodePoint(word.codePointAt(0) ?? 0);
  const copies: Y.Item[] = [];
  for (const structs of doc.store.clients.values()) {
    for (const struct of structs) {
      if (struct instanceof Y.Item && struct.content instanceof Y.ContentString && struct.content.str.includes(letter)) {
        copies.push(struct);
      }
    }
  }
  if (copies.length === 0) throw new Error(`the word ${word} never reached the log`);
  return copies;
}

function isInDeletedParagraph(item: Y.Item): boolean {
  const text = item.parent;
  if (!(text instanceof Y.AbstractType) || text._item === null) return false;
  const paragraph = text._item.parent;
  return text._item.deleted || (paragraph instanceof Y.AbstractType && paragraph._item?.deleted === true);
}
