import type { WebFile, WebManifest } from "../../shared/protocol/web-manifest.ts";
import { acceptedEncodings } from "./accept-encoding.ts";

/** Both ends of the assets (Cloudflare's binding, workerd's disk service) look at the path only. */
const ORIGIN = "http://assets";

/** One year, as long as caches go: a file whose name holds its hash never changes. */
const FOR_EVER = "public, max-age=31536000, immutable";

/** The answer and not its promise: one request may not wait for what another one asked. */
let manifest: WebManifest | null = null;

/**
 * The list of the built web files, read once and kept as long as this Worker's module lives.
 * Throws when it cannot be read: the web part was not built.
 */
export async function webManifest(assets: Fetcher): Promise<WebManifest> {
  if (manifest !== null) return manifest;
  const response = await assets.fetch(`${ORIGIN}/manifest.json`);
  if (response.status !== 200) throw new Error(`manifest.json of the web part: status ${response.status}`);
  // Written by our own build together with the files it lists.
  manifest = (await response.json()) as WebManifest;
  return manifest;
}

/**
 * A built web file for a GET or HEAD, or null when the address is not one of them (other methods too).
 * The type, the validator and the compression come from the build's manifest and not from where the file is kept:
 * a disk service of workerd knows none of them.
 */
export async function staticFile(request: Request, assets: Fetcher): Promise<Response | null> {
  if (request.method !== "GET" && request.method !== "HEAD") return null;
  const { files } = await webManifest(assets);
  const { pathname } = new URL(request.url);
  const file = Object.hasOwn(files, pathname) ? files[pathname] : undefined;
  if (file === undefined) return null;

  const encoding = chooseEncoding(file, acceptedEncodings(request.headers.get("accept-encoding")));
  const etag = `"${encoding === null ? file.hash : `${file.hash}-${encoding}`}"`;
  const headers = new Headers({
    etag,
    vary: "Accept-Encoding",
    "cache-control": pathname.startsWith("/assets/") ? FOR_EVER : "no-cache",
  });
  if (namesTag(request.headers.get("if-none-match"), etag)) return new Response(null, { status: 304, headers });

  const address = `${ORIGIN}${pathname}${encoding === null ? "" : `.${encoding}`}`;
  // A request of our own: the visitor's Range and If-None-Match are about this address, not about the twin.
  const kept = await assets.fetch(address, { method: request.method });
  if (kept.status !== 200) throw new Error(`${address} is in manifest.json: status ${kept.status}`);

  headers.set("content-type", file.type);
  const length = kept.headers.get("content-length");
  if (length !== null) headers.set("content-length", length);
  if (encoding === null) return new Response(kept.body, { headers });
  headers.set("content-encoding", CONTENT_ENCODINGS[encoding]);
  // Already compressed by the build: without "manual" the runtime would compress it a second time.
  return new Response(kept.body, { headers, encodeBody: "manual" });
}

type Twin = "br" | "gz";

const CONTENT_ENCODINGS: Readonly<Record<Twin, string>> = { br: "br", gz: "gzip" };

function chooseEncoding(file: WebFile, accepted: (encoding: string) => boolean): Twin | null {
  if (file.br && accepted("br")) return "br";
  if (file.gz && accepted("gzip")) return "gz";
  return null;
}

/** Whether `If-None-Match` names this ETag, strong or weak, or any. */
export function namesTag(ifNoneMatch: string | null, etag: string): boolean {
  if (ifNoneMatch === null) return false;
  const tags = ifNoneMatch.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes(etag) || tags.includes("*");
}
