import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FilesCopy, OBJECT_FILES } from "../../worker/launcher/copy-files.ts";
import { parseManifest } from "../../worker/launcher/manifest.ts";
import { fingerprintObject } from "../../worker/launcher/object-fingerprint.ts";
import { whilePaused } from "../../worker/launcher/pause.ts";

let place: string;
beforeEach(async () => {
  place = await mkdtemp(join(tmpdir(), "coaction-copie-"));
});
afterEach(() => rm(place, { recursive: true, force: true }));

/** Writes how often it did into the first file, then into the last, without end. */
const WRITER = `
const { openSync, writeSync } = require("node:fs");
const [first, last] = ["a.sqlite", "z.sqlite"].map((name) => openSync(name, "w"));
for (let count = 1; ; count++) for (const file of [first, last]) writeSync(file, String(count).padStart(12), 0);
`;

describe("a copy of files that another process writes", () => {
  let writer: ChildProcess | null = null;
  afterEach(() => {
    writer?.kill("SIGKILL");
  });

  it("is of one moment when that process stands still, and it goes on afterwards", async () => {
    const [from, into] = [join(place, "from"), join(place, "into")];
    mkdirSync(from);
    for (let i = 0; i < 200; i++) await writeFile(join(from, `m${i}.sqlite`), "x".repeat(20_000));
    writer = spawn(process.execPath, ["-e", WRITER], { cwd: from, stdio: "ignore" });
    const count = async (folder: string, name: string) =>
      Number(await readFile(join(folder, name), "utf8").catch(() => 0));
    await expect.poll(() => count(from, "z.sqlite")).toBeGreaterThan(0);
    const { pid } = writer;
    if (pid === undefined) throw new Error("no writer");

    const copy = new FilesCopy(from, into, OBJECT_FILES);
    copy.update(false);
    // Else what follows would show nothing: the last file of such a copy is of a later moment than the first.
    expect(await count(into, "z.sqlite")).toBeGreaterThan(await count(into, "a.sqlite"));
    expect(copy.isOutdated()).toBe(true);

    const done = whilePaused(pid, () => copy.update(true) && !copy.isOutdated());
    expect(done?.answer).toBe(true);
    const [first, last] = [await count(into, "a.sqlite"), await count(into, "z.sqlite")];
    expect([first, first - 1]).toContain(last);
    await expect.poll(() => count(from, "z.sqlite")).toBeGreaterThan(last);
  });

  it("leaves out what was removed meanwhile, and takes what was added", async () => {
    const [from, into] = [join(place, "from"), join(place, "into")];
    mkdirSync(join(from, "n"), { recursive: true });
    for (const name of ["a.sqlite", "a.sqlite-wal", "a.sqlite-shm", "lettre.odt"])
      await writeFile(join(from, "n", name), name);
    const copy = new FilesCopy(from, into, OBJECT_FILES);
    copy.update(false);
    await rm(join(from, "n", "a.sqlite-wal"));
    await writeFile(join(from, "n", "b.sqlite"), "b");
    copy.update(true);
    const found = (name: string) => readFile(join(into, "n", name), "utf8").catch(() => null);
    expect(await found("a.sqlite")).toBe("a.sqlite");
    expect(await found("b.sqlite")).toBe("b");
    for (const name of ["a.sqlite-wal", "a.sqlite-shm", "lettre.odt"]) expect(await found(name), name).toBeNull();
  });

  it("goes on even when whoever stopped it dies in the middle", async () => {
    writer = spawn(process.execPath, ["-e", WRITER], { cwd: place, stdio: "ignore" });
    const { pid } = writer;
    const module = new URL("../../worker/launcher/pause.ts", import.meta.url).href;
    const program = `const { whilePaused } = await import(${JSON.stringify(module)});
      whilePaused(${pid}, () => process.kill(process.pid, "SIGKILL"));`;
    const stopper = spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: "ignore" });
    await new Promise((resolve) => stopper.once("exit", resolve));
    const count = () => readFile(join(place, "z.sqlite"), "utf8");
    const still = await count();
    await pause(300);
    expect(await count()).toBe(still);
    await expect.poll(count, { timeout: 20_000, interval: 200 }).not.toBe(still);
  });
});

