import { ALARMS_TABLE } from "../durable/alarms.ts";
import type { Migration } from "../durable/migrate.ts";
import { ANNOUNCEMENT_TABLE } from "../fiche/announce.ts";
import { LEASES_TABLE } from "../live/leases.ts";
import { REPRISES_TABLE } from "../live/origins.ts";
import { SET_ASIDE_INDEX, SET_ASIDE_TABLE } from "../live/set-aside.ts";
import { SPANS_TABLE } from "../live/spans.ts";
import { DEEDS_COLUMN, PACKS_TABLES, UPDATES_TABLE } from "../live/update-log.ts";

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
];
