import { describe, expect, it } from "vitest";
import type { AccountId } from "../../../shared/ids.ts";
import type { PresenceEntry, PresenceState } from "../../../shared/protocol/presence.ts";
import { createPresence } from "../../../web/live/presence.ts";
import { createFakeClock } from "./fake-clock.ts";

const CARET = { anchor: 1, head: 1 };
const ALINE = 11;
const BACHIR = 22;

function stateOf(name: string, place?: PresenceState["place"]): PresenceState {
  // A fictional account: only the name is read here.
  const user = { id: name as AccountId, name, color: 3, writes: true } as const;
  return place === undefined ? { user } : { user, place };
}

function aline() {
  const clock = createFakeClock();
  const sent: PresenceEntry[] = [];
  const presence = createPresence({
    client: ALINE,
    clock,
    interval: (together) => (together ? 250 : 1_000),
    send(entries) {
      sent.push(...entries);
      return true;
    },
  });
  return { clock, sent, presence };
}

describe("presence", () => {
  it("tells where the caret is when it moves, and nothing when it does not", () => {
    const { clock, sent, presence } = aline();
    presence.connected();
    presence.moveTo("freins", CARET);
    clock.pass(3_600_000);
    expect(sent.map(({ state }) => state)).toEqual([{}, { place: "freins", cursor: CARET }]);
  });

  it("tells at most four places a second, the last one always", () => {
    const { clock, sent, presence } = aline();
    presence.receive([{ client: BACHIR, clock: 1, state: stateOf("Bachir", "freins") }]);
    for (let i = 0; i < 40; i++) {
      presence.moveTo("freins", { anchor: i, head: i });
      clock.pass(25);
    }
    clock.pass(1_000);
    expect(sent.length).toBeLessThanOrEqual(5);
    expect(sent.at(-1)?.state).toEqual({ place: "freins", cursor: { anchor: 39, head: 39 } });
  });

  it("numbers what it tells upwards, over sockets too", () => {
    const { clock, sent, presence } = aline();
    presence.connected();
    presence.moveTo("freins", CARET);
    clock.pass(1_000);
    presence.disconnected();
    presence.connected();
    expect(sent.map((entry) => entry.clock)).toEqual([1, 2, 3]);
    expect(sent.at(-1)?.state).toEqual({ place: "freins", cursor: CARET });
  });

  it("leaves a place only if it is still there", () => {
    const { presence } = aline();
    presence.moveTo("freins", CARET);
    presence.moveTo("leviers", CARET);
    presence.leave("freins");
    expect(presence.place()).toBe("leviers");
    presence.leave("leviers");
    expect(presence.place()).toBeNull();
  });

  it("knows that somebody else is in the same place, and not that oneself is", () => {
    const { presence } = aline();
    presence.moveTo("freins", CARET);
    presence.receive([{ client: ALINE, clock: 1, state: stateOf("Aline", "freins") }]);
    expect(presence.together()).toBe(false);
    presence.receive([{ client: BACHIR, clock: 1, state: stateOf("Bachir", "freins") }]);
    expect(presence.together()).toBe(true);
    presence.receive([{ client: BACHIR, clock: 2, state: null }]);
    expect(presence.together()).toBe(false);
  });

  it("shows nobody once the socket is gone", () => {
    const { presence } = aline();
    presence.receive([{ client: BACHIR, clock: 1, state: stateOf("Bachir") }]);
    expect(presence.states().size).toBe(1);
    presence.disconnected();
    expect(presence.states().size).toBe(0);
  });
});
