/** What asks a server to stop: a service manager, Ctrl-C, a terminal that closes. */
const STOPPING = ["SIGTERM", "SIGINT", "SIGHUP"] as const;

/** Resolves at the first of these signals; at each later one calls `again`: whoever insists does not want to wait. */
export function untilAskedToStop(again: () => void): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    for (const signal of STOPPING) {
      process.on(signal, () => {
        if (asked) again();
        asked = true;
        resolve();
      });
    }
  });
}
