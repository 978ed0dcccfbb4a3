import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const SCRIPT = "service-worker.js";
const source = fileURLToPath(new URL("../service-worker/service-worker.ts", import.meta.url));

/** A built file, by its path from the root of the site, and the start of its SHA-256 in base64url. */
export type BuiltFiles = Readonly<Record<string, { readonly hash: string }>>;

const PAGE = "/index.html";

/**
 * Builds the service worker into the folder of the built files, with the list of those that a page may need: scripts,
 * styles and the letters of French, not pictures of a phone's home screen nor the letters of other languages.
 */
export async function buildServiceWorker(folder: string, built: BuiltFiles): Promise<void> {
  const page = built[PAGE];
  if (page === undefined) throw new Error("the web part has no index.html");
  const files = Object.keys(built).filter((path) => path.startsWith("/assets/") && !path.includes("-latin-ext-"));
  const id = createHash("sha256")
    .update(JSON.stringify([page.hash, files]))
    .digest("base64url")
    .slice(0, 12);
  await build({
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    define: { __BUILD__: JSON.stringify({ id, page: { path: PAGE, hash: page.hash }, files }) },
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: "es2022",
      rolldownOptions: {
        input: source,
        // One classic script: not every browser starts a service worker that is a module.
        output: { format: "iife", entryFileNames: SCRIPT },
      },
    },
  });
}
