import * as Y from "yjs";
import type { FicheInList } from "../../../shared/protocol/http-bodies.ts";
import { SeededRandom } from "../../harness/random.ts";
import { addParagraph, type RawPage, textOf } from "../../harness/raw-page.ts";
import { connect, ficheOf, ORIGIN, signInAs, upgrade } from "../signed-in.ts";
import { nextClient, PERSONAS, WatchedPage } from "./watched-page.ts";

const SECTION = "vigilance";
/** Where carets go. */
export const PLACES = [SECTION, "freins", "leviers"];
const READER = "habitante";
/** The contrat of the demonstration in which it happens. */
export const SLUG = "pays-de-redon";
/** How many gestures a session is. */
export const GESTURES = 60;

/** Two people who write, one who coordinates and one who reads, on one fiche; each gesture is waited for. */
export class Session {
  readonly pages = PERSONAS.map((persona) => new WatchedPage(persona, nextClient()));
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
    // What comes too fast is told a quarter of a second later; a timer that waits keeps an object awake.
    await page.until("its own caret", () => page.echoed === page.caret);
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

/** Of a fiche's live path, for a page. */
export function addressOf(fiche: FicheInList, page: RawPage): string {
  return `/api/contrats/${SLUG}/fiches/${fiche.id}/live?client=${page.client}&schema=1`;
}

/** The same text, to be written in by this client. */
function copyOf(doc: Y.Doc, client: number): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  copy.clientID = client;
  return copy;
}
