import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { AccountId, AnyId } from "../ids.ts";
import { type CanonicalValue, canonicalJson } from "../text/canonical-json.ts";

/** Everything that a journal tells of: the closed list. */
export const JOURNAL_ACTES = [
  "creer_contrat",
  "changer_identite",
  "changer_slug",
  "passer_stade",
  "changer_signataires",
  "changer_partage",
  "ajouter_axe",
  "renommer_axe",
  "deplacer_axe",
  "retirer_axe",
  "creer_fiche",
  "placer_fiche",
  "confier_fiche",
  "changer_etat_fiche",
  "jeter_fiche",
  "restaurer_fiche",
  "purger_fiche",
  "creer_organisation",
  "changer_organisation",
  "retirer_organisation",
  "creer_groupe",
  "renommer_groupe",
  "changer_ecriture_habitants",
  "changer_appel",
  "demander_groupe",
  "repondre_demande",
  "changer_membre_groupe",
  "jeter_groupe",
  "restaurer_groupe",
  "purger_groupe",
  "prevoir_reunion",
  "changer_reunion",
  "annuler_reunion",
  "noter_presence",
  "ouvrir_notes",
  "changer_instance",
  "changer_presidence",
  "changer_membre",
  "retirer_membre",
  "quitter_contrat",
  "transmettre_coordination",
  "fermer_compte",
  "joindre_comptes",
  "inviter",
  "relancer_invitation",
  "retirer_invitation",
  "accepter_invitation",
  "ecarter_courriel",
  "ouvrir_atelier",
  "fermer_atelier",
  "rejoindre_atelier",
  "telecharger_contrat",
] as const;
export type JournalActe = (typeof JOURNAL_ACTES)[number];

/** What an entry is about, by ids alone: names are looked up when it is shown. */
export const JOURNAL_SUBJECTS = [
  "personne",
  "groupe",
  "fiche",
  "axe",
  "organisation",
  "reunion",
  "instance",
  "invitation",
  "atelier",
  "region",
] as const;
export type JournalSubject = (typeof JOURNAL_SUBJECTS)[number];

/** On whom and on what, by ids. An `instance` is named by its kind. */
export type JournalSubjects = Readonly<Partial<Record<JournalSubject, AnyId | string>>>;

/** What an act leaves in a journal: codes, numbers and ids, never a word that somebody wrote. */
export interface ChainDraft<Acte extends string> {
  readonly acte: Acte;
  readonly sur: JournalSubjects;
  readonly detail?: { readonly [key: string]: CanonicalValue };
}

/** An entry of a journal, of whatever tells of such acts. */
export interface ChainedEntry<Acte extends string> extends Required<ChainDraft<Acte>> {
  /** From 1, without a gap. */
  readonly numero: number;
  /** Milliseconds since 1970. */
  readonly le: number;
  /** Who acted; null: nobody, a delay passed. */
  readonly par: AccountId | null;
  /** Fingerprint of the entry before; of the first, `JOURNAL_START`. */
  readonly precedente: string;
  /** Fingerprint of all of the above, in hexadecimal. */
  readonly empreinte: string;
}

/** The journal of a contrat. */
export type JournalDraft = ChainDraft<JournalActe>;
export type JournalEntry = ChainedEntry<JournalActe>;

export const JOURNAL_START = "0".repeat(64);

/** The one form of an entry (RFC 8785) that is fingerprinted: it holds the fingerprint of the entry before. */
export function canonicalEntry(entry: Omit<ChainedEntry<string>, "empreinte">): string {
  const { acte, sur, detail, numero, le, par, precedente } = entry;
  return canonicalJson({
    format: "coaction-journal/1",
    numero,
    le,
    par,
    acte,
    sur: { ...sur },
    detail,
    precedente,
  });
}

/** The fingerprint of an entry: SHA-256 of its canonical form. */
function fingerprintOf(entry: Omit<ChainedEntry<string>, "empreinte">): string {
  return bytesToHex(sha256(utf8ToBytes(canonicalEntry(entry))));
}

/** The entry that follows `last` (null: the first). */
export function chained<Acte extends string>(
  last: Pick<ChainedEntry<Acte>, "numero" | "empreinte"> | null,
  draft: ChainDraft<Acte>,
  by: { readonly par: AccountId | null; readonly le: number },
): ChainedEntry<Acte> {
  const entry = {
    numero: (last?.numero ?? 0) + 1,
    le: by.le,
    par: by.par,
    acte: draft.acte,
    sur: draft.sur,
    detail: draft.detail ?? {},
    precedente: last?.empreinte ?? JOURNAL_START,
  };
  return { ...entry, empreinte: fingerprintOf(entry) };
}

/** The number of the first entry that does not follow from those before it, or null when the chain is whole. */
export function firstBroken(entries: readonly ChainedEntry<string>[]): number | null {
  let previous = JOURNAL_START;
  for (const [index, entry] of entries.entries()) {
    const follows = entry.numero === index + 1 && entry.precedente === previous;
    if (!follows || entry.empreinte !== fingerprintOf(entry)) return entry.numero;
    previous = entry.empreinte;
  }
  return null;
}
