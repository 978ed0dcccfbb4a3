import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CLOSE } from "../../shared/protocol/close-codes.ts";
import type { ContratsBody, FicheInList } from "../../shared/protocol/http-bodies.ts";
import { apiPaths } from "../../shared/protocol/paths.ts";
import { MANIFEST, type Manifest, parseManifest } from "../../worker/launcher/manifest.ts";
import { fingerprintObject } from "../../worker/launcher/object-fingerprint.ts";
import { runBackup as run } from "../harness/backup-commands.ts";
import { type RunningServer, startServer } from "../harness/dev-server.ts";
import {
  type Connected,
  connectPage,
  findFiche,
  liveAddress,
  openSocket,
  type SignedIn,
  signIn,
} from "../harness/live-client.ts";
import { addParagraph, textOf } from "../harness/raw-page.ts";

const SLUG = "pays-de-redon";

let place: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), "coaction-sauvegarde-"));
});
afterEach(() => rm(place, { recursive: true, force: true }));

/** Every fiche of a contrat. */
async function allFiches({ url, cookie }: SignedIn): Promise<readonly FicheInList[]> {
  const response = await fetch(`${url}${apiPaths.contrats}`, { headers: { cookie } });
  // Our own server's answer.
  const { contrats } = (await response.json()) as ContratsBody;
  const contrat = contrats.find(({ slug }) => slug === SLUG);
  if (contrat === undefined) throw new Error(`no contrat ${SLUG}`);
  return contrat.fiches;
}

async function manifestOf(backup: string): Promise<Manifest> {
  const manifest = parseManifest(await readFile(join(backup, MANIFEST), "utf8"));
  if (manifest === null) throw new Error("no manifest");
  return manifest;
}

/** Words that say how many came before them. */
async function write({ page }: Connected, count: number): Promise<void> {
  addParagraph(page.doc, "freins", `mot ${count}`);
  await page.until("the acknowledgement", () => page.unacked === 0);
}

function written(doc: Connected["page"]["doc"]): number[] {
  return [...textOf(doc, "freins").matchAll(/mot (\d+)/g)].map(([, count]) => Number(count));
}

describe("a running instance, written to without pause", () => {
  let server: RunningServer;
  let restored: RunningServer | null = null;
  beforeAll(async () => {
    server = await startServer({ demonstration: true });
  });
  afterAll(async () => {
    await restored?.stop();
    await server.stop();
  });

  it("is backed up as it was at one moment, and restored: same fingerprints, same words, another epoch", async () => {
    const coordinatrice = await signIn(server.url, "coordinatrice");
    const fiches = await allFiches(coordinatrice);
    const pages = await Promise.all(fiches.map((fiche) => connectPage(coordinatrice, SLUG, fiche)));
    let count = 0;
    let acked = 0;
    let on = true;
    const writing = (async () => {
      while (on) {
        count += 1;
        // In turn, each once the one before is kept: at any moment, the texts hold all words up to a number.
        for (const page of pages) await write(page, count);
        acked = count;
      }
    })();
    await pages[0]?.page.until("some words", () => acked > 20);

    const backup = join(place, "sauvegarde");
    const before = acked;
    const said = await run("sauvegarde", server.dataDir, backup);
    const after = count;
    expect([said.code, said.error]).toEqual([0, ""]);
    await pages[0]?.page.until("more words", () => acked > after + 5);
    on = false;
    await writing;
    const [sentence = ""] = said.out.replace(backup, "un dossier").split("\n");
    console.log(
      `· ${sentence} Pendant ce temps, ${(after - before) * fiches.length} mots dans ${fiches.length} fiches.`,
    );

    const folder = join(place, "données");
    const again = await run("restauration", folder, backup);
    expect([again.code, again.error]).toEqual([0, ""]);
    const manifest = await manifestOf(backup);
    expect(manifest.objects.length).toBeGreaterThan(20);
    for (const { path, tables } of manifest.objects) {
      expect(fingerprintObject(join(folder, path)), path).toEqual(tables);
    }
    const rows = manifest.objects.flatMap(({ tables }) => tables).reduce((sum, table) => sum + table.rows, 0);
    console.log(`· ${manifest.objects.length} objets et ${rows} lignes remis, toutes les empreintes égales`);

    // The same address, as after the loss of a machine: the server of before is gone.
    await server.kill9();
    restored = await startServer({ demonstration: true, dataDir: folder, port: server.port });
    const counts: number[][] = [];
    for (const fiche of fiches) {
      const { page } = await connectPage(coordinatrice, SLUG, fiche);
      counts.push(written(page.doc));
    }
    const lengths = counts.map((words) => words.length);
    for (const words of counts) expect(words).toEqual(words.map((_, index) => index + 1));
    // Between what was kept when the backup began and what was sent when it ended, and at one moment for all of them.
    expect(Math.min(...lengths)).toBeGreaterThanOrEqual(before);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(after);
    expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
    expect((lengths.at(0) ?? 0) - (lengths.at(-1) ?? 0)).toBeLessThanOrEqual(1);

    const [first] = pages;
    const [fiche] = fiches;
    if (first === undefined || fiche === undefined) throw new Error("no page");
    const epoch = first.page.epoch;
    const old = liveAddress(restored.url, SLUG, fiche, `?client=${first.page.client}&schema=1&epoch=${epoch}`);
    const socket = openSocket(old, { cookie: coordinatrice.cookie, origin: restored.url });
    const closed = new Promise<number>((resolve) => socket.on("close", resolve));
    expect(await closed).toBe(CLOSE.oldEpoch);
    const { page: newcomer } = await connectPage(coordinatrice, SLUG, fiche);
    expect(newcomer.epoch).not.toBe(epoch);

    // What the lists say of a fiche comes with the next words: no number of before stands in their way.
    const catalogued = () => findFiche(coordinatrice, SLUG, "1.1").then(({ modifieeLe }) => modifieeLe ?? 0);
    const known = await catalogued();
    addParagraph(newcomer.doc, "freins", "après");
    await newcomer.until("the acknowledgement", () => newcomer.unacked === 0);
    await expect.poll(catalogued, { timeout: 10_000 }).toBeGreaterThan(known);
  });
});

