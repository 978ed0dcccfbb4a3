import { evictDurableObject } from "cloudflare:test";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import type { FicheInList } from "../../../shared/protocol/http-bodies.ts";
import { POSITION_EVERY_MS } from "../../../shared/protocol/limits.ts";
import { decodeServerFrame, type ServerFrame } from "../../../shared/protocol/server-frames.ts";
import { SeededRandom } from "../../harness/random.ts";
import { addParagraph, RawPage, textOf } from "../../harness/raw-page.ts";
import { connect, documentOf, ficheOf, ORIGIN, signInAs, upgrade } from "../signed-in.ts";

const SECTION = "vigilance";
const PLACES = [SECTION, "freins", "leviers"];
const PERSONAS = ["pilote", "partenaire", "coordinatrice", "habitante"];
const READER = "habitante";
const SLUG = "pays-de-redon";
const GESTURES = 60;
const SEEDS = [20_261_121, 7, 1_789];
let lastClient = 500;

/** A page that keeps what it is shown, as its person would tell it: who is here, which words, what was refused. */
class WatchedPage extends RawPage {
  readonly persona: string;
  readonly seen: string[] = [];
  here = false;
  caret = 0;

  constructor(persona: string, client: number) {
    super(client);
    this.persona = persona;
  }

  override feed(bytes: Uint8Array): void {
    super.feed(bytes);
    const frame = decodeServerFrame(bytes);
    if (frame !== null) this.seen.push(describeFrame(frame));
  }
}

/** Without what differs between two sessions on one fiche: ids and times. */
function describeFrame(frame: ServerFrame): string {
  switch (frame.kind) {
    case "sync_step_1":
      return "asked what it has";
    case "sync_step_2":
      return "synchronised";
    case "update":
      return `words ${lettersIn(frame.update)}`;
    case "presence":
      // A page keeps them by client: their order in a frame is nothing that anyone sees.
      return frame.entries
        .map(({ client, state }) => `${personaOf(client)} ${JSON.stringify(state)}`)
        .sort()
        .join(", ");
    case "ack":
      return `kept up to ${frame.number}`;
    case "refusal":
      return `refused ${frame.number} ${frame.code}`;
    case "event":
      if (frame.event.type === "fiche_changee") return "the fiche changed";
      return frame.event.type === "bienvenue"
        ? `welcome, ${frame.event.writes ? "writes" : "reads"}`
        : `set aside ${JSON.stringify(frame.event.words.map(({ at: _at, id: _id, ...words }) => words))}`;
  }
}

/** Clients are numbered in the order of the people. */
function personaOf(client: number): string {
  return PERSONAS[(client - 501) % PERSONAS.length] ?? "?";
}

function lettersIn(update: Uint8Array): string {
  return Y.decodeUpdate(update)
    .structs.map((struct) =>
      "content" in struct && struct.content instanceof Y.ContentString ? struct.content.str : "·",
    )
    .join("");
}

/** Two people who write, one who coordinates and one who reads, on one fiche; each gesture is waited for. */
class Session {
  readonly pages = PERSONAS.map((persona) => {
    lastClient += 1;
    return new WatchedPage(persona, lastClient);
  });
  readonly #fiche: FicheInList;
  readonly #random: SeededRandom;
  #words = 0;

  constructor(fiche: FicheInList, random: SeededRandom) {
    this.#fiche = fiche;
    this.#random = random;
  }

  /**
   * @param seed of the gestures
   * @param between called behind each gesture, and in the middle of most
   */
  static async play(
    seed: number,
    between: (fiche: FicheInList) => Promise<void>,
  ): Promise<{ seen: string[][]; text: string }> {
    const fiche = await ficheOf(await signInAs("pilote"), SLUG, "1.1");
    const session = new Session(fiche, new SeededRandom(seed));
    const { pages } = session;
    const [pilote] = pages;
    if (pilote === undefined) throw new Error("nobody");
    const middle = () => between(fiche);
    for (const page of pages) await session.#come(page);
    const fragment = pilote.doc.getXmlFragment(SECTION);
    fragment.delete(0, fragment.length);
    await session.#write(pilote, middle);
    // What came before is not of this session.
    for (const page of pages) page.seen.length = 0;
    for (let gesture = 0; gesture < GESTURES; gesture++) {
      await session.#act(middle);
      await between(fiche);
    }
    await session.#sameText(pilote);
    while (pilote.setAside.length > 0) await session.#decide(pilote, middle);
    for (const page of pages) await session.#leave(page);
    return { seen: pages.map(({ seen }) => seen), text: textOf(pilote.doc, SECTION) };
  }

