import * as Y from "yjs";
import type { EngagementPart } from "../../shared/editor/canonical.ts";
import type { AccountId } from "../../shared/ids.ts";
import { RESTATES } from "../../web/live/own-changes.ts";
import type { SeededRandom } from "../harness/random.ts";
import { addParagraph } from "../harness/raw-page.ts";
import type { SimulatedRoom } from "../harness/simulated-room.ts";
import { DeclaringPage } from "./declaring-page.ts";

const SECTIONS = ["constats", "freins"] as const;
export const PARTS = [...SECTIONS, "intitule"] as const;

/** What is never to be read again once it was masked: nobody writes it a second time. */
export interface Secret {
  readonly words: string;
  readonly part: EngagementPart;
}

/** People at their pages, who write, move and remove words in two sections and the intitulé, and now and then a secret. */
export class MaskingPages {
  readonly secrets: Secret[] = [];
  readonly #room: SimulatedRoom;
  readonly #random: SeededRandom;
  readonly #pages = [101, 102, 103].map((client) => new DeclaringPage(client));

  constructor(room: SimulatedRoom, random: SeededRandom) {
    this.#room = room;
    this.#random = random;
    this.connect();
    this.settle();
    for (const section of SECTIONS) {
      addParagraph(this.#page().doc, section, "Un premier constat, assez long pour qu'on y écrive.");
      this.settle();
    }
  }

  connect(): void {
    for (const page of this.#pages) this.#room.connect(page, `wrtr000000000${page.client}` as AccountId);
  }

  settle(): void {
    while (this.#room.step());
  }

  /** Somebody does something. */
  act(): void {
    this.#random.pick(this.#gestures)();
  }

  readonly #gestures = [
    () => this.#type("des mots "),
    () => this.#type("encore des mots, "),
    () => this.#typeSecret(false),
    () => this.#typeSecret(true),
    () => this.#erase(),
    () => this.#erase(),
    () => this.#mark(),
    () => addParagraph(this.#page().doc, this.#random.pick(SECTIONS), "Un autre constat."),
    () => this.#removeParagraph(),
    () => this.#split(),
    () => this.#sentence(),
  ];

  #page(): DeclaringPage {
    return this.#random.pick(this.#pages);
  }

  #text(page: DeclaringPage, section: string): Y.XmlText | null {
    const lines = page.doc.getXmlFragment(section).toArray();
    if (lines.length === 0) return null;
    const line = this.#random.pick(lines);
    const text = line instanceof Y.XmlElement ? line.get(0) : null;
    return text instanceof Y.XmlText ? text : null;
  }

  #type(words: string): void {
    const page = this.#page();
    const text = this.#text(page, this.#random.pick(SECTIONS));
    text?.insert(this.#random.below(text.length + 1), words);
  }

  #typeSecret(keyByKey: boolean): void {
    const page = this.#page();
    const part = this.#random.pick(SECTIONS);
    const text = this.#text(page, part);
    if (text === null) return;
    const words = this.#secret(part);
    const at = this.#random.below(text.length + 1);
    if (!keyByKey) text.insert(at, words);
    else for (const [index, key] of [...words].entries()) text.insert(at + index, key);
  }

  #sentence(): void {
    const text = this.#page().doc.getText("intitule");
    if (this.#random.chance(0.3)) text.insert(this.#random.below(text.length + 1), this.#secret("intitule"));
    else if (text.length > 10) text.delete(this.#random.below(text.length - 4), 4);
    else text.insert(text.length, "Un intitulé ");
  }

  #secret(part: EngagementPart): string {
    const words = `Zorb${this.secrets.length}Qé`;
    this.secrets.push({ words, part });
    return words;
  }

  #erase(): void {
    const text = this.#text(this.#page(), this.#random.pick(SECTIONS));
    if (text === null || text.length < 8) return;
    text.delete(this.#random.below(text.length - 6), 1 + this.#random.below(6));
  }

  #mark(): void {
    const text = this.#text(this.#page(), this.#random.pick(SECTIONS));
    if (text === null || text.length < 8) return;
    text.format(
      this.#random.below(text.length - 6),
      6,
      this.#random.pick([{ strong: {} }, { em: {} }, { strong: null }]),
    );
  }

  #removeParagraph(): void {
    const fragment = this.#page().doc.getXmlFragment(this.#random.pick(SECTIONS));
    if (fragment.length > 2) fragment.delete(this.#random.below(fragment.length), 1);
  }

  /** By somebody who sees all that was done: a page that had not heard of a masking would write the words again. */
  #split(): void {
    this.settle();
    const page = this.#page();
    const section = this.#random.pick(SECTIONS);
    const text = this.#text(page, section);
    if (text === null || text.length < 4) return;
    const at = 1 + this.#random.below(text.length - 2);
    const words = plain(text).slice(at);
    const ids = idsFrom(text, at);
    page.doc.transact((transaction) => {
      text.delete(at, words.length);
      const clock = Y.getState(page.doc.store, page.client);
      addParagraph(page.doc, section, words);
      let to = Y.getState(page.doc.store, page.client) - words.length;
      if (to < clock) throw new Error("other words than were written");
      transaction.meta.set(
        RESTATES,
        ids.map(({ client: of, clock: from, length }) => {
          const declared = { client: page.client, clock: to, length, from: { client: of, clock: from } };
          to += length;
          return declared;
        }),
      );
    });
    this.settle();
  }
}

/** The letters of a text, without its marks. */
function plain(text: Y.XmlText): string {
  // Yjs types a delta as `any`; ours are letters only.
  return (text.toDelta() as { insert: string }[]).map(({ insert }) => insert).join("");
}

/** The ids of its letters from one on. */
function idsFrom(text: Y.XmlText, from: number): { client: number; clock: number; length: number }[] {
  let start = 0;
  const ids: { client: number; clock: number; length: number }[] = [];
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    const first = Math.max(from, start);
    const length = start + item.length - first;
    if (length > 0) ids.push({ client: item.id.client, clock: item.id.clock + (first - start), length });
    start += item.length;
  }
  return ids;
}
