import { type DocumentId, isShortId, SHORT_LENGTH, shortId } from "../ids.ts";
import { slugify } from "../text/slugify.ts";

/** Every address, built here and matched here, so that both ends agree. */
export const paths = {
  home: "/",
  signIn: "/connexion",
  /** « Ce qui m'attend ». */
  awaiting: "/contrats",
  contrat: (slug: string) => `/contrats/${slug}`,
  fiche: (slug: string, fiche: FicheAddress) => `/contrats/${slug}/fiches/${fichePiece(fiche)}`,
  lecture: (slug: string, fiche: FicheAddress) => `/contrats/${slug}/fiches/${fichePiece(fiche)}/lecture`,
  accessibility: "/accessibilite",
  legal: "/mentions-legales",
  privacy: "/donnees-personnelles",
  problem: "/signaler-un-probleme",
} as const;

export const apiPaths = {
  session: "/api/session",
  health: "/api/sante",
  personas: "/api/demo/personas",
  demoSession: "/api/demo/session",
  contrats: "/api/contrats",
  contrat: (slug: string) => `/api/contrats/${slug}`,
  fiche: (slug: string, fiche: string) => `/api/contrats/${slug}/fiches/${fiche}`,
  live: (slug: string, fiche: DocumentId) => `/api/contrats/${slug}/fiches/${fiche}/live`,
} as const;

/** Whether a path is the live path of a text. */
export function isLivePath(path: string): boolean {
  return /^\/api\/contrats\/[^/]+\/fiches\/[^/]+\/live$/.test(path);
}

export interface FicheAddress {
  readonly id: DocumentId;
  readonly numero: string;
  readonly intitule: string;
}

/** `2-3-prevention-des-aines-k7f3qd9m`: only the end decides; the rest is for people and is corrected by a redirect. */
export function fichePiece(fiche: FicheAddress): string {
  const words = slugify(`${fiche.numero} ${fiche.intitule}`, 60);
  return words === "" ? shortId(fiche.id) : `${words}-${shortId(fiche.id)}`;
}

/** The short id that a piece of address ends with, or null. */
export function shortIdOfPiece(piece: string): string | null {
  const end = piece.slice(-SHORT_LENGTH);
  const before = piece.slice(0, -SHORT_LENGTH);
  return isShortId(end) && (before === "" || before.endsWith("-")) ? end : null;
}
