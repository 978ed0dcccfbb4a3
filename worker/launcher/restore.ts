import { copyFile, lstat, mkdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { ok } from "../../shared/result.ts";
import { type DataFolder, notWritable, openFolder } from "./data-folder.ts";
import { beginEpoch } from "./epoch.ts";
import { fail, type Outcome } from "./failure.ts";
import { syncFiles } from "./files.ts";
import { takeLock } from "./lock.ts";
import { fileFingerprint, MANIFEST, type Manifest, parseManifest } from "./manifest.ts";
import { fingerprintObject } from "./object-fingerprint.ts";

const INSTANCE = "instance.json";
const EPOCH = "epoque.json";

export interface Restored {
  readonly manifest: Manifest;
  readonly bytes: number;
}

/**
 * Brings a backup back into a folder that is empty or does not exist, compares every fingerprint with what was backed up
 * and begins a new epoch. When anything differs, nothing stays there.
 */
export async function restoreBackup(backup: string, folder: DataFolder): Promise<Outcome<Restored>> {
  const manifest = parseManifest(await readFile(join(backup, MANIFEST), "utf8").catch(() => ""));
  if (manifest === null) return fail({ code: "pas_une_sauvegarde", folder: backup });
  const whole = await isWhole(backup, manifest);
  if (!whole.ok) return whole;
  const state = await openFolder(folder, manifest.instance);
  if (!state.ok && state.failure.code === "dossier_non_inscriptible") return state;
  if (!state.ok || state.value === "connu") return fail({ code: "dossier_non_vide", folder: folder.path });
  const lock = await takeLock(folder);
  if (!lock.ok) return lock;
  try {
    const put = await putBack(backup, folder, manifest);
    if (!put.ok) await empty(folder, manifest);
    return put;
  } catch (error) {
    await empty(folder, manifest);
    return notWritable(folder, error);
  } finally {
    await lock.value.release();
  }
}

/** Everything that a start needs comes last: a restoration that was cut short is no folder of data. */
async function putBack(backup: string, folder: DataFolder, manifest: Manifest): Promise<Outcome<Restored>> {
  const content = manifest.files.filter(({ path }) => path !== INSTANCE && path !== EPOCH);
  for (const { path } of content) await copyOne(backup, folder, path);
  for (const { path, tables } of manifest.objects) {
    const found = JSON.stringify(fingerprintObject(join(folder.path, path)));
    if (found !== JSON.stringify(tables)) return fail({ code: "sauvegarde_abimee", file: path });
  }
  const same = await isWhole(folder.path, { ...manifest, files: content });
  if (!same.ok) return same;
  await beginEpoch(folder);
  await copyOne(backup, folder, INSTANCE);
  await syncFiles(folder.path);
  return ok({ manifest, bytes: manifest.files.reduce((sum, file) => sum + file.bytes, 0) });
}

async function copyOne(backup: string, folder: DataFolder, path: string): Promise<void> {
  const target = join(folder.path, path);
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  await copyFile(join(backup, path), target);
}

/** Whether each file is there, is a file, and is the one that was backed up. */
async function isWhole(folder: string, manifest: Manifest): Promise<Outcome<null>> {
  for (const { path, bytes, sha256 } of manifest.files) {
    const file = join(folder, path);
    const found = await lstat(file).catch(() => null);
    const same = found?.isFile() === true && found.size === bytes && (await fileFingerprint(file)) === sha256;
    if (!same) return fail({ code: "sauvegarde_abimee", file: path });
  }
  return ok(null);
}

async function empty(folder: DataFolder, manifest: Manifest): Promise<void> {
  for (const { path } of manifest.files) await rm(join(folder.path, path), { force: true });
  for (const path of [folder.epochFile, folder.objects, folder.pages]) await rm(path, { force: true, recursive: true });
}
