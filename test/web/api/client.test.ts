import { describe, expect, it } from "vitest";
import { createApi, createAsk } from "../../../web/api/client.ts";

/** An API whose server answers as given, and what was asked of it. */
function against(answer: () => Response | Promise<Response>) {
  const asked: { readonly path: string; readonly init: RequestInit }[] = [];
  let lost = 0;
  const ask = createAsk({
    fetch: async (path, init) => {
      asked.push({ path, init });
      return answer();
    },
    onSessionLost: () => {
      lost += 1;
    },
  });
  return { ask, api: createApi(ask), asked, lost: () => lost };
}

const refusal = (code: string, status: number) => () => Response.json({ refus: code }, { status });

describe("a request", () => {
  it("brings the body of the answer", async () => {
    const { api, asked } = against(() => Response.json({ contrats: [] }));
    expect(await api.contrats()).toEqual({ ok: true, value: { contrats: [] } });
    expect(asked.map(({ path, init }) => `${init.method} ${path}`)).toEqual(["GET /api/contrats"]);
  });

  it("names a fiche by its contrat and its short id, whatever was typed in the address", async () => {
    const { api, asked } = against(refusal("introuvable", 404));
    await api.fiche("pays/../de redon", "k7f3qd9m");
    expect(asked[0]?.path).toBe("/api/contrats/pays%2F..%2Fde%20redon/fiches/k7f3qd9m");
  });

  it("sends a persona as JSON, and is content with an empty answer", async () => {
    const { api, asked } = against(() => new Response(null, { status: 204 }));
    expect(await api.enterAs("pilote")).toEqual({ ok: true, value: null });
    expect(asked[0]?.init).toMatchObject({
      method: "POST",
      body: '{"persona":"pilote"}',
      headers: { "content-type": "application/json" },
    });
  });
});

describe("what does not succeed", () => {
  it("is the server's code", async () => {
    const { api, lost } = against(refusal("introuvable", 404));
    expect(await api.contrat("x")).toEqual({ ok: false, code: "introuvable" });
    expect(lost()).toBe(0);
  });

  it("tells whoever keeps the session that it is gone", async () => {
    const { api, lost } = against(refusal("session_absente", 401));
    expect(await api.contrats()).toEqual({ ok: false, code: "session_absente" });
    expect(lost()).toBe(1);
  });

  it("leaves on the screen what was typed for an act", async () => {
    const { ask, lost } = against(refusal("session_absente", 401));
    expect(await ask("POST", "/api/compte/adresses", { body: {} })).toEqual({ ok: false, code: "session_absente" });
    expect(lost()).toBe(0);
  });

  it("is a code of the request's own list, when it has one", async () => {
    const { ask } = against(refusal("code_refuse", 403));
    expect(await ask("POST", "/x", { refusals: { code_refuse: 403 } })).toEqual({ ok: false, code: "code_refuse" });
    expect(await ask("POST", "/x", { refusals: { lien_refuse: 403 } })).toEqual({
      ok: false,
      code: "reponse_illisible",
    });
  });

  it("is « hors_ligne » when nothing answers, or stops in the middle", async () => {
    const silent = against(() => Promise.reject(new TypeError("Failed to fetch")));
    expect(await silent.api.session()).toEqual({ ok: false, code: "hors_ligne" });
    const cut = new ReadableStream({
      start: (controller) => controller.error(new TypeError("network error")),
    });
    expect(await against(() => new Response(cut)).api.session()).toEqual({ ok: false, code: "hors_ligne" });
  });

  it("is « reponse_illisible » when somebody else answers in the server's place", async () => {
    const portal = against(() => new Response("<html>Bienvenue à l’hôtel</html>"));
    expect(await portal.api.contrats()).toEqual({ ok: false, code: "reponse_illisible" });
    const proxy = against(() => Response.json({ error: "bad gateway" }, { status: 502 }));
    expect(await proxy.api.contrats()).toEqual({ ok: false, code: "reponse_illisible" });
    const unknown = against(refusal("constructor", 400));
    expect(await unknown.api.contrats()).toEqual({ ok: false, code: "reponse_illisible" });
  });
});
