import type { MaskedPlace, MotifCaviardage, Sitting, SittingPart } from "../../shared/domain/version.ts";
import type { Masque, Names, RestaureBody } from "../../shared/protocol/bodies/history.ts";
import { fullDate } from "./dates.ts";
import { nameIn } from "./people-named.ts";
import { PLACE_TITLES } from "./sections.ts";
import { counted, fr, frAll, listed } from "./typography.ts";

/** The history of a fiche: who wrote what and when, and its versions. */
export const HISTORIQUE = frAll({
  title: "Historique",
  lede: "Qui a écrit, quand et où. Chaque étape peut être relue et comparée à une autre.",
  ledeVersions: "Les versions de cette fiche qui ont été soumises. Chacune peut être relue et comparée à une autre.",
  loading: "Chargement de l'historique…",
  empty: "Rien n'a encore été écrit dans cette fiche. Dès que quelqu'un écrira, on verra ici qui, quand et où.",
  emptyVersions: "Aucune version de cette fiche n'a encore été soumise. La première apparaîtra ici.",
  more: "Montrer ce qui est plus ancien",
  moreLoading: "Chargement de ce qui est plus ancien…",
  journal: "Journal de la fiche",
  compare: "Comparer deux moments",
  compareWith: "Comparer avec…",
  compareTitle: "Comparer deux moments",
  compareMeans: "La comparaison va toujours du plus ancien au plus récent.",
  compareOnly: "Il n'y a encore qu'un seul moment : il n'y a rien à comparer.",
  compareUnknown:
    "Les autres moments n'ont pas pu être demandés au serveur. Rechargez la page, ou passez par l'historique.",
  compareFirst: "Un moment",
  compareSecond: "Comparé à",
  compareAct: "Comparer",
  compareSame: "Choisissez deux moments différents.",
  groupVersions: "Versions soumises",
  groupSittings: "Ce qui a été écrit",
  emptySheet: "La fiche vide, au tout début",
  read: "Lire",
  readThen: "Lire le texte d'alors",
  changes: "Voir ce qui a changé",
  since: "Voir ce qui a changé depuis",
  searchStretch: "Chercher un mot ou une personne",
  open: "en cours",
  print: "Imprimer",
  maskHint:
    "Un passage n'aurait pas dû être écrit ici, une donnée de santé par exemple ? La coordination du contrat peut le masquer partout, même dans l'historique.",
});

/** The sheet as it was. */
export const MOMENT = frAll({
  title: "Texte d'alors",
  loading: "Chargement du texte d'alors…",
  sheet: "Texte de la fiche",
  notWritten: "Pas encore rédigé",
  facts: "À propos de cette version",
  empreinteParts: "Empreinte de chaque section",
  place: "Place dans le plan",
  acts: "Ce que l'on peut faire",
  whoWrote: "Qui a écrit ceci ?",
  whoWroteHint:
    "Sélectionnez des mots dans le texte pour savoir qui les a écrits ; ou choisissez une section, en entier.",
  restoreAll: "Restaurer tout ce texte",
  restoreSection: "Restaurer cette section",
  restoring: "Restauration…",
  restoreYes: "Restaurer",
  restoreSectionMeans:
    "La section reprendra les mots d'alors. Ce qui y a été écrit depuis en sera retiré, et restera dans l'historique : rien n'est perdu, et l'on peut revenir en arrière de la même façon.",
  restoreAllMeans:
    "Toutes les sections reprendront les mots d'alors. Ce qui a été écrit depuis en sera retiré, et restera dans l'historique : rien n'est perdu, et l'on peut revenir en arrière de la même façon.",
  restoreWho:
    "C'est une modification comme une autre, faite par vous, que tout le groupe voit aussitôt. Les mots restaurés gardent leurs auteurs.",
  restored: "C'est restauré. Le texte de la fiche est à nouveau celui d'alors.",
  restoredSection: "C'est restauré. La section a de nouveau le texte d'alors.",
  alreadySo: "Rien à restaurer : le texte de la fiche était déjà celui d'alors.",
  alreadySoSection: "Rien à restaurer : la section avait déjà le texte d'alors.",
  missing: "Il n'y a pas de version ni de texte à cette adresse, ou ils ne vous sont pas ouverts.",
  missingOf: "L'un des deux moments que cette adresse compare n'existe pas, ou il ne vous est pas ouvert.",
  toHistory: "Voir l'historique de la fiche",
  goToText: "Aller au texte",
  back: "Historique",
});

/** Why what was written between two versions is not shown: bodies read what was submitted. */
export const FINER_REFUSALS = frAll({
  hors_du_groupe:
    "Seuls le groupe de travail de cette fiche et la coordination du contrat lisent ce qui a été écrit entre deux versions. Les versions soumises sont dans l'historique.",
});

/** Why a passage was masked, as it is said in its place. */
export const MOTIF_LABELS: Readonly<Record<MotifCaviardage, string>> = frAll({
  donnee_de_sante: "donnée de santé",
  donnee_personnelle: "donnée personnelle",
  propos_injurieux: "propos injurieux",
  secret_protege: "secret protégé par la loi",
});

/** « Passage masqué le 14 mars 2026 à 14 h 05 (donnée de santé) ». */
export function masqueWords({ le, motif }: Pick<Masque, "le" | "motif">): string {
  return fr(`Passage masqué le ${fullDate(le)} (${MOTIF_LABELS[motif]})`);
}

/** Where words are masked: « Constats et enjeux », with its marks, or what was written with acts. */
export function maskedPlace(partie: MaskedPlace): string {
  return partie === "actes" ? "ce qui a été dit pendant l'instruction" : `« ${PLACE_TITLES[partie]} »`;
}

