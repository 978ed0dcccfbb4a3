import { SIGN_IN_MS } from "../../shared/protocol/limits.ts";
import { isSafeReturn } from "../api/return-address.ts";

const KEY = "coaction:retour";

/**
 * Keeps where to go after a sign-in whose mail may be opened in another tab; null forgets it. `now` in milliseconds since
 * 1970.
 */
export function keepReturn(address: string | null, now: number): void {
  if (address === null) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, JSON.stringify({ address, until: now + SIGN_IN_MS }));
}

/** Where to go, once: null when nothing was kept, or too long ago. */
export function takeReturn(now: number): string | null {
  const kept = localStorage.getItem(KEY);
  localStorage.removeItem(KEY);
  try {
    const { address, until } = JSON.parse(kept ?? "null") as { address?: unknown; until?: unknown };
    if (typeof address !== "string" || typeof until !== "number" || until < now) return null;
    return isSafeReturn(address) ? address : null;
  } catch {
    return null;
  }
}
