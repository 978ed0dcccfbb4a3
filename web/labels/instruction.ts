import type { SensAvis, VersionEtat } from "../../shared/domain/version.ts";
import type { EngagementPart } from "../../shared/editor/canonical.ts";
import type { AvisBody } from "../../shared/protocol/bodies/fiche-acts.ts";
import { PLACE_TITLES } from "./sections.ts";
import { shorten } from "./shorten.ts";
import { dayWords } from "./standing-badge.ts";
import { counted, fr, frAll, listed } from "./typography.ts";

/** The Instruction view: a version before the comité technique, then before the Copil. */
export const INSTRUCTION = frAll({
  title: "Instruction",
  loading: "Chargement de l'instruction…",
  loadingText: "Chargement de la version…",
  none: "Aucune version n'est soumise",
  noneMeans:
    "Quand le groupe soumettra une version de cette fiche au comité technique, on la lira ici, avec les avis, les réserves et la décision.",
  views: "Présentation",
  viewText: "Texte entier",
  viewSides: "Côte à côte",
  sheet: "Texte de la version",
  reserveHere: "Faire une réserve ici",
  goToAvis: "Aller à mon avis",
  avisTitle: "Votre avis",
  avisChangeable: "Vous pourrez le changer jusqu'à la décision.",
  sens: "Votre avis",
  newSens: "Votre nouvel avis",
  changeAvis: "Changer mon avis",
  sensMissing: "Choisissez un avis.",
  reason: "Raison",
  reasonNeeded: "Une raison est demandée pour un avis défavorable. Écrivez-la en une phrase.",
  reasonOptional: "Le comité technique et la coordination la lisent tout de suite ; le groupe, à la décision.",
  reserves: "Vos réserves",
  reservesMeans: "Le groupe y répondra ; vous seul pourrez les lever.",
  reserveAdd: "Ajouter une réserve",
  reserveRemove: "Retirer cette réserve",
  backToText: "Revenir au texte",
  reserveOn: "Section",
  reservePassage: "Sur quoi elle porte",
  reserveWhole: "Toute la section",
  reserveText: "Ce qui est à préciser ou à changer",
  reserveMissing: "Écrivez ce que chaque réserve demande, ou retirez-la.",
  reserveNeeded: "Ajoutez au moins une réserve, ou choisissez un autre avis.",
  reserveExtra: "Les réserves vont avec un avis favorable avec réserves. Choisissez cet avis, ou retirez-les.",
  selectHint:
    "Pour viser des mots précis, choisissez-les dans la liste, ou sélectionnez-les d'abord dans le texte ; puis « Faire une réserve ici ».",
  keptReserves: "Vos réserves déjà faites restent tant que vous ne les levez pas.",
  liftFirst: "Levez d'abord vos réserves : un avis favorable n'en laisse aucune.",
  sending: "Enregistrement de votre avis…",
  confirming: "Confirmation…",
  deportTitle: "Ne pas prendre part à l'examen de cette fiche ?",
  deportMeans:
    "Vous ne donnerez plus d'avis sur aucune version de cette fiche, et vous ne compterez plus ni dans le quorum ni dans la majorité. Un avis déjà donné ne comptera plus. Cela ne peut pas être annulé.",
  deportAct: "Déclarer mon déport",
  deporting: "Enregistrement du déport…",
  deported: "Vous ne prenez pas part à l'examen de cette fiche.",
  avisDone: "Votre avis est enregistré.",
  avisDecided: "Le comité technique a décidé sur cette version : les avis ne changent plus.",
  avisWithdrawn: "Cette version n'est plus devant le comité technique : elle ne demande plus d'avis.",
  allLifted: "Toutes vos réserves sont levées : confirmé, votre avis devient favorable.",
  avisConfirmed: "Votre avis est confirmé : il compte pour cette version.",
  comite: "Avis du comité technique",
  avisHidden:
    "Le comité technique et la coordination voient les avis à mesure. Le groupe les lira quand la décision sera prise.",
  awaited: "attendu",
  toConfirm: "à confirmer, ne compte pas encore",
  standsAgainst: "à confirmer, compte contre tant qu'il n'est pas changé",
  notConfirmed: "non confirmé",
  noAvis: "sans avis",
  writes: "ne prend pas part : peut écrire la fiche",
  declared: "ne prend pas part : s'est déporté",
  rule: "Règle de décision",
  allReserves: "Réserves",
  noReserve: "Aucune réserve.",
  lift: "Lever ma réserve",
  lifting: "Levée de la réserve…",
  lifted: "Votre réserve est levée.",
  whole: "sur toute la section",
  answer: "Répondre à cette réserve",
  answerAgain: "Ajouter une réponse",
  answerTitle: "Répondre à une réserve",
  answerLabel: "Votre réponse",
  answerHint: "Dites ce que le groupe a changé, ou pourquoi il ne change rien.",
  answerMissing: "Écrivez votre réponse.",
  answering: "Envoi de la réponse…",
  answered: "La réponse est envoyée à la personne qui a fait la réserve.",
  answerOf: "Réponse de",
  reserveOpen: "À lever",
  reserveLifted: "Levée",
  reserveOver: "Ne bloque plus",
  reserveOverMeans: "La personne qui l'a faite ne prend plus part à l'examen de cette fiche.",
  noAnswer: "Le groupe n'a pas encore répondu.",
  decisionTitle: "Décision du comité technique",
  decisionMeans:
    "Une décision relevée ne peut plus être changée ni effacée. Elle porte sur les mots de cette version, et sur eux seuls.",
  mode: "Comment le comité a décidé",
  seance: "En séance",
  consultation: "En consultation écrite",
  noConsultation: "la règle du comité ne le permet pas",
  presents: "Présents ou représentés",
  presentsHint: "Le quorum est compté sur eux.",
  date: "Date de la décision",
  dateFuture: "Choisissez un jour déjà passé, ou aujourd'hui.",
  outcome: "Décision",
  outcomeMissing: "Choisissez la décision.",
  decisionReason: "Raison",
  decisionReasonHint: "Le groupe la lira.",
  decisionReasonMissing: "Cette décision demande une raison. Écrivez-la en une phrase.",
  recording: "Enregistrement de la décision…",
  recorded: "La décision est relevée.",
  copilTitle: "Comité de pilotage",
  validateMeans:
    "La version validée fait foi et peut être publiée. Cela ne peut pas être annulé ; une version suivante pourra la remplacer.",
  validating: "Enregistrement de la validation…",
  validated: "La version est validée par le comité de pilotage.",
  sendBackMeans: "Le groupe lira la raison et devra soumettre une autre version au comité technique.",
  sendBackWhy: "Pourquoi la renvoyer ?",
  sendingBack: "Renvoi…",
  sentBack: "La version est renvoyée au groupe.",
  dateOfCopil: "Date de la décision du comité de pilotage",
  decisions: "Décisions",
  recordedBy: "Relevée par",
  reasonOf: "Raison :",
});

