import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeClientFrame } from "../../shared/protocol/client-frames.ts";
import { FIRST_SYNC_MAX, LIVE_FRAME_MAX, PRESENCE_MAX } from "../../shared/protocol/limits.ts";
import type { LiveRefusal } from "../../shared/protocol/refusals.ts";
import { BOMB, bytes, makeUpdate, varUint } from "../harness/hostile.ts";
import {
  answered,
  gesture,
  type HostileStage,
  NOBODY,
  openHostileStage,
  SLUG,
  someWords,
} from "../harness/hostile-stage.ts";
import { type Connected, liveAddress, openSocket } from "../harness/live-client.ts";
import { RawPage } from "../harness/raw-page.ts";
import { readStored } from "../harness/stored-document.ts";

let stage: HostileStage;
beforeAll(async () => {
  stage = await openHostileStage();
});
afterAll(() => stage.server.stop());

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
    await stage.withoutATrace(async (page, { socket }) => {
      socket.send(frame(page));
      await page.until("the refusal", () => page.refusals.length > 0);
      expect(page.refusals).toEqual([{ number: 0, code }]);
    });
  });

  it("larger than a live frame may be, once it brought what it had", async () => {
    await stage.withoutATrace(async (page) => {
      await answered(page, makeUpdate([]));
      page.sendRaw(new Uint8Array(LIVE_FRAME_MAX + 1));
      await page.until("the refusal", () => page.refusals.length > 0);
      expect(page.refusals).toEqual([{ number: 0, code: "trame_trop_grande" }]);
    });
  });

  it("larger than a first synchronisation may be; one that is not yet that large passes", async () => {
    const address = liveAddress(stage.server.url, SLUG, stage.fiche, "?client=4000000100&schema=1");
    const socket = openSocket(address, { cookie: stage.hostile.cookie, origin: stage.hostile.url });
    const page = new RawPage(4_000_000_100);
    socket.on("message", (data: Buffer) => page.feed(data));
    await new Promise((resolve) => socket.once("open", resolve));
    const before = readStored(stage.server.dataDir, stage.fiche.id);
    socket.send(new Uint8Array(FIRST_SYNC_MAX + 1));
    await page.until("the refusal", () => page.refusals.length === 1);
    socket.send(new Uint8Array(FIRST_SYNC_MAX));
    await page.until("the refusal", () => page.refusals.length === 2);
    expect(page.refusals.map(({ code }) => code)).toEqual(["trame_trop_grande", "trame_invalide"]);
    expect(readStored(stage.server.dataDir, stage.fiche.id)).toEqual(before);
    socket.close();
  });

  it("too large for the runtime itself", async () => {
    const senders: Connected[] = [];
    await stage.withoutATrace(async (_, connected) => {
      senders.push(connected);
      connected.socket.send(new Uint8Array(33 * 1024 * 1024));
    });
    // The runtime closes it with 1009, and takes many seconds over it.
    for (const { socket } of senders) socket.terminate();
  });

  it("for the fiftieth time: its sender is closed for good, nobody else", async () => {
    await stage.withoutATrace(async (page, { closed }) => {
      for (let i = 0; i < 60; i++) page.sendRaw(bytes(250));
      expect(await closed).toBe(4429);
      expect(page.refusals.length).toBe(50);
    });
  });
});

describe("presence", () => {
  const forged = { id: "c9b14dfgpfnax6kj", name: "La préfète", color: 1, writes: true };
  const told = () => JSON.stringify([...stage.pilote.page.present]);

  it("with a name is refused: who somebody is, the server says", async () => {
    await stage.withoutATrace(async (page) => {
      page.sendCaret("freins", 1, { user: forged, name: "La préfète" });
      await page.until("the refusal", () => page.refusals.length > 0);
      expect(page.refusals).toEqual([{ number: 0, code: "presence_refusee" }]);
      page.sendCaret("vigilance", 2);
      await stage.pilote.page.until("the caret behind it", () => told().includes("vigilance"));
      expect(told()).not.toContain("La préfète");
    });
  });

  it("of somebody else is refused, and moves nobody", async () => {
    await stage.withoutATrace(async (page) => {
      await stage.pilote.page.until("the newcomer", () => stage.pilote.page.present.has(page.client));
      const before = stage.coordinatrice.page.present.get(stage.pilote.page.client);
      const entries = [
        { client: stage.pilote.page.client, clock: 1_000_000, state: null },
        { client: NOBODY, clock: 1, state: { place: "freins", user: forged } },
      ];
      for (const entry of entries) page.sendRaw(encodeClientFrame({ kind: "presence", entries: [entry] }));
      await page.until("the refusals", () => page.refusals.length === 2);
      expect(new Set(page.refusals.map(({ code }) => code))).toEqual(new Set(["presence_refusee"]));
      page.sendCaret("vigilance", 1);
      const hers = () => JSON.stringify(stage.coordinatrice.page.present.get(page.client));
      await stage.coordinatrice.page.until("the caret behind it", () => hers()?.includes("vigilance"));
      expect(stage.coordinatrice.page.present.get(stage.pilote.page.client)).toEqual(before);
      expect(stage.coordinatrice.page.present.has(NOBODY)).toBe(false);
    });
  });

  it("as a stock client says it, with its own name and what it heard of others, keeps its place alone", async () => {
    const client = 4_000_000_200;
    const address = liveAddress(stage.server.url, SLUG, stage.fiche, `?client=${client}`);
    const socket = openSocket(address, { cookie: stage.hostile.cookie, origin: stage.hostile.url });
    await new Promise((resolve) => socket.once("open", resolve));
    const before = stage.coordinatrice.page.present.get(stage.pilote.page.client);
    socket.send(
      encodeClientFrame({
        kind: "presence",
        entries: [
          { client: stage.pilote.page.client, clock: 1_000_000, state: null },
          { client, clock: 1, state: { place: "freins", user: forged } },
        ],
      }),
    );
    const its = () => JSON.stringify(stage.coordinatrice.page.present.get(client));
    await stage.coordinatrice.page.until("its caret", () => its()?.includes("freins"));
    expect(its()).not.toContain("La préfète");
    expect(stage.coordinatrice.page.present.get(stage.pilote.page.client)).toEqual(before);
    socket.close();
  });
});
