import { paths } from "../../shared/protocol/paths.ts";

const PARAMETER = "retour";

/** The address of the sign-in page that comes back to `address` (path and search of a page of this site) afterwards. */
export function signInAddress(address: string): string {
  if (address === paths.awaiting || safeReturn(address) === null) return paths.signIn;
  return `${paths.signIn}?${PARAMETER}=${encodeURIComponent(address)}`;
}

/** Where to go after signing in: what the sign-in page's own search says if it is a page of the workspace. */
export function returnAddress(search: string): string | null {
  const wanted = new URLSearchParams(search).get(PARAMETER);
  return wanted === null ? null : safeReturn(wanted);
}

/** Whether one may be led there after signing in. */
export function isSafeReturn(wanted: string): boolean {
  return safeReturn(wanted) !== null;
}

/** What is below these, and these. */
const ROOTS = [paths.awaiting, paths.account, paths.administration, paths.invitation("").slice(0, -1), paths.ateliers];

/**
 * Only a path of the workspace of this very site: an address that anyone can write into a link must not lead elsewhere
 * after a sign-in.
 */
function safeReturn(wanted: string): string | null {
  const origin = "https://here.invalid";
  if (!URL.canParse(wanted, origin)) return null;
  const url = new URL(wanted, origin);
  if (url.origin !== origin) return null;
  if (!ROOTS.some((root) => url.pathname === root || url.pathname.startsWith(`${root}/`))) return null;
  return `${url.pathname}${url.search}${url.hash}`;
}
