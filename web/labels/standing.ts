import type { EtatRedaction } from "../../shared/domain/contrat.ts";
import type { VersionApprouvee, VersionPubliee } from "../../shared/domain/fiche.ts";
import type { VersionEtat } from "../../shared/domain/version.ts";
import { dayWords, modifiedSince, type Standing } from "./standing-badge.ts";
import { fr, frAll } from "./typography.ts";

export const STANDING = frAll({
  seePublic: "lire la page publique",
  notApproved: "Document de travail : cette fiche n'est pas approuvée.",
});

/** What that état means for whoever opens the fiche, in a sentence. */
const ETAT_MEANINGS: Readonly<Record<EtatRedaction, string>> = frAll({
  proposition: "L'action est proposée ; le groupe n'a pas commencé à l'écrire.",
  brouillon: "Le groupe écrit ; rien n'est encore soumis.",
  en_relecture: "Le groupe relit avant de soumettre.",
  close: "L'écriture est terminée.",
});

/** What was done with a version, and by whom; the day comes behind. */
const DONE: Readonly<Record<VersionEtat, string>> = frAll({
  soumise: "soumise au comité technique",
  ajournee: "soumise au comité technique",
  a_amender: "soumise au comité technique",
  refusee: "soumise au comité technique",
  approuvee: "approuvée par le comité technique",
  approuvee_sous_reserve: "approuvée sous réserve par le comité technique",
  validee: "approuvée par le comité technique",
  remplacee: "soumise au comité technique",
  retiree: "soumise au comité technique",
});

/** What became of it since. */
const SINCE: Readonly<Record<VersionEtat, string>> = frAll({
  soumise: "",
  ajournee: ", puis ajournée",
  a_amender: ", puis renvoyée au groupe par le comité de pilotage : elle est à amender",
  refusee: ", puis refusée",
  approuvee: "",
  approuvee_sous_reserve: "",
  validee: ", puis validée par le comité de pilotage",
  remplacee: ", puis remplacée",
  retiree: ", puis retirée",
});

/** Where a fiche stands, in a sentence: of its last version, or of its draft while there is none. */
export function standingSentence({ etat, derniere, approuvee }: Standing): string {
  if (derniere === null) return ETAT_MEANINGS[etat];
  const { numero } = derniere;
  const le = approuvee?.version === numero ? approuvee.le : derniere.le;
  const last = `Version ${numero} ${DONE[derniere.etat]} le ${dayWords(le)}${SINCE[derniere.etat]}.`;
  const binding = approuvee === null || approuvee.version === numero ? "" : ` ${stillApproved(approuvee)}`;
  return fr(`${last}${binding}`);
}

function stillApproved(approuvee: VersionApprouvee): string {
  const { version, le } = approuvee;
  return `La version ${version}, ${approvedHow(approuvee)} le ${dayWords(le)}, fait toujours foi.`;
}

/** « Publiée : version 4, depuis le 12 mars 2026. » */
export function publishedSentence({ version, le }: VersionPubliee): string {
  return fr(`Publiée : version ${version}, depuis le ${dayWords(le)}.`);
}

/** What a sheet of paper must say of its own words. */
export function paperSentence({ approuvee }: Pick<Standing, "approuvee">): string {
  if (approuvee === null) return STANDING.notApproved;
  if (approuvee.modifieeDepuis) return fr(`Document de travail : ${lower(modifiedSince(approuvee))}.`);
  return fr(`Version ${approuvee.version}, ${approvedHow(approuvee)} le ${dayWords(approuvee.le)}.`);
}

function approvedHow({ sousReserve }: VersionApprouvee): string {
  return sousReserve ? "approuvée sous réserve" : "approuvée";
}

function lower(text: string): string {
  return text.charAt(0).toLocaleLowerCase("fr-FR") + text.slice(1);
}
