import type { Masque } from "../../shared/protocol/bodies/history.ts";
import { APPROVED } from "../../shared/workflow/transitions.ts";
import { isOneOf } from "../../shared/workflow/versions.ts";
import type { ApprovedVersion, ReadVersion, ReadWords } from "../fiche/reading.ts";
import { dayWords, moment } from "./dates.ts";
import { type Html, html } from "./html.ts";
import { MOTIF_LABELS, VERSION_ETAT_LABELS } from "./words.ts";

/** « Version 3 soumise ». */
export function versionBadge({ numero, etat }: Pick<ReadVersion, "numero" | "etat">): string {
  return `Version ${numero} ${VERSION_ETAT_LABELS[etat]}`;
}

/** What a sheet of paper must say of its own words: which they are, whether they bind, and what binds if they do not. */
export function standingSentence({ version, approuvee }: ReadWords): Html {
  if (version === null) return ofDraft(approuvee);
  const since = approuvee?.modifieeDepuis === true ? html` ${modifiedSince(approuvee)}` : null;
  if (isOneOf(APPROVED, version.etat) && approuvee?.numero === version.numero) {
    const same = html`${since} ; les mots que vous lisez sont ceux qui ont été approuvés.`;
    return html`${approvedWords(version)}.${since === null ? null : same}`;
  }
  const bound = approuvee === null ? null : html` ${binding(approuvee)}${since === null ? null : html`${since}.`}`;
  // A later one took its place: it was approved, and binds no more.
  if (version.approuveeLe !== null && isOneOf([...APPROVED, "remplacee"], version.etat)) {
    const then = version.etat === "remplacee" ? ", puis remplacée" : "";
    return html`${approvedWords(version)}${then}.${bound}`;
  }
  return html`Document de travail : la version ${version.numero} n'est pas approuvée.${bound}`;
}

function modifiedSince({ le }: ApprovedVersion): Html {
  return html`Fiche modifiée depuis l'approbation du ${dayWords(le)}`;
}

function ofDraft(approuvee: ApprovedVersion | null): Html {
  if (approuvee === null) return html`Document de travail : cette fiche n'est pas approuvée.`;
  if (!approuvee.modifieeDepuis) return html`${approvedWords(approuvee)}.`;
  return html`Document de travail : modifiée depuis l'approbation du ${dayWords(approuvee.le)}. ${binding(approuvee)}`;
}

function approvedWords(version: ReadVersion): Html {
  const le = version.approuveeLe === null ? "" : ` le ${dayWords(version.approuveeLe)}`;
  return html`Version ${version.numero}, ${approvedHow(version)}${le}`;
}

function binding(approuvee: ApprovedVersion): Html {
  const { numero, le } = approuvee;
  return html`La version ${numero}, ${approvedHow(approuvee)} le ${dayWords(le)}, fait toujours foi.`;
}

function approvedHow({ etat }: ReadVersion): string {
  return VERSION_ETAT_LABELS[etat === "approuvee_sous_reserve" ? etat : "approuvee"];
}

/** A fingerprint that one can read aloud, « 7f3a 91c2 … e04b ». */
export function shortEmpreinte(empreinte: string): string {
  return `${empreinte.slice(0, 4)} ${empreinte.slice(4, 8)} … ${empreinte.slice(-4)}`;
}

/** What is said where words were masked. */
export function masqueWords({ le, motif }: Pick<Masque, "le" | "motif">): Html {
  return html`Passage masqué le ${moment(le)} (${MOTIF_LABELS[motif]})`;
}
