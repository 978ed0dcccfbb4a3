import { type DocumentId, isShortId, type SessionId, SHORT_LENGTH, shortId } from "../ids.ts";
import { slugify } from "../text/slugify.ts";

/** Every address, built here and matched here, so that both ends agree. */
export const paths = {
  home: "/",
  signIn: "/connexion",
  /** In a demonstration, whose sign-in page has its personas: the way of every other instance. */
  signInByMail: "/connexion/courriel",
  /** What the link of a mail opens; its token is behind `#`. Opening it uses nothing up: the page has a button. */
  signInLink: "/connexion/lien",
  /** What the one-time address of an empty instance opens; its secret is behind `#`. */
  firstAccess: "/premier-acces",
  /** What the mail of an invitation opens; its token is behind `#`. */
  invitation: (slug: string) => `/invitation/${slug}`,
  /** Where the code of a workshop is typed; without a contrat, the page asks which. */
  ateliers: "/atelier",
  atelier: (slug: string) => `/atelier/${slug}`,
  account: "/compte",
  /** After an account was closed, for whoever has none any more. */
  accountClosed: "/compte/ferme",
  /** The end of a reminder by mail: a page with one button. */
  stopReminders: (token: string) => `/rappels/${token}`,
  administration: "/administration",
  /** The mails that a demonstration would have sent. */
  outbox: "/demo/courrier",
  /** « Ce qui m'attend ». */
  awaiting: "/contrats",
  contrat: (slug: string) => `/contrats/${slug}`,
  fiche: (slug: string, fiche: FicheAddress) => `/contrats/${slug}/fiches/${fichePiece(fiche)}`,
  lecture: (slug: string, fiche: FicheAddress) => `/contrats/${slug}/fiches/${fichePiece(fiche)}/lecture`,
  /** The published fiches of a contrat, for everybody. */
  plan: (slug: string) => `/plans/${slug}`,
  /** A published fiche, by the intitulé of its published version. */
  publicFiche: (slug: string, fiche: FicheAddress) => `/plans/${slug}/fiches/${fichePiece(fiche)}`,
  accessibility: "/accessibilite",
  legal: "/mentions-legales",
  privacy: "/donnees-personnelles",
  problem: "/signaler-un-probleme",
} as const;

export const apiPaths = {
  session: "/api/session",
  signIn: "/api/connexion",
  signInCode: "/api/connexion/code",
  signInLink: "/api/connexion/lien",
  sessions: "/api/sessions",
  openSession: (id: SessionId) => `/api/sessions/${id}`,
  account: "/api/compte",
  ownData: "/api/compte/donnees",
  adresses: "/api/compte/adresses",
  confirmAdresse: "/api/compte/adresses/confirmation",
  joinAccount: "/api/compte/jonction",
  closeAccount: "/api/compte/fermeture",
  reminders: "/api/compte/rappels",
  attentes: "/api/attentes",
  failedMail: (id: number) => `/api/compte/courriels/${id}`,
  health: "/api/sante",
  firstAccess: "/api/instance/premier-acces",
  firstAccessCheck: "/api/instance/premier-acces/verification",
  instance: "/api/instance",
  personas: "/api/demo/personas",
  demoSession: "/api/demo/session",
  contrats: "/api/contrats",
  contrat: (slug: string) => `/api/contrats/${slug}`,
  fiche: (slug: string, fiche: string) => `/api/contrats/${slug}/fiches/${fiche}`,
  live: (slug: string, fiche: DocumentId) => `/api/contrats/${slug}/fiches/${fiche}/live`,
  /** The live path of the notes of a meeting. */
  liveNotes: (slug: string, notes: DocumentId) => `/api/contrats/${slug}/notes/${notes}/live`,
  /** The whole contrat as an archive, for its coordination. */
  contratExport: (slug: string) => `/api/contrats/${slug}/export`,
} as const;

/** Whether a path is the live path of a text. */
export function isLivePath(path: string): boolean {
  return /^\/api\/contrats\/[^/]+\/(?:fiches|notes)\/[^/]+\/live$/.test(path);
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