  #act(middle: () => Promise<void>): Promise<void> {
    const gestures = [
      () => this.#write(this.#writer(), middle),
      () => this.#write(this.#writer(), middle),
      () => this.#write(this.#writer(), middle),
      () => this.#move(this.#anyone()),
      () => this.#forge(this.#writer(), middle),
      () => this.#leaveGap(this.#writer(), middle),
      () => this.#babble(this.#anyone(), middle),
      () => this.#writeAsReader(middle),
      () => this.#ask(this.#anyone(), middle),
      () => this.#goAndComeBack(this.#anyone()),
      () => this.#loseWords(),
      () => this.#decide(this.#writer(), middle),
    ];
    return this.#random.pick(gestures)();
  }

  async #write(page: WatchedPage, middle: () => Promise<void>): Promise<void> {
    const paragraphs = page.doc.getXmlFragment(SECTION).length;
    const words = this.#newWords();
    if (paragraphs === 0 || this.#random.chance(0.3)) addParagraph(page.doc, SECTION, words);
    else typeIn(page.doc, this.#random.below(paragraphs), ` ${words}`);
    await middle();
    await this.#sameText(page);
  }

  async #move(page: WatchedPage): Promise<void> {
    page.caret += 1;
    page.sendCaret(this.#random.pick(PLACES), page.caret);
    await page.until("its own caret", () => page.present.has(page.client));
    // What comes too fast is told a quarter of a second later; a timer that waits keeps an object awake.
    await pause(POSITION_EVERY_MS + 50);
  }

  /** Words under somebody else's id. */
  async #forge(page: WatchedPage, middle: () => Promise<void>): Promise<void> {
    const forged = copyOf(page.doc, this.#otherThan(page).client);
    const vector = Y.encodeStateVector(forged);
    addParagraph(forged, SECTION, "Des mots prêtés.");
    await this.#refused(page, middle, () => page.sendUpdate(Y.encodeStateAsUpdate(forged, vector)));
  }

  /** Words that stand on words which never came. */
  async #leaveGap(page: WatchedPage, middle: () => Promise<void>): Promise<void> {
    const doc = copyOf(page.doc, page.client);
    addParagraph(doc, SECTION, "Jamais");
    const vector = Y.encodeStateVector(doc);
    addParagraph(doc, SECTION, "envoyé");
    await this.#refused(page, middle, () => page.sendUpdate(Y.encodeStateAsUpdate(doc, vector)));
  }

  async #babble(page: WatchedPage, middle: () => Promise<void>): Promise<void> {
    await this.#refused(page, middle, () => page.sendRaw(new Uint8Array([250, 1])));
  }

  async #writeAsReader(middle: () => Promise<void>): Promise<void> {
    const reader = this.pages.find(({ persona }) => persona === READER);
    if (reader === undefined) throw new Error("nobody reads");
    const doc = new Y.Doc();
    doc.clientID = reader.client;
    addParagraph(doc, SECTION, "Pas le droit.");
    await this.#refused(reader, middle, () => reader.sendUpdate(Y.encodeStateAsUpdate(doc)));
  }

  async #refused(page: WatchedPage, middle: () => Promise<void>, send: () => void): Promise<void> {
    const before = page.refusals.length;
    send();
    await middle();
    await page.until("a refusal", () => page.refusals.length > before);
  }

  async #ask(page: WatchedPage, middle: () => Promise<void>): Promise<void> {
    const before = page.presenceFrames;
    page.sendRaw(new Uint8Array([3]));
    await middle();
    await page.until("who is here", () => page.presenceFrames > before);
  }

  async #goAndComeBack(page: WatchedPage): Promise<void> {
    await this.#leave(page);
    await this.#come(page);
  }

  /** Somebody writes offline in a paragraph that somebody else removes meanwhile. */
  async #loseWords(): Promise<void> {
    const writer = this.#writer();
    const remover = this.#otherThan(writer);
    const paragraphs = writer.doc.getXmlFragment(SECTION).length;
    if (paragraphs === 0) return;
    const index = this.#random.below(paragraphs);
    await this.#leave(writer);
    const words = this.#newWords();
    typeIn(writer.doc, index, ` ${words}`);
    remover.doc.getXmlFragment(SECTION).delete(index, 1);
    await this.#sameText(remover);
    await this.#come(writer);
    await this.#sameText(writer);
    for (const page of this.#present()) {
      await page.until("the lost words", () => page.setAside.some((each) => each.words.includes(words)));
    }
  }

  async #decide(page: WatchedPage, middle: () => Promise<void>): Promise<void> {
    const [lost] = page.setAside;
    if (lost === undefined) return;
    const fate = this.#random.pick(["remis", "ecarte"] as const);
    page.decide({ id: lost.id, fate, place: SECTION, after: null });
    await middle();
    for (const each of this.#present()) {
      await each.until("the decision", () => each.setAside.every(({ id }) => id !== lost.id));
      if (fate === "remis") await each.until("the words", () => textOf(each.doc, SECTION).includes(lost.words));
    }
  }

  async #come(page: WatchedPage): Promise<void> {
    const path = addressOf(this.#fiche, page);
    connect(await upgrade(path, { cookie: await signInAs(page.persona), origin: ORIGIN }), page);
    page.here = true;
    await page.until("the first synchronisation", () => page.synced);
    for (const other of this.#present()) await other.until("who came", () => other.present.has(page.client));
  }

  async #leave(page: WatchedPage): Promise<void> {
    page.close();
    page.here = false;
    // Whoever left hears nothing more.
    page.present.clear();
    for (const other of this.#present()) await other.until("who left", () => !other.present.has(page.client));
  }

  /** Everything of this page is kept, and everybody sees what it sees. */
  async #sameText(page: WatchedPage): Promise<void> {
    await page.until("the acknowledgement", () => page.unacked === 0);
    const text = textOf(page.doc, SECTION);
    for (const other of this.#present()) await other.until("the words", () => textOf(other.doc, SECTION) === text);
  }

  #newWords(): string {
    this.#words += 1;
    return `mot${this.#words}.`;
  }

  #present(): WatchedPage[] {
    return this.pages.filter(({ here }) => here);
  }

  #anyone(): WatchedPage {
    return this.#random.pick(this.pages);
  }

  #writer(): WatchedPage {
    return this.#random.pick(this.pages.filter(({ persona }) => persona !== READER));
  }

  #otherThan(page: WatchedPage): WatchedPage {
    return this.#random.pick(this.pages.filter((other) => other !== page && other.persona !== READER));
  }
}

