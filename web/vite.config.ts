import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import solid from "vite-plugin-solid";
import { webManifest } from "./build/web-manifest-plugin.ts";

/** What the Worker answers itself; the rest are screens, which this server gives with hot reload. */
const FROM_THE_WORKER = [
  "^/api/",
  "^/demo/",
  "^/$",
  "^/contrats/[^/]+/fiches/[^/]+/lecture$",
  "^/(accessibilite|mentions-legales|donnees-personnelles|signaler-un-probleme)$",
];

/**
 * Files that are not left to chance. The editor's libraries are one, which stays the same, and in caches, from one build
 * to the next. What every screen needs is another: in a dozen small files it would weigh two kilobytes more. So is what
 * every screen with a form or an act needs, and what those about a contrat share: the names of small files are in the
 * first scripts.
 */
const GROUPS = [
  { name: "text", test: /node_modules\/(yjs|lib0|prosemirror|orderedmap)/ },
  {
    name: "common",
    test: new RegExp(
      [
        "node_modules/(solid-js|@solidjs)",
        "lucide-solid/dist/source/icons/(wifi-off|info|triangle-alert|list)\\.",
        "web/ui/(announcer|badge|disclosure|live-region|lucide-icon|late-part|meter|notice|page|person-dot|server-link)",
        "web/pages/(remote-view|fiche-name)",
        "web/labels/(api-refusals|completeness|fiche\\.|plan\\.|sections|shell|typography)",
        "web/stores/",
        "shared/(ids|result|text|protocol/(paths|fiche-paths|refusals))",
      ].join("|"),
    ),
  },
  { name: "standing", test: /web\/(pages\/etat-badge|labels\/(etats|standing-badge|days))/ },
  {
    name: "lists",
    test: /web\/(ui\/(sub-nav|moment|matches-words|row-act)|styles\/(sub-nav|contrats)|labels\/(dates|refusals|contrats|contrat-nav)|pages\/(late-notice|contrat\/(contrat-nav|fiche-facts)|contrats\/my-fiches-of))|shared\/protocol\/contrat-paths/,
  },
  {
    name: "frame",
    test: /web\/(pages\/fiche\/(fiche-at|views-nav|correct-address|head|people|save-state|sections|strip)|labels\/live)|shared\/editor\/blocks/,
  },
  {
    name: "forms",
    test: /web\/(ui\/(form|said|act-button|confirm-dialog|copy-text|refusal-notice)|primitives\/(create-(form|question|submit)|keep-focus)|labels\/(forms|atelier-refusals))/,
  },
];

/** Where `npm run dev` has the Worker run; worker/launcher/dev.ts says where. */
const worker = process.env["WORKER_URL"] ?? "http://127.0.0.1:8788";

export default defineConfig({
  root: fileURLToPath(new URL(".", import.meta.url)),
  plugins: [solid(), webManifest()],
  resolve: {
    // Libraries' own parts that weigh more than what is used of them: 2.5 kB less to load before writing.
    alias: [
      // What lucide's icons are drawn with; nothing else of ours or of the libraries imports such a path.
      { find: /^\.\.\/Icon$/, replacement: fileURLToPath(new URL("ui/lucide-icon.tsx", import.meta.url)) },
      { find: /^lib0\/logging$/, replacement: fileURLToPath(new URL("build/plain-logging.ts", import.meta.url)) },
    ],
  },
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
      output: {
        codeSplitting: { groups: GROUPS },
        // The first scripts name all others: without words in them these are half a kilobyte less to load before writing.
        chunkFileNames: "assets/[hash].js",
      },
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
