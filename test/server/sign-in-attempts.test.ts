import { readdir } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { entryIn } from "../harness/mail-server.ts";
import { forEach, networkOf, openSignInStage, type SignInStage, show, untilAsleep } from "../harness/sign-in-stage.ts";

let stage: SignInStage;
beforeAll(async () => {
  stage = await openSignInStage();
});
afterAll(() => stage?.stop());

interface Attempt {
  readonly what: string;
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly cookie?: string;
}

const idOf = (n: number) => `${String(n).padStart(8, "0")}aaaabbbb`;

/** What somebody who makes names up may try; the last one signed in as somebody real. */
const attempts: readonly ((n: number, cookie: string) => Attempt)[] = [
  (n) => ({ what: "mail", method: "POST", path: "/api/connexion", body: { adresse: `personne.${n}@inconnu.example` } }),
  (n) => ({
    what: "code",
    method: "POST",
    path: "/api/connexion/code",
    body: { adresse: `personne.${n}@inconnu.example`, code: "12345678" },
  }),
  (n) => ({
    what: "link",
    method: "POST",
    path: "/api/connexion/lien",
    body: { jeton: `${idOf(n)}.${"a".repeat(48)}.${"b".repeat(32)}` },
  }),
  (n) => ({
    what: "session",
    method: "POST",
    path: "/api/compte/fermeture",
    body: { ferme: true },
    cookie: `coaction=${idOf(n)}.${"a".repeat(80)}`,
  }),
  (n, cookie) => ({ what: "fiche", method: "GET", path: `/api/contrats/contrat-${n}/fiches/${idOf(n)}`, cookie }),
];

describe("signing in on the real server", () => {
  it("holds out against whoever guesses codes, and nobody else notices", async () => {
    const [victim, other] = ["victime@sante.example", "voisine@sante.example"];
    for (const adresse of [victim, other]) {
      await stage.makeAccount(adresse);
      await stage.ask("POST", "/api/connexion", { adresse }, "192.0.2.2");
    }
    const { code, token } = entryIn((await stage.post.mailTo(victim)).text);
    const statuses = new Map<number, number>();
    // From a hundred networks, so that only the address's own limit stands in the way.
    await forEach(500, 100, async (n) => {
      const guess = String((Number(code) + 1 + n) % 100_000_000).padStart(8, "0");
      const { status } = await stage.ask(
        "POST",
        "/api/connexion/code",
        { adresse: victim, code: guess },
        networkOf(n % 100),
      );
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    });
    expect([...statuses]).toEqual([[403, 500]]);
    expect((await stage.ask("POST", "/api/connexion/code", { adresse: victim, code }, "192.0.2.2")).status).toBe(403);
    const neighbour = entryIn((await stage.post.mailTo(other)).text);
    expect(
      (await stage.ask("POST", "/api/connexion/code", { adresse: other, code: neighbour.code }, "192.0.2.3")).status,
    ).toBe(204);
    expect((await stage.ask("POST", "/api/connexion/lien", { jeton: token }, "192.0.2.2")).status).toBe(204);
  });

  it("stops a network that tries without end, before any account is looked at, and no other network", async () => {
    const statuses: number[] = [];
    await forEach(700, 50, async (n) => {
      const jeton = `0123456789abcdef.${String(n).padStart(48, "0")}.${"0".repeat(32)}`;
      statuses.push((await stage.ask("POST", "/api/connexion/lien", { jeton }, `203.0.113.${n % 250}`)).status);
    });
    expect(statuses.filter((status) => status === 403).length).toBeGreaterThanOrEqual(600);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(50);
    expect((await stage.ask("POST", "/api/connexion/lien", { jeton: "x" }, "198.51.100.1")).status).toBe(403);
  });

  it("takes no file for ten thousand addresses, sessions and links that somebody made up", async () => {
    const objects = async () => {
      const files = await readdir(stage.server.objects, { recursive: true });
      // What SQLite keeps beside a file comes and goes with sleep.
      return files.filter((file) => file.endsWith(".sqlite")).sort();
    };
    // The sixteen counters are called once each, whatever was made up.
    await forEach(200, 20, async (n) => {
      await stage.ask("POST", "/api/connexion/lien", { jeton: "x" }, networkOf(20_000 + n));
    });
    const adresse = "curieuse@sante.example";
    await stage.makeAccount(adresse);
    await stage.ask("POST", "/api/connexion", { adresse }, "192.0.2.5");
    const { code } = entryIn((await stage.post.mailTo(adresse)).text);
    const { cookie } = await stage.ask("POST", "/api/connexion/code", { adresse, code }, "192.0.2.5");
    await stage.ask("GET", "/api/contrats/nulle-part", undefined, "192.0.2.5", cookie);
    const before = await objects();
    const answers = new Map<string, number>();
    const took = await forEach(10_000, 100, async (n) => {
      const attempt = attempts[n % attempts.length]?.(n, cookie);
      if (attempt === undefined) throw new Error("no attempt");
      const { status } = await stage.ask(
        attempt.method,
        attempt.path,
        attempt.body,
        networkOf(n % 5_000),
        attempt.cookie ?? "",
      );
      const line = `${attempt.what} ${status}`;
      answers.set(line, (answers.get(line) ?? 0) + 1);
    });
    expect(Object.fromEntries(answers)).toEqual({
      "mail 202": 2_000,
      "code 403": 2_000,
      "link 403": 2_000,
      "session 401": 2_000,
      "fiche 404": 2_000,
    });
    expect(await objects()).toEqual(before);
    console.log(
      `· 10,000 made-up addresses, codes, links and sessions: ${before.length} files before and after; ${show(took)}`,
    );
  });
});

describe("a network that was stopped", () => {
  it("is remembered for longer than an object that nobody calls is kept", async () => {
    await untilAsleep(stage.server.objects);
    // A few attempts have come back meanwhile; forgotten, all six hundred would have.
    const statuses: number[] = [];
    await forEach(300, 50, async () => {
      statuses.push((await stage.ask("POST", "/api/connexion/lien", { jeton: "x" }, "203.0.113.1")).status);
    });
    expect(statuses).toContain(429);
  });
});
