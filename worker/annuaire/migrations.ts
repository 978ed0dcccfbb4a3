import type { Migration } from "../durable/migrate.ts";

export const migrations: readonly Migration[] = [
  {
    name: "slugs",
    statements: [
      // Old slugs stay for ever and always lead to the same contrat.
      "CREATE TABLE slugs (slug TEXT PRIMARY KEY, contrat TEXT NOT NULL)",
    ],
  },
];
