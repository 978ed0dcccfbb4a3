import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ActesBody } from "../../shared/protocol/bodies/fiche-acts.ts";
import type { CaviardageApercuBody } from "../../shared/protocol/bodies/history.ts";
import { paths } from "../../shared/protocol/paths.ts";
import { runBackup } from "../harness/backup-commands.ts";
import { type RunningServer, startServer } from "../harness/dev-server.ts";
import { ask } from "../harness/instance.ts";
import { findFiche, type SignedIn, signIn } from "../harness/live-client.ts";
import { bundleProgram, type PlainWorkerd, startPlain } from "../harness/plain-workerd.ts";

/** A contrat of the story of which fiches are published. */
const SLUG = "centre-ouest-bretagne";
const NUMERO = "1.1";
/** Words of its summary, which nothing else has. */
const WORDS = "bouche de travers";

/** The address of a fiche by its id alone. */
const bare = (id: string): string => `/plans/${SLUG}/fiches/${id.slice(0, 8)}`;

/** The pages of the story are delivered a moment after it is told: this one, its plan, and all that the plan lists. */
async function untilPublic(url: string, path: string): Promise<void> {
  const statuses = async () => {
    const plan = await fetch(url + paths.plan(SLUG));
    const listed = [...(await plan.text()).matchAll(/href="([^"]+\/fiches\/[^"]+)"/g)].map(
      ([, address = ""]) => address,
    );
    const pages = await Promise.all([path, paths.home, ...listed].map((each) => fetch(url + each)));
    return [plan, ...pages].map(({ status }) => status);
  };
  await expect.poll(async () => [...new Set(await statuses())], { timeout: 20_000 }).toEqual([200]);
}

/** Every file of the pages store of a folder of data. */
async function pagesOf(dataDir: string): Promise<Map<string, string>> {
  const folder = join(dataDir, "pages");
  const names = await readdir(folder);
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), "utf8")] as const)),
  );
}

const holding = (pages: ReadonlyMap<string, string>, words: string): string[] =>
  [...pages].filter(([, text]) => text.includes(words)).map(([name]) => name);

