import type { Selection } from "../../shared/domain/partage.ts";
import type { RegionId } from "../../shared/ids.ts";
import type { PartageBody } from "../../shared/protocol/bodies/contrat.ts";
import { firstRow, rows, run } from "../durable/sql.ts";

/** Whom the contrat shows fiches to: its ARS and lecteurs, or the readers of a région. */
export type Cible = "lecteurs" | RegionId;

/** Which fiches are shown to them. */
export function selectionFor(sql: SqlStorage, cible: Cible): Selection {
  const row = firstRow<{ selection: string }>(sql, "SELECT selection FROM partage WHERE cible = ?", cible);
  // Written by `setPartage` alone, whose type this is.
  return row === null ? "aucune" : (JSON.parse(row.selection) as Selection);
}

export function readPartage(sql: SqlStorage): PartageBody {
  const cibles = rows<{ cible: Cible }>(sql, "SELECT cible FROM partage ORDER BY cible").map(({ cible }) => cible);
  return {
    lecteurs: selectionFor(sql, "lecteurs"),
    regions: cibles
      .filter((cible): cible is RegionId => cible !== "lecteurs")
      .map((region) => ({ region, fiches: selectionFor(sql, region) })),
  };
}

/** The regions to which it shows anything. */
export function sharedRegions(sql: SqlStorage): RegionId[] {
  return readPartage(sql)
    .regions.filter(({ fiches }) => fiches !== "aucune" && fiches.length > 0)
    .map(({ region }) => region);
}

export function setPartage(sql: SqlStorage, { lecteurs, regions }: PartageBody): void {
  run(sql, "DELETE FROM partage");
  const keep = (cible: Cible, selection: Selection) =>
    run(sql, "INSERT OR REPLACE INTO partage VALUES (?, ?)", cible, JSON.stringify(selection));
  keep("lecteurs", lecteurs);
  for (const { region, fiches } of regions) keep(region, fiches);
}
