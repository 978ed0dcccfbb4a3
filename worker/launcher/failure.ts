import type { Ok } from "../../shared/result.ts";

/** Which of the two instances a folder of data belongs to, for ever. */
export type InstanceKind = "demonstration" | "reelle";

/** Why the server does not start, or stopped. Each has its sentence in `words.ts`. */
export type Failure =
  | { readonly code: "port_invalide"; readonly value: string }
  | { readonly code: "host_invalide"; readonly value: string }
  | { readonly code: "public_url_invalide"; readonly value: string }
  | { readonly code: "public_url_sans_https"; readonly value: string }
  | { readonly code: "public_url_manquante"; readonly host: string }
  | { readonly code: "demonstration_exposee" }
  | { readonly code: "dossier_de_demonstration"; readonly folder: string }
  | { readonly code: "dossier_reel"; readonly folder: string }
  | { readonly code: "dossier_inconnu"; readonly folder: string }
  | { readonly code: "dossier_non_inscriptible"; readonly folder: string; readonly cause: string }
  | { readonly code: "deja_en_marche"; readonly folder: string; readonly pid: number }
  | { readonly code: "instance_abimee"; readonly file: string }
  | { readonly code: "secrets_abimes"; readonly file: string }
  | { readonly code: "secrets_absents"; readonly file: string }
  | { readonly code: "port_pris"; readonly host: string; readonly port: number }
  | { readonly code: "port_interdit"; readonly host: string; readonly port: number; readonly cause: string }
  | { readonly code: "non_construit"; readonly file: string }
  | { readonly code: "serveur_muet"; readonly seconds: number }
  | { readonly code: "serveur_arrete"; readonly how: string }
  | { readonly code: "courriel_mal_regle"; readonly name: string; readonly value: string | null }
  | { readonly code: "mandataires_invalides"; readonly value: string }
  | { readonly code: "pas_de_donnees"; readonly folder: string }
  | { readonly code: "dossier_non_vide"; readonly folder: string }
  | { readonly code: "sauvegarde_dedans"; readonly folder: string }
  | { readonly code: "sauvegarde_impossible"; readonly folder: string; readonly cause: string }
  | { readonly code: "demarrage_en_cours"; readonly folder: string }
  | { readonly code: "copie_trop_lente"; readonly folder: string }
  | { readonly code: "serveur_ailleurs"; readonly folder: string }
  | { readonly code: "objet_abime"; readonly file: string }
  | { readonly code: "sauvegarde_a_dire" }
  | { readonly code: "pas_une_sauvegarde"; readonly folder: string }
  | { readonly code: "sauvegarde_abimee"; readonly file: string };

/** What was asked, or why it cannot be. */
export type Outcome<Value> = Ok<Value> | { readonly ok: false; readonly failure: Failure };

export function fail(failure: Failure): { readonly ok: false; readonly failure: Failure } {
  return { ok: false, failure };
}

/** The code of an error of the operating system (`EACCES`…), or null when the error is something else: a bug. */
export function systemErrorCode(error: unknown): string | null {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
}