describe("on a real server", () => {
  let server: RunningServer;
  let coordinatrice: SignedIn;
  let id: string;
  beforeEach(async () => {
    server = await startServer({ demonstration: true });
    coordinatrice = await signIn(server.url, "coordinatrice");
    ({ id } = await findFiche(coordinatrice, SLUG, NUMERO));
    await untilPublic(server.url, bare(id));
  });
  afterEach(() => server.stop());

  const request = (path: string, url = server.url, headers: Record<string, string> = {}) =>
    fetch(url + path, { redirect: "manual", headers });

  async function act(on: SignedIn, acte: Readonly<Record<string, unknown>>): Promise<number> {
    const at = `/api/contrats/${SLUG}/fiches/${id}/actes`;
    const { versions } = (await ask(on, "GET", at)).body as ActesBody;
    const version = versions.find(({ numero }) => numero === 1);
    return (await ask(on, "POST", at, { ...acte, version: 1, empreinte: version?.empreinte })).status;
  }

  it("a published fiche is a file, which a crash leaves as it was and a browser asks for once", async () => {
    const { status, headers } = await request(bare(id));
    expect(status).toBe(302);
    const address = headers.get("location") ?? "";
    const page = await request(address);
    const text = await page.text();
    expect(text).toContain(WORDS);
    expect(page.headers.get("cache-control")).toBe("public, max-age=60");
    const etag = page.headers.get("etag") ?? "";
    expect((await request(address, server.url, { "if-none-match": etag })).status).toBe(304);

    const pages = await pagesOf(server.dataDir);
    expect(holding(pages, WORDS)).toHaveLength(1);
    expect(holding(pages, WORDS)[0]).toMatch(/^fiche-[0-9a-z]{16}-[0-9a-z]{8}$/);
    expect((await stat(join(server.dataDir, "pages"))).mode & 0o777).toBe(0o700);
    await server.kill9();
    await server.restart();
    expect(await pagesOf(server.dataDir)).toEqual(pages);
    const again = await request(address);
    expect([again.status, again.headers.get("etag"), await again.text()]).toEqual([200, etag, text]);
  });

  it("nothing gets out of the folder of pages, nor into it, by an address", async () => {
    const before = await pagesOf(server.dataDir);
    for (const path of [
      "/plans/..%2Fsecrets.json",
      "/plans/%2e%2e%2fsecrets.json",
      "/plans/.",
      "/plans/instance",
      `/plans/${SLUG}/fiches/..%2f..%2fsecrets.json`,
      `/plans/${SLUG}%00/fiches/${id.slice(0, 8)}`,
      `/plans/${"a".repeat(5_000)}`,
    ]) {
      expect((await request(path)).status, path).toBe(404);
    }
    for (const method of ["PUT", "DELETE", "POST"]) {
      const answer = await fetch(server.url + paths.plan(SLUG), { method, headers: { origin: server.url } });
      expect(answer.status, method).toBe(404);
    }
    expect(await pagesOf(server.dataDir)).toEqual(before);
  });

  it("words that are masked, and then a fiche that is withdrawn, are in no page and no file of pages", async () => {
    const body = { partie: "resume", mots: WORDS, motif: "donnee_de_sante" };
    const at = `/api/contrats/${SLUG}/fiches/${id}/caviardages`;
    const { apercu, versions } = (await ask(coordinatrice, "POST", `${at}/apercu`, body)).body as CaviardageApercuBody;
    expect(versions).toContain(1);
    expect((await ask(coordinatrice, "POST", at, { ...body, apercu })).status).toBe(201);
    await expect.poll(async () => holding(await pagesOf(server.dataDir), WORDS), { timeout: 20_000 }).toEqual([]);
    const page = await (await fetch(server.url + bare(id))).text();
    expect(page).toContain("█".repeat(WORDS.length));
    expect(page).toContain("(donnée de santé)");

    // The object begins again a moment after words were masked.
    await expect.poll(() => act(coordinatrice, { acte: "depublier", raison: "À revoir." }).catch(() => 0)).toBe(204);
    await expect.poll(async () => (await request(bare(id))).status, { timeout: 20_000 }).toBe(410);
    await expect
      .poll(async () => holding(await pagesOf(server.dataDir), "cardiovasculaires"), { timeout: 20_000 })
      .toEqual([]);
  });

  it("a backup carries what was public at its moment: the restored state decides, before and after a withdrawal", async () => {
    const place = await mkdtemp(join(tmpdir(), "coaction-plans-"));
    const restore = async (backup: string, look: (url: string, dataDir: string) => Promise<void>) => {
      const folder = `${backup}-restaurée`;
      expect((await runBackup("restauration", folder, backup)).code).toBe(0);
      const restored = await startServer({ demonstration: true, dataDir: folder });
      try {
        await look(restored.url, folder);
      } finally {
        await restored.stop();
      }
    };
    try {
      const [published, withdrawn] = [join(place, "publiée"), join(place, "retirée")];
      expect((await runBackup("sauvegarde", server.dataDir, published)).code).toBe(0);
      const pages = await pagesOf(server.dataDir);
      expect(await act(coordinatrice, { acte: "depublier", raison: "À revoir." })).toBe(204);
      expect((await request(bare(id))).status).toBe(410);
      expect((await runBackup("sauvegarde", server.dataDir, withdrawn)).code).toBe(0);

      await restore(withdrawn, async (url, folder) => {
        expect((await request(bare(id), url)).status).toBe(410);
        expect(holding(await pagesOf(folder), WORDS)).toEqual([]);
        expect(await (await fetch(url + paths.home)).text()).toContain(`href="${paths.plan(SLUG)}"`);
      });
      await restore(published, async (url, folder) => {
        expect(await pagesOf(folder)).toEqual(pages);
        expect(await (await fetch(url + bare(id))).text()).toContain(WORDS);
        // What is public goes on from the state that was restored.
        expect(await act(await signIn(url, "coordinatrice"), { acte: "depublier", raison: "À revoir." })).toBe(204);
        expect((await request(bare(id), url)).status).toBe(410);
        expect(holding(await pagesOf(folder), WORDS)).toEqual([]);
      });
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  });
});

describe("whoever reads", () => {
  let folder: string;
  let server: PlainWorkerd;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "coaction-lecteurs-"));
    const bundle = await bundleProgram("test/worker/programs/counted.ts", folder);
    server = await startPlain({ bundle, texts: { DEMONSTRATION: "1" } });
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** How often any object was made in memory since the server started. */
  const awakenings = async (): Promise<number> =>
    Number(await (await fetch(`${server.url}/essai/reveils/tous`)).text());

  it("wakes no object, whatever the address", async () => {
    const { id } = await findFiche(await signIn(server.url, "coordinatrice"), SLUG, NUMERO);
    await untilPublic(server.url, bare(id));
    // The runtime puts an object to sleep after 10 s without an event.
    await pause(12_000);
    const before = await awakenings();
    const statuses = [];
    for (const path of [bare(id), paths.plan(SLUG), "/plans/nulle-part", `/plans/${SLUG}/fiches/00000000`]) {
      for (let time = 0; time < 5; time++) statuses.push((await fetch(server.url + path)).status);
    }
    expect([...new Set(statuses)]).toEqual([200, 404]);
    // A page of the workspace, by somebody without a session, that leads here.
    expect((await fetch(`${server.url}/contrats/${SLUG}/fiches/${id.slice(0, 8)}`)).url).toContain("/plans/");
    expect(await awakenings()).toBe(before);
    // Else this would show nothing: whoever has a session does wake some.
    await findFiche(await signIn(server.url, "coordinatrice"), SLUG, NUMERO);
    expect(await awakenings()).toBeGreaterThan(before);
  });
});
