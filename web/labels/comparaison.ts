import { type Moment, parseMoment } from "../../shared/domain/version.ts";
import type { EngagementPart } from "../../shared/editor/canonical.ts";
import type { AccountId } from "../../shared/ids.ts";
import type { Changement, ComparedBlock, ComparedRun, Names } from "../../shared/protocol/bodies/history.ts";
import { fullDate } from "./dates.ts";
import { nameIn, namesListed } from "./people-named.ts";
import { PLACE_TITLES } from "./sections.ts";
import { shorten } from "./shorten.ts";
import { GENRE_LABELS } from "./toolbar.ts";
import { counted, fr, frAll } from "./typography.ts";

/** The comparison of two moments of a fiche. */
export const COMPARAISON = frAll({
  title: "Comparaison",
  loading: "Comparaison des deux textes…",
  same: "Pas un mot n'a changé entre ces deux moments.",
  view: "Présentation",
  whole: "Texte entier",
  sideBySide: "Côte à côte",
  sentences: "En phrases",
  before: "Avant",
  after: "Après",
  changes: "Aller d'un changement à l'autre",
  change: "(changement)",
  previous: "Précédent",
  previousKeys: "Changement précédent (Alt+↑)",
  next: "Suivant",
  nextKeys: "Changement suivant (Alt+↓)",
  keys: "Au clavier : Alt et flèche vers le bas, ou vers le haut.",
  legend: "Comment lire :",
  added: "ajouté",
  removed: "supprimé",
  removedByNobodyKnown: "supprimé, on ne sait pas par qui",
  moved: "déplacé",
  movedAway: "déplacé ailleurs",
  form: "présenté autrement",
  endOfAdded: "fin de l'ajout",
  endOfRemoved: "fin de la suppression",
  endOfForm: "fin de ce qui est présenté autrement",
  blockNew: "nouveau paragraphe",
  blockJoined: "réuni au paragraphe précédent",
  allWords: "Lire ces mots en entier",
  lessWords: "Raccourcir",
  print: "Imprimer la comparaison",
});

/** A sentence in pieces: what is said, and the words of the text that it quotes. */
export type PhrasePart = string | { readonly citation: string };

/** So many characters of a quotation are shown at first. */
const CITATION_MAX = 100;

/**
 * What one change is, told as people would: « Dans « Objectifs », Anne L. a remplacé « 3 ateliers » par « 5 ateliers »,
 * le 14 mars 2026 à 14 h 05. »
 *
 * @param about.partie where; null when a heading above says it
 * @param about.bloc the paragraph in which it begins, when it is known
 */
export function phraseOf(
  changement: Changement,
  about: { readonly partie: EngagementPart | null; readonly noms: Names; readonly bloc?: ComparedBlock | undefined },
): readonly PhrasePart[] {
  const where = about.partie === null ? "" : fr(`Dans « ${PLACE_TITLES[about.partie]} », `);
  const when = changement.le > 0 ? fr(`, le ${fullDate(changement.le)}.`) : ".";
  const parts = joined([where, ...whatHappened(changement, about.noms, about.bloc), when]);
  const [first, ...rest] = parts;
  return typeof first === "string" ? [capitalized(first), ...rest] : parts;
}

/** The sentence as plain text, its quotations shortened at the edge of a word. */
export function phraseText(parts: readonly PhrasePart[], max = CITATION_MAX): string {
  return parts.map((part) => (typeof part === "string" ? part : quoted(shorten(part.citation, max)))).join("");
}

/** Whether something of this sentence's quotations is not shown at first. */
export function isShortened(parts: readonly PhrasePart[]): boolean {
  return parts.some((part) => typeof part !== "string" && part.citation.length > CITATION_MAX);
}

