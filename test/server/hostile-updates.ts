import * as Y from "yjs";
import type { LiveRefusal } from "../../shared/protocol/refusals.ts";
import {
  attribute,
  BOMB,
  block,
  bytes,
  deleted,
  format,
  gc,
  letters,
  makeUpdate,
  nested,
  paragraph,
  skip,
  string,
  varUint,
} from "../harness/hostile.ts";
import { firstText, gesture, NOBODY, someWords } from "../harness/hostile-stage.ts";
import type { RawPage } from "../harness/raw-page.ts";

/** What one hostile update holds, and the name that its refusal must have. `theirs`: the client id of somebody else who is here. */
export type Attack = readonly [what: string, code: LiveRefusal, update: (page: RawPage, theirs: number) => Uint8Array];

/** What nobody may send, one by one. */
export const attacks: readonly Attack[] = [
  ["words under another person's id", "identifiant_etranger", (page, theirs) => gesture(page, theirs, someWords)],
  ["words under an id that nobody has", "identifiant_etranger", (page) => gesture(page, NOBODY, someWords)],
  [
    "one's own words, and with them words of somebody else that never came",
    "identifiant_etranger",
    (page, theirs) => {
      const unsent = gesture(page, theirs, someWords);
      const copy = new Y.Doc();
      Y.applyUpdate(copy, Y.mergeUpdates([Y.encodeStateAsUpdate(page.doc), unsent]));
      copy.clientID = page.client;
      const vector = Y.encodeStateVector(page.doc);
      someWords(copy);
      return Y.encodeStateAsUpdate(copy, vector);
    },
  ],
  [
    "one's own words that stand on words that never came",
    "lacune",
    (page) => {
      const copy = new Y.Doc();
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(page.doc));
      copy.clientID = NOBODY;
      firstText(copy).insert(0, "socle");
      copy.clientID = page.client;
      const vector = Y.encodeStateVector(copy);
      firstText(copy).insert(3, "dessus");
      return Y.encodeStateAsUpdate(copy, vector);
    },
  ],
  [
    "a second update without the first",
    "lacune",
    (page) => {
      const copy = new Y.Doc();
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(page.doc));
      copy.clientID = page.client;
      someWords(copy);
      const vector = Y.encodeStateVector(copy);
      someWords(copy);
      return Y.encodeStateAsUpdate(copy, vector);
    },
  ],
  ["a deletion of what nobody wrote", "lacune", () => makeUpdate([], [{ client: NOBODY, ranges: [[0, 5]] }])],
  [
    "a deletion of more than there is",
    "lacune",
    (page) => makeUpdate([], [{ client: knownClient(page), ranges: [[0, BOMB]] }]),
  ],
  [
    "an unknown root",
    "hors_modele",
    (page) => gesture(page, page.client, (doc) => doc.getText("ailleurs").insert(0, "x")),
  ],
  [
    "a script as a node",
    "hors_modele",
    (page) =>
      gesture(page, page.client, (doc) => doc.getXmlFragment("constats").insert(0, [new Y.XmlElement("script")])),
  ],
  [
    "a script as a link",
    "hors_modele",
    (page) =>
      gesture(page, page.client, (doc) => firstText(doc).format(0, 2, { link: { href: "javascript:alert(1)" } })),
  ],
  [
    "an attribute that runs",
    "hors_modele",
    (page) =>
      gesture(page, page.client, (doc) => {
        const first = doc.getXmlFragment("constats").get(0);
        if (first instanceof Y.XmlElement) first.setAttribute("onclick", "alert(1)");
      }),
  ],
  [
    "2,000 client ids",
    "identifiant_etranger",
    () =>
      makeUpdate(
        Array.from({ length: 2_000 }, (_, index) => ({
          client: NOBODY + index,
          clock: 0,
          bodies: [paragraph("freins")],
        })),
      ),
  ],
  [
    "deletions of 2,000 client ids",
    "lacune",
    () =>
      makeUpdate(
        [],
        Array.from({ length: 2_000 }, (_, index) => ({ client: NOBODY + index, ranges: [[0, 1]] })),
      ),
  ],
  [
    "one client id twice",
    "hors_modele",
    ({ client }) => makeUpdate([block(client, paragraph("freins")), block(client, gc(1))]),
  ],
  [
    "a bomb: a billion letters missing",
    "lacune",
    ({ client }) => makeUpdate([block(client, skip(BOMB), paragraph("freins"))]),
  ],
  ["a clock beyond 31 bits", "hors_modele", ({ client }) => makeUpdate([{ client, clock: 2 ** 31, bodies: [gc(1)] }])],
  [
    "a clock beyond what numbers hold",
    "hors_modele",
    ({ client }) => bytes(1, 1, ...varUint(client), ...Array(9).fill(255), 1),
  ],
  [
    "a clock far ahead",
    "lacune",
    ({ client }) => makeUpdate([{ client, clock: 2 ** 30, bodies: [paragraph("freins")] }]),
  ],
  [
    "clocks that go beyond 31 bits on the way",
    "hors_modele",
    ({ client }) => makeUpdate([{ client, clock: 2 ** 31 - 2, bodies: [gc(9)] }]),
  ],
  [
    "a client id beyond 32 bits",
    "hors_modele",
    () => makeUpdate([{ client: 2 ** 32, clock: 0, bodies: [paragraph("freins")] }]),
  ],
  ["no letter at all: a text", "hors_modele", ({ client }) => makeUpdate([block(client, string("intitule", ""))])],
  ["no letter at all: gone", "hors_modele", ({ client }) => makeUpdate([block(client, gc(0))])],
  ["no letter at all: deleted", "hors_modele", ({ client }) => makeUpdate([block(client, deleted("freins", 0))])],
  [
    "no letter at all: a deletion",
    "hors_modele",
    (page) => makeUpdate([], [{ client: knownClient(page), ranges: [[0, 0]] }]),
  ],
  [
    "a billion structs, it says",
    "hors_modele",
    ({ client }) => makeUpdate([{ client, clock: 0, bodies: [], count: BOMB }]),
  ],
  ["a billion clients, it says", "hors_modele", () => bytes(...varUint(BOMB))],
  [
    "values 100,000 deep",
    "hors_modele",
    ({ client }) =>
      makeUpdate([block(client, paragraph("freins"), attribute({ client, clock: 0 }, "genre", nested(100_000)))]),
  ],
  [
    "JSON 100,000 deep",
    "hors_modele",
    ({ client }) =>
      makeUpdate([block(client, format("freins", "link", `${"[".repeat(100_000)}${"]".repeat(100_000)}`))]),
  ],
  [
    "something behind the update",
    "hors_modele",
    (page) => new Uint8Array([...gesture(page, page.client, someWords), 0]),
  ],
  ["nothing", "hors_modele", () => bytes()],
  [
    "letters between two that others were seen between",
    "hors_modele",
    (page) => {
      const [first, last] = ends(firstText(page.doc));
      return makeUpdate([block(page.client, letters(first, last, "x"))]);
    },
  ],
  [
    "letters between those of two paragraphs",
    "hors_modele",
    (page) => {
      const [, last] = ends(firstText(page.doc));
      return makeUpdate([block(page.client, letters(last, ends(page.doc.getText("intitule"))[0], "x"))]);
    },
  ],
  [
    "a bomb: 8,000 letters crosswise, which Yjs would place for seconds",
    "hors_modele",
    (page) => {
      const [first, last] = ends(firstText(page.doc));
      const length = last.clock - first.clock + 1;
      const somewhere = (index: number) => ({
        client: first.client,
        clock: first.clock + 1 + ((index * 7) % (length - 1)),
      });
      const crosswise = Array.from({ length: 8_000 }, (_, index) => letters(null, somewhere(index), "x"));
      return makeUpdate([block(page.client, ...crosswise)]);
    },
  ],
  [
    "a bomb: a billion letters gone, in six bytes",
    "hors_modele",
    ({ client }) => makeUpdate([block(client, gc(BOMB))]),
  ],
  [
    "a bomb: a billion letters deleted",
    "hors_modele",
    ({ client }) => makeUpdate([block(client, deleted("freins", BOMB))]),
  ],
  [
    "a bomb: a deletion said 60,000 times",
    "hors_modele",
    (page) =>
      makeUpdate([], [{ client: knownClient(page), ranges: Array.from({ length: 60_000 }, () => [0, 1] as const) }]),
  ],
];

/** The first and the last letter of what somebody wrote in one go at the start of a text. */
function ends(text: Y.XmlText | Y.Text): [Y.ID, Y.ID] {
  const first = text._start;
  if (first === null || first.length < 3) throw new Error("the demonstration's text begins otherwise");
  return [first.id, first.lastId];
}

/** Somebody who wrote in this text. */
function knownClient(page: RawPage): number {
  for (const client of page.doc.store.clients.keys()) return client;
  throw new Error("an empty text");
}
