import { randomBytes } from "node:crypto";
import { link, open, readdir, rename, rm } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { systemErrorCode } from "./failure.ts";

/** The owner reads and writes, nobody else. */
const OWNER_ONLY = 0o600;

/**
 * Creates a file with its whole content at once, on disk before it returns. False, and nothing done, when it is there
 * already. Throws the system's error when the folder cannot be written.
 */
export async function createWhole(path: string, content: string): Promise<boolean> {
  const draft = await writeDraft(path, content);
  try {
    // A hard link fails where the name is taken, and never shows a half-written file.
    await link(draft, path);
    return true;
  } catch (error) {
    if (systemErrorCode(error) === "EEXIST") return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Replaces a file by a new content, or leaves the old one whole. */
export async function replaceWhole(path: string, content: string): Promise<void> {
  const draft = await writeDraft(path, content);
  await rename(draft, path);
}

/** Every file of a folder and of those in it, by its path from there, with `/`, in order. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, "/"))
    .sort();
}

/** Resolves when every file of a folder is on disk, and not only in the system's memory. */
export async function syncFiles(folder: string): Promise<void> {
  for (const path of await filesIn(folder)) await sync(join(folder, path));
  await sync(folder);
}

/** Resolves when what a folder lists is on disk. */
export async function sync(path: string): Promise<void> {
  const opened = await open(path, "r");
  await opened.sync().finally(() => opened.close());
}

async function writeDraft(path: string, content: string): Promise<string> {
  const draft = `${path}.${randomBytes(6).toString("hex")}.tmp`;
  const file = await open(draft, "wx", OWNER_ONLY);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  return draft;
}
