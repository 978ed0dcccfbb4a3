import { ALARMS_TABLE } from "../durable/alarms.ts";
import type { Migration } from "../durable/migrate.ts";
import { ACTED_COLUMN, ANNOUNCEMENT_TABLE } from "../fiche/announce.ts";
import { CAVIARDAGES_IN_LOG, CAVIARDAGES_TABLES } from "../fiche/caviardage/masques.ts";
import { COMPARISONS_METHOD, COMPARISONS_TABLE } from "../fiche/history/comparisons.ts";
import { SITTINGS_TABLES } from "../fiche/history/sittings.ts";
import { FICHE_JOURNAL_TABLES } from "../fiche/journal.ts";
import { FIRST_ETAT_COLUMN } from "../fiche/life.ts";
import { PUBLICATION_TABLES } from "../fiche/publication-page.ts";
import { VERSIONS_TABLES } from "../fiche/versions.ts";
import { LEASES_MADE_HERE, LEASES_TABLE } from "../live/leases.ts";
import { REPRISES_PIECES, REPRISES_TABLE } from "../live/origins.ts";
import { SET_ASIDE_INDEX, SET_ASIDE_TABLE, UNDECIDED_INDEX } from "../live/set-aside.ts";
import { SPANS_TABLE } from "../live/spans.ts";
import { TICKET_KEY_TABLE } from "../live/tickets.ts";
import { DEEDS_COLUMN, PACKS_TABLES, UPDATES_TABLE } from "../live/update-log.ts";
import { ENDED_SESSIONS_TABLE, RIGHTS_TABLE } from "./endings.ts";

export const migrations: readonly Migration[] = [
  {
    name: "text, leases, announcement",
    statements: [
      "CREATE TABLE document (id TEXT NOT NULL, kind TEXT NOT NULL, contrat TEXT NOT NULL, created_at INTEGER NOT NULL)",
      UPDATES_TABLE,
      LEASES_TABLE,
      ANNOUNCEMENT_TABLE,
      ALARMS_TABLE,
    ],
  },
  {
    name: "what updates did, words set aside",
    statements: [DEEDS_COLUMN, SPANS_TABLE, REPRISES_TABLE, SET_ASIDE_TABLE],
  },
  { name: "packs, state", statements: PACKS_TABLES },
  { name: "words set aside by their end", statements: [SET_ASIDE_INDEX] },
  {
    name: "tickets, rights",
    statements: [...LEASES_MADE_HERE, ...TICKET_KEY_TABLE, RIGHTS_TABLE],
  },
  { name: "sessions that ended", statements: [ENDED_SESSIONS_TABLE] },
  { name: "words set aside that wait for a decision", statements: [UNDECIDED_INDEX] },
  {
    name: "life: journal, versions",
    statements: [FIRST_ETAT_COLUMN, ACTED_COLUMN, ...FICHE_JOURNAL_TABLES, ...VERSIONS_TABLES],
  },
  { name: "history: sittings, comparisons", statements: [...SITTINGS_TABLES, COMPARISONS_TABLE] },
  { name: "caviardages", statements: CAVIARDAGES_TABLES },
  { name: "publication", statements: PUBLICATION_TABLES },
  { name: "what was moved together", statements: REPRISES_PIECES },
  { name: "where in the log passages were masked", statements: CAVIARDAGES_IN_LOG },
  { name: "the method of comparisons", statements: [COMPARISONS_METHOD] },
];
