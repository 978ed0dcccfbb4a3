import { statfs } from "node:fs/promises";
import { describeLittleSpace } from "./words.ts";

/** Under this many bytes free, whoever runs the server is warned. */
const WANTED = 500_000_000;

/** Between two looks, in milliseconds. */
const EVERY = 60_000;

/** Bytes that this user may still write on the disk of a folder. */
export async function freeSpace(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** What to say of that many bytes free, or null when there is enough. */
export function spaceWarning(folder: string, free: number): string | null {
  return free < WANTED ? describeLittleSpace(folder, free, WANTED) : null;
}

/** Looks now and every minute as long as the process lives. */
export async function watchSpace(folder: string, warn: (sentence: string) => void): Promise<void> {
  const look = async () => {
    const sentence = spaceWarning(folder, await freeSpace(folder));
    if (sentence !== null) warn(sentence);
  };
  await look();
  // A folder that cannot be looked at for a moment is no reason to stop serving.
  setInterval(() => look().catch(() => undefined), EVERY).unref();
}
