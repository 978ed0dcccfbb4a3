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
  if (isOneOf(APPROVED, version.etat)) {
    const since =
      approuvee?.modifieeDepuis === true
        ? html` Fiche modifiée depuis l'approbation du ${dayWords(approuvee.le)} ; les mots que vous lisez sont ceux qui ont été approuvés.`
        : null;
    return html`${approvedWords(version, approuvee)}${since}`;
  }
  return html`Document de travail : la version ${version.numero} n'est pas approuvée.${approuvee === null ? null : html` ${binding(approuvee)}`}`;
}

function ofDraft(approuvee: ApprovedVersion | null): Html {
  if (approuvee === null) return html`Document de travail : cette fiche n'est pas approuvée.`;
  if (!approuvee.modifieeDepuis) return approvedWords(approuvee, approuvee);
  return html`Document de travail : modifiée depuis l'approbation du ${dayWords(approuvee.le)}. ${binding(approuvee)}`;
}

/** The last version that was approved is the one that binds, so that its day is known. */
function approvedWords(version: ReadVersion, approuvee: ApprovedVersion | null): Html {
  const le = approuvee === null ? "" : ` le ${dayWords(approuvee.le)}`;
  return html`Version ${version.numero}, ${approvedHow(version)}${le}.`;
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
