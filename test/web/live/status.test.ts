import { describe, expect, it } from "vitest";
import { CLOSE } from "../../../shared/protocol/close-codes.ts";
import { statusLabel } from "../../../web/labels/live.ts";
import { reasonLabel } from "../../../web/labels/reasons.ts";
import { type LiveStatus, nextStatus, reasonOfClose, type StatusEvent } from "../../../web/live/status.ts";

const START: LiveStatus = { kind: "connecting" };

function statusAfter(...kinds: ("opened" | "synchronised" | "lost" | "full")[]): LiveStatus {
  return kinds.reduce<LiveStatus>((status, kind) => nextStatus(status, { kind }), START);
}

describe("how a page stands", () => {
  it("is online once the text was compared", () => {
    expect(statusAfter("opened").kind).toBe("syncing");
    expect(statusAfter("opened", "synchronised").kind).toBe("online");
  });

  it("is offline when a first attempt fails, and not at once when a good socket is cut", () => {
    expect(statusAfter("lost").kind).toBe("offline");
    expect(statusAfter("opened", "synchronised", "lost").kind).toBe("connecting");
    expect(statusAfter("opened", "synchronised", "lost", "lost").kind).toBe("offline");
    expect(statusAfter("opened", "synchronised", "lost", "lost", "opened", "synchronised").kind).toBe("online");
  });

  it("says that the server can store nothing until it has taken the page in again", () => {
    expect(statusAfter("opened", "synchronised", "lost", "opened", "full").kind).toBe("full");
    // A socket that opens only to say so is no sign that it is over.
    expect(statusAfter("opened", "full", "opened").kind).toBe("full");
    expect(statusAfter("opened", "full", "opened", "full").kind).toBe("full");
    expect(statusAfter("opened", "full", "opened", "synchronised").kind).toBe("online");
    expect(statusAfter("opened", "full", "lost").kind).toBe("connecting");
    expect(statusLabel({ kind: "full" }, 2)).toBe(
      "Le serveur ne peut plus enregistrer, votre texte est gardé ici. 2\u00a0modifications en attente",
    );
  });

  it("stays refused whatever comes", () => {
    const refused = nextStatus(statusAfter("opened", "synchronised"), { kind: "refused", reason: "lecture_seule" });
    const events: StatusEvent[] = [{ kind: "opened" }, { kind: "synchronised" }, { kind: "lost" }];
    for (const event of events) expect(nextStatus(refused, event)).toEqual(refused);
  });

  it("has a reason for every final close, known or not", () => {
    expect(reasonOfClose(CLOSE.refused)).toBe("acces_refuse");
    expect(reasonOfClose(CLOSE.oldSchema)).toBe("schema");
    expect(reasonOfClose(4_499)).toBe("acces_refuse");
  });

  it("is said in words, with what waits", () => {
    expect(statusLabel({ kind: "online" }, 0)).toBe("Enregistré");
    expect(statusLabel({ kind: "online" }, 1)).toBe("1\u00a0modification en attente");
    expect(statusLabel({ kind: "online" }, 3)).toBe("3\u00a0modifications en attente");
    expect(statusLabel({ kind: "offline" }, 3)).toMatch(/^Hors ligne\u202f: .*3\u00a0modifications en attente$/);
    expect(statusLabel({ kind: "refused", reason: "lecture_seule" }, 3)).toBe("Plus enregistré");
    expect(reasonLabel("lecture_seule")).toContain("Copiez votre texte");
  });
});
