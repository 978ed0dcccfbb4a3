import type { PagesStore } from "./pages-store.ts";

/** A disk service of workerd looks at the path only. */
const ORIGIN = "http://pages";

/**
 * The pages store on one's own server: a folder that a disk service of workerd writes. It writes beside and renames, so
 * that a reader sees a file whole, the one of before or the one of after.
 */
export function diskStore(disk: Fetcher): PagesStore {
  return {
    async get(key) {
      const answer = await disk.fetch(`${ORIGIN}/${key}`);
      // Its type says that it is no text, which `text()` would complain of.
      const text = new TextDecoder().decode(await answer.arrayBuffer());
      if (answer.status === 200) return text;
      if (answer.status === 404) return null;
      throw new Error(`${key} of the pages could not be read: status ${answer.status}`);
    },
    async put(key, text) {
      const answer = await disk.fetch(`${ORIGIN}/${key}`, { method: "PUT", body: text });
      await answer.body?.cancel();
      if (answer.status !== 204) throw new Error(`${key} of the pages could not be written: status ${answer.status}`);
    },
  };
}
