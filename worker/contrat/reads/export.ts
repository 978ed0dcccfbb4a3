import { ok } from "../../../shared/result.ts";
import { THE_CONTRAT } from "../act.ts";
import { type ExportedTable, readTable } from "../export.ts";
import { read } from "../read.ts";

/** Whether the person may take the contrat along now: nothing but the verdict. */
export const readMayExport = read({
  capability: "lire_journal",
  scope: () => THE_CONTRAT,
  run: (_, __: Record<never, never>) => ok(null),
});

/** A stretch of one of the contrat's tables, for its archive. */
export const readExportedTable = read({
  capability: "lire_journal",
  scope: () => THE_CONTRAT,
  run: ({ sql }, { table, after }: { readonly table: ExportedTable; readonly after: number }) =>
    ok(readTable(sql, table, after)),
});
