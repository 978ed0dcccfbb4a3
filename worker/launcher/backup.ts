import { randomBytes } from "node:crypto";
import { chmod, copyFile, mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import software from "../../package.json" with { type: "json" };
import { ok } from "../../shared/result.ts";
import { FilesCopy, OBJECT_FILES } from "./copy-files.ts";
import { type DataFolder, instanceOf } from "./data-folder.ts";
import { fail, type InstanceKind, type Outcome, systemErrorCode } from "./failure.ts";
import { filesIn, sync, syncFiles } from "./files.ts";
import { takeLock, whoServes } from "./lock.ts";
import { fileFingerprint, MANIFEST, type Manifest } from "./manifest.ts";
import { fingerprintObject } from "./object-fingerprint.ts";
import { PAGE_FILES } from "./pages-folder.ts";
import { whilePaused } from "./pause.ts";

export interface Backup {
  /** Where it is. */
  readonly folder: string;
  readonly objects: number;
  readonly bytes: number;
  /** How long the server stood still, in milliseconds; null when none was running. */
  readonly paused: number | null;
  /** SHA-256 of the manifest: whoever notes it elsewhere knows this very backup again. */
  readonly fingerprint: string;
}

/**
 * Copies everything that a folder of data holds into a new folder, as it is at one moment, while the server runs: objects
 * tell each other what changed, and a copy of one from before and of another from after would never agree. For that
 * moment, some milliseconds, the server stands still. The backup holds the secrets: only its owner may read it.
 */
export async function makeBackup(folder: DataFolder, target: string): Promise<Outcome<Backup>> {
  const instance = await instanceOf(folder);
  if (!instance.ok) return instance;
  const free = await isFree(folder, target);
  if (!free.ok) return free;
  const draft = `${target}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    await mkdir(dirname(target), { recursive: true });
    await mkdir(draft, { mode: 0o700 });
    const copied = await copyEverything(folder, draft);
    if (!copied.ok) return copied;
    const manifest = await describe(draft, instance.value);
    if (!manifest.ok) return manifest;
    await writeFile(join(draft, MANIFEST), `${JSON.stringify(manifest.value, null, 1)}\n`);
    const fingerprint = await fileFingerprint(join(draft, MANIFEST));
    await syncFiles(draft);
    await rename(draft, target);
    await sync(dirname(target));
    const bytes = manifest.value.files.reduce((sum, file) => sum + file.bytes, 0);
    return ok({ folder: target, objects: manifest.value.objects.length, bytes, paused: copied.value, fingerprint });
  } catch (error) {
    const cause = systemErrorCode(error);
    if (cause === null) throw error;
    return fail({ code: "sauvegarde_impossible", folder: target, cause });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function isFree(folder: DataFolder, target: string): Promise<Outcome<null>> {
  const inside = relative(resolve(folder.path), target);
  if (inside === "" || !(inside === ".." || inside.startsWith(`..${sep}`))) {
    return fail({ code: "sauvegarde_dedans", folder: folder.path });
  }
  try {
    if ((await readdir(target)).length > 0) return fail({ code: "dossier_non_vide", folder: target });
  } catch (error) {
    const cause = systemErrorCode(error);
    if (cause !== "ENOENT") return fail({ code: "sauvegarde_impossible", folder: target, cause: cause ?? "" });
  }
  return ok(null);
}

/** How long the server stood still, or null when none was running. */
async function copyEverything(folder: DataFolder, draft: string): Promise<Outcome<number | null>> {
  for (const file of [folder.instanceFile, folder.secretsFile, folder.epochFile]) {
    await copyFile(file, join(draft, relative(folder.path, file))).catch((error: unknown) => {
      // A folder that was never restored has no epoch, and one that never served no secrets.
      if (systemErrorCode(error) !== "ENOENT" || file === folder.instanceFile) throw error;
    });
  }
  const kept = [
    { path: folder.objects, files: OBJECT_FILES },
    { path: folder.pages, files: PAGE_FILES },
  ];
  for (const { path } of kept) await mkdir(path, { recursive: true, mode: 0o700 });
  const copies = kept.map(({ path, files }) => new FilesCopy(path, join(draft, relative(folder.path, path)), files));
  const update = (hurried: boolean) => copies.every((copy) => copy.update(hurried));
  const server = await whoServes(folder);
  if (server === "starts") return fail({ code: "demarrage_en_cours", folder: folder.path });
  if (server !== null) {
    // Twice: the first takes long, and what was written meanwhile is copied by the second.
    update(false);
    update(false);
    const done = whilePaused(server, () => update(true));
    return done?.answer === true ? ok(done.milliseconds) : fail({ code: "copie_trop_lente", folder: folder.path });
  }
  // Nobody starts a server meanwhile.
  const lock = await takeLock(folder);
  if (!lock.ok) return lock;
  try {
    update(false);
    return copies.some((copy) => copy.isOutdated())
      ? fail({ code: "serveur_ailleurs", folder: folder.path })
      : ok(null);
  } finally {
    await lock.value.release();
  }
}

async function describe(draft: string, instance: InstanceKind): Promise<Outcome<Manifest>> {
  const objects: Manifest["objects"] = [];
  for (const path of (await filesIn(draft)).filter((each) => each.endsWith(".sqlite"))) {
    try {
      objects.push({ path, tables: fingerprintObject(join(draft, path)) });
    } catch {
      return fail({ code: "objet_abime", file: path });
    }
  }
  const files: Manifest["files"] = [];
  for (const path of await filesIn(draft)) {
    const file = join(draft, path);
    await chmod(file, 0o600);
    files.push({ path, bytes: (await stat(file)).size, sha256: await fileFingerprint(file) });
  }
  const madeAt = new Date().toISOString();
  return ok({ format: "coaction-sauvegarde/1", version: software.version, madeAt, instance, files, objects });
}
