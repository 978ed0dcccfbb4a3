import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { shortId } from "../../shared/ids.ts";
import { CLOSE } from "../../shared/protocol/close-codes.ts";
import type { ContratsBody, FicheInList, SessionBody } from "../../shared/protocol/http-bodies.ts";
import { paths } from "../../shared/protocol/paths.ts";
import { type RunningServer, startServer } from "../harness/dev-server.ts";
import { ask, cookieOf, type Person } from "../harness/instance.ts";
import { findFiche, liveAddress, openSocket, signIn } from "../harness/live-client.ts";
import { raw } from "../harness/raw-request.ts";

const SLUG = "pays-de-redon";
const ELSEWHERE = "https://ailleurs.example";

describe("a demonstration, which has people", () => {
  let server: RunningServer;
  let pilote: Person;
  let fiche: FicheInList;
  beforeAll(async () => {
    server = await startServer({ demonstration: true });
    pilote = await signIn(server.url, "pilote");
    fiche = await findFiche(pilote, SLUG, "1.1");
  });
  afterAll(() => server.stop());

  /** Every way in which somebody's browser is led to ask: a page, an answer, a file, a refusal, a redirect. */
  const asked = (): [path: string, cookie: string][] => [
    ["/", ""],
    ["/", pilote.cookie],
    ["/connexion", ""],
    ["/contrats", pilote.cookie],
    [paths.fiche(SLUG, fiche), pilote.cookie],
    [`/contrats/${SLUG}/fiches/${shortId(fiche.id)}`, pilote.cookie],
    [paths.lecture(SLUG, fiche), pilote.cookie],
    [paths.lecture(SLUG, fiche), ""],
    ["/contrats/nulle-part/fiches/rien-00000000/lecture", pilote.cookie],
    ["/mentions-legales", ""],
    ["/rien", ""],
    ["/favicon.svg", ""],
    ["/api/sante", ""],
    ["/api/session", pilote.cookie],
    ["/api/session", ""],
    ["/api/contrats", pilote.cookie],
    [`/api/contrats/${SLUG}/fiches/${fiche.id}`, pilote.cookie],
    ["/api/contrats/nulle-part", pilote.cookie],
    ["/api/rien", ""],
  ];

  it("is shown in no other page's frame, says nothing of where it was, and is taken for nothing else", async () => {
    for (const [path, cookie] of asked()) {
      const { headers } = await fetch(`${server.url}${path}`, { redirect: "manual", headers: { cookie } });
      expect(headers.get("content-security-policy"), path).toContain("frame-ancestors 'none'");
      expect(headers.get("content-security-policy"), path).toContain("base-uri 'none'");
      expect(headers.get("content-security-policy"), path).toContain("form-action 'self'");
      expect(headers.get("referrer-policy"), path).toBe("same-origin");
      expect(headers.get("x-content-type-options"), path).toBe("nosniff");
      expect(headers.get("cross-origin-opener-policy"), path).toBe("same-origin");
      expect(headers.get("cross-origin-resource-policy"), path).toBe("same-origin");
      expect(headers.get("access-control-allow-origin"), path).toBeNull();
      // Over plain HTTP, on the machine itself, there is nothing to promise.
      expect(headers.get("strict-transport-security"), path).toBeNull();
    }
  });

  it("has no private page that a browser or a proxy keeps", async () => {
    for (const [path, cookie] of asked().filter(([path]) => path !== "/favicon.svg")) {
      const { headers } = await fetch(`${server.url}${path}`, { redirect: "manual", headers: { cookie } });
      expect(headers.get("cache-control"), path).toBe("no-store");
    }
  });

  it("is not asked to write by a page of another site, whatever the method and the kind of body", async () => {
    const body = JSON.stringify({ persona: "coordinatrice" });
    for (const origin of [ELSEWHERE, "null", `${server.url}.ailleurs.example`, server.url.replace("http:", "https:")]) {
      for (const type of ["application/json", "text/plain", "application/x-www-form-urlencoded"]) {
        const headers = { origin, cookie: pilote.cookie, "content-type": type };
        const response = await fetch(`${server.url}/api/demo/session`, { method: "POST", headers, body });
        expect([response.status, await response.json()], `${origin} ${type}`).toEqual([
          403,
          { refus: "origine_refusee" },
        ]);
        expect(response.headers.get("set-cookie")).toBeNull();
      }
      for (const method of ["DELETE", "PUT", "PATCH", "POST"]) {
        const response = await fetch(`${server.url}/api/session`, {
          method,
          headers: { origin, cookie: pilote.cookie },
        });
        expect(response.status, `${origin} ${method}`).toBe(403);
      }
    }
    expect((await ask(pilote, "GET", "/api/session")).status).toBe(200);
    const preflight = await fetch(`${server.url}/api/session`, {
      method: "OPTIONS",
      headers: { origin: ELSEWHERE, "access-control-request-method": "DELETE" },
    });
    for (const name of preflight.headers.keys()) expect(name).not.toMatch(/^access-control-/);
  });

  it("opens no socket for a page without an origin of its own", async () => {
    const address = liveAddress(server.url, SLUG, fiche, "?client=78&schema=1");
    const socket = openSocket(address, { cookie: pilote.cookie, origin: "null" });
    expect(await new Promise((resolve) => socket.on("close", resolve))).toBe(CLOSE.refused);
  });

  it("answers to no other name, whatever proxies are said to have seen", async () => {
    const forged = {
      "x-forwarded-host": "ailleurs.example",
      "x-forwarded-proto": "https",
      "x-forwarded-port": "443",
      forwarded: "host=ailleurs.example;proto=https",
      "x-original-url": "/api/contrats",
      "x-rewrite-url": "/api/contrats",
    };
    const { port, url } = server;
    const host = new URL(url).host;
    for (const [name, path] of [
      ["ailleurs.example", "/"],
      ["ailleurs.example", "/api/contrats"],
      [`ailleurs.example:${port}`, paths.lecture(SLUG, fiche)],
      [`127.0.0.1:${port}.ailleurs.example`, "/connexion"],
      ["localhost", "/api/session"],
    ] as const) {
      const answer = await raw(port, "GET", path, { host: name, cookie: pilote.cookie });
      expect(answer.status, name).toBe(421);
      expect(answer.body).not.toContain("ailleurs.example");
      expect(answer.headers["cache-control"]).toBe("no-store");
    }
    const page = await raw(port, "GET", `/contrats/${SLUG}/fiches/${shortId(fiche.id)}`, {
      host,
      cookie: pilote.cookie,
      ...forged,
    });
    expect([page.status, page.headers.location]).toEqual([302, paths.fiche(SLUG, fiche)]);
    const session = await raw(
      port,
      "POST",
      "/api/demo/session",
      { host, origin: url, "content-type": "application/json", ...forged },
      JSON.stringify({ persona: "pilote" }),
    );
    expect(session.status).toBe(204);
    // As for plain HTTP: what a proxy is said to have seen makes it neither Secure nor somebody else's.
    expect(session.headers["set-cookie"]?.[0]).toMatch(
      /^coaction=[^;]+; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$|^coaction=[^;]+; Path=\/; HttpOnly; Expires=[^;]+; SameSite=Lax$/,
    );
  });

  it("redirects within itself alone", async () => {
    const short = shortId(fiche.id);
    const { port, url } = server;
    const headers = { host: new URL(url).host, cookie: pilote.cookie };
    for (const path of [
      `/contrats/${SLUG}/fiches/x-${short}?retour=${ELSEWHERE}`,
      `/contrats/${SLUG}/fiches/%2F%2Failleurs.example%2F-${short}`,
      `/contrats/${SLUG}/fiches/..%5C..%5Cailleurs.example-${short}`,
      `/contrats/${SLUG}/fiches/x%0d%0aLocation:%20${ELSEWHERE}-${short}`,
      `/contrats/${SLUG}/fiches/x-${short}/lecture`,
      `//ailleurs.example/contrats/${SLUG}/fiches/x-${short}`,
      `/\\ailleurs.example/contrats/${SLUG}/fiches/x-${short}`,
      `/%2F%2Failleurs.example`,
      `${ELSEWHERE}/contrats`,
      `/connexion?retour=${ELSEWHERE}`,
    ]) {
      const answer = await raw(port, "GET", path, headers);
      const { location } = answer.headers;
      if (location !== undefined) expect(location, path).toMatch(/^\/contrats\/[a-z]/);
      expect(answer.headers["refresh"], path).toBeUndefined();
    }
  });

  it("gives a session of its own at each sign-in: one that was planted before is worth nothing after", async () => {
    const attacker = await signIn(server.url, "habitante");
    const answer = await ask({ url: server.url, cookie: attacker.cookie }, "POST", "/api/demo/session", {
      persona: "coordinatrice",
    });
    const victim: Person = { url: server.url, cookie: cookieOf(answer.headers) };
    expect(victim.cookie).not.toBe(attacker.cookie);
    expect(((await ask(victim, "GET", "/api/session")).body as SessionBody).account.nom).not.toBe("");
    // The planted one is over, so that what its maker knows opens nothing.
    expect((await ask(attacker, "GET", "/api/session")).status).toBe(401);
    for (const way of [`?coaction=${victim.cookie}`, `;${victim.cookie}`]) {
      expect((await ask({ url: server.url, cookie: "" }, "GET", `/api/session${way}`)).status, way).not.toBe(200);
    }
    await ask(victim, "DELETE", "/api/session");
    expect((await ask(victim, "GET", "/api/session")).status).toBe(401);
  });

  it("takes no cookie that it did not make, nor half of one", async () => {
    const [name = "", value = ""] = pilote.cookie.split("=");
    const other = (await signIn(server.url, "habitante")).cookie.split("=")[1] ?? "";
    const swapped = `${other.slice(0, 16)}${value.slice(16)}`;
    for (const forged of [
      "",
      value.slice(0, -1),
      `${value}0`,
      value.toUpperCase(),
      swapped,
      `${value.slice(0, 40)}${"0".repeat(41)}`,
    ]) {
      expect((await ask({ url: server.url, cookie: `${name}=${forged}` }, "GET", "/api/session")).status, forged).toBe(
        401,
      );
    }
  });

  it("says the same of what is not there and of what is not theirs", async () => {
    const habitante = await signIn(server.url, "habitante");
    const { contrats } = (await ask(habitante, "GET", "/api/contrats")).body as ContratsBody;
    const hers = new Set(contrats.flatMap((contrat) => contrat.fiches.map(({ id }) => id)));
    const coordinatrice = await signIn(server.url, "coordinatrice");
    const all = (await ask(coordinatrice, "GET", "/api/contrats")).body as ContratsBody;
    const hidden = all.contrats
      .flatMap(({ slug, fiches }) => fiches.map(({ id }) => ({ slug, id })))
      .find(({ id }) => !hers.has(id));
    if (hidden === undefined) throw new Error("she sees everything");
    const nothing = await ask(habitante, "GET", `/api/contrats/${hidden.slug}/fiches/0123456789abcdef`);
    expect([nothing.status, nothing.body]).toEqual([404, { refus: "introuvable" }]);
    for (const path of [hidden.id, shortId(hidden.id)]) {
      const answer = await ask(habitante, "GET", `/api/contrats/${hidden.slug}/fiches/${path}`);
      expect([answer.status, answer.body]).toEqual([nothing.status, nothing.body]);
    }
    const [there, notThere] = await Promise.all(
      [hidden.id, "0123456789abcdef"].map((id) =>
        fetch(`${server.url}/contrats/${hidden.slug}/fiches/x-${id.slice(0, 8)}/lecture`, {
          headers: { cookie: habitante.cookie },
        }),
      ),
    );
    expect([there?.status, await there?.text()]).toEqual([notThere?.status, await notThere?.text()]);
  });

  it("ends no session but one's own", async () => {
    const mine = await signIn(server.url, "pilote");
    const { sessions } = (await ask(mine, "GET", "/api/sessions")).body as {
      sessions: { id: string; courante: boolean }[];
    };
    const current = sessions.find(({ courante }) => courante)?.id ?? "";
    const habitante = await signIn(server.url, "habitante");
    for (const id of [current, "0123456789abcdef", "..", "%00"]) {
      expect((await ask(habitante, "DELETE", `/api/sessions/${id}`)).status, id).toBe(404);
    }
    expect((await ask(mine, "GET", "/api/session")).status).toBe(200);
  });
});
