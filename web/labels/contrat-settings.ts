import type { Stade } from "../../shared/domain/contrat.ts";
import { STADE_LABELS } from "./etats.ts";
import { counted, fr, frAll } from "./typography.ts";

/** The axes and objectifs of a contrat. */
export const AXES = frAll({
  title: "Axes et objectifs",
  lede: "Le plan du contrat : ses axes, leurs objectifs, et les fiches rangées dessous. Déplacer un axe déplace tout ce qu'il contient.",
  list: "Le plan",
  none: "Le plan est vide. Ajoutez les axes que votre territoire a retenus : les fiches se rangent dessous et prennent leur numéro.",
  addAxe: "Ajouter un axe",
  addObjectif: "Ajouter un objectif dessous",
  libelle: "Libellé",
  libelleHint: "Une phrase courte. Le numéro est donné par la place.",
  libelleMissing: "Écrivez un libellé.",
  rename: "Renommer",
  up: "Monter",
  down: "Descendre",
  move: "Ranger ailleurs",
  moveTo: "Sous",
  moveRoot: "Rien : en faire un axe",
  moveLede: "Ses objectifs et ses fiches suivent. Il vient en dernier sous sa nouvelle place.",
  moveTooDeep: "Le plan a trois niveaux au plus. Choisissez une place plus haut.",
  remove: "Retirer",
  removeTitle: "Retirer cet élément du plan ?",
  removeMeans: "Cela n'est possible que s'il ne contient ni objectif ni fiche, corbeille comprise.",
  occupied: "Il contient des objectifs ou des fiches : déplacez-les d'abord.",
  acts: "Agir",
  added: "C'est ajouté au plan.",
  renamed: "Le libellé est changé.",
  moved: "C'est déplacé. Les numéros des axes et des fiches suivent la nouvelle place.",
  removed: "C'est retiré du plan.",
  dragHelp:
    "Pour changer l'ordre : tirez un élément par sa poignée, ou placez-vous sur la poignée et appuyez sur Alt avec la flèche du haut ou du bas. Le menu « Agir » fait les mêmes choses.",
  ficheMove: "Ranger",
  ficheTitle: "Ranger la fiche",
  fichePlace: "Axe ou objectif",
  ficheNumero: "Numéro",
  ficheNumeroHint: "Laissez vide pour le premier numéro libre de l'axe.",
  ficheGroupe: "Groupe qui l'écrit",
  ficheGroupeHint: "Un autre groupe l'écrira tout de suite ; le groupe d'avant ne la lira plus.",
  fichePlaced: "La fiche est rangée.",
  numeroPris: "Vingt signes au plus.",
  untitled: "Sans intitulé",
});

/** « Tirer, ou Alt et flèches : Axe 1 Accès aux soins ». */
export function handleLabel(name: string): string {
  return fr(`Déplacer avec Alt et les flèches : ${name}`);
}

/** « 3 fiches », or that there is none. */
export function fichesUnder(count: number): string {
  return count === 0 ? "Aucune fiche" : counted(count, "fiche");
}

