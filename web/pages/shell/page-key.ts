import { shortIdOfPiece } from "../../../shared/protocol/paths.ts";

/** What makes an address another page: of its last piece, the short id alone when it ends with one. */
export function pageKey(pathname: string): string {
  const cut = pathname.lastIndexOf("/") + 1;
  return pathname.slice(0, cut) + (shortIdOfPiece(pathname.slice(cut)) ?? pathname.slice(cut));
}
