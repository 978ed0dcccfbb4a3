import type { LiveDocument } from "./live-document.ts";

/**
 * Ties a document to what happens to its page: the network comes back, the tab is looked at again or left, the page is
 * about to go. Leaving is only held up by changes that are neither stored by the server nor kept on the device.
 *
 * @returns what unties it
 */
export function followPage(live: LiveDocument): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  // Going offline is a reason to ask whether the socket still lives, not a proof: a server may run on this machine.
  addEventListener("offline", live.hurry, { signal });
  addEventListener("online", live.hurry, { signal });
  addEventListener("pageshow", live.hurry, { signal });
  addEventListener("pagehide", live.flush, { signal });
  addEventListener("blur", live.flush, { signal });
  document.addEventListener(
    "visibilitychange",
    () => {
      if (document.visibilityState === "hidden") live.flush();
      else live.hurry();
    },
    { signal },
  );
  addEventListener(
    "beforeunload",
    (event) => {
      live.flush();
      if (live.unsafe() > 0) event.preventDefault();
    },
    { signal },
  );
  return () => ending.abort();
}
