import type { AccessibiliteLevel } from "../../shared/domain/accessibilite.ts";
import { frAll } from "./typography.ts";

/** What is around every page. */
export const SHELL = frAll({
  product: "Coaction",
  home: "Coaction, accueil",
  skipToContent: "Aller au contenu",
  mainNav: "Principale",
  menu: "Menu",
  awaiting: "Ce qui m'attend",
  myContrats: "Mes contrats",
  account: "Mon compte",
  administration: "Administration",
  signOut: "Se déconnecter",
  shortcuts: "Raccourcis clavier",
  demonstration: "Démonstration",
  demonstrationMeans: "les personnes sont inventées, et ce que vous écrivez ici peut être effacé.",
  changePerson: "Changer de personne",
  footNav: "Informations sur ce site",
  legal: "Mentions légales",
  privacy: "Données personnelles",
  problem: "Signaler un problème",
  close: "Fermer",
  retry: "Réessayer",
  reload: "Recharger la page",
  loading: "Chargement…",
  backToAwaiting: "Revenir à « Ce qui m'attend »",
});

/** How far this site is accessible, as the foot of each page says it. */
export const LEVEL_LABELS: Readonly<Record<AccessibiliteLevel, string>> = frAll({
  non_conforme: "Accessibilité : non conforme",
  partiellement_conforme: "Accessibilité : partiellement conforme",
  totalement_conforme: "Accessibilité : totalement conforme",
});

/** What a page that does not exist is called. */
export const NOT_FOUND_TITLE = "Page introuvable";

/** The page of somebody else's business. */
export const NOT_OPEN = frAll({
  title: "Cette page ne vous est pas ouverte",
});

/** The page that could not be shown. */
export const BROKEN = frAll({
  title: "Cette page n'a pas pu s'afficher",
  text: "Le réseau est peut-être coupé, ou le site vient d'être mis à jour. Ce que vous avez écrit est gardé.",
});

/** The server that cannot be asked who is here. */
export const UNREACHABLE = frAll({
  title: "Le site ne répond pas",
  offline: "Vous êtes hors ligne, ou le site ne répond pas",
});

/** Where a page of the workspace is, the specific first: « Plan – Challans – Coaction ». */
export function pageTitle(...parts: readonly string[]): string {
  return [...parts.filter((part) => part !== ""), SHELL.product].join(" – ");
}
