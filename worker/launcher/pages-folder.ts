import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/** A file that everybody may read; the runtime writes it under another name first, which begins with a dot. */
export const PAGE_FILES = /^[a-z0-9-]+$/;

/**
 * Makes the folder of public pages if there is none, and takes away what a writing that was cut short left there: it may
 * hold words that were withdrawn since. Throws the system's error when it cannot.
 */
export async function openPages(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) if (!PAGE_FILES.test(name)) await rm(join(folder, name), { force: true });
}
