import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Plugin } from "vite";
import type { WebFile, WebManifest } from "../../shared/protocol/web-manifest.ts";
import { type Chunks, entryStyles } from "./chunks.ts";
import { compressedTwins } from "./compress.ts";
import { contentTypeOf } from "./content-types.ts";
import { buildServiceWorker } from "./service-worker.ts";

/** Where the build leaves vite's own list of chunks, beside the folder that is served: the size budgets read it. */
export const CHUNKS_FILE = "web-chunks.json";

/**
 * After the build: builds the service worker, which names the other files, writes `manifest.json` and the compressed
 * twins beside the files, and moves vite's own manifest out of the folder that is served.
 */
export function webManifest(): Plugin {
  let folder = "";
  let failed = false;
  return {
    name: "coaction:web-manifest",
    apply: "build",
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    buildEnd(error) {
      failed = error !== undefined;
    },
    closeBundle: {
      order: "post",
      async handler() {
        if (failed) return;
        const chunks = takeOutChunks(folder);
        await buildServiceWorker(folder, hashFiles(folder));
        const manifest: WebManifest = { files: describeFiles(folder), named: { styles: entryStyles(chunks) } };
        writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
      },
    },
  };
}

function takeOutChunks(folder: string): Chunks {
  const written = join(folder, ".vite/manifest.json");
  const kept = join(dirname(folder), CHUNKS_FILE);
  renameSync(written, kept);
  rmdirSync(dirname(written));
  // The shape is vite's own, written a moment ago by the version that package-lock.json names.
  return JSON.parse(readFileSync(kept, "utf8")) as Chunks;
}

function hashFiles(folder: string): Record<string, { readonly hash: string }> {
  const hashed = filesUnder(folder).map((path) => [`/${path}`, { hash: hashOf(readFileSync(join(folder, path))) }]);
  // Pairs of a path and its hash, just made.
  return Object.fromEntries(hashed) as Record<string, { readonly hash: string }>;
}

function hashOf(content: Buffer): string {
  return createHash("sha256").update(content).digest("base64url").slice(0, 16);
}

function describeFiles(folder: string): Record<string, WebFile> {
  const files: Record<string, WebFile> = {};
  for (const path of filesUnder(folder)) {
    const content = readFileSync(join(folder, path));
    const { type, compressible } = contentTypeOf(path);
    const { br, gz } = compressible ? compressedTwins(content) : { br: null, gz: null };
    if (br !== null) writeFileSync(join(folder, `${path}.br`), br);
    if (gz !== null) writeFileSync(join(folder, `${path}.gz`), gz);
    files[`/${path}`] = { type, hash: hashOf(content), br: br !== null, gz: gz !== null };
  }
  return files;
}

/** Paths with forward slashes, sorted, so that the same sources give the same manifest. */
function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort();
}
