import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Where the seeds of a run begin when nobody says: a number below 2^28 made of every source under `root` and of the
 * locked dependencies. The same tree draws the same histories, here and in continuous integration, so that a commit
 * that was green stays green; and each change draws others.
 */
export function contentSeed(root: string): number {
  const hash = createHash("sha256");
  const sources = globSync("{shared,worker,web,test}/**/*.{ts,tsx}", { cwd: root });
  for (const path of [...sources, "package-lock.json"].sort()) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\n${content.length}\n`).update(content);
  }
  return Number.parseInt(hash.digest("hex").slice(0, 7), 16);
}
