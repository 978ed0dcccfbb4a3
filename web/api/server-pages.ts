import { paths } from "../../shared/protocol/paths.ts";

const LECTURE = /^(\/contrats\/[^/]+\/fiches\/[^/]+)\/lecture$/u;
const PUBLIC: readonly string[] = [paths.home, paths.accessibility, paths.legal, paths.privacy, paths.problem];

/** Whether the server makes this page itself, without JavaScript: the browser must open it, not the router. */
export function isServerPage(address: string): boolean {
  const [path = ""] = address.split(/[?#]/u);
  return PUBLIC.includes(path) || ficheOfLecture(path) !== null;
}

/** The address where the fiche of a reading view is written; null for any other page. */
export function ficheOfLecture(path: string): string | null {
  return LECTURE.exec(path)?.[1] ?? null;
}