describe("the fingerprint of an object", () => {
  function made(name: string, ...statements: readonly string[]): string {
    const path = join(place, name);
    const database = new DatabaseSync(path);
    database.exec("PRAGMA journal_mode = WAL");
    for (const statement of statements) database.exec(statement);
    database.close();
    return path;
  }
  const TABLE = "CREATE TABLE t (k TEXT PRIMARY KEY, v) WITHOUT ROWID";

  it("is the same for the same rows, however they came there", () => {
    const one = made("1.sqlite", TABLE, "INSERT INTO t VALUES ('a', 1), ('b', x'00ff'), ('c', NULL)");
    const other = made(
      "2.sqlite",
      TABLE,
      "INSERT INTO t VALUES ('c', 2), ('b', x'00ff'), ('d', 3)",
      "DELETE FROM t WHERE k = 'd'",
      "UPDATE t SET v = NULL WHERE k = 'c'",
      "INSERT INTO t VALUES ('a', 1)",
    );
    expect(fingerprintObject(other)).toEqual(fingerprintObject(one));
    expect(fingerprintObject(one)).toMatchObject([{ name: "t", rows: 3 }]);
  });

  it.each([
    ["a value", "INSERT INTO t VALUES ('a', 2)"],
    ["the kind of a value", "INSERT INTO t VALUES ('a', '1')"],
    ["where one value ends", "INSERT INTO t VALUES ('a1', '')"],
    ["a row", "INSERT INTO t VALUES ('a', 1), ('b', 1)"],
  ])("tells %s", (_, statement) => {
    const one = made("1.sqlite", TABLE, "INSERT INTO t VALUES ('a', 1)");
    const other = made("2.sqlite", TABLE, statement);
    expect(fingerprintObject(other)).not.toEqual(fingerprintObject(one));
  });

  it("reads whole numbers beyond those of JavaScript, and the tables behind a full text index", () => {
    const path = made(
      "1.sqlite",
      "CREATE VIRTUAL TABLE mots USING fts5 (texte)",
      "INSERT INTO mots VALUES ('santé')",
      "CREATE TABLE n (n INTEGER)",
      "INSERT INTO n VALUES (9223372036854775807)",
    );
    const before = fingerprintObject(path);
    expect(before.map(({ name }) => name)).toContain("mots_content");
    const database = new DatabaseSync(path);
    database.exec("UPDATE n SET n = 9223372036854775806");
    database.close();
    expect(fingerprintObject(path)).not.toEqual(before);
  });
});

describe("the manifest of a backup", () => {
  const sha256 = "ab".repeat(32);
  const manifest = {
    format: "coaction-sauvegarde/1",
    version: "0.1.0",
    madeAt: "2026-11-21T18:30:00.000Z",
    instance: "reelle",
    files: [{ path: "instance.json", bytes: 2, sha256 }],
    objects: [],
  };
  const parse = (change: object) => parseManifest(JSON.stringify({ ...manifest, ...change }));

  it("is read", () => {
    expect(parse({})).toEqual(manifest);
  });

  it.each([
    "../instance.json",
    "/etc/passwd",
    "objects/../../a.sqlite",
    "objects/a/b/c.sqlite",
    "objects/a/.sqlite",
    "pages/../secrets.json",
    "pages/a/b",
    "pages/.kj-tmp",
    "serveur.lock",
  ])("names no file elsewhere: %s", (path) => {
    expect(parse({ files: [...manifest.files, { path, bytes: 2, sha256 }] })).toBeNull();
  });

  it("holds an instance, and every object that it describes", () => {
    expect(parse({ files: [] })).toBeNull();
    expect(parse({ objects: [{ path: "objects/a/b.sqlite", tables: [] }] })).toBeNull();
    expect(parse({ format: "coaction-sauvegarde/2" })).toBeNull();
    expect(parseManifest("{")).toBeNull();
  });
});
