import { randomBytes } from "node:crypto";
import { FIRST_ACCESS_MS, firstAccessDigest, writeFirstAccess } from "../../shared/protocol/first-access.ts";
import { apiPaths, paths } from "../../shared/protocol/paths.ts";
import { ask } from "./health.ts";
import type { Settings } from "./settings.ts";

/** A one-time address that opens an empty instance. */
export interface NewAccess {
  /** What the Worker is given: a digest, from which nobody makes the address. */
  readonly binding: string;
  /** What the address ends with. */
  readonly secret: string;
  /** What whoever opens the instance is given. The secret is behind `#`: browsers send it to no server, and tell no site. */
  readonly address: string;
}

/** A new one, valid for an hour from `now` (milliseconds since 1970). */
export function makeFirstAccess(publicUrl: string, now: number): NewAccess {
  const secret = randomBytes(24).toString("base64url");
  return {
    binding: writeFirstAccess({ until: now + FIRST_ACCESS_MS, digest: firstAccessDigest(secret) }),
    secret,
    address: `${publicUrl}${paths.firstAccess}#${secret}`,
  };
}

/** Whether the running instance is still to be opened, so that the address is of use. */
export async function opensInstance(settings: Settings, { secret }: NewAccess): Promise<boolean> {
  const status = await ask(settings, apiPaths.firstAccessCheck, {
    method: "POST",
    body: JSON.stringify({ jeton: secret }),
  });
  return status === 204;
}