/** « Passage masqué dans « Constats et enjeux » ». */
export function maskedIn({ partie }: Pick<Masque, "partie">): string {
  return fr(`Passage masqué dans ${maskedPlace(partie)}`);
}

/** Who masked it, when and why; and that it is no writing. */
export function maskedBy({ le, motif }: Pick<Masque, "le" | "motif">, who: string): string {
  return fr(
    `Masqué le ${fullDate(le)} par ${who} (${MOTIF_LABELS[motif]}). Les mots ont disparu partout, aussi de ce qui est plus ancien ; le reste de l'historique n'a pas changé.`,
  );
}

/** « Version 4 ». */
export function versionTitle(numero: number): string {
  return fr(`Version ${numero}`);
}

/** « Soumise le 12 mars 2026 à 14 h 05 par Anne Le Goff ». */
export function submittedWords(le: number, who: string): string {
  return fr(`Soumise le ${fullDate(le)} par ${who}`);
}

/** When a sitting was, under the title of its day: « de 14 h 05 à 15 h 20 ». */
export function hoursOf({ debutLe, finLe, ouverte }: Sitting): string {
  const from = hour(debutLe);
  const isOneDay = dayWords(debutLe) === dayWords(finLe);
  if (ouverte) return fr(isOneDay ? `depuis ${from}` : `depuis le ${fullDate(debutLe)}`);
  if (!isOneDay) return fr(`du ${fullDate(debutLe)} au ${fullDate(finLe)}`);
  const to = hour(finLe);
  return from === to ? fr(`à ${from}`) : fr(`de ${from} à ${to}`);
}

function hour(instant: number): string {
  return fullDate(instant).split(" à ").at(-1) ?? "";
}

/** « Samedi 14 mars 2026 »: the title of a day. */
export function dayWords(instant: number): string {
  const words = new Intl.DateTimeFormat("fr-FR", { weekday: "long", day: "numeric", month: "long", year: "numeric" })
    .format(instant)
    // The first of the month is an ordinal in French, which Intl does not write.
    .replace(/ 1 /u, " 1er ");
  return words.charAt(0).toLocaleUpperCase("fr-FR") + words.slice(1);
}

/** « Anne Le Goff a ajouté 240 caractères et en a retiré 12, dans « Constats et enjeux » et « Freins ». » */
export function sittingSentence(part: SittingPart, noms: Names): string {
  const titles = part.ou.map((place) => `« ${PLACE_TITLES[place]} »`);
  const where = titles.length === 0 ? "" : `, dans ${listed(titles)}`;
  return fr(`${capitalized(nameIn(noms, part.personne))} ${howMuch(part)}${where}.`);
}

function howMuch({ ajoutes, retires }: SittingPart): string {
  if (ajoutes === 0 && retires === 0) return "a fait des retouches, sans mots en plus ni en moins à la fin";
  if (retires === 0) return `a ajouté ${counted(ajoutes, "caractère")}`;
  if (ajoutes === 0) return `a retiré ${counted(retires, "caractère")}`;
  return `a ajouté ${counted(ajoutes, "caractère")} et en a retiré ${new Intl.NumberFormat("fr-FR").format(retires)}`;
}

function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase("fr-FR") + text.slice(1);
}

/** A sitting in a list of choices: « 14 mars 2026 à 15 h 20, Anne Le Goff ». */
export function sittingChoice({ finLe, personnes }: Sitting, noms: Names): string {
  return fr(`${fullDate(finLe)}, ${listed(personnes.map(({ personne }) => nameIn(noms, personne)))}`);
}

/** The latest of them: « Le plus récent : 14 mars 2026 à 15 h 20, Anne Le Goff ». */
export function latestChoice(sitting: Sitting, noms: Names): string {
  return fr(`Le plus récent : ${sittingChoice(sitting, noms)}`);
}

/** « Vous avez écrit ici pour la dernière fois le 14 mars 2026 à 15 h 20. » */
export function lastWrote({ finLe }: Sitting): string {
  return fr(`Vous avez écrit ici pour la dernière fois le ${fullDate(finLe)}.`);
}

/** « Écrit par Anne Le Goff et Julien Guérin. » */
export function writtenBy(names: readonly string[]): string {
  return fr(`Écrit par ${listed(names)}.`);
}

/** Beneath a stretch of words: who, when, and who put it there. */
export function stretchWords(name: string, le: number, movedBy: string | null): string {
  const moved = movedBy === null ? "" : ` Mis ici par ${movedBy}.`;
  return fr(`${capitalized(name)}, le ${fullDate(le)}.${moved}`);
}

/** « Comparer à la version 3 ». */
export function compareToVersion(numero: number): string {
  return fr(`Comparer à la version ${numero}`);
}

/** What was brought by « Montrer ce qui est plus ancien ». */
export function olderShown(count: number): string {
  return fr(`${counted(count, "élément plus ancien", "éléments plus anciens")} en plus.`);
}

/** What came of restoring. `section`: a section alone. */
export function restoredWords(section: boolean, { deja }: RestaureBody): string {
  if (deja) return section ? MOMENT.alreadySoSection : MOMENT.alreadySo;
  return section ? MOMENT.restoredSection : MOMENT.restored;
}

/** The question before restoring: « Restaurer la version 3 ? » */
export function restoreTitle(what: string, section: string | null): string {
  return section === null ? fr(`Restaurer ${what} ?`) : fr(`Restaurer « ${section} » comme dans ${what} ?`);
}
