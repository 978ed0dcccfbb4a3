import type { Env } from "../../env.ts";
import { diskStore } from "./disk.ts";
import type { PageKey } from "./keys.ts";
import { kvStore } from "./kv.ts";

/**
 * Where what everybody may read is kept, apart from the objects, so that no reader wakes one. Each key is written by one
 * object alone. A file is never taken away: what is withdrawn is written over, so that its address still says so.
 */
export interface PagesStore {
  /** What was put there last, or null. Rejects when it cannot be read. */
  readonly get: (key: PageKey) => Promise<string | null>;
  /** Puts it there, whole or not at all, in place of what was there. Rejects when nobody knows whether it did. */
  readonly put: (key: PageKey, text: string) => Promise<void>;
}

/** The pages store of this instance: of its two ends, the one that it was given. Throws when it was given none. */
export function pagesStore({ PAGES, PAGES_DISK }: Pick<Env, "PAGES" | "PAGES_DISK">): PagesStore {
  if (PAGES_DISK !== undefined && PAGES_DISK !== null) return diskStore(PAGES_DISK);
  if (PAGES !== undefined && PAGES !== null) return kvStore(PAGES);
  throw new Error("this instance has nowhere to keep public pages: neither PAGES nor PAGES_DISK");
}
