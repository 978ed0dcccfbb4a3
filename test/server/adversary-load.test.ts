import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import * as Y from "yjs";
import { encodeClientFrame } from "../../shared/protocol/client-frames.ts";
import type { FicheInList } from "../../shared/protocol/http-bodies.ts";
import { LIVE_FRAME_MAX } from "../../shared/protocol/limits.ts";
import type { LiveRefusal } from "../../shared/protocol/refusals.ts";
import { type RunningServer, startServer } from "../harness/dev-server.ts";
import { attribute, gc, letters, makeUpdate, nested, paragraph, string } from "../harness/hostile.ts";
import { connectPage, findFiche, type SignedIn, signIn } from "../harness/live-client.ts";
import { quantiles } from "../harness/quantiles.ts";
import { addParagraph, type RawPage, textOf } from "../harness/raw-page.ts";

const SLUG = "challans-gois-ocean-marais-de-monts";
const SECTION = "description";
const HONEST = ["pilote", "coordinatrice", "habitant-2"];
const ATTACKERS = 4;
/** More than the hundred that are to be reached: a page that is closed at its fiftieth refusal takes a while to come back. */
const HOSTILE_FRAMES_PER_SECOND = 160;
const SECONDS = 6;
const LETTERS_PER_SECOND = 12;

let server: RunningServer;
let fiche: FicheInList;
beforeAll(async () => {
  server = await startServer({ demonstration: true });
  fiche = await findFiche(await signIn(server.url, "pilote"), SLUG, "2.1");
});
afterAll(() => server.stop());

it("while a hundred frames a second are refused, everybody else goes on writing", async () => {
  const pages: RawPage[] = [];
  for (const persona of HONEST) pages.push((await connectPage(await signIn(server.url, persona), SLUG, fiche)).page);
  for (const page of pages) addParagraph(page.doc, SECTION, "");
  await untilSame(pages);

  const alone = await write(pages);
  const known = pages[0]?.client ?? 0;
  const attack = new Attack(await signIn(server.url, "partenaire"), fiche, known);
  const begin = performance.now();
  const attacked = attack.run();
  const besieged = await write(pages);
  attack.stop();
  const seconds = (performance.now() - begin) / 1000;
  await attacked;

  const expected = pages[0] === undefined ? "" : textOf(pages[0].doc, SECTION);
  for (const page of pages) expect(textOf(page.doc, SECTION)).toBe(expected);
  for (const { refusals } of pages) expect(refusals).toEqual([]);
  expect(expected.split("x").length - 1).toBeGreaterThanOrEqual(2 * HONEST.length * SECONDS * LETTERS_PER_SECOND);
  expect(attack.admitted).toBe(0);
  expect([...attack.codes.keys()].toSorted()).toEqual(CODES.toSorted());
  console.log(`· from a key to everybody else: ${show(alone)}`);
  console.log(
    `· the same while ${Math.round(attack.refused / seconds)} frames a second are refused: ${show(besieged)}`,
  );
});

/** Everybody writes at once for some seconds; after how many milliseconds each of the others saw each letter. */
async function write(pages: readonly RawPage[]): Promise<number[]> {
  const delays: number[] = [];
  await Promise.all(
    pages.map(async (page) => {
      const begin = performance.now();
      for (let i = 0; i < SECONDS * LETTERS_PER_SECOND; i++) {
        const wait = begin + (i * 1000) / LETTERS_PER_SECOND - performance.now();
        if (wait > 0) await pause(wait);
        const at = performance.now();
        type(page);
        const clock = Y.getState(page.doc.store, page.client);
        for (const other of pages) {
          if (other === page) continue;
          const seen = () => Y.getState(other.doc.store, page.client) >= clock;
          void other.until("a letter", seen).then(() => delays.push(performance.now() - at));
        }
      }
    }),
  );
  await untilSame(pages);
  return delays;
}

/** A letter at the end of the last paragraph, whoever made it. */
function type(page: RawPage): void {
  const fragment = page.doc.getXmlFragment(SECTION);
  const last = fragment.get(fragment.length - 1);
  const text = last instanceof Y.XmlElement ? last.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error("no paragraph to write in");
  text.insert(text.length, "x");
}

