import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { SizeLimitConfig } from "size-limit";
import { type Chunks, shellFiles, writingFiles } from "../web/build/chunks.ts";
import { CHUNKS_FILE } from "../web/build/web-manifest-plugin.ts";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
// Written by the web's build, in the shape that the same module reads there.
const chunks = JSON.parse(readFileSync(`${dist}${CHUNKS_FILE}`, "utf8")) as Chunks;

function served(files: readonly string[]): string[] {
  return ["index.html", ...files].map((file) => `${dist}web/${file}`);
}

/** Scripts, style sheets and the page, without the fonts: the text is shown before they come. */
export default [
  { name: "the shell, before any screen", path: served(shellFiles(chunks)), gzip: true, limit: "40 kB" },
  {
    name: "everything for writing, the shell included",
    path: served(writingFiles(chunks)),
    gzip: true,
    limit: "150 kB",
  },
] satisfies SizeLimitConfig;
