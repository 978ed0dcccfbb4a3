import { describe, expect, it } from "vitest";
import type { AccountId } from "../../../shared/ids.ts";
import type { SessionBody } from "../../../shared/protocol/http-bodies.ts";
import type { Api, ApiResult } from "../../../web/api/client.ts";
import { createSessionStore } from "../../../web/stores/session-store.ts";

const of = (id: string): SessionBody => ({
  account: { id: id as AccountId, nom: id, color: 1 },
  demonstration: true,
  administration: false,
  accessibilite: "non_conforme",
});

/** A session store over a server that says who is here. */
function over(
  answers: { session: ApiResult<SessionBody>; end?: ApiResult<null> },
  onDevice: SessionBody | null = null,
) {
  let changes = 0;
  const told: (string | null)[] = [];
  const unused = () => Promise.reject(new Error("not asked for here"));
  const api: Api = {
    session: async () => answers.session,
    endSession: async () => answers.end ?? { ok: true, value: null },
    enterAs: async () => ({ ok: true, value: null }),
    personas: unused,
    contrats: unused,
    contrat: unused,
    fiche: unused,
  };
  const store = createSessionStore(
    api,
    () => {
      changes += 1;
    },
    { session: async () => onDevice, here: (session) => told.push(session?.account.id ?? null) },
  );
  return { store, answers, told, changes: () => changes };
}

describe("who is here", () => {
  it("is known once the server said so; what was asked along with it is kept", async () => {
    const { store, changes } = over({ session: { ok: true, value: of("anne") } });
    expect(store.state()).toEqual({ kind: "loading" });
    await store.load();
    expect(store.state()).toEqual({ kind: "present", session: of("anne") });
    expect(changes()).toBe(0);
  });

  it("is nobody without a session, and unknown without a server", async () => {
    const nobody = over({ session: { ok: false, code: "session_absente" } });
    await nobody.store.load();
    expect(nobody.store.state()).toEqual({ kind: "absent", left: false });
    const offline = over({ session: { ok: false, code: "hors_ligne" } });
    await offline.store.load();
    expect(offline.store.state()).toEqual({ kind: "unreachable", code: "hors_ligne" });
  });

  it("changes with another persona: what the first one saw is forgotten", async () => {
    const { store, answers, changes } = over({ session: { ok: true, value: of("anne") } });
    await store.load();
    answers.session = { ok: true, value: of("julien") };
    await store.enterAs("julien");
    expect(store.state()).toEqual({ kind: "present", session: of("julien") });
    expect(changes()).toBe(1);
  });

  it("has left after signing out, and is still here when the server could not be told", async () => {
    const { store, answers } = over({
      session: { ok: true, value: of("anne") },
      end: { ok: false, code: "hors_ligne" },
    });
    await store.load();
    expect(await store.end()).toEqual({ ok: false, code: "hors_ligne" });
    expect(store.state().kind).toBe("present");
    answers.end = { ok: true, value: null };
    await store.end();
    expect(store.state()).toEqual({ kind: "absent", left: true });
  });

  it("stays gone when a late answer says that the session is lost", async () => {
    const { store } = over({ session: { ok: true, value: of("anne") } });
    await store.load();
    await store.end();
    store.lost();
    expect(store.state()).toEqual({ kind: "absent", left: true });
  });

  it("is who was here last while the server does not answer, and asked again when the network is back", async () => {
    const { store, answers, told } = over({ session: { ok: false, code: "hors_ligne" } }, of("anne"));
    await store.load();
    expect(store.state()).toEqual({ kind: "present", session: of("anne") });
    expect(told).toEqual([]);
    answers.session = { ok: false, code: "session_absente" };
    store.confirm();
    await Promise.resolve();
    await Promise.resolve();
    expect(store.state()).toEqual({ kind: "absent", left: false });
    expect(told).toEqual([null]);
  });

  it("is not asked again when the server has answered", async () => {
    const { store, answers } = over({ session: { ok: true, value: of("anne") } });
    await store.load();
    answers.session = { ok: false, code: "session_absente" };
    store.confirm();
    await Promise.resolve();
    expect(store.state().kind).toBe("present");
  });

  it("is told to the device each time that it is known", async () => {
    const { store, told } = over({ session: { ok: true, value: of("anne") } });
    await store.load();
    await store.end();
    expect(told).toEqual(["anne", null]);
  });
});