function typeIn(doc: Y.Doc, index: number, words: string): void {
  const paragraph = doc.getXmlFragment(SECTION).get(index);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error("a paragraph without text");
  text.insert(text.length, words);
}

function addressOf(fiche: FicheInList, page: RawPage): string {
  return `/api/contrats/${SLUG}/fiches/${fiche.id}/live?client=${page.client}&schema=1`;
}

/** The same text, to be written in by this client. */
function copyOf(doc: Y.Doc, client: number): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  copy.clientID = client;
  return copy;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Drops the object's memory and keeps its sockets, as the runtime does; nothing when it already sleeps. */
async function sleep(fiche: FicheInList): Promise<boolean> {
  try {
    await evictDurableObject(documentOf(fiche));
    return true;
  } catch (error) {
    if (String(error).includes("not currently running")) return false;
    throw error;
  }
}

describe("an object that sleeps in the middle of everything", () => {
  it.each(SEEDS)(
    "shows everyone exactly what one that never sleeps shows (seed %i)",
    async (seed) => {
      const never = await Session.play(seed, async () => {});
      const chance = new SeededRandom(seed + 1);
      let slept = 0;
      const often = await Session.play(seed, async (fiche) => {
        if (chance.chance(0.5) && (await sleep(fiche))) slept += 1;
      });
      expect(slept).toBeGreaterThan(GESTURES / 4);
      expect(often.text).toBe(never.text);
      expect(often.seen).toEqual(never.seen);
      // What was compared holds words, people and a refusal.
      const all = never.seen.flat().join("\n");
      for (const part of ["words ", "kept up to", '"place":"', " null", "identifiant_etranger", '"words":"']) {
        expect(all).toContain(part);
      }
      const people = PERSONAS.length;
      console.log(`· ${GESTURES} gestures of ${people} people, asleep ${slept} times, seen the same (seed ${seed})`);
    },
    60_000,
  );

  it("loses no letter of people who write all at once", async () => {
    const random = new SeededRandom(20_261_121);
    const fiche = await ficheOf(await signInAs("pilote"), SLUG, "1.1");
    const open = async (persona: string): Promise<RawPage> => {
      lastClient += 1;
      const page = new RawPage(lastClient);
      connect(await upgrade(addressOf(fiche, page), { cookie: await signInAs(persona), origin: ORIGIN }), page);
      await page.until("the first synchronisation", () => page.synced);
      return page;
    };
    const pages = [await open("pilote"), await open("partenaire"), await open("coordinatrice")];
    let words = 0;
    for (let gesture = 0; gesture < 150; gesture++) {
      const page = random.pick(pages);
      if (random.chance(0.1)) page.sendCaret(random.pick(PLACES), gesture);
      else if (random.chance(0.05)) page.sendRaw(new Uint8Array([250, 1]));
      else {
        words += 1;
        addParagraph(page.doc, "freins", `mot${gesture}.`);
      }
      if (random.chance(0.1)) await sleep(fiche);
      if (random.chance(0.3)) await pause(random.below(4));
    }
    for (const page of pages) await page.until("every acknowledgement", () => page.unacked === 0);
    await sleep(fiche);
    const expected = textOf((await open("pilote")).doc, "freins");
    for (const page of pages) {
      await page.until("the others' words", () => textOf(page.doc, "freins") === expected);
      expect(page.refusals.map(({ code }) => code).filter((code) => code !== "trame_inconnue")).toEqual([]);
    }
    expect(expected.match(/mot\d+\./g)).toHaveLength(words);
  }, 60_000);
});