/** What a contrat says of itself. */
export const IDENTITE = frAll({
  title: "Le contrat",
  lede: "Ce que le contrat dit de lui-même : tous ses membres le lisent.",
  loading: "Chargement du contrat…",
  facts: "Son identité",
  nom: "Nom du contrat",
  nomMissing: "Donnez un nom au contrat.",
  porteur: "Porté par",
  porteurHint: "La collectivité qui porte le contrat.",
  territoire: "Territoire, en une phrase",
  territoireHint: "Par exemple « Pays de Redon, 31 communes ».",
  epci: "Intercommunalités",
  communes: "Communes",
  onePerLine: "Une par ligne.",
  ars: "Agences régionales de santé",
  arsHint: "Une par ligne : un territoire peut relever de plusieurs régions.",
  periode: "Période",
  periodeHint: "Par exemple « 2026-2030 ».",
  faits: "Repères",
  faitsHint: "Ce qu'il faut savoir du territoire, une phrase par ligne.",
  methode: "Objectifs de méthode",
  methodeHint: "Les façons de travailler que le contrat s'est données, une par ligne.",
  listWrong: "Une ligne est trop longue, ou il y en a trop.",
  saved: "L'identité du contrat est enregistrée.",
  stade: "Étape",
  stadePast: "Étapes passées",
  stadeAct: "Passer à une autre étape",
  stadeTo: "Étape",
  stadeDay: "Depuis quel jour",
  stadeDayHint: "Le jour de la décision : il restera dans le journal.",
  stadeDayMissing: "Indiquez le jour.",
  stadeMeans:
    "L'étape et son jour s'affichent en tête du contrat, pour tous ses membres, et restent dans le journal. Aucune fiche ne change d'état et personne ne perd ni ne gagne de droit.",
  passing: "Passage…",
  stadeOnly: "Commencé à l'étape",
  slug: "Adresse",
  slugMeans: "Les mots qui nomment le contrat dans les adresses. Les anciennes adresses continuent d'y mener.",
  slugLabel: "Mots de l'adresse",
  slugHint: "Des lettres sans accent, des chiffres et des tirets : pays-de-redon.",
  slugWrong: "Seulement des lettres minuscules sans accent, des chiffres, et un tiret entre les mots.",
  slugAct: "Changer l'adresse",
  slugChanging: "Changement…",
  slugSaved: "L'adresse est changée.",
  slugBefore: "Anciennes adresses",
  signataires: "Signataires",
  signatairesMeans: "Les organisations qui signent le contrat, dans l'ordre où elles sont nommées.",
  noSignataire: "Aucun signataire n'est encore indiqué.",
  noOrganisation: "Ajoutez d'abord des organisations au contrat : ce sont elles qui signent.",
  addSignataire: "Ajouter un signataire",
  changeSignataire: "Modifier le signataire",
  organisation: "Organisation",
  representant: "Représentée par",
  qualite: "En qualité de",
  qualiteHint: "Par exemple « président » ou « directrice générale ».",
  delibereLe: "Délibération du",
  delibereHint: "Le jour où son assemblée l'a autorisée à signer.",
  signatairesSaved: "Les signataires sont enregistrés.",
  deliberated: "délibération du",
  alreadySigns: "Cette organisation signe déjà.",
});

/** What a contrat shows to whom. */
export const PARTAGE = frAll({
  title: "Partage",
  lede: "Les brouillons sont privés. Vous choisissez ici ce que voient celles et ceux qui n'écrivent pas.",
  loading: "Chargement du partage…",
  lecteurs: "L'agence régionale de santé et les lecteurs du contrat",
  lecteursMeans:
    "Elles et ils voient, de ces fiches, le numéro, l'intitulé, l'état et le groupe ; le texte du brouillon reste fermé.",
  regions: "Les régions",
  regionsMeans:
    "Une région réunit des contrats qui ont choisi de se montrer à elle. Ses lecteurs voient, de ces fiches, le numéro, l'intitulé et le groupe.",
  noRegion: "Aucune région n'existe sur cette instance. Qui l'administre peut en créer.",
  what: "Quelles fiches",
  aucune: "Aucune",
  toutes: "Toutes, celles de demain comprises",
  choix: "Seulement celles-ci",
  noFiche: "Aucune fiche n'existe encore.",
  chooseOne: "Cochez au moins une fiche, ou choisissez « Aucune ».",
  save: "Enregistrer le partage",
  saved: "Le partage est enregistré.",
  people: "Qui y a accès",
  peopleMeans: "Les personnes au titre de l'agence régionale de santé ou de la lecture se nomment dans les membres.",
  toMembres: "Voir les membres",
});

/** « Passer à l'étape « Élaboration » ». */
export function passToStade(stade: Stade): string {
  return fr(`Passer à l'étape « ${STADE_LABELS[stade]} »`);
}
