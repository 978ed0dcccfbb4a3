import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, statfsSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A disk of its own, so small that it can be filled. */
export interface SmallDisk {
  readonly folder: string;
  /** Takes all the room that is left. */
  readonly fill: () => void;
  readonly makeRoom: () => void;
  /** Takes it away: at once, and for whoever still has a file open in it when they are gone. */
  readonly remove: () => void;
}

/** Mounts a disk in memory; null where this user may not. */
export function mountSmallDisk(megabytes: number): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), "coaction-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder], { stdio: "ignore" });
  } catch {
    rmdirSync(folder);
    return null;
  }
  const filler = join(folder, "filler");
  return {
    folder,
    fill() {
      const file = openSync(filler, "a");
      // As large as fits, down to the last page of memory.
      for (let size = 1024 * 1024; size >= 1024; size /= 2) {
        try {
          for (;;) writeSync(file, new Uint8Array(size));
        } catch {
          // No room for so much.
        }
      }
      closeSync(file);
      const { bavail, bsize } = statfsSync(folder);
      if (bavail > 0) throw new Error(`${bavail * bsize} bytes are still free`);
    },
    makeRoom: () => rmSync(filler, { force: true }),
    remove() {
      execFileSync("umount", ["-l", folder]);
      rmdirSync(folder);
    },
  };
}
