import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { WebManifest } from "../../../shared/protocol/web-manifest.ts";
import { webManifest } from "../../../web/build/web-manifest-plugin.ts";

const script = `import "./main.css";\ndocument.title = ${JSON.stringify("un texte qui se répète ".repeat(50))};\n`;

let place: string;
let built: string;
let manifest: WebManifest;

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), "coaction-web-"));
  built = join(place, "dist/web");
  writeFileSync(join(place, "index.html"), '<!doctype html><script type="module" src="/main.js"></script>');
  writeFileSync(join(place, "main.js"), script);
  writeFileSync(join(place, "main.css"), "body { color: green }");
  await build({
    configFile: false,
    root: place,
    logLevel: "silent",
    plugins: [webManifest()],
    build: { outDir: built, manifest: true },
  });
  manifest = JSON.parse(readFileSync(join(built, "manifest.json"), "utf8"));
});

afterAll(() => rmSync(place, { recursive: true }));

const content = (path: string) => readFileSync(join(built, path));

describe("the list of built files", () => {
  it("names every file that is there but itself and the compressed twins", () => {
    const there = readdirSync(built, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath.slice(built.length)}/${entry.name}`)
      .filter((path) => path !== "/manifest.json" && !/\.(br|gz)$/.test(path));
    expect(Object.keys(manifest.files).sort()).toEqual(there.sort());
  });

  it("gives each its type and the hash of its content", () => {
    for (const [path, { type, hash }] of Object.entries(manifest.files)) {
      expect(createHash("sha256").update(content(path)).digest("base64url")).toMatch(new RegExp(`^${hash}`));
      expect(type).toMatch(/^text\/(html|css|javascript); charset=utf-8$/);
    }
  });

  it("marks the twins that are there, which hold the same content", () => {
    const compressed = Object.entries(manifest.files).filter(([, { br }]) => br);
    expect(compressed.map(([path]) => path)).toEqual([
      expect.stringMatching(/^\/assets\/index-.*\.js$/),
      "/service-worker.js",
    ]);
    for (const [path] of compressed) {
      expect(brotliDecompressSync(content(`${path}.br`)).equals(content(path))).toBe(true);
      expect(gunzipSync(content(`${path}.gz`)).equals(content(path))).toBe(true);
    }
  });

  it("names the style sheet for server-rendered pages", () => {
    expect(manifest.files[manifest.named.styles]?.type).toBe("text/css; charset=utf-8");
  });

  it("has the service worker bring the page and all its parts, under the hashes that they have", () => {
    const worker = content("/service-worker.js").toString();
    expect(worker).toContain(manifest.files["/index.html"]?.hash);
    for (const path of Object.keys(manifest.files).filter((each) => each.startsWith("/assets/"))) {
      expect(worker).toContain(path);
    }
  });

  it("leaves vite's own list beside the folder that is served", () => {
    expect(readdirSync(built)).not.toContain(".vite");
    expect(readdirSync(join(place, "dist"))).toContain("web-chunks.json");
  });
});