async function untilSame(pages: readonly RawPage[]): Promise<void> {
  for (const page of pages) await page.until("the acknowledgement", () => page.unacked === 0);
  const clocks = pages.map(({ client, doc }) => [client, Y.getState(doc.store, client)] as const);
  for (const { doc, until } of pages.map((page) => ({ doc: page.doc, until: page.until.bind(page) }))) {
    await until("all letters", () => clocks.every(([client, clock]) => Y.getState(doc.store, client) >= clock));
  }
}

function show(delays: readonly number[]): string {
  const { p50, p95, p99 } = quantiles(delays);
  return `p50 ${p50}, p95 ${p95}, p99 ${p99} ms (${delays.length} letters seen)`;
}

/** Pages that send nothing but what is refused, and come back under another id when they are closed for it. */
class Attack {
  readonly #person: SignedIn;
  readonly #fiche: FicheInList;
  /** The id of somebody who wrote here. */
  readonly #known: number;
  /** How many refusals of each name. */
  readonly codes = new Map<LiveRefusal, number>();
  admitted = 0;
  #going = true;

  constructor(person: SignedIn, fiche: FicheInList, known: number) {
    this.#person = person;
    this.#fiche = fiche;
    this.#known = known;
  }

  get refused(): number {
    return [...this.codes.values()].reduce((sum, count) => sum + count, 0);
  }

  async run(): Promise<void> {
    await Promise.all(Array.from({ length: ATTACKERS }, (_, index) => this.#attack(index)));
  }

  stop(): void {
    this.#going = false;
  }

  async #attack(index: number): Promise<void> {
    const every = (1000 * ATTACKERS) / HOSTILE_FRAMES_PER_SECOND;
    let next = performance.now();
    for (let turn = index; this.#going; ) {
      const { page, closed } = await connectPage(this.#person, SLUG, this.#fiche);
      // Made beforehand: the honest pages are in this very process.
      const frames = hostileFrames(page.client, this.#known);
      let isOpen = true;
      void closed.then(() => {
        isOpen = false;
      });
      // Only the first update of a socket may be larger than a live frame.
      page.sendRaw(encodeClientFrame({ kind: "update", update: makeUpdate([]) }));
      while (isOpen && this.#going) {
        page.sendRaw(frames[turn % frames.length] ?? new Uint8Array());
        turn += 1;
        next += every;
        await pause(Math.max(1, next - performance.now()));
      }
      page.close();
      await closed;
      for (const { code } of page.refusals) this.codes.set(code, (this.codes.get(code) ?? 0) + 1);
      this.admitted += page.acked;
    }
  }
}

/** What the frames below are refused as. */
const CODES: LiveRefusal[] = [
  "identifiant_etranger",
  "lacune",
  "hors_modele",
  "identifiant_en_double",
  "trame_trop_grande",
  "trame_inconnue",
];

const DEEP = nested(100_000);

function hostileFrames(client: number, known: number): Uint8Array[] {
  const numbered = (update: Uint8Array) => encodeClientFrame({ kind: "numbered_update", number: 1, update });
  // Each before one of the first letters that this person wrote, and behind nothing.
  const crosswise = Array.from({ length: 8_000 }, (_, index) =>
    letters(null, { client: known, clock: 2 + (index % 9) }, "x"),
  );
  return [
    numbered(makeUpdate([{ client: 4_000_000_001, clock: 0, bodies: [paragraph(SECTION)] }])),
    numbered(makeUpdate([{ client, clock: 7, bodies: [gc(3)] }])),
    numbered(
      makeUpdate([{ client, clock: 0, bodies: [paragraph(SECTION), attribute({ client, clock: 0 }, "genre", DEEP)] }]),
    ),
    new Uint8Array(LIVE_FRAME_MAX + 1),
    numbered(makeUpdate([{ client: known, clock: 0, bodies: [string("intitule", "x")] }])),
    numbered(makeUpdate([{ client, clock: 0, bodies: crosswise }])),
    new Uint8Array([250, 1]),
  ];
}
