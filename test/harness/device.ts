import type { Page } from "@playwright/test";

/** Everything of the product's that is in this browser's database, by the name of its store. */
export async function readDevice(page: Page): Promise<Record<string, readonly Record<string, unknown>[]>> {
  return page.evaluate(async () => {
    const opened = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open("coaction");
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const stores: Record<string, Record<string, unknown>[]> = {};
    for (const name of opened.objectStoreNames) {
      stores[name] = await new Promise((resolve, reject) => {
        const request = opened.transaction(name).objectStore(name).getAll();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    }
    opened.close();
    return stores;
  });
}

/** Whether this browser could open the workspace's pages without the network. */
export async function hasKeptPages(page: Page): Promise<boolean> {
  return page.evaluate(async () => (await caches.match("/index.html")) !== undefined);
}
