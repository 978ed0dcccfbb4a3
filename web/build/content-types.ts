import { extname } from "node:path";

interface ContentType {
  readonly type: string;
  /** Text shrinks; images and fonts are compressed already. */
  readonly compressible: boolean;
}

const TYPES: Readonly<Record<string, ContentType>> = {
  ".html": { type: "text/html; charset=utf-8", compressible: true },
  ".js": { type: "text/javascript; charset=utf-8", compressible: true },
  ".css": { type: "text/css; charset=utf-8", compressible: true },
  ".json": { type: "application/json; charset=utf-8", compressible: true },
  ".webmanifest": { type: "application/manifest+json; charset=utf-8", compressible: true },
  ".txt": { type: "text/plain; charset=utf-8", compressible: true },
  ".svg": { type: "image/svg+xml; charset=utf-8", compressible: true },
  ".ico": { type: "image/x-icon", compressible: false },
  ".png": { type: "image/png", compressible: false },
  ".webp": { type: "image/webp", compressible: false },
  ".woff2": { type: "font/woff2", compressible: false },
};

/**
 * How a file of the web part is served, by its extension.
 * Throws for an extension that is not listed: the build stops rather than serve a file under a guessed type.
 */
export function contentTypeOf(path: string): ContentType {
  const found = TYPES[extname(path)];
  if (found === undefined) throw new Error(`${path}: add the type of its extension to web/build/content-types.ts`);
  return found;
}
