import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLOSE } from "../../shared/protocol/close-codes.ts";
import type { FicheInList } from "../../shared/protocol/http-bodies.ts";
import { paths } from "../../shared/protocol/paths.ts";
import { type RunningServer, startServer } from "../harness/dev-server.ts";
import { findFiche, liveAddress, newClient, openSocket, type SignedIn, signIn } from "../harness/live-client.ts";
import { addParagraph, RawPage, textOf } from "../harness/raw-page.ts";
import { mountSmallDisk } from "../harness/small-disk.ts";

const SLUG = "challans-gois-ocean-marais-de-monts";
const SECTION = "freins";
/** Words long enough that what a log has room for is soon used up. */
const LONG = "x".repeat(8_000);
const SAID_BEFORE = 5;

const disk = mountSmallDisk(32);
if (disk === null) console.log("· the full disk: skipped, since only root may mount a small one");

/** Somebody at a page that comes back by itself, as ours does: saying so when it has something unacknowledged. */
class Writer {
  readonly page = new RawPage(newClient());
  readonly name: string;
  readonly written: string[] = [];
  /** Every close of a socket, in order. */
  readonly closes: number[] = [];
  readonly #person: SignedIn;
  readonly #fiche: FicheInList;
  #isOpen = false;

  constructor(name: string, person: SignedIn, fiche: FicheInList) {
    this.name = name;
    this.#person = person;
    this.#fiche = fiche;
  }

  write(): void {
    const words = `${this.name}${this.written.length}.`;
    this.written.push(words);
    addParagraph(this.page.doc, SECTION, `${words} ${LONG}`);
  }

  /** One attempt, if no socket is open; resolves when it has synchronised or was closed. */
  async comeBack(): Promise<void> {
    if (this.#isOpen) return;
    const { page } = this;
    const unsent = page.unacked > 0 ? "&unsent=1" : "";
    const address = liveAddress(this.#person.url, SLUG, this.#fiche, `?client=${page.client}&schema=1${unsent}`);
    const socket = openSocket(address, { cookie: this.#person.cookie, origin: this.#person.url });
    this.#isOpen = true;
    // An HTTP error is followed by the close.
    socket.on("error", () => {});
    const closed = new Promise<void>((resolve) => {
      socket.once("close", (code) => {
        this.#isOpen = false;
        this.closes.push(code);
        page.lost();
        page.synced = false;
        resolve();
      });
    });
    socket.on("message", (data: Buffer, isBinary: boolean) => {
      if (isBinary) page.feed(data);
    });
    socket.once("open", () => page.open({ send: (bytes) => socket.send(bytes), close: () => socket.close() }));
    await Promise.race([page.until("the first synchronisation", () => page.synced), closed]);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }
}

/** The words of a section, without what makes them long. */
function wordsIn(page: RawPage): string[] {
  return textOf(page.doc, SECTION)
    .split("\n")
    .filter((paragraph) => paragraph.endsWith(LONG))
    .map((paragraph) => paragraph.slice(0, -LONG.length - 1));
}

describe.skipIf(disk === null)("a full disk", () => {
  let server: RunningServer;
  let fiche: FicheInList;
  let pilote: SignedIn;
  beforeAll(async () => {
    if (disk === null) return;
    server = await startServer({ demonstration: true, dataDir: disk.folder });
    pilote = await signIn(server.url, "pilote");
    fiche = await findFiche(pilote, SLUG, "2.1");
  });
  afterAll(async () => {
    await server?.kill9();
    disk?.remove();
  });

  /** What somebody reads now, in the reading view: those of these words that stand in it, in its order. */
  async function readNow(written: readonly string[]): Promise<string[]> {
    const page = await fetch(`${server.url}${paths.lecture(SLUG, fiche)}`, { headers: { cookie: pilote.cookie } });
    expect(page.status).toBe(200);
    const words = (await page.text()).replaceAll(LONG, "").match(/\p{L}+\d+\./gu) ?? [];
    return words.filter((each) => written.includes(each));
  }

  it("is told before it is full, with the room that is left", () => {
    expect(server.output()).toMatch(/il ne reste que \d+\u202fMo sur le disque de /);
  });

  it("acknowledges nothing, is said as what it is, and takes everything once there is room", async () => {
    if (disk === null) throw new Error("no disk");
    const partenaire = await signIn(server.url, "partenaire");
    const writers = [new Writer("pilote", pilote, fiche), new Writer("partenaire", partenaire, fiche)];
    for (const writer of writers) {
      await writer.comeBack();
      for (let i = 0; i < SAID_BEFORE; i++) writer.write();
      await writer.page.until("the acknowledgement", () => writer.page.unacked === 0);
    }

    disk.fill();
    while (writers.some(({ isOpen }) => isOpen)) {
      for (const writer of writers) writer.write();
      await pause(20);
    }
    // Nobody was told anything: the sockets broke.
    expect(writers.map(({ closes }) => closes)).toEqual([[1006], [1006]]);
    const kept = writers.map(({ page }) => page.acked);
    for (const [index, { page, written }] of writers.entries()) {
      expect(page.unacked).toBeGreaterThan(0);
      expect(page.unacked + (kept[index] ?? 0)).toBe(written.length);
    }

    // Each attempt learns why; the text stays here, and grows.
    for (let attempt = 0; attempt < 3; attempt++) {
      for (const writer of writers) {
        writer.write();
        await writer.comeBack();
      }
    }
    expect(writers.map(({ closes }) => closes.slice(1))).toEqual([
      [CLOSE.storageFull, CLOSE.storageFull, CLOSE.storageFull],
      [CLOSE.storageFull, CLOSE.storageFull, CLOSE.storageFull],
    ]);
    expect(writers.map(({ page }) => page.acked)).toEqual(kept);
    for (const { page, written } of writers) expect(wordsIn(page)).toEqual(expect.arrayContaining(written));
    // What was acknowledged is there for whoever reads; what was not is not.
    for (const [index, { written }] of writers.entries()) {
      expect(await readNow(written)).toEqual(written.slice(0, kept[index]));
    }

    disk.makeRoom();
    for (const writer of writers) {
      while (!writer.isOpen) {
        await writer.comeBack();
        await pause(50);
      }
      await writer.page.until("the acknowledgement", () => writer.page.unacked === 0);
    }
    for (const { page } of writers) {
      await page.until("the others' words", () =>
        writers.every(({ written }) => written.every((words) => wordsIn(page).includes(words))),
      );
    }
    await server.kill9();
    await server.restart();
    for (const { written } of writers) expect(await readNow(written)).toEqual(written);
    const late = writers.map(({ written, name }, index) => `${written.length - (kept[index] ?? 0)} of ${name}`);
    console.log(`· full disk: ${late.join(" and ")} waited, and all arrived once, in order`);
  });
});
