import { expect, it } from "vitest";
import * as Y from "yjs";
import type { AccountId } from "../../shared/ids.ts";
import { authorsOf } from "../../worker/live/authorship.ts";
import { History } from "../../worker/live/history.ts";
import { atOnce, inPieces } from "../../worker/live/in-pieces.ts";
import type { SeedUpdate } from "../../worker/live/kept-text.ts";
import { LiveDoc } from "../../worker/live/live-doc.ts";
import { SeededRandom } from "../harness/random.ts";
import { SimulatedRoom } from "../harness/simulated-room.ts";
import { onOneLine, readTrace } from "../harness/traces.ts";

const PEOPLE = [0, 1, 2].map((index) => ({ account: `wrtr00000000000${index}` as AccountId, client: 100 + index }));
/** So many keys in a row are one person's. */
const TURN = 37;

/**
 * A real text, its keys given to three people in turns. Which of two equal letters is whose, only their place can tell:
 * the ledger is a list of names that is edited as the text is.
 */
it("23,136 keys of a real session: every letter names its author, and what was removed its remover", async () => {
  const trace = readTrace("clownschool_flat");
  if (trace === null) {
    console.log("· the trace is not here: nothing was checked");
    return;
  }
  const { updates, authors, removed } = play(trace.txns.map(({ patches }) => patches));
  const room = new SimulatedRoom(new SeededRandom(1));
  room.room.seed(updates);

  const answer = (history: History) => {
    const fragment = room.room.text().doc.getXmlFragment("description");
    return atOnce(authorsOf(fragment, history)).flat();
  };
  const history = room.history();
  const runs = answer(history);
  expect(runs.map(({ text }) => text).join("")).toBe(onOneLine(trace.endContent));
  expect(runs.flatMap(({ text, author }) => Array.from({ length: text.length }, () => author))).toEqual(authors);
  const removals = PEOPLE.flatMap(({ client }) => history.removals({ client, clock: 0, length: 2 ** 31 }));
  const names = new Map<AccountId, number>();
  for (const { by, length } of removals) names.set(by, (names.get(by) ?? 0) + length);
  expect(names).toEqual(removed);

  room.pack();
  expect(answer(room.history())).toEqual(runs);
  expect(room.authors("description").flat()).toEqual(runs);

  // As long work is done: on a text of its own, in pieces.
  const pieces: number[] = [];
  let begun = performance.now();
  const pause = async () => {
    pieces.push(performance.now() - begun);
    await new Promise((resolve) => setTimeout(resolve));
    begun = performance.now();
  };
  const start = performance.now();
  const read = await inPieces(History.read(room.log().read()), pause, () => performance.now());
  const after = performance.now();
  const copy = new LiveDoc(room.log().readText()).doc.getXmlFragment("description");
  const copied = performance.now();
  expect((await inPieces(authorsOf(copy, read), pause, () => performance.now())).flat()).toEqual(runs);
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  console.log(
    `· authorship of ${updates.length} keys, packed: log read in ${ms(after - start)}, text made in ${ms(copied - after)}, ` +
      `${runs.length} runs named in ${ms(performance.now() - copied)}; longest piece ${ms(Math.max(...pieces))}`,
  );
});

/** The updates of the session, and the names of the letters that stay, and how many letters each person removed. */
function play(edits: readonly (readonly (readonly [number, number, string])[])[]) {
  const doc = new Y.Doc();
  const updates: SeedUpdate[] = [];
  const authors: AccountId[] = [];
  const removed = new Map<AccountId, number>();
  let person = PEOPLE[0];
  doc.on("update", (bytes: Uint8Array) => {
    if (person !== undefined)
      updates.push({ author: person.account, client: person.client, at: updates.length, bytes });
  });
  const text = new Y.XmlText();
  doc.clientID = PEOPLE[0]?.client ?? 0;
  doc.transact(() => {
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [text]);
    doc.getXmlFragment("description").insert(0, [paragraph]);
  });
  for (const [index, patches] of edits.entries()) {
    person = PEOPLE[Math.floor(index / TURN) % PEOPLE.length];
    if (person === undefined) continue;
    const { account, client } = person;
    doc.clientID = client;
    doc.transact(() => {
      for (const [position, count, inserted] of patches) {
        if (count > 0) text.delete(position, count);
        if (inserted !== "") text.insert(position, onOneLine(inserted));
        authors.splice(position, count, ...Array.from({ length: inserted.length }, () => account));
        if (count > 0) removed.set(account, (removed.get(account) ?? 0) + count);
      }
    });
  }
  return { updates, authors, removed };
}
