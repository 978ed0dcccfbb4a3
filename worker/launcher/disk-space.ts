import { statfs } from "node:fs/promises";
import type { DiskState } from "../../shared/protocol/machine-state.ts";
import { describeLittleSpace, describeNoSpace } from "./words.ts";

/** Under this many bytes free, whoever runs the server is warned. */
const WANTED = 500_000_000;
/** Under this many, what people write may not find room. */
const NONE = 1_000_000;

/** Between two looks, in milliseconds. */
const EVERY = 60_000;

/** Bytes that this user may still write on the disk of a folder. */
export async function freeSpace(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** What to say of that many bytes free, or null when there is enough. */
export function spaceWarning(folder: string, free: number): string | null {
  if (free < NONE) return describeNoSpace(folder);
  return free < WANTED ? describeLittleSpace(folder, free, WANTED) : null;
}

/** The same in a word. */
function diskState(free: number): DiskState {
  if (free < NONE) return "plein";
  return free < WANTED ? "presque_plein" : "suffisant";
}

/** Looks now and every minute as long as the process lives. `tell` hears of every look, `warn` when there is little. */
export async function watchSpace(
  folder: string,
  warn: (sentence: string) => void,
  tell: (state: DiskState) => Promise<void>,
): Promise<void> {
  const look = async () => {
    const free = await freeSpace(folder);
    const sentence = spaceWarning(folder, free);
    if (sentence !== null) warn(sentence);
    // Without any room, it may not even be possible to tell.
    await tell(diskState(free)).catch(() => undefined);
  };
  await look();
  // A folder that cannot be looked at for a moment is no reason to stop serving.
  setInterval(() => look().catch(() => undefined), EVERY).unref();
}
