import type { Read } from "../read.ts";
import { readIdentity, readOwnId, readSharing, readThrownAway } from "./contrat.ts";
import { readExportedTable, readMayExport } from "./export.ts";
import { readGroupe, readGroupes } from "./groupes.ts";
import { checkJournal, readJournal, readJournalFile } from "./journal.ts";
import {
  readFailedMails,
  readInstances,
  readInvitations,
  readInvitationsOfGroupe,
  readMembres,
  readOrganisations,
  readOutsideGroupe,
} from "./people.ts";

/** What may be asked about a contrat besides its fiches, by its code: who may, and what they are shown. */
export const READS = {
  identite: readIdentity,
  identifiant: readOwnId,
  partage: readSharing,
  corbeille: readThrownAway,
  groupes: readGroupes,
  groupe: readGroupe,
  personnes_hors_groupe: readOutsideGroupe,
  membres: readMembres,
  organisations: readOrganisations,
  instances: readInstances,
  invitations: readInvitations,
  invitations_groupe: readInvitationsOfGroupe,
  courriels: readFailedMails,
  journal: readJournal,
  journal_verification: checkJournal,
  journal_fichier: readJournalFile,
  table_exportee: readExportedTable,
  exportable: readMayExport,
};

export type ReadName = keyof typeof READS;

/** What is asked, and what is answered, of each read. */
export type QueryOf<Name extends ReadName> = (typeof READS)[Name] extends Read<infer Input, infer _> ? Input : never;
export type FoundOf<Name extends ReadName> = (typeof READS)[Name] extends Read<infer _, infer Answer> ? Answer : never;

/** A read as it is asked of a contrat. */
export type ReadRequest = { [Name in ReadName]: { readonly lu: Name; readonly query: QueryOf<Name> } }[ReadName];
