import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import solid from "vite-plugin-solid";
import { webManifest } from "./build/web-manifest-plugin.ts";

/** What the Worker answers itself; the rest are screens, which this server gives with hot reload. */
const FROM_THE_WORKER = [
  "^/api/",
  "^/$",
  "^/contrats/[^/]+/fiches/[^/]+/lecture$",
  "^/(accessibilite|mentions-legales|donnees-personnelles|signaler-un-probleme)$",
];

/** Where `npm run dev` has the Worker run; worker/launcher/dev.ts says where. */
const worker = process.env["WORKER_URL"] ?? "http://127.0.0.1:8788";

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [solid(), webManifest()],
  build: {
    outDir: fileURLToPath(new URL("../dist/web", import.meta.url)),
    emptyOutDir: true,
    target: "es2022",
    // An inlined image or font would be a `data:` address, which the Content-Security-Policy blocks.
    assetsInlineLimit: 0,
    // Every browser that runs this has module preload; the polyfill would be one more script.
    modulePreload: { polyfill: false },
    manifest: true,
    sourcemap: false,
    reportCompressedSize: false,
    rolldownOptions: {
      treeshake: {
        // lib0/dom makes schemas (`$.$custom(…)`) that nothing here reads; taken as calls without effect, they go, and
        // the whole of lib0/schema with them: 2.5 kB less to load before writing.
        manualPureFunctions: ["$"],
      },
    },
  },
  server: {
    host: "127.0.0.1",
    strictPort: true,
    proxy: Object.fromEntries(FROM_THE_WORKER.map((path) => [path, { target: worker, ws: path === "^/api/" }])),
  },
});