/** An avis, as one chooses it. */
export const SENS_LABELS: Readonly<Record<SensAvis, string>> = frAll({
  favorable: "Favorable",
  favorable_avec_reserves: "Favorable avec réserves",
  defavorable: "Défavorable",
  abstention: "Abstention",
});

/** What each choice asks for, beneath it. */
export const SENS_MEANS: Readonly<Record<SensAvis | "deport", string>> = frAll({
  favorable: "",
  favorable_avec_reserves: "attachées à un passage ou à une section, à lever ensuite",
  defavorable: "une raison est demandée",
  abstention: "",
  deport: "je suis partie prenante ; ne compte ni dans le quorum ni dans la majorité",
});

export const DEPORT_LABEL = fr("Déport");

/** « Version 4, soumise au comité technique ». */
export function instructionTitle(numero: number, etat: VersionEtat): string {
  return fr(`Version ${numero}, ${TITLES[etat]}`);
}

const TITLES: Readonly<Record<VersionEtat, string>> = frAll({
  soumise: "soumise au comité technique",
  ajournee: "ajournée par le comité technique",
  a_amender: "renvoyée par le comité de pilotage, à amender",
  refusee: "refusée par le comité technique",
  approuvee: "approuvée par le comité technique",
  approuvee_sous_reserve: "approuvée sous réserve par le comité technique",
  validee: "validée par le comité de pilotage",
  remplacee: "remplacée par une autre",
  retiree: "retirée du comité technique",
});

/** « Ce qui a changé depuis votre avis », or since the version before. */
export function changedSince(numero: number, isMine: boolean): string {
  return fr(
    isMine ? `Ce qui a changé depuis votre avis (version ${numero})` : `Ce qui a changé depuis la version ${numero}`,
  );
}

const AVIS_IN_SENTENCE: Readonly<Record<SensAvis, string>> = frAll({
  favorable: "un avis favorable",
  favorable_avec_reserves: "un avis favorable avec réserves",
  defavorable: "un avis défavorable",
  abstention: "une abstention",
});

/** « un avis favorable », « une abstention ». */
export function avisInSentence(sens: SensAvis): string {
  return AVIS_IN_SENTENCE[sens];
}

/** « avis favorable », « abstention ». */
function bareAvis(sens: SensAvis): string {
  return AVIS_IN_SENTENCE[sens].replace(/^une? /u, "");
}

/** « Donner un avis favorable sur la version 4 »; « Changer… » when there is one on it. */
export function giveAvisAct(sens: SensAvis | "deport" | "", numero: number, changes: boolean): string {
  if (sens === "deport") return INSTRUCTION.deportAct;
  if (sens === "") return fr(`Donner mon avis sur la version ${numero}`);
  return fr(
    changes
      ? `Changer mon avis en ${bareAvis(sens)} sur la version ${numero}`
      : `Donner ${AVIS_IN_SENTENCE[sens]} sur la version ${numero}`,
  );
}

