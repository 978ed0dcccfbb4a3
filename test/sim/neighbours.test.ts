import { expect, it } from "vitest";
import * as Y from "yjs";
import { TEXT_SECTIONS } from "../../shared/editor/sections.ts";
import type { Id, Struct } from "../../worker/live/bounded-decoder.ts";
import { LiveDoc } from "../../worker/live/live-doc.ts";
import { encodeUpdate } from "../../worker/live/update-encoder.ts";
import { admitBytes } from "../harness/admit-bytes.ts";
import { SeededRandom } from "../harness/random.ts";
import { addParagraph } from "../harness/raw-page.ts";
import { act } from "./gestures.ts";
import { seedsToRun } from "./seeds.ts";

const everyone = () => true;
const nothing = { placeOf: () => null, logged: () => null };

it("whatever neighbours are admitted, every order in which they come gives one text", () => {
  const total = { admitted: 0, corrected: 0, refused: 0 };
  for (const seed of seedsToRun(150)) {
    const random = new SeededRandom(seed);
    const { updates, rows, text, refused, corrected } = makeAtRandom(random, seed);
    total.admitted += updates.length;
    total.refused += refused;
    total.corrected += corrected;
    for (let i = 0; i < 4; i++) expect(inAnotherOrder(updates, random), `seed ${seed}`).toBe(text);
    expect(intituleOf([Y.mergeUpdates(rows)]), `seed ${seed}: merged`).toBe(text);
  }
  console.log(
    `· neighbours at random: ${total.admitted} admitted (${total.corrected} corrected), ${total.refused} refused, one text each time`,
  );
  expect(total.admitted).toBeGreaterThan(1_000);
  expect(total.refused).toBeGreaterThan(1_000);
});

/** Updates of three people, each of a few structs between letters at random, as far as they are admitted. */
function makeAtRandom(random: SeededRandom, seed: number) {
  const doc = new LiveDoc([]).doc;
  const updates: Uint8Array[] = [];
  const rows: Uint8Array[] = [];
  let letter = 0x4e00;
  let refused = 0;
  let corrected = 0;
  for (let i = 0; i < 120; i++) {
    const client = 1 + random.below(3);
    const own: Id[] = [];
    let clock = Y.getState(doc.store, client);
    const structs = Array.from({ length: 1 + random.below(4) }, (): Struct => {
      const origin = random.chance(0.2) ? null : someLetter(doc, own, random);
      const rightOrigin = random.chance(0.6) ? following(doc, origin, random) : someLetter(doc, own, random);
      const text = String.fromCharCode(letter) + (random.chance(0.5) ? "-" : "");
      letter += 1;
      const struct: Struct = {
        ...{ kind: "item", client, clock, length: text.length, origin, rightOrigin, parentSub: null },
        parent: origin === null && rightOrigin === null ? { root: "intitule" } : null,
        content: { kind: "string", text },
      };
      for (const _ of text) own.push({ client, clock: clock++ });
      return struct;
    });
    const update = encodeUpdate({ structs, deletes: [] });
    const admitted = admitBytes(doc, update, everyone, nothing);
    expect(admitOneByOne(doc, structs), `seed ${seed}: together or one by one`).toBe(admitted.ok);
    if (!admitted.ok) {
      refused += 1;
      continue;
    }
    const { bytes } = admitted.value;
    if (bytes !== update) corrected += 1;
    Y.applyUpdate(doc, bytes);
    updates.push(update);
    rows.push(bytes);
    if (!random.chance(0.1)) continue;
    const removal = deletion(doc, random);
    updates.push(removal);
    rows.push(removal);
  }
  return { updates, rows, text: doc.getText("intitule").toString(), refused, corrected };
}

function someLetter(doc: Y.Doc, own: readonly Id[], random: SeededRandom): Id | null {
  if (own.length > 0 && random.chance(0.5)) return random.pick(own);
  const clients = [...doc.store.clients.keys()];
  if (clients.length === 0) return null;
  const client = random.pick(clients);
  return { client, clock: random.below(Y.getState(doc.store, client)) };
}

/** The letter behind this one, or one of the next few. */
function following(doc: Y.Doc, id: Id | null, random: SeededRandom): Id | null {
  const letters: Id[] = [];
  for (let item = doc.getText("intitule")._start; item !== null; item = item.right) {
    for (let i = 0; i < item.length; i++) letters.push({ client: item.id.client, clock: item.id.clock + i });
  }
  const at = letters.findIndex(({ client, clock }) => client === id?.client && clock === id.clock);
  return letters[at + 1 + (random.chance(0.6) ? 0 : random.below(4))] ?? null;
}

/** What is worked out on paper for several structs is what Yjs makes of each before the next. */
function admitOneByOne(doc: Y.Doc, structs: readonly Struct[]): boolean {
  const copy = new LiveDoc([{ bytes: Y.encodeStateAsUpdate(doc) }]).doc;
  for (const struct of structs) {
    const admitted = admitBytes(copy, encodeUpdate({ structs: [struct], deletes: [] }), everyone, nothing);
    if (!admitted.ok) return false;
    Y.applyUpdate(copy, admitted.value.bytes);
  }
  return true;
}

