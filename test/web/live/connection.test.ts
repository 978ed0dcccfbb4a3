import { describe, expect, it } from "vitest";
import { CLOSE } from "../../../shared/protocol/close-codes.ts";
import { PING_EVERY_MS, SILENCE_MAX_MS } from "../../../shared/protocol/limits.ts";
import { delayBefore } from "../../../web/live/backoff.ts";
import { createConnection, type SocketEvents } from "../../../web/live/connection.ts";
import { createFakeClock } from "./fake-clock.ts";

function open(random = () => 1) {
  const clock = createFakeClock();
  const sockets: { readonly events: SocketEvents; readonly sent: (string | Uint8Array)[]; closed: boolean }[] = [];
  const told: string[] = [];
  const connection = createConnection({
    address: () => "wss://example.org/live",
    clock,
    random,
    openSocket(_url, events) {
      const socket = { events, sent: [] as (string | Uint8Array)[], closed: false };
      sockets.push(socket);
      return {
        send: (data) => socket.sent.push(data),
        close: () => {
          socket.closed = true;
        },
      };
    },
    events: {
      opened: () => told.push("opened"),
      frame: (bytes) => told.push(`frame ${bytes.length}`),
      lost: () => told.push("lost"),
      refused: (code) => told.push(`refused ${code}`),
    },
  });
  connection.start();
  const last = () => {
    const socket = sockets.at(-1);
    if (socket === undefined) throw new Error("no socket");
    return socket;
  };
  return { clock, connection, sockets, told, last };
}

const FRAME = new Uint8Array([100]);

describe("a page's connection", () => {
  it("sends nothing before the socket is open", () => {
    const { connection, last } = open();
    expect(connection.send(FRAME)).toBe(false);
    last().events.opened();
    expect(connection.send(FRAME)).toBe(true);
    expect(last().sent).toEqual([FRAME]);
  });

  it("comes back by itself after a cut, later each time that it fails", () => {
    const { clock, sockets, last } = open();
    last().events.opened();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 9; attempt++) {
      const count = sockets.length;
      last().events.closed(1006);
      const from = clock.now();
      while (sockets.length === count) clock.pass(1);
      waits.push(clock.now() - from);
    }
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
  });

  it("draws each delay anywhere under its ceiling, so that a room does not come back at once", () => {
    expect(delayBefore(3, () => 0)).toBe(0);
    expect(delayBefore(3, () => 0.25)).toBe(1_000);
    expect(delayBefore(50, () => 1)).toBe(30_000);
  });

  it("starts from short delays again after a socket that lasted", () => {
    const { clock, sockets, last } = open();
    for (let attempt = 0; attempt < 5; attempt++) {
      last().events.closed(1006);
      clock.pass(30_000);
    }
    last().events.opened();
    clock.pass(PING_EVERY_MS / 2);
    const count = sockets.length;
    last().events.closed(1006);
    clock.pass(500);
    expect(sockets.length).toBe(count + 1);
  });

  it("closes a socket that does not answer its ping, and says that it is lost", () => {
    const { clock, told, sockets, last } = open();
    last().events.opened();
    clock.pass(PING_EVERY_MS);
    expect(last().sent).toEqual(["ping"]);
    clock.pass(SILENCE_MAX_MS);
    expect(sockets[0]?.closed).toBe(true);
    expect(told).toEqual(["opened", "lost"]);
  });

  it("keeps a socket that answers, for as long as it does", () => {
    const { clock, told, sockets, last } = open();
    last().events.opened();
    for (let i = 0; i < 20; i++) {
      clock.pass(PING_EVERY_MS);
      last().events.message(null);
    }
    expect(sockets.length).toBe(1);
    expect(told).toEqual(["opened"]);
  });

  it("gives up an address that never answers, and tries again", () => {
    const { clock, told, sockets } = open();
    clock.pass(SILENCE_MAX_MS);
    expect(told).toEqual(["lost"]);
    clock.pass(500);
    expect(sockets.length).toBe(2);
  });

  it("does not wait when the network is back", () => {
    const { connection, sockets, last } = open();
    last().events.closed(1006);
    connection.hurry();
    expect(sockets.length).toBe(2);
  });

  it("asks an open socket whether it still lives when the page is looked at again", () => {
    const { clock, connection, told, last } = open();
    last().events.opened();
    connection.hurry();
    expect(last().sent).toEqual(["ping"]);
    clock.pass(3_000);
    expect(told).toEqual(["opened", "lost"]);
  });

  it("stops for good at a final close", () => {
    const { clock, connection, told, sockets, last } = open();
    last().events.closed(CLOSE.refused);
    clock.pass(3_600_000);
    connection.hurry();
    expect(told).toEqual([`refused ${CLOSE.refused}`]);
    expect(sockets.length).toBe(1);
  });

  it("hears nothing more of a socket that it left", () => {
    const { clock, told, sockets, last } = open();
    last().events.opened();
    last().events.closed(1006);
    clock.pass(500);
    last().events.opened();
    sockets[0]?.events.message(FRAME);
    sockets[0]?.events.closed(CLOSE.replaced);
    expect(told).toEqual(["opened", "lost", "opened"]);
  });

  it("is silent once stopped", () => {
    const { clock, connection, told, sockets, last } = open();
    last().events.opened();
    connection.stop();
    expect(sockets[0]?.closed).toBe(true);
    clock.pass(3_600_000);
    expect(sockets.length).toBe(1);
    expect(told).toEqual(["opened"]);
  });
});
