import { z } from "zod";
import { JOURNAL_ACTES, type JournalEntry } from "../../domain/journal.ts";
import type { AccountId, AnyId, DocumentId, GroupeId } from "../../ids.ts";
import { idField } from "./fields.ts";

export const JOURNAL_PAGE = 50;

/** `GET /api/contrats/:contrat/journal`: the newest first. `avant`: the number of the last entry of the page before. */
export const journalQuery = z.strictObject({
  acte: z.enum(JOURNAL_ACTES).optional(),
  /** Who acted, or on whom. */
  personne: idField<AccountId>().optional(),
  groupe: idField<GroupeId>().optional(),
  fiche: idField<DocumentId>().optional(),
  /** Milliseconds since 1970. */
  depuis: z.coerce.number().int().min(0).optional(),
  jusquau: z.coerce.number().int().min(0).optional(),
  avant: z.coerce.number().int().min(1).optional(),
});
export type JournalQuery = Readonly<z.output<typeof journalQuery>>;

export interface JournalBody {
  readonly entrees: readonly JournalEntry[];
  /** The names of today of whatever the entries name; who left for ever has none. */
  readonly noms: Readonly<Record<AnyId | string, string>>;
  /** Whether there are older ones. */
  readonly suite: boolean;
}

/** `GET /api/contrats/:contrat/journal/verification`: whether every entry follows from the one before. */
export interface JournalCheckBody {
  readonly entrees: number;
  /** The first that does not; null: all do. */
  readonly rompueA: number | null;
  /** Fingerprint of the last: kept elsewhere, it also shows whether entries were cut off at the end. */
  readonly derniere: string;
}

/** `GET /api/contrats/:contrat/journal/fichier`: all of it, as a file. */
export interface JournalFileBody extends JournalCheckBody {
  readonly format: "coaction/journal/1";
  readonly contrat: string;
  readonly faitLe: number;
  readonly journal: readonly JournalEntry[];
  readonly noms: JournalBody["noms"];
}
