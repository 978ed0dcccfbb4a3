import * as encoding from "lib0/encoding";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as Y from "yjs";
import { encodeClientFrame } from "../../shared/protocol/client-frames.ts";
import type { FicheInList } from "../../shared/protocol/http-bodies.ts";
import { FIRST_SYNC_MAX, LIVE_FRAME_MAX, PRESENCE_MAX } from "../../shared/protocol/limits.ts";
import type { LiveRefusal } from "../../shared/protocol/refusals.ts";
import { type RunningServer, startServer } from "../harness/dev-server.ts";
import {
  attribute,
  deleted,
  format,
  gc,
  letters,
  makeUpdate,
  nested,
  paragraph,
  skip,
  string,
} from "../harness/hostile.ts";
import {
  type Connected,
  connectPage,
  findFiche,
  liveAddress,
  openSocket,
  type SignedIn,
  signIn,
} from "../harness/live-client.ts";
import { addParagraph, RawPage, typeAtEnd } from "../harness/raw-page.ts";
import { readStored } from "../harness/stored-document.ts";

const SLUG = "challans-gois-ocean-marais-de-monts";
/** A client id that nobody was ever given. */
const NOBODY = 4_000_000_001;
const BOMB = 2 ** 30;

let server: RunningServer;
let fiche: FicheInList;
/** For what would leave something behind. */
let other: FicheInList;
let hostile: SignedIn;
/** Two people who write honestly all along. */
let pilote: Connected;
let coordinatrice: Connected;
beforeAll(async () => {
  server = await startServer({ demonstration: true });
  fiche = await findFiche(await signIn(server.url, "pilote"), SLUG, "2.1");
  other = await findFiche(await signIn(server.url, "partenaire"), SLUG, "2.2");
  hostile = await signIn(server.url, "partenaire");
  pilote = await connectPage(await signIn(server.url, "pilote"), SLUG, fiche);
  coordinatrice = await connectPage(await signIn(server.url, "coordinatrice"), SLUG, fiche);
});
afterAll(() => server.stop());

/**
 * Lets a hostile page do one thing. Whatever it is, nothing of it is stored, the others hear nothing, and they go on
 * writing to each other.
 */
async function withoutATrace(attack: (page: RawPage, connected: Connected) => Promise<void>): Promise<void> {
  const connected = await connectPage(hostile, SLUG, fiche);
  const { page } = connected;
  const before = readStored(server.dataDir, fiche.id);
  const texts = [pilote, coordinatrice].map((each) => Y.encodeStateAsUpdate(each.page.doc));
  await attack(page, connected);
  expect(readStored(server.dataDir, fiche.id)).toEqual(before);
  expect([pilote, coordinatrice].map((each) => Y.encodeStateAsUpdate(each.page.doc))).toEqual(texts);
  page.close();

  typeAtEnd(pilote.page.doc, "freins", "-");
  const vector = Y.encodeStateVector(pilote.page.doc);
  await pilote.page.until("the acknowledgement", () => pilote.page.unacked === 0);
  await coordinatrice.page.until("the pilote's letter", () => isSame(coordinatrice.page.doc, vector));
  const { page: newcomer } = await connectPage(hostile, SLUG, fiche);
  expect(Y.encodeStateVector(newcomer.doc)).toEqual(vector);
  newcomer.close();
  expect([...pilote.page.refusals, ...coordinatrice.page.refusals]).toEqual([]);
}

function isSame(doc: Y.Doc, vector: Uint8Array): boolean {
  return Buffer.from(Y.encodeStateVector(doc)).equals(Buffer.from(vector));
}

/** The update of a gesture that is made on a copy of the page's text, under a client id. */
function gesture(page: RawPage, client: number, change: (doc: Y.Doc) => void): Uint8Array {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(page.doc));
  copy.clientID = client;
  const vector = Y.encodeStateVector(copy);
  copy.transact(() => change(copy));
  return Y.encodeStateAsUpdate(copy, vector);
}

function firstText(doc: Y.Doc): Y.XmlText {
  const first = doc.getXmlFragment("constats").get(0);
  const text = first instanceof Y.XmlElement ? first.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error("the demonstration's fiche has no first paragraph");
  return text;
}

/** What one hostile update holds, and the name that its refusal must have. */
type Attack = readonly [what: string, code: LiveRefusal, update: (page: RawPage) => Uint8Array];

