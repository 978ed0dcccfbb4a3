import { shortIdOfPiece } from "../../../shared/protocol/paths.ts";

/** What makes an address another page: of each piece that ends with a short id, that alone. */
export function pageKey(pathname: string): string {
  return pathname
    .split("/")
    .map((piece) => shortIdOfPiece(piece) ?? piece)
    .join("/");
}
