import type { Env } from "../env.ts";

const READING = new Set(["GET", "HEAD", "OPTIONS"]);

/** Whether the request was sent to the one address of this instance. */
export function isOwnHost(request: Request, env: Env): boolean {
  // Whatever stands in `Host` is in the address, even what is no host at all.
  return URL.canParse(request.url) && new URL(request.url).host === new URL(env.PUBLIC_URL).host;
}

/**
 * Whether a page of another origin sent it. A browser always names the origin of an upgrade or of a writing request;
 * without one it is no browser, and the cookie alone decides.
 */
export function isForeign(request: Request, env: Env): boolean {
  const upgrade = request.headers.get("upgrade") !== null;
  if (READING.has(request.method) && !upgrade) return false;
  const origin = request.headers.get("origin");
  return origin !== null && origin !== new URL(env.PUBLIC_URL).origin;
}
