/** Where the build puts it: at the root, so that it may open every page. */
const SCRIPT = "/service-worker.js";

/**
 * Has the browser keep the pages for when there is no network, behind everything else. Only the built site has it, and
 * only an address that the browser trusts (https, or this very machine).
 */
export function keepPages(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  // Refused, in a private window for one: the pages then need the network.
  navigator.serviceWorker.register(SCRIPT).catch(() => {});
}