/** Who did what, by kind of change. */
function whatHappened(changement: Changement, noms: Names, bloc: ComparedBlock | undefined): readonly PhrasePart[] {
  const who = actor(changement.par, noms);
  switch (changement.quoi) {
    case "ajoute":
      return changement.deplacePar === null
        ? [`${who} a ajouté `, words(changement.texte)]
        : // Moved from elsewhere, or brought back from before.
          [`${actor(changement.deplacePar, noms)} a mis ici `, words(changement.texte), written(who)];
    case "retire": {
      const { auteurs, par } = changement;
      const own = auteurs.every((auteur) => auteur === par);
      return [`${who} a supprimé `, words(changement.texte), own ? "" : written(namesListed(noms, auteurs))];
    }
    case "remplace": {
      const [before, after] = wordsReplaced(changement.avant, changement.apres);
      return [`${who} a remplacé `, before, " par ", after];
    }
    case "deplace":
      return [`${who} a déplacé `, words(changement.texte)];
    case "forme":
      return formChange(who, words(changement.texte), bloc?.runs[changement.run]);
    case "paragraphe":
      return [`${who} ${paragraphChange(changement.comment, bloc)}`];
  }
}

/** A link is said to be one, and where it leads: the words do not show it. */
function formChange(who: string, quoted: PhrasePart, run: ComparedRun | undefined): readonly PhrasePart[] {
  if (run?.kind !== "forme" || run.avant.lien === run.lien) return [`${who} a changé la mise en forme de `, quoted];
  const [before, after] = [run.avant.lien, run.lien];
  if (before === null) return [`${who} a mis un lien vers `, { citation: after ?? "" }, " sur ", quoted];
  if (after === null) return [`${who} a ôté le lien vers `, { citation: before }, " de ", quoted];
  return [
    `${who} a changé le lien de `,
    quoted,
    fr(" : il menait vers "),
    { citation: before },
    ", il mène vers ",
    { citation: after },
  ];
}

function paragraphChange(comment: "coupe" | "joint" | "genre", bloc: ComparedBlock | undefined): string {
  const isEmpty = bloc?.runs.length === 0;
  if (isEmpty && comment === "coupe") return fr("a ajouté un paragraphe vide");
  if (isEmpty && comment === "joint") return fr("a supprimé un paragraphe vide");
  switch (comment) {
    case "coupe":
      return fr("a coupé un paragraphe en deux");
    case "joint":
      return fr("a réuni deux paragraphes en un seul");
    case "genre": {
      const { avant, apres } = bloc ?? { avant: null, apres: null };
      if (avant === null || apres === null) return fr("a présenté un paragraphe autrement");
      if (avant.genre === apres.genre) return fr("a changé le décalage d'un paragraphe");
      return fr(
        `a présenté un paragraphe autrement (avant : ${lower(GENRE_LABELS[avant.genre])} ; après : ${lower(GENRE_LABELS[apres.genre])})`,
      );
    }
  }
}

/** Words that nobody sees are named rather than quoted; of the others, what is at the edges stays out of the sentence. */
function words(text: string): PhrasePart {
  const flat = flatOf(text);
  if (flat !== "") return UNSEEN.test(flat) ? fr("un caractère invisible") : { citation: withoutEdges(flat) };
  if (text.includes("\n")) return fr("un retour à la ligne");
  const kind = text === "\u00a0" ? "une espace insécable" : text === "\u202f" ? "une espace fine insécable" : null;
  return fr(kind ?? (text.length > 1 ? "des espaces" : "une espace"));
}

/** What nobody sees: joiners, soft hyphens, what says how an emoji is drawn. */
const UNSEEN = /^(?:[\p{Cf}\s]|\ufe0e|\ufe0f)+$/u;

/** The words in the place of others: where they differ by a comma alone, the comma is said. */
function wordsReplaced(before: string, after: string): readonly [PhrasePart, PhrasePart] {
  const [old, now] = [flatOf(before), flatOf(after)];
  const differ = withoutEdges(old) !== withoutEdges(now);
  return differ || old === "" || now === "" ? [words(before), words(after)] : [{ citation: old }, { citation: now }];
}