const attacks: readonly Attack[] = [
  ["words under another person's id", "identifiant_etranger", (page) => gesture(page, pilote.page.client, someWords)],
  ["words under an id that nobody has", "identifiant_etranger", (page) => gesture(page, NOBODY, someWords)],
  [
    "one's own words, and with them words of somebody else that never came",
    "identifiant_etranger",
    (page) => {
      const theirs = gesture(page, pilote.page.client, someWords);
      const copy = new Y.Doc();
      Y.applyUpdate(copy, Y.mergeUpdates([Y.encodeStateAsUpdate(page.doc), theirs]));
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

function someWords(doc: Y.Doc): void {
  addParagraph(doc, "freins", "Des mots qui ne doivent pas passer.");
}

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

function block(client: number, ...bodies: Parameters<typeof makeUpdate>[0][number]["bodies"]) {
  return { client, clock: 0, bodies };
}

function bytes(...values: number[]): Uint8Array {
  return new Uint8Array(values);
}

function varUint(value: number): Uint8Array {
  return encoding.encode((encoder) => encoding.writeVarUint(encoder, value));
}

/** Sends one update; the answer is its refusal by this name. */
async function refusal(page: RawPage, code: LiveRefusal, update: Uint8Array): Promise<void> {
  await answered(page, update);
  expect(page.refusals).toEqual([{ number: page.sent, code }]);
}

describe("a hostile update is refused by its name, and leaves nothing behind", () => {
  it.each(attacks)("%s", (_, code, update) => withoutATrace((page) => refusal(page, code, update(page))));

  it("two ids of one person that stand on each other", async () => {
    const twin = await connectPage(hostile, SLUG, fiche);
    await withoutATrace(async (page) => {
      page.presentTickets(twin.page.tickets.filter(({ client }) => client === twin.page.client));
      const ids = [page.client, twin.page.client] as const;
      const [low, high] = ids[0] < ids[1] ? ids : [ids[1], ids[0]];
      const on = (client: number) => letters({ client, clock: 0 }, null, "x");
      await refusal(page, "hors_modele", makeUpdate([block(high, on(low)), block(low, on(high))]));
    });
    twin.page.close();
  });

  it("the same as a stock client sends it", async () => {
    await withoutATrace(async (page) => {
      const update = gesture(page, pilote.page.client, someWords);
      page.sendRaw(encodeClientFrame({ kind: "update", update }));
      await page.until("the refusal", () => page.refusals.length > 0);
      expect(page.refusals).toEqual([{ number: 0, code: "identifiant_etranger" }]);
    });
  });

  it("cut anywhere", async () => {
    await withoutATrace(async (page) => {
      const whole = gesture(page, page.client, someWords);
      // Fewer than the fiftieth refusal, which closes.
      const lengths = Array.from({ length: 40 }, (_, index) => Math.floor((index * whole.length) / 40));
      for (const length of lengths) page.sendUpdate(whole.subarray(0, length));
      await page.until("the refusals", () => page.refusals.length === lengths.length);
      expect(new Set(page.refusals.map(({ code }) => code))).toEqual(new Set(["hors_modele"]));
    });
  });
});

describe("the same id twice", () => {
  it("with the same words, is acknowledged and not stored: a page that was cut off says it again", async () => {
    const { page } = await connectPage(hostile, SLUG, fiche);
    const update = gesture(page, page.client, (doc) => addParagraph(doc, "freins", "Une fois."));
    page.sendUpdate(update);
    await page.until("the acknowledgement", () => page.acked === 1);
    const before = readStored(server.dataDir, fiche.id);
    page.sendUpdate(update);
    page.sendUpdate(Y.mergeUpdates([update, update]));
    await page.until("the acknowledgements", () => page.acked === 3);
    expect(readStored(server.dataDir, fiche.id)).toEqual(before);
    expect(page.refusals).toEqual([]);
    page.close();
  });

  const twice = ["Autre chose là.", "Autre chose là, et plus encore.", "Ce qui"] as const;
  it.each(twice)("with other words, is refused: %s", async (words) => {
    const { page } = await connectPage(hostile, SLUG, other);
    page.sendUpdate(gesture(page, page.client, (doc) => addParagraph(doc, "freins", "Ce qui fut dit.")));
    await page.until("the acknowledgement", () => page.acked === 1);
    const before = readStored(server.dataDir, other.id);
    const isPart = "Ce qui fut dit.".startsWith(words);
    await answered(
      page,
      gesture(page, page.client, (doc) => addParagraph(doc, "freins", words)),
    );
    page.close();
    expect(readStored(server.dataDir, other.id)).toEqual(before);
    expect(page.refusals).toEqual(isPart ? [] : [{ number: 2, code: "identifiant_en_double" }]);
  });

  it("with other words where the first were deleted since, is refused: the log has them", async () => {
    const { page } = await connectPage(hostile, SLUG, other);
    const paragraphs = page.doc.getXmlFragment("freins").length;
    addParagraph(page.doc, "freins", "Ce qui fut dit et retiré.");
    page.doc.getXmlFragment("freins").delete(paragraphs, 1);
    await page.until("the acknowledgements", () => page.unacked === 0);
    const before = readStored(server.dataDir, other.id);
    const copy = new Y.Doc();
    copy.clientID = page.client;
    addParagraph(copy, "freins", "Ce qui fut tu et retiré.");
    const { refusals, sent } = page;
    await answered(page, Y.encodeStateAsUpdate(copy));
    page.close();
    expect(readStored(server.dataDir, other.id)).toEqual(before);
    expect(refusals).toEqual([{ number: sent + 1, code: "identifiant_en_double" }]);
  });
});

/** Sends one update and waits for what becomes of it. */
async function answered(page: RawPage, update: Uint8Array): Promise<void> {
  const number = page.sendUpdate(update);
  await page.until("an answer", () => page.refusals.length > 0 || page.acked === number);
}

describe("a hostile frame is refused by its name, and leaves nothing behind", () => {
  const words = (page: RawPage) => encodeClientFrame({ kind: "update", update: gesture(page, page.client, someWords) });
  const numbered = (page: RawPage, number: number) =>
    encodeClientFrame({ kind: "numbered_update", number, update: gesture(page, page.client, someWords) });
  const frames: readonly (readonly [what: string, code: LiveRefusal, frame: (page: RawPage) => Uint8Array | string])[] =
    [
      ["empty", "trame_invalide", () => bytes()],
      ["a text", "trame_invalide", () => "bonjour"],
      ["an empty text", "trame_invalide", () => ""],
      ["an unknown type", "trame_inconnue", () => varUint(250)],
      ["a type of y-websocket that does not exist here", "trame_inconnue", () => bytes(2, 0)],
      ["a type that only servers send", "trame_inconnue", () => bytes(101, 1)],
      ["an unknown step", "trame_inconnue", () => bytes(0, 9)],
      ["a type of ten bytes", "trame_invalide", () => bytes(...Array(10).fill(255), 1)],
      ["two messages", "trame_invalide", (page) => new Uint8Array([...words(page), ...words(page)])],
      ["a message and a byte", "trame_invalide", (page) => new Uint8Array([...numbered(page, 1), 0])],
      ["cut in its update", "trame_invalide", (page) => words(page).slice(0, -3)],
      ["cut in its number", "trame_invalide", () => bytes(100, 255)],
      ["a number beyond what numbers hold", "trame_invalide", () => bytes(100, ...Array(9).fill(255), 1, 0)],
      ["a length beyond its end", "trame_invalide", () => bytes(0, 2, ...varUint(BOMB), 1, 2, 3)],
      [
        "a state vector that is not one",
        "trame_invalide",
        () => encodeClientFrame({ kind: "sync_step_1", stateVector: bytes(9, 9) }),
      ],
      [
        "a state vector of a billion",
        "trame_invalide",
        () => encodeClientFrame({ kind: "sync_step_1", stateVector: varUint(BOMB) }),
      ],
      ["presence that is not one", "trame_invalide", () => bytes(1, 3, 1, 2, 3)],
      ["presence of a billion, it says", "trame_invalide", () => bytes(1, 5, ...varUint(BOMB))],
      [
        "presence of 2,000 client ids",
        "presence_refusee",
        () =>
          encodeClientFrame({
            kind: "presence",
            entries: Array.from({ length: 2_000 }, (_, index) => ({ client: NOBODY + index, clock: 1, state: null })),
          }),
      ],
      [
        "a presence larger than any caret",
        "trame_trop_grande",
        ({ client }) =>
          encodeClientFrame({
            kind: "presence",
            entries: [{ client, clock: 1, state: { place: "x".repeat(PRESENCE_MAX) } }],
          }),
      ],
    ];
  it.each(frames)("%s", async (_, code, frame) => {
    await withoutATrace(async (page, { socket }) => {
      socket.send(frame(page));
      await page.until("the refusal", () => page.refusals.length > 0);
      expect(page.refusals).toEqual([{ number: 0, code }]);
    });
  });

  it("larger than a live frame may be, once it brought what it had", async () => {
    await withoutATrace(async (page) => {
      await answered(page, makeUpdate([]));
      page.sendRaw(new Uint8Array(LIVE_FRAME_MAX + 1));
      await page.until("the refusal", () => page.refusals.length > 0);
      expect(page.refusals).toEqual([{ number: 0, code: "trame_trop_grande" }]);
    });
  });

  it("larger than a first synchronisation may be; one that is not yet that large passes", async () => {
    const address = liveAddress(server.url, SLUG, fiche, "?client=4000000100&schema=1");
    const socket = openSocket(address, { cookie: hostile.cookie, origin: hostile.url });
    const page = new RawPage(4_000_000_100);
    socket.on("message", (data: Buffer) => page.feed(data));
    await new Promise((resolve) => socket.once("open", resolve));
    const before = readStored(server.dataDir, fiche.id);
    socket.send(new Uint8Array(FIRST_SYNC_MAX + 1));
    await page.until("the refusal", () => page.refusals.length === 1);
    socket.send(new Uint8Array(FIRST_SYNC_MAX));
    await page.until("the refusal", () => page.refusals.length === 2);
    expect(page.refusals.map(({ code }) => code)).toEqual(["trame_trop_grande", "trame_invalide"]);
    expect(readStored(server.dataDir, fiche.id)).toEqual(before);
    socket.close();
  });

  it("too large for the runtime itself", async () => {
    const senders: Connected[] = [];
    await withoutATrace(async (_, connected) => {
      senders.push(connected);
      connected.socket.send(new Uint8Array(33 * 1024 * 1024));
    });
    // The runtime closes it with 1009, and takes many seconds over it.
    for (const { socket } of senders) socket.terminate();
  });

  it("for the fiftieth time: its sender is closed for good, nobody else", async () => {
    await withoutATrace(async (page, { closed }) => {
      for (let i = 0; i < 60; i++) page.sendRaw(bytes(250));
      expect(await closed).toBe(4429);
      expect(page.refusals.length).toBe(50);
    });
  });
});

describe("presence", () => {
  const forged = { id: "c9b14dfgpfnax6kj", name: "La préfète", color: 1, writes: true };
  const told = () => JSON.stringify([...pilote.page.present]);

  it("with a name is refused: who somebody is, the server says", async () => {
    await withoutATrace(async (page) => {
      page.sendCaret("freins", 1, { user: forged, name: "La préfète" });
      await page.until("the refusal", () => page.refusals.length > 0);
      expect(page.refusals).toEqual([{ number: 0, code: "presence_refusee" }]);
      page.sendCaret("vigilance", 2);
      await pilote.page.until("the caret behind it", () => told().includes("vigilance"));
      expect(told()).not.toContain("La préfète");
    });
  });

  it("of somebody else is refused, and moves nobody", async () => {
    await withoutATrace(async (page) => {
      await pilote.page.until("the newcomer", () => pilote.page.present.has(page.client));
      const before = coordinatrice.page.present.get(pilote.page.client);
      const entries = [
        { client: pilote.page.client, clock: 1_000_000, state: null },
        { client: NOBODY, clock: 1, state: { place: "freins", user: forged } },
      ];
      for (const entry of entries) page.sendRaw(encodeClientFrame({ kind: "presence", entries: [entry] }));
      await page.until("the refusals", () => page.refusals.length === 2);
      expect(new Set(page.refusals.map(({ code }) => code))).toEqual(new Set(["presence_refusee"]));
      page.sendCaret("vigilance", 1);
      const hers = () => JSON.stringify(coordinatrice.page.present.get(page.client));
      await coordinatrice.page.until("the caret behind it", () => hers()?.includes("vigilance"));
      expect(coordinatrice.page.present.get(pilote.page.client)).toEqual(before);
      expect(coordinatrice.page.present.has(NOBODY)).toBe(false);
    });
  });

  it("as a stock client says it, with its own name and what it heard of others, keeps its place alone", async () => {
    const client = 4_000_000_200;
    const address = liveAddress(server.url, SLUG, fiche, `?client=${client}`);
    const socket = openSocket(address, { cookie: hostile.cookie, origin: hostile.url });
    await new Promise((resolve) => socket.once("open", resolve));
    const before = coordinatrice.page.present.get(pilote.page.client);
    socket.send(
      encodeClientFrame({
        kind: "presence",
        entries: [
          { client: pilote.page.client, clock: 1_000_000, state: null },
          { client, clock: 1, state: { place: "freins", user: forged } },
        ],
      }),
    );
    const its = () => JSON.stringify(coordinatrice.page.present.get(client));
    await coordinatrice.page.until("its caret", () => its()?.includes("freins"));
    expect(its()).not.toContain("La préfète");
    expect(coordinatrice.page.present.get(pilote.page.client)).toEqual(before);
    socket.close();
  });
});
