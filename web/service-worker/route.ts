import { paths } from "../../shared/protocol/paths.ts";

/** What becomes of a request of this site's pages. */
export type Route =
  /** Nothing: the browser asks the server, as if nobody stood between. */
  | "server"
  /** A page that the browser's part draws: the server's answer, or the shell that is kept here. */
  | "shell"
  /** A page that the server makes: its answer, or when it cannot be reached the shell, which says so. */
  | "page"
  /** A file of a build, whose name says its content. */
  | "file";

/** Where the files of a build are, whose names hold the hash of what is in them. */
const ASSETS = "/assets/";

/** Answers and files to download: no page is drawn of them. */
const API = "/api/";

/** Each with everything below it. */
const SCREENS = [
  ...[paths.signIn, paths.firstAccess, paths.ateliers],
  ...[paths.awaiting, paths.account, paths.administration],
];

/** What is done with a request. Answers of the API and everything that writes are never touched. */
export function routeOf(request: {
  readonly method: string;
  /** Whether it is a page that is opened, and not a part of one. */
  readonly navigates: boolean;
  readonly path: string;
}): Route {
  const { method, navigates, path } = request;
  if (method !== "GET") return "server";
  if (path.startsWith(ASSETS)) return "file";
  if (!navigates || path.startsWith(API)) return "server";
  if (path.endsWith("/lecture")) return "page";
  const isScreen = SCREENS.some((screen) => path === screen || path.startsWith(`${screen}/`));
  return isScreen || path.startsWith(paths.invitation("")) ? "shell" : "page";
}
