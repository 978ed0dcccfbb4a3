import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { REGLAGES_DEFAULT } from "../../shared/domain/reglages.ts";
import type { AdministrationBody, InstanceContratsBody } from "../../shared/protocol/bodies/instance-admin.ts";
import { firstAccessDigest, writeFirstAccess } from "../../shared/protocol/first-access.ts";
import type { ContratsBody, SessionBody } from "../../shared/protocol/http-bodies.ts";
import { type RunningServer, startServer } from "../harness/dev-server.ts";
import { ask, cookieOf, firstAccessOf, nobody, openInstance, type Person } from "../harness/instance.ts";
import { startPlain } from "../harness/plain-workerd.ts";

const ALINE = { nom: "Aline Le Goff", adresse: "aline@exemple.fr" };
const BACHIR = { nom: "Bachir Morvan", adresse: "bachir@exemple.fr" };
const FIRST = "/api/instance/premier-acces";

let server: RunningServer | null = null;
afterEach(async () => {
  await server?.stop();
  server = null;
});

async function start(): Promise<RunningServer> {
  server = await startServer({ demonstration: false });
  return server;
}

describe("the one-time address of an empty instance", () => {
  it("is printed, opens it once, and makes whoever comes first its administration", async () => {
    const instance = await start();
    const jeton = firstAccessOf(instance);
    expect(jeton).toMatch(/^[\w-]{32}$/);
    expect((await ask(nobody(instance), "POST", `${FIRST}/verification`, { jeton })).status).toBe(204);
    expect((await fetch(`${instance.url}/premier-acces`)).status).toBe(200);

    const aline = await openInstance(instance, ALINE.nom, ALINE.adresse);
    const session = (await ask(aline, "GET", "/api/session")).body as SessionBody;
    expect(session.account.nom).toBe(ALINE.nom);
    expect((await ask(aline, "GET", "/api/instance/contrats")).body).toEqual({ contrats: [] });

    const again = await ask(nobody(instance), "POST", FIRST, { jeton, ...BACHIR });
    expect([again.status, again.body]).toEqual([410, { refus: "premier_acces_utilise" }]);
    expect(again.headers.get("set-cookie")).toBeNull();
    const check = await ask(nobody(instance), "POST", `${FIRST}/verification`, { jeton });
    expect(check.body).toEqual({ refus: "premier_acces_utilise" });

    await instance.restart();
    expect(firstAccessOf(instance)).toBeNull();
    expect((await ask(aline, "GET", "/api/instance/contrats")).status).toBe(200);
  });

  it("is another one at each start; that of before opens nothing", async () => {
    const instance = await start();
    const before = firstAccessOf(instance);
    await instance.restart();
    const after = firstAccessOf(instance);
    expect(after).not.toBe(before);
    const refused = await ask(nobody(instance), "POST", FIRST, { jeton: before, ...ALINE });
    expect([refused.status, refused.body]).toEqual([403, { refus: "premier_acces_refuse" }]);
    expect((await ask(nobody(instance), "POST", FIRST, { jeton: after, ...ALINE })).status).toBe(204);
  });

  it("is won by one of ten people who use it at once", async () => {
    const instance = await start();
    const jeton = firstAccessOf(instance);
    const people = Array.from({ length: 10 }, (_, i) => ({ nom: `Personne ${i}`, adresse: `p${i}@exemple.fr` }));
    const answers = await Promise.all(
      people.map((person) => ask(nobody(instance), "POST", FIRST, { jeton, ...person })),
    );
    const winners = answers.filter(({ status }) => status === 204);
    expect(winners).toHaveLength(1);
    for (const { status, body } of answers.filter((answer) => answer.status !== 204)) {
      expect([status, body]).toEqual([410, { refus: "premier_acces_utilise" }]);
    }
    const winner: Person = { url: instance.url, cookie: cookieOf(winners[0]?.headers ?? new Headers()) };
    const { personnes } = (await ask(winner, "GET", "/api/instance/administration")).body as AdministrationBody;
    expect(personnes).toHaveLength(1);
  });

  it("cannot be guessed, nor made from what is kept on disk", async () => {
    const instance = await start();
    const jeton = firstAccessOf(instance) ?? "";
    const kept = await readFile(join(instance.dataDir, "workerd.capnp"), "utf8");
    expect(kept).not.toContain(jeton);
    const digest = firstAccessDigest(jeton);
    expect(kept).toContain(digest);
    for (const guess of ["", "a", digest, jeton.slice(0, -1), `${jeton} `, jeton.toUpperCase()]) {
      const refused = await ask(nobody(instance), "POST", FIRST, { jeton: guess, ...ALINE });
      expect([refused.status, refused.body], guess).toEqual([403, { refus: "premier_acces_refuse" }]);
    }
    expect((await ask(nobody(instance), "GET", "/api/instance/contrats")).status).toBe(401);
  });

  it("is over after its hour", async () => {
    const bundle = fileURLToPath(new URL("../../dist/worker/index.js", import.meta.url));
    const access = (until: number) => ({
      PREMIER_ACCES: writeFirstAccess({ until, digest: firstAccessDigest("essai") }),
    });
    const late = await startPlain({ bundle, texts: access(Date.now() - 1) });
    try {
      const person = { url: late.url, cookie: "" };
      const refused = await ask(person, "POST", FIRST, { jeton: "essai", ...ALINE });
      expect([refused.status, refused.body]).toEqual([410, { refus: "premier_acces_perime" }]);
    } finally {
      await late.stop();
    }
  });

  it("does not exist in a demonstration", async () => {
    server = await startServer({ demonstration: true });
    expect(firstAccessOf(server)).toBeNull();
    const refused = await ask(nobody(server), "POST", FIRST, { jeton: "", ...ALINE });
    expect(refused.body).toEqual({ refus: "premier_acces_refuse" });
  });
});

