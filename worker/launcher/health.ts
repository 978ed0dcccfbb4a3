import { request } from "node:http";
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

async function isHealthy(settings: Settings, signal: AbortSignal): Promise<boolean> {
  return (await ask(settings, apiPaths.health, { signal })) === 200;
}

export interface Question {
  readonly method?: "GET" | "POST";
  readonly body?: string;
  readonly signal?: AbortSignal;
}

/** The status that the server answers with to a request from this machine, or null when it does not answer. */
export function ask(
  { host, port, publicUrl }: Settings,
  path: string,
  { method = "GET", body, signal }: Question,
): Promise<number | null> {
  return new Promise((resolve) => {
    // The Worker answers to the name of its public address only.
    const headers = { host: new URL(publicUrl).host, "content-type": "application/json" };
    const options = { host: reachable(host), port, path, method, headers, ...(signal === undefined ? {} : { signal }) };
    const asked = request(options, (response) => {
      response.resume();
      resolve(response.statusCode ?? null);
    });
    asked.on("error", () => resolve(null));
    asked.end(body);
  });
}

/** An address to call for the one listened on: "every address" is not one. */
function reachable(host: string): string {
  if (host === "0.0.0.0") return "127.0.0.1";
  return isIP(host) === 6 && /^[0:]+$/.test(host) ? "::1" : host;
}
