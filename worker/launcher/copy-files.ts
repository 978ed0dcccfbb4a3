import { constants, copyFileSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { systemErrorCode } from "./failure.ts";

/** A file may be written for a moment before the clock of its date ticks: this many milliseconds of doubt. */
const DOUBT = 1_000;

/** A copy that would keep the server waiting is given up after so many milliseconds. */
const PATIENCE = 5_000;

/** How a file looks, to see whether it was written to. */
type Looks = ReadonlyMap<string, { readonly bytes: number; readonly writtenAt: number }>;

/** The objects' files: all but the `-shm`, which only means something to the process that wrote it. */
export const OBJECT_FILES = /\.sqlite(?:-wal)?$/;

/**
 * A copy of files that a server writes, the objects' or the public pages, that is brought up to date by steps, so that the last one, for which the server stands
 * still, copies only what was written since the one before.
 */
export class FilesCopy {
  readonly #from: string;
  readonly #into: string;
  readonly #taken: RegExp;
  #copiedAt = 0;
  #copied: Looks = new Map();

  /** @param taken which files, by their path in the folder */
  constructor(from: string, into: string, taken: RegExp) {
    this.#from = from;
    this.#into = into;
    this.#taken = taken;
    mkdirSync(into, { recursive: true, mode: 0o700 });
  }

  /** Brings the copy up to date. false when it was given up, since it took too long while `hurried`. */
  update(hurried: boolean): boolean {
    const began = Date.now();
    const files = this.#look();
    for (const path of this.#copied.keys()) if (!files.has(path)) rmSync(join(this.#into, path), { force: true });
    for (const [path, { bytes, writtenAt }] of files) {
      const before = this.#copied.get(path);
      if (before?.bytes === bytes && writtenAt < this.#copiedAt - DOUBT) continue;
      this.#copyOne(path);
      if (hurried && Date.now() - began > PATIENCE) return false;
    }
    this.#copied = files;
    this.#copiedAt = began;
    return true;
  }

  /** Whether a file was written to since the last step began. */
  isOutdated(): boolean {
    const now = this.#look();
    if (now.size !== this.#copied.size) return true;
    return [...now].some(([path, { bytes, writtenAt }]) => {
      const before = this.#copied.get(path);
      return before?.bytes !== bytes || before.writtenAt !== writtenAt;
    });
  }

  #copyOne(path: string): void {
    const target = join(this.#into, path);
    try {
      mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
      // At no cost where the disk can share blocks between files.
      copyFileSync(join(this.#from, path), target, constants.COPYFILE_FICLONE);
    } catch (error) {
      // An object went to sleep: what was beside its file is in it now. The next step sees it.
      if (systemErrorCode(error) !== "ENOENT") throw error;
      rmSync(target, { force: true });
    }
  }

  #look(): Looks {
    const found = new Map<string, { bytes: number; writtenAt: number }>();
    // With the recursive option, names are paths from there.
    const paths = readdirSync(this.#from, { recursive: true, encoding: "utf8" });
    for (const path of paths.filter((each) => this.#taken.test(each)).sort()) {
      const stat = statSync(join(this.#from, path), { throwIfNoEntry: false });
      if (stat?.isFile() === true) found.set(path, { bytes: stat.size, writtenAt: stat.mtimeMs });
    }
    return found;
  }
}
