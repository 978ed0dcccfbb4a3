import { paths } from "../../shared/protocol/paths.ts";

/** What becomes of a request of this site's pages. */
export type Route =
  /** Nothing: the browser asks the server, as if nobody stood between. */
  | "server"
  /** A page that the browser's part draws: the server's answer, or the shell that is kept here. */
  | "shell"
  /** A file of a build, whose name says its content. */
  | "file";

/** Where the files of a build are, whose names hold the hash of what is in them. */
const ASSETS = "/assets/";

/**
 * What is done with a request. Answers of the API, pages that the server makes and everything that writes are never
 * touched.
 */
export function routeOf(request: {
  readonly method: string;
  /** Whether it is a page that is opened, and not a part of one. */
  readonly navigates: boolean;
  readonly path: string;
}): Route {
  const { method, navigates, path } = request;
  if (method !== "GET") return "server";
  if (path.startsWith(ASSETS)) return "file";
  if (!navigates || path.endsWith("/lecture")) return "server";
  const isScreen = path === paths.signIn || path === paths.awaiting || path.startsWith(`${paths.awaiting}/`);
  return isScreen ? "shell" : "server";
}
