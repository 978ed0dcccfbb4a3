import type { PagesStore } from "./pages-store.ts";

/**
 * The pages store on Cloudflare. KV has one writer's last word everywhere within a minute, as long as browsers may keep a
 * page; it takes one writing of a key a second, and rejects what comes faster.
 */
export function kvStore(namespace: KVNamespace): PagesStore {
  return { get: (key) => namespace.get(key), put: (key, text) => namespace.put(key, text) };
}
