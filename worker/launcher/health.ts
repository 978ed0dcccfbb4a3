import { get } from "node:http";
import { isIP } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { apiPaths } from "../../shared/protocol/paths.ts";
import type { Settings } from "./settings.ts";

/** How often to ask, in milliseconds. */
const EVERY = 50;

/** Resolves with true once the Worker says that it is ready, with false when it was given up (`signal`). */
export async function untilHealthy(settings: Settings, signal: AbortSignal): Promise<boolean> {
  while (!signal.aborted) {
    if (await isHealthy(settings, signal)) return true;
    await pause(EVERY, undefined, { signal }).catch(() => undefined);
  }
  return false;
}

function isHealthy(settings: Settings, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(
      {
        host: reachable(settings.host),
        port: settings.port,
        path: apiPaths.health,
        // The Worker answers to the name of its public address only.
        headers: { host: new URL(settings.publicUrl).host },
        signal,
      },
      (response) => {
        response.resume();
        resolve(response.statusCode === 200);
      },
    );
    request.on("error", () => resolve(false));
  });
}

/** An address to call for the one listened on: "every address" is not one. */
function reachable(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  return isIP(host) === 6 && /^[0:]+$/.test(host) ? "::1" : host;
}
