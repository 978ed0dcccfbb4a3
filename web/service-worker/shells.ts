/*
 * A shell is the page of one build and all its files, in a cache of its own. It is filled before it is used: the page
 * itself comes last, so a cache that has it is whole. Caches are in the order of their making.
 */

/** The built files that a page may need, written into this script by the build. */
export interface Build {
  /** Another for every build that differs. */
  readonly id: string;
  /** The page, and the start of the hash of its content (SHA-256 in base64url). */
  readonly page: { readonly path: string; readonly hash: string };
  readonly files: readonly string[];
}

const PREFIX = "coaction-page-";
const ANY: CacheQueryOptions = { ignoreVary: true };

/** Brings all that a build needs. Rejects, and leaves nothing, when the server has another build by now. */
export async function fillShell({ id, page, files }: Build, now: number): Promise<void> {
  const name = `${PREFIX}${now}-${id}`;
  try {
    const cache = await caches.open(name);
    for (const path of files) {
      // What another build had too is not asked for again.
      const known = await caches.match(path, ANY);
      const response = known ?? (await fetch(path));
      if (!response.ok) throw new Error(`${path}: status ${response.status}`);
      await cache.put(path, response);
    }
    const response = await fetch(page.path, { cache: "no-store" });
    if (!response.ok || !(await hashOf(response.clone())).startsWith(page.hash)) {
      throw new Error("the server has another build by now");
    }
    await cache.put(page.path, response);
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
}

/** Takes away every shell but that of the last build: no page uses them any more. */
export async function leaveOneShell(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)));
}

/** The page of the last build that is here whole. */
export async function keptPage(path: string): Promise<Response | undefined> {
  const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX)).reverse();
  for (const name of names) {
    const page = await (await caches.open(name)).match(path, ANY);
    if (page !== undefined) return page;
  }
  return undefined;
}

/** A file of any build that is here: its name says its content, so builds are never mixed. */
export async function keptFile(request: Request): Promise<Response | undefined> {
  return caches.match(request, ANY);
}

async function hashOf(response: Response): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.arrayBuffer()));
  return btoa(String.fromCharCode(...digest))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
