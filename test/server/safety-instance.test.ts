import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { REGLAGES_DEFAULT } from "../../shared/domain/reglages.ts";
import { type RunningServer, startServer } from "../harness/dev-server.ts";
import { ask, firstAccessOf, openInstance, type Person } from "../harness/instance.ts";
import { freePort, type LauncherProcess, runLauncher } from "../harness/launcher-process.ts";
import { raw } from "../harness/raw-request.ts";

describe("a real instance", () => {
  let server: RunningServer;
  let aline: Person;
  beforeAll(async () => {
    server = await startServer({ demonstration: false });
    aline = await openInstance(server, "Aline Le Goff", "aline@exemple.fr");
  });
  afterAll(() => server.stop());

  it("takes what a body is for, and no field more", async () => {
    const coordination = "aline@exemple.fr";
    const bodies: ["POST" | "PUT", string, object][] = [
      ["POST", "/api/connexion", { adresse: "x@exemple.fr" }],
      ["POST", "/api/connexion/code", { adresse: "x@exemple.fr", code: "12345678" }],
      ["POST", "/api/connexion/lien", { jeton: "x" }],
      ["POST", "/api/instance/premier-acces", { jeton: firstAccessOf(server), nom: "Bachir", adresse: "b@exemple.fr" }],
      ["POST", "/api/instance/premier-acces/verification", { jeton: "x" }],
      ["POST", "/api/instance/contrats", { nom: "CLS", slug: "cls-un", coordination }],
      ["POST", "/api/instance/administration", { adresse: coordination }],
      ["POST", "/api/instance/regions", { nom: "Bretagne" }],
      ["PUT", "/api/instance/reglages", { reglages: REGLAGES_DEFAULT, numero: 0 }],
      ["POST", "/api/compte/adresses", { adresse: "y@exemple.fr", remplace: null }],
    ];
    const more = [
      '"role":"administration"',
      '"id":"0123456789abcdef"',
      '"__proto__":{"role":"administration"}',
      '"constructor":{}',
    ];
    for (const [method, path, body] of bodies) {
      for (const field of more) {
        const text = JSON.stringify(body).replace(/\}$/, `,${field}}`);
        const response = await fetch(`${aline.url}${path}`, {
          method,
          headers: { origin: aline.url, cookie: aline.cookie },
          body: text,
        });
        expect([response.status, await response.json()], `${path} ${field}`).toEqual([
          400,
          { refus: "corps_invalide" },
        ]);
      }
      for (const text of [
        "",
        "null",
        "[]",
        "{}",
        '"x"',
        JSON.stringify(body).slice(0, -1),
        `[${JSON.stringify(body)}]`,
      ]) {
        const response = await fetch(`${aline.url}${path}`, {
          method,
          headers: { origin: aline.url, cookie: aline.cookie },
          body: text,
        });
        expect(response.status, `${path} ${text}`).toBe(400);
      }
      const long = JSON.stringify({ ...body, x: "x".repeat(70_000) });
      const response = await fetch(`${aline.url}${path}`, {
        method,
        headers: { origin: aline.url, cookie: aline.cookie },
        body: long,
      });
      expect(response.status, path).toBe(413);
    }
    expect((await ask(aline, "GET", "/api/instance/contrats")).body).toEqual({ contrats: [] });
    expect((await ask(aline, "GET", "/api/instance/reglages")).body).toMatchObject({ numero: 0 });
  });

  it("is administered by nobody else: without a session 401, and no word about what is there", async () => {
    for (const [method, path] of [
      ["GET", "/contrats"],
      ["POST", "/contrats"],
      ["GET", "/administration"],
      ["POST", "/administration"],
      ["DELETE", "/administration/0123456789abcdef"],
      ["GET", "/regions"],
      ["POST", "/regions"],
      ["PUT", "/regions/0123456789abcdef"],
      ["GET", "/reglages"],
      ["PUT", "/reglages"],
      ["GET", "/rien"],
    ] as const) {
      const answer = await ask(
        { url: server.url, cookie: "" },
        method,
        `/api/instance${path}`,
        method === "GET" ? undefined : {},
      );
      expect([answer.status, answer.body], `${method} ${path}`).toEqual([401, { refus: "session_absente" }]);
    }
  });
});

describe("an instance that people reach over https", () => {
  let folder: string;
  let port: number;
  let launcher: LauncherProcess;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "coaction-https-"));
    port = await freePort();
    launcher = runLauncher("serve", { DATA_DIR: folder, PORT: String(port), PUBLIC_URL: "https://cls.exemple.fr" });
    await launcher.ready;
  });
  afterAll(async () => {
    launcher.child.kill("SIGTERM");
    await launcher.exited;
    await rm(folder, { recursive: true, force: true });
  });

  const own = { host: "cls.exemple.fr", "content-type": "application/json" };

  it("promises https for a year, and has a cookie that only https and this very name carry", async () => {
    for (const path of ["/", "/contrats", "/rien", "/api/session", "/favicon.svg"]) {
      const { headers } = await raw(port, "GET", path, own);
      expect(headers["strict-transport-security"], path).toBe("max-age=31536000");
    }
    const jeton = /https:\/\/cls\.exemple\.fr\/premier-acces#(\S+)/.exec(launcher.stdout())?.[1];
    const body = JSON.stringify({ jeton, nom: "Aline Le Goff", adresse: "aline@exemple.fr" });
    const foreign = await raw(
      port,
      "POST",
      "/api/instance/premier-acces",
      { ...own, origin: `http://127.0.0.1:${port}` },
      body,
    );
    expect(foreign.status).toBe(403);
    const opened = await raw(
      port,
      "POST",
      "/api/instance/premier-acces",
      { ...own, origin: "https://cls.exemple.fr" },
      body,
    );
    expect(opened.status).toBe(204);
    const [cookie = ""] = opened.headers["set-cookie"] ?? [];
    expect(cookie).toMatch(/^__Host-coaction=/);
    for (const attribute of ["Path=/", "HttpOnly", "Secure", "SameSite=Lax"])
      expect(cookie.split("; ")).toContain(attribute);
    expect(cookie).not.toMatch(/Domain/i);
    const value = cookie.split(";")[0] ?? "";
    const session = async (sent: string) => (await raw(port, "GET", "/api/session", { ...own, cookie: sent })).status;
    expect(await session(value)).toBe(200);
    // The name of a cookie that a page over plain HTTP could have set.
    expect(await session(value.replace("__Host-", ""))).toBe(401);
  });

  it("answers nobody who comes by the machine's own address", async () => {
    for (const path of ["/", "/api/sante", "/api/session", "/connexion"]) {
      expect((await raw(port, "GET", path, { host: `127.0.0.1:${port}` })).status, path).toBe(421);
    }
  });
});
