import { expect, it } from "vitest";
import * as Y from "yjs";
import type { AccountId } from "../../shared/ids.ts";
import type { AuthoredRun } from "../../worker/live/authorship.ts";
import { decodeStored } from "../../worker/live/bounded-decoder.ts";
import { SeededRandom } from "../harness/random.ts";
import { addParagraph } from "../harness/raw-page.ts";
import { SimulatedRoom } from "../harness/simulated-room.ts";
import { DeclaringPage } from "./declaring-page.ts";
import { Forger, type Known } from "./forger.ts";
import { FORGERIES_ONCE_SEEN, seedsToRun } from "./seeds.ts";

const SECTION = "constats";
const ACTS = 60;
const WORDS =
  "il ne faut pas fermer la crèche municipale mais garder ouverte chaque école du canton avec nous demain".split(" ");
const WORD = /[\p{L}\p{N}]+/gu;

it("nobody is made to say what they did not, whatever a page says that its letters are", () => {
  const total = { forged: 0, moved: 0, refused: 0 };
  const wrong: string[] = [];
  for (const seed of seedsToRun(60, FORGERIES_ONCE_SEEN)) {
    const session = new Session(seed);
    for (let act = 0; act < ACTS; act++) {
      session.act();
      wrong.push(...session.wrong(total).map((each) => `seed ${seed}, act ${act}: ${each}`));
    }
    total.refused += session.forger.page.refusals.length;
  }
  console.log(
    `· a forger, after each act: ${total.moved} letters moved and still their author's, ${total.forged} hers; none in a sentence that nobody said`,
  );
  expect(wrong.slice(0, 20)).toEqual([]);
  expect(total.refused).toBe(0);
  expect(total.moved).toBeGreaterThan(0);
});

/** Two people write, one forges; what each said is what stood of theirs where they typed it. */
class Session {
  readonly forger: Forger;
  readonly #random: SeededRandom;
  readonly #room: SimulatedRoom;
  readonly #writers: readonly { readonly page: DeclaringPage; readonly account: AccountId }[];
  readonly #said = new Map<AccountId, Set<string>>();

  constructor(seed: number) {
    this.#random = new SeededRandom(seed);
    this.#room = new SimulatedRoom(this.#random);
    this.#writers = [0, 1].map((index) => ({
      page: new DeclaringPage(101 + index),
      account: `wrtr00000000000${index}` as AccountId,
    }));
    this.forger = new Forger(200, this.#random, SECTION);
    for (const { page, account } of this.#writers) this.#room.connect(page, account);
    this.#room.connect(this.forger.page, "mary000000000000" as AccountId);
    this.#settle();
    for (let line = 0; line < 4; line++) this.#type();
  }

  act(): void {
    const random = this.#random;
    const letters = this.#letters();
    if (random.chance(0.2)) this.#type();
    else if (random.chance(0.25)) this.forger.remove();
    else this.forger.act(letters, Array.from({ length: 3 + random.below(4) }, () => random.pick(WORDS)).join(" "));
    if (random.chance(0.7)) this.#settle();
    if (random.chance(0.03)) this.#room.pack();
    if (random.chance(0.05)) this.#room.sleep();
    this.#settle();
    this.#hear();
  }

  /** What is shown as somebody's who never said it. */
  wrong(total: { forged: number; moved: number }): string[] {
    const wrong: string[] = [];
    for (const runs of this.#room.authors(SECTION)) {
      for (const run of runs) {
        if (run.author.startsWith("mary")) total.forged += run.text.length;
        if (run.mover === null) continue;
        total.moved += run.text.length;
        if (!this.#hasSaid(run.author, run.text)) wrong.push(`${run.author} is shown to say « ${run.text} »`);
      }
      for (const three of triples(runs)) {
        if (!this.#hasSaidSpaced(three.author, three.text))
          wrong.push(`${three.author} is made to say « ${three.text} »`);
      }
    }
    return wrong;
  }

  #hasSaid(account: AccountId, text: string): boolean {
    return [...(this.#said.get(account) ?? [])].some((said) => said.includes(text));
  }

  /** The same when others put spaces into their words: those are shown as whose they are, and add no letter. */
  #hasSaidSpaced(account: AccountId, text: string): boolean {
    const letters = withoutSpaces(text);
    return [...(this.#said.get(account) ?? [])].some((said) => withoutSpaces(said).includes(letters));
  }

  #type(): void {
    const { page } = this.#random.pick(this.#writers);
    const words = Array.from({ length: 3 + this.#random.below(8) }, () => this.#random.pick(WORDS)).join(" ");
    addParagraph(page.doc, SECTION, words);
    this.#settle();
    this.#hear();
  }

  #settle(): void {
    while (this.#room.step());
  }

  /** Remembers what stands of each person's own letters, one behind the other. */
  #hear(): void {
    const doc = this.#room.room.text().doc;
    for (const { page, account } of this.#writers) {
      const said = this.#said.get(account) ?? new Set();
      this.#said.set(account, said);
      for (const paragraph of doc.getXmlFragment(SECTION).toArray()) {
        for (const text of paragraph instanceof Y.XmlElement ? paragraph.toArray() : []) {
          let stretch = "";
          for (let item = text instanceof Y.XmlText ? text._start : null; item !== null; item = item.right) {
            if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
            if (item.id.client === page.client) stretch += item.content.str;
            else {
              said.add(stretch);
              stretch = "";
            }
          }
          said.add(stretch);
        }
      }
    }
  }

  /** All that the two ever wrote. */
  #letters(): Known[] {
    const clients = new Set(this.#writers.map(({ page }) => page.client));
    this.#room.room.text();
    return [...this.#room.log().read()]
      .flatMap(({ bytes }) => decodeStored(bytes).structs)
      .filter(({ client }) => clients.has(client))
      .flatMap((struct) =>
        struct.kind === "item" && struct.content.kind === "string"
          ? Array.from(struct.content.text, (letter, i) => ({ letter, client: struct.client, clock: struct.clock + i }))
          : [],
      );
  }
}

function withoutSpaces(text: string): string {
  return text.replace(/\s+/gu, "");
}

/** Three short moved stretches of one person in a row, with nothing but space between: they read as a sentence. */
function* triples(runs: readonly AuthoredRun[]): Generator<{ author: AccountId; text: string }> {
  const isWord = ({ text }: AuthoredRun) => text.match(WORD) !== null;
  const spoken = runs.filter(isWord);
  for (let index = 0; index + 2 < spoken.length; index++) {
    const three = spoken.slice(index, index + 3);
    const [first] = three;
    if (first === undefined || three.some(({ author, mover }) => author !== first.author || mover === null)) continue;
    if (three.some(({ text }) => (text.match(WORD)?.length ?? 0) > 2)) continue;
    yield {
      author: first.author,
      text: runs
        .slice(runs.indexOf(first), runs.indexOf(three[2] ?? first) + 1)
        .map(({ text }) => text)
        .join(""),
    };
  }
}