function deletion(doc: Y.Doc, random: SeededRandom): Uint8Array {
  const vector = Y.encodeStateVector(doc);
  const text = doc.getText("intitule");
  if (text.length > 0) text.delete(random.below(text.length), 1);
  return Y.encodeStateAsUpdate(doc, vector);
}

/** Takes updates as chance has it, each behind what it needs; admission says the same of each of them in any order. */
function inAnotherOrder(updates: readonly Uint8Array[], random: SeededRandom): string {
  const doc = new LiveDoc([]).doc;
  let left = updates.toSorted(() => random.below(3) - 1);
  while (left.length > 0) {
    const waiting: Uint8Array[] = [];
    for (const update of left) {
      const admitted = admitBytes(doc, update, everyone, nothing);
      if (admitted.ok) Y.applyUpdate(doc, admitted.value.bytes);
      else if (admitted.code === "lacune") waiting.push(update);
      else throw new Error(`admitted in one order, ${admitted.code} in another`);
    }
    if (waiting.length === left.length) throw new Error("updates that wait for each other");
    left = waiting;
  }
  return doc.getText("intitule").toString();
}

function intituleOf(updates: readonly Uint8Array[]): string {
  return new LiveDoc(updates.map((bytes) => ({ bytes }))).doc.getText("intitule").toString();
}

it("nothing that a page of Yjs does is ever refused: typing, marks, paragraphs, undo and redo, offline for long", () => {
  const total = { updates: 0, undone: 0 };
  for (const seed of seedsToRun(60)) {
    const random = new SeededRandom(seed);
    const server = new LiveDoc([]);
    const seedPage = new Y.Doc();
    seedPage.clientID = 99;
    for (const section of TEXT_SECTIONS.slice(0, 2)) addParagraph(seedPage, section, "Un début.");
    Y.applyUpdate(server.doc, Y.encodeStateAsUpdate(seedPage));
    const pages = Array.from({ length: 3 }, (_, index) => new Page(100 + index, server.doc));
    for (let i = 0; i < 200; i++) {
      const page = random.pick(pages);
      if (random.chance(0.25)) {
        page.undoOrRedo(random);
        total.undone += 1;
      } else {
        act(page.doc, random);
        page.undo.stopCapturing();
      }
      if (random.chance(0.1)) page.isOffline = !page.isOffline;
      for (const each of pages) {
        if (!each.isOffline && random.chance(0.6)) total.updates += each.meet(server, random, `seed ${seed}`);
      }
    }
    for (const page of pages) total.updates += page.meet(server, random, `seed ${seed}`);
    for (const page of pages) {
      page.meet(server, random, `seed ${seed}`);
      for (const section of TEXT_SECTIONS) {
        const theirs = page.doc.getXmlFragment(section).toString();
        expect(theirs, `seed ${seed}`).toBe(server.doc.getXmlFragment(section).toString());
      }
    }
  }
  console.log(`· honest pages: ${total.updates} updates, ${total.undone} gestures taken back or made again, 0 refused`);
  expect(total.updates).toBeGreaterThan(1_000);
});

/** A stock page with an undo history: what it deleted itself it does not collect. */
class Page {
  readonly doc = new Y.Doc();
  readonly undo: Y.UndoManager;
  isOffline = false;
  #unsent: Uint8Array[] = [];

  constructor(client: number, server: Y.Doc) {
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(server), "server");
    this.doc.clientID = client;
    const parts = [...TEXT_SECTIONS.map((section) => this.doc.getXmlFragment(section)), this.doc.getText("intitule")];
    this.undo = new Y.UndoManager(parts);
    this.doc.on("update", (update: Uint8Array, origin: unknown) => {
      if (origin !== "server") this.#unsent.push(update);
    });
  }

  undoOrRedo(random: SeededRandom): void {
    if (random.chance(0.6)) this.undo.undo();
    else this.undo.redo();
  }

  /** Sends what was not sent, in one of the ways in which pages do, and hears what it was missing; how much it sent. */
  meet(server: LiveDoc, random: SeededRandom, blame: string): number {
    const ways = [
      () => this.#unsent,
      () => (this.#unsent.length > 0 ? [Y.mergeUpdates(this.#unsent)] : []),
      () => [Y.encodeStateAsUpdate(this.doc, server.stateVector())],
      // A page that was never told what is known.
      () => [Y.encodeStateAsUpdate(this.doc)],
    ];
    const updates = random.pick(ways)();
    for (const update of updates) {
      const admitted = admitBytes(server.doc, update, everyone, nothing);
      if (!admitted.ok) throw new Error(`${blame}: ${admitted.code} for ${Buffer.from(update).toString("hex")}`);
      server.apply(admitted.value.bytes, () => null);
    }
    this.#unsent = [];
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(server.doc, Y.encodeStateVector(this.doc)), "server");
    return updates.length;
  }
}
