import { randomBytes } from "node:crypto";
import { link, open, rename, rm } from "node:fs/promises";
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