describe("a backup", () => {
  let server: RunningServer;
  let data: string;
  beforeAll(async () => {
    server = await startServer({ demonstration: true });
    data = server.dataDir;
  });
  afterAll(() => server.stop());

  it("is for its owner alone, whole or not there at all, and leaves the server serving", async () => {
    const backup = join(place, "a", "b");
    expect((await run("sauvegarde", data, backup)).code).toBe(0);
    expect((await stat(backup)).mode & 0o777).toBe(0o700);
    expect((await stat(join(backup, "secrets.json"))).mode & 0o777).toBe(0o600);
    expect(await readdir(join(place, "a"))).toEqual(["b"]);
    expect(await readdir(backup)).toEqual(["instance.json", MANIFEST, "objects", "pages", "secrets.json"]);
    const names = await readdir(join(backup, "objects"), { recursive: true });
    expect(names.filter((name) => /-(?:wal|shm)$/.test(name))).toEqual([]);
    expect((await fetch(`${server.url}/api/sante`)).status).toBe(200);
  });

  it("is refused inside the folder it copies, over another one, and without data", async () => {
    const inside = await run("sauvegarde", data, join(data, "objects", "copie"));
    expect([inside.code, inside.error]).toEqual([1, expect.stringContaining("dans le dossier qu’elle copie")]);
    await writeFile(join(place, "lettre.odt"), "");
    const over = await run("sauvegarde", data, place);
    expect([over.code, over.error]).toEqual([1, expect.stringContaining("n’est pas vide")]);
    expect(await readdir(place)).toEqual(["lettre.odt"]);
    const nothing = await run("sauvegarde", place, join(place, "..", "nulle-part"));
    expect([nothing.code, nothing.error]).toEqual([1, expect.stringContaining("ne contient pas de données")]);
  });

  it("is made of a stopped instance too, after a crash, and another server cannot start meanwhile", async () => {
    const crashed = await startServer({ demonstration: true });
    try {
      await crashed.kill9();
      const backup = join(place, "sauvegarde");
      const said = await run("sauvegarde", crashed.dataDir, backup);
      expect([said.code, said.error]).toEqual([0, ""]);
      expect(said.out).not.toContain("ont attendu");
      expect(await readdir(crashed.dataDir)).not.toContain("serveur.lock");
      expect((await manifestOf(backup)).objects.length).toBeGreaterThan(20);
    } finally {
      await crashed.stop();
    }
  });

  it("that was damaged, whatever part of it, is not restored, and nothing stays", async () => {
    const backup = join(place, "sauvegarde");
    expect((await run("sauvegarde", data, backup)).code).toBe(0);
    const { objects } = await manifestOf(backup);
    const object = objects.find(({ path, tables }) => path.includes("document") && tables.length > 3)?.path ?? "";
    const damages: [string, (copy: string) => Promise<void>][] = [
      ["n’est pas une sauvegarde", (copy) => rm(join(copy, MANIFEST))],
      ["n’est pas celui qui a été sauvegardé", (copy) => rm(join(copy, object))],
      ["n’est pas celui qui a été sauvegardé", (copy) => writeFile(join(copy, "secrets.json"), "{}")],
      [
        "n’est pas celui qui a été sauvegardé",
        async (copy) => {
          const database = new DatabaseSync(join(copy, object));
          database.exec("UPDATE document SET created_at = 0");
          database.close();
        },
      ],
      [
        // The manifest of one who changed both the file and its fingerprint: the rows tell.
        "n’est pas celui qui a été sauvegardé",
        async (copy) => {
          const text = await readFile(join(copy, MANIFEST), "utf8");
          const made = JSON.parse(text) as { objects: { tables: { rows: number }[] }[] };
          const [table] = made.objects[0]?.tables ?? [];
          if (table !== undefined) table.rows += 1;
          await writeFile(join(copy, MANIFEST), JSON.stringify(made));
        },
      ],
      [
        "n’est pas une sauvegarde",
        async (copy) => {
          const text = await readFile(join(copy, MANIFEST), "utf8");
          await writeFile(join(copy, MANIFEST), text.replace("secrets.json", "../../ailleurs.json"));
        },
      ],
    ];
    for (const [index, [sentence, damage]] of damages.entries()) {
      const copy = join(place, `copie-${index}`);
      await cp(backup, copy, { recursive: true });
      await damage(copy);
      const folder = join(place, `données-${index}`);
      const said = await run("restauration", folder, copy);
      expect([said.code, said.error]).toEqual([1, expect.stringContaining(sentence)]);
      expect(await readdir(folder).catch(() => [])).toEqual([]);
    }
  });

  it("is restored into an empty folder alone", async () => {
    const backup = join(place, "sauvegarde");
    expect((await run("sauvegarde", data, backup)).code).toBe(0);
    const there = await run("restauration", data, backup);
    expect([there.code, there.error]).toEqual([1, expect.stringContaining("n’est pas vide")]);
    const other = join(place, "autre");
    await mkdir(other);
    await writeFile(join(other, "lettre.odt"), "");
    const strange = await run("restauration", other, backup);
    expect([strange.code, strange.error]).toEqual([1, expect.stringContaining("n’est pas vide")]);
    expect(await readdir(other)).toEqual(["lettre.odt"]);
  });
});