function flatOf(text: string): string {
  // The spaces that no line may break at stay so: « 3 ateliers : » is quoted as it is written.
  return text.replace(/[^\S\u00a0\u202f]+/gu, " ").trim();
}

/** A quotation within a sentence has no full stop, comma or colon of its own at its edges, as French printers set it. */
function withoutEdges(flat: string): string {
  const bare = flat.replace(/^[.,;:]\s+/u, "").replace(/(?<![.,;:])\s?[.,;:]$/u, "");
  return /[\p{L}\p{N}]/u.test(bare) ? bare : flat;
}

function written(who: string): string {
  return fr(` (mots écrits par ${who})`);
}

function actor(account: AccountId | null, noms: Names): string {
  return account === null ? "on ne sait pas qui" : nameIn(noms, account);
}

/** Quotation marks within quotation marks are of the second kind. */
function quoted(text: string): string {
  const inner = text.replace(/«\s*/gu, "“").replace(/\s*»/gu, "”");
  // What is written from right to left, or turns the direction, does so within the marks.
  return RIGHT_TO_LEFT.test(inner) ? `«\u202f\u2068${inner}\u2069\u202f»` : `«\u202f${inner}\u202f»`;
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/u;

function lower(text: string): string {
  return text.charAt(0).toLocaleLowerCase("fr-FR") + text.slice(1);
}

function capitalized(text: string): string {
  return text.charAt(0).toLocaleUpperCase("fr-FR") + text.slice(1);
}

function joined(parts: readonly PhrasePart[]): PhrasePart[] {
  const result: PhrasePart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part === "") continue;
    if (typeof part === "string" && typeof last === "string") result[result.length - 1] = last + part;
    else result.push(part);
  }
  return result;
}

/** « 3 changements dans 2 sections ». */
export function changesCounted(changes: number, sections: number): string {
  return fr(`${counted(changes, "changement")} dans ${counted(sections, "section")}`);
}

/** « Changement 2 sur 7 ». */
export function changeOf(index: number, total: number): string {
  return fr(`Changement ${index + 1} sur ${total}`);
}

const NUMBERS = "Zéro Une Deux Trois Quatre Cinq Six Sept Huit Neuf Dix Onze Douze".split(" ");

/** « Dix sections sont identiques ». */
export function identicalSections(count: number): string {
  const number = NUMBERS[count] ?? String(count);
  return fr(count === 1 ? `${number} section est identique` : `${number} sections sont identiques`);
}

/** Beside an added or removed stretch: who, and when. */
export const RUN = {
  added(name: string, le: number): string {
    return fr(`ajouté par ${name}, le ${fullDate(le)}`);
  },
  removed(name: string, le: number): string {
    return fr(`supprimé par ${name}, le ${fullDate(le)}`);
  },
  moved(name: string, by: string): string {
    return fr(`écrit par ${name}, mis ici par ${by}`);
  },
} as const;

/** A moment named in a sentence: « la version 4 », « le texte du 14 mars 2026 à 14 h 05 ». */
export function momentWords(nom: string, le: number): string {
  const moment = parseMoment(nom);
  if (moment === null) return nom;
  if (moment.kind === "version") return fr(`la version ${moment.numero}`);
  return isEmptySheet(moment) ? fr("la fiche vide") : fr(`le texte du ${fullDate(le)}`);
}

/** The title of a moment on its own: « Version 4 ». */
export function momentTitle(nom: string, le: number): string {
  const moment = parseMoment(nom);
  if (moment === null) return nom;
  if (moment.kind === "version") return fr(`Version ${moment.numero}`);
  return isEmptySheet(moment) ? fr("Fiche vide") : fr(`Texte du ${fullDate(le)}`);
}

/** « De la version 3 à la version 4 ». */
export function comparisonTitle(from: string, to: string): string {
  return fr(`De ${from} à ${to}`)
    .replace(/^De le /u, "Du ")
    .replace(/ à le /u, " au ");
}

function isEmptySheet(moment: Moment): boolean {
  return moment.kind === "log" && moment.seq === 0;
}