/** Why no avis is given on a version any more; null: it is being examined. */
export function avisClosedWords(etat: VersionEtat): string | null {
  if (etat === "soumise" || etat === "ajournee") return null;
  return etat === "retiree" || etat === "remplacee" ? INSTRUCTION.avisWithdrawn : INSTRUCTION.avisDecided;
}

/** « Confirmer mon avis favorable pour la version 4 ». `sens`: what it will be, once confirmed. */
export function confirmAct(sens: SensAvis, numero: number): string {
  const words = bareAvis(sens);
  return fr(`Confirmer mon ${words.startsWith("avis") ? words : `avis (${words})`} pour la version ${numero}`);
}

/**
 * What the last avis of the person is worth on this version, in sentences.
 *
 * @param identical how many parts are as they were when it was given
 * @param isOpen whether it may be confirmed
 */
export function ownAvisWords(avis: AvisBody, numero: number, identical: number, isOpen: boolean): string {
  if (!avis.aConfirmer) {
    return fr(`Vous avez donné ${AVIS_IN_SENTENCE[avis.sens]} sur la version ${numero}, le ${dayWords(avis.le)}.`);
  }
  const given = `Vous aviez donné ${AVIS_IN_SENTENCE[avis.sens]} sur la version ${avis.version}, le ${dayWords(avis.le)}.`;
  if (!isOpen) return fr(`${given} Rien n'a été confirmé de votre part pour la version ${numero}.`);
  const same = identical === 0 ? "" : ` ${identicalWords(identical)}`;
  return fr(
    avis.sens === "defavorable"
      ? `${given}${same} Il compte contre la version ${numero} tant que vous ne l'avez pas changé.`
      : `${given}${same} Votre avis ne comptera pour la version ${numero} que lorsque vous l'aurez confirmé ou changé.`,
  );
}

/** Why what is done here is not about the version whose words are shown: « Il s'agit de la version 1, approuvée… ». */
export function otherVersionWords(numero: number, etat: VersionEtat): string {
  return fr(`Il s'agit de la version ${numero}, ${TITLES[etat]}.`);
}

/** « Lire la version 1 ». */
export function readVersionAct(numero: number): string {
  return fr(`Lire la version ${numero}`);
}

function identicalWords(count: number): string {
  return count === 1 ? "Une partie est restée identique." : `${count} parties sont restées identiques.`;
}

/** « 2 avis donnés sur la version 4, 1 à confirmer, 1 attendu. » */
export function tallyWords(given: number, toConfirm: number, awaited: number, numero: number): string {
  const parts = [
    `${given === 0 ? "Aucun avis donné" : counted(given, "avis donné", "avis donnés")} sur la version ${numero}`,
    ...(toConfirm === 0 ? [] : [`${toConfirm} à confirmer`]),
    ...(awaited === 0 ? [] : [counted(awaited, "attendu")]),
  ];
  return fr(`${parts.join(", ")}.`);
}

/** What the avis say so far: « 1 favorable, 1 favorable avec réserves. » */
export function avisCounted(avis: readonly Pick<AvisBody, "sens">[]): string {
  const of = (sens: SensAvis) => avis.filter((each) => each.sens === sens).length;
  const parts = [
    [of("favorable"), "favorable", "favorables"],
    [of("favorable_avec_reserves"), "favorable avec réserves", "favorables avec réserves"],
    [of("defavorable"), "défavorable", "défavorables"],
    [of("abstention"), "abstention", "abstentions"],
  ] as const;
  const said = parts.filter(([count]) => count > 0).map(([count, one, many]) => counted(count, one, many));
  return said.length === 0 ? "" : fr(`${listed(said)}.`);
}

/** Where a réserve is, and on which words. */
export function reserveWhere(partie: EngagementPart, version: number): string {
  return fr(`« ${PLACE_TITLES[partie]} », version ${version}`);
}

/** « Votre réserve du 12 mars 2026 », « Réserve du 12 mars 2026, par Anne L. ». */
export function reserveTitle(who: string | null, isMine: boolean, le: number): string {
  if (isMine) return fr(`Votre réserve du ${dayWords(le)}`);
  return fr(`Réserve du ${dayWords(le)}, par ${who ?? "un membre du comité technique"}`);
}

/** « Levée le 12 mars 2026, devant la version 5 ». */
export function liftedWords(le: number, version: number): string {
  return fr(`Levée le ${dayWords(le)}, devant la version ${version}.`);
}

/** The words that a réserve of the form quotes are not in the version that is shown. */
export function quotedNoMore(version: number): string {
  return fr(`Ces mots ne sont plus dans la version ${version} : choisissez de nouveau sur quoi porte la réserve.`);
}

/** A réserve in one line, which leads to it: « Votre réserve du 12 mars 2026 : Préciser qui tient le calendrier… » */
export function reserveLine(title: string, texte: string): string {
  return fr(`${title} : ${shorten(texte, 80)}`);
}

/** A réserve of the form, by its place: « Réserve 1 ». */
export function reserveNumber(index: number): string {
  return fr(`Réserve ${index + 1}`);
}
