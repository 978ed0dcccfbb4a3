import { describe, expect, it } from "vitest";
import { encodeServerFrame } from "../../../shared/protocol/server-frames.ts";
import { createFakeDevice } from "./fake-device.ts";
import { openPage, settle } from "./hand-played-server.ts";

describe("a page that finds what another one left", () => {
  it("sends what an earlier page left on the device before anything else", async () => {
    const device = createFakeDevice();
    const yesterday = await openPage(device, 1);
    yesterday.type("hier");
    await settle();
    const { live, welcome, updates, read } = await openPage(device, 2);
    expect(read()).toBe("hier");
    welcome();
    // It was never on line and has no ticket yet: nothing goes before the server knows whose it is.
    expect(updates().length).toBe(0);
    expect(live.pending()).toBe(1);
  });

  it("shows the server the ticket of an earlier page before it sends what that page left", async () => {
    const device = createFakeDevice();
    const yesterday = await openPage(device, 1);
    yesterday.welcome();
    yesterday.type("envoyé ");
    yesterday.say({ kind: "ack", number: 1 });
    yesterday.sockets.at(-1)?.closed(1006);
    yesterday.type("hier ");
    await settle();
    const now = await openPage(device, 2);
    now.welcome();
    await settle();
    expect(now.tickets()).toEqual([{ client: 1, seal: "sceau 1" }]);
    expect(now.heard().filter((kind) => kind === "tickets" || kind === "numbered_update")).toEqual([
      "tickets",
      "numbered_update",
    ]);
    now.say({ kind: "ack", number: 1 });
    await settle();
    expect([now.live.pending(), device.rows.length]).toEqual([0, 0]);
  });

  it("asks for the ticket of a page that never had the network, on a short socket in its name", async () => {
    const device = createFakeDevice();
    const yesterday = await openPage(device, 7);
    yesterday.type("hier");
    await settle();
    const now = await openPage(device, 2);
    now.welcome();
    await settle();
    expect(now.addresses.at(-1)).toContain("client=7");
    const asked = now.sockets.at(-1);
    const tickets = [{ client: 7, seal: "sceau 7" }];
    asked?.message(
      encodeServerFrame({ kind: "event", event: { type: "bienvenue", writes: true, epoch: "1", tickets } }),
    );
    await settle();
    expect(now.tickets()).toEqual(tickets);
    expect(now.updates().length).toBe(1);
  });

  it("asks for another ticket when the one that was kept is refused, and gives up when that is refused too", async () => {
    const device = createFakeDevice();
    const yesterday = await openPage(device, 7);
    yesterday.welcome();
    yesterday.sockets.at(-1)?.closed(1006);
    yesterday.type("hier");
    await settle();
    const now = await openPage(device, 2);
    now.welcome();
    await settle();
    now.say({ kind: "refusal", number: 0, code: "billet_refuse" });
    now.clock.pass(1);
    now.welcome();
    await settle();
    expect(now.addresses.at(-1)).toContain("client=7");
    const asked = now.sockets.at(-1);
    const tickets = [{ client: 7, seal: "neuf" }];
    asked?.message(
      encodeServerFrame({ kind: "event", event: { type: "bienvenue", writes: true, epoch: "1", tickets } }),
    );
    await settle();
    expect(now.tickets().at(-1)?.seal).toBe("neuf");
    now.sockets.at(-2)?.message(encodeServerFrame({ kind: "refusal", number: 0, code: "billet_refuse" }));
    await settle();
    expect(now.live.status()).toEqual({ kind: "refused", reason: "billet_refuse" });
    expect(device.refused.flatMap(({ rows }) => rows).length).toBe(1);
  });
});
