import { expect } from "vitest";
import type { AccountId } from "../../shared/ids.ts";
import { SeededRandom } from "../harness/random.ts";
import { SimulatedRoom } from "../harness/simulated-room.ts";
import { Ledger } from "./authorship-ledger.ts";
import { AuthorshipWriter } from "./authorship-writer.ts";

const GESTURES = 150;

/** What else somebody may do in a session, now and then; the page of theirs. */
export type Aside = (room: SimulatedRoom, writer: AuthorshipWriter) => void;

/** A whole session from one seed; then all is quiet. */
export function writeSession(seed: number, aside: Aside = () => {}) {
  const random = new SeededRandom(seed);
  const ledger = new Ledger();
  const room = new SimulatedRoom(random);
  const writers = Array.from({ length: 2 + random.below(4) }, (_, index) => {
    const account = `wrtr00000000000${index}` as AccountId;
    const kind = index > 0 && random.chance(0.2) ? "stock" : "ours";
    return new AuthorshipWriter({ client: 100 + index, account, kind, random, ledger });
  });
  let lastClient = 1000;
  const connect = (writer: AuthorshipWriter) => {
    writer.link = room.connect(writer.page, writer.account);
  };
  const cut = (writer: AuthorshipWriter) => {
    if (writer.link !== null) room.cut(writer.link);
    writer.link = null;
  };
  for (const writer of writers) connect(writer);
  for (let gesture = 0; gesture < GESTURES; gesture++) {
    const writer = random.pick(writers);
    writer.act();
    if (random.chance(0.04)) cut(writer);
    else if (random.chance(0.15) && writer.link === null) connect(writer);
    if (random.chance(0.05) && writer.page.unacked === 0) writer.page.sayAll();
    if (random.chance(0.01) && writer.kind === "ours" && room.keeps(writer.page.client)) {
      cut(writer);
      lastClient += 1;
      writer.reload(lastClient);
      connect(writer);
    }
    if (random.chance(0.02)) {
      room.crash();
      for (const each of writers) each.link = null;
    }
    if (random.chance(0.05)) room.sleep();
    if (random.chance(0.03)) room.pack();
    if (random.chance(0.1)) decide(random.pick(writers), room, random);
    aside(room, random.pick(writers));
    for (let step = random.below(24); step > 0; step--) room.step();
  }
  for (const writer of writers) if (writer.link === null) connect(writer);
  for (;;) {
    for (const { page } of writers) page.pass(10_000);
    if (!room.step()) break;
  }
  expect(
    writers.flatMap(({ page }) => page.refusals),
    `seed ${seed}`,
  ).toEqual([]);
  for (const writer of writers) expect(writer.page.unacked, `seed ${seed}`).toBe(0);
  return { room, writers, ledger };
}

function decide({ page }: AuthorshipWriter, room: SimulatedRoom, random: SeededRandom): void {
  const words = room.setAside.undecided();
  if (words.length > 0) page.decide({ id: random.pick(words).id, fate: "remis", place: null, after: null });
}