describe("whoever administers the instance", () => {
  it("creates contrats and names their coordination, once for each address", async () => {
    const aline = await openInstance(await start(), ALINE.nom, ALINE.adresse);
    const made = { nom: "CLS du Pays d’Essai", slug: "pays-d-essai", coordination: " Aline@Exemple.FR " };
    const answer = await ask(aline, "POST", "/api/instance/contrats", made);
    expect([answer.status, answer.body]).toEqual([201, expect.objectContaining({ nom: made.nom, slug: made.slug })]);
    const { contrats } = (await ask(aline, "GET", "/api/instance/contrats")).body as InstanceContratsBody;
    expect(contrats.map(({ slug }) => slug)).toEqual(["pays-d-essai"]);
    const own = (await ask(aline, "GET", "/api/contrats")).body as ContratsBody;
    expect(own.contrats.map(({ slug, roles }) => [slug, roles])).toEqual([["pays-d-essai", ["coordination"]]]);

    const refusals: [unknown, number, string][] = [
      [made, 409, "slug_pris"],
      [{ ...made, slug: "autre", coordination: "inconnu" }, 400, "corps_invalide"],
      [{ ...made, slug: "Pays d’Essai" }, 400, "corps_invalide"],
      [{ ...made, slug: "autre", nom: " " }, 400, "corps_invalide"],
      [{ ...made, slug: "autre", roles: ["coordination"] }, 400, "corps_invalide"],
      [null, 400, "corps_invalide"],
    ];
    for (const [body, status, code] of refusals) {
      const refused = await ask(aline, "POST", "/api/instance/contrats", body);
      expect([refused.status, refused.body]).toEqual([status, { refus: code }]);
    }
    expect(((await ask(aline, "GET", "/api/instance/contrats")).body as InstanceContratsBody).contrats).toHaveLength(1);
  });

  it("says what the instance is; each page shows it, and nobody overwrites another's words", async () => {
    const aline = await openInstance(await start(), ALINE.nom, ALINE.adresse);
    const { url } = aline;
    expect(await (await fetch(`${url}/mentions-legales`)).text()).toContain("[À compléter par la collectivité");
    const reglages = {
      ...REGLAGES_DEFAULT,
      nom: "CLS d’Essai",
      mentions: { editeur: "<b>Communauté</b> d’Essai", publication: "X", hebergeur: "Y", plus: "" },
      accessibilite: {
        ...REGLAGES_DEFAULT.accessibilite,
        audit: { faitLe: "2026-02-12", par: "Un cabinet", pourcent: 72, nonAccessibles: "" },
      },
    };
    const changed = await ask(aline, "PUT", "/api/instance/reglages", { reglages, numero: 0 });
    expect([changed.status, changed.body]).toEqual([200, { reglages, numero: 1 }]);
    const page = await (await fetch(`${url}/mentions-legales`)).text();
    expect(page).toContain("&lt;b&gt;Communauté&lt;/b&gt; d’Essai");
    expect(page).toContain("Accessibilité\u202f: partiellement conforme");
    expect((await ask({ url, cookie: "" }, "GET", "/api/instance")).body).toEqual({
      nom: "CLS d’Essai",
      accessibilite: "partiellement_conforme",
    });
    const late = await ask(aline, "PUT", "/api/instance/reglages", { reglages: REGLAGES_DEFAULT, numero: 0 });
    expect([late.status, late.body]).toEqual([409, { refus: "reglages_changes" }]);
    const forged = await ask(aline, "PUT", "/api/instance/reglages", {
      reglages: { ...reglages, niveau: "totalement_conforme" },
      numero: 1,
    });
    expect([forged.status, forged.body]).toEqual([400, { refus: "corps_invalide" }]);
  });

  it("names regions; the last of them cannot leave", async () => {
    const aline = await openInstance(await start(), ALINE.nom, ALINE.adresse);
    const { account } = (await ask(aline, "GET", "/api/session")).body as SessionBody;
    const last = await ask(aline, "DELETE", `/api/instance/administration/${account.id}`);
    expect([last.status, last.body]).toEqual([409, { refus: "derniere_administration" }]);
    const unknown = await ask(aline, "POST", "/api/instance/administration", { adresse: BACHIR.adresse });
    expect([unknown.status, unknown.body]).toEqual([422, { refus: "personne_inconnue" }]);

    const region = await ask(aline, "POST", "/api/instance/regions", { nom: "ARS  Bretagne" });
    expect([region.status, region.body]).toEqual([201, expect.objectContaining({ nom: "ARS Bretagne" })]);
    const { id } = region.body as { id: string };
    expect((await ask(aline, "PUT", `/api/instance/regions/${id}`, { nom: "Bretagne" })).status).toBe(204);
    expect((await ask(aline, "GET", "/api/regions")).body).toEqual({ regions: [] });
    expect((await ask(aline, "POST", `/api/instance/regions/${id}/lecteurs`, { adresse: ALINE.adresse })).status).toBe(
      204,
    );
    expect((await ask(aline, "GET", "/api/regions")).body).toEqual({
      regions: [{ id, nom: "Bretagne", contrats: [] }],
    });
    expect((await ask(aline, "DELETE", `/api/instance/regions/${id}/lecteurs/${account.id}`)).status).toBe(204);
    expect((await ask(aline, "GET", "/api/regions")).body).toEqual({ regions: [] });
    expect((await ask(aline, "PUT", "/api/instance/regions/0123456789abcdef", { nom: "Rien" })).status).toBe(404);
  });
});

it("the health of an instance says its version, its disk and its mails, in words", async () => {
  const instance = await start();
  const { body } = await ask(nobody(instance), "GET", "/api/sante");
  expect(body).toEqual({
    version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    demonstration: false,
    disque: expect.stringMatching(/^(?:suffisant|presque_plein)$/),
    courriel: "aucun",
  });
});
