import type { AtelierId, GroupeId } from "../../shared/ids.ts";
import type { AtelierInGroupe } from "../../shared/protocol/bodies/groupe.ts";
import { ok, type Result, refuse } from "../../shared/result.ts";
import { firstRow, rows, run } from "../durable/sql.ts";

type Row = {
  id: AtelierId;
  groupe: GroupeId;
  cree_le: number;
  expire_le: number;
  ferme_le: number | null;
  usages: number;
  usages_max: number;
};

const SELECT = "SELECT id, groupe, cree_le, expire_le, ferme_le, usages, usages_max FROM ateliers";

/** A code that lets people join a groupe; of the code, only a keyed digest is kept. */
export function addAtelier(
  sql: SqlStorage,
  made: {
    readonly id: AtelierId;
    readonly digest: string;
    readonly groupe: GroupeId;
    readonly creeLe: number;
    readonly expireLe: number;
    readonly usagesMax: number;
  },
): void {
  run(
    sql,
    "INSERT INTO ateliers (id, digest, groupe, cree_le, expire_le, usages_max) VALUES (?, ?, ?, ?, ?, ?)",
    made.id,
    made.digest,
    made.groupe,
    made.creeLe,
    made.expireLe,
    made.usagesMax,
  );
}

/** The workshop of a code, by its digest, if it lets people in; else why not. */
export function findOpenAtelier(
  sql: SqlStorage,
  digest: string,
  now: number,
): Result<
  { readonly id: AtelierId; readonly groupe: GroupeId },
  "atelier_inconnu" | "atelier_ferme" | "atelier_expire" | "atelier_epuise"
> {
  const row = firstRow<Row>(
    sql,
    `${SELECT} WHERE digest = ? AND groupe IN (SELECT id FROM groupes WHERE jete_le IS NULL)`,
    digest,
  );
  if (row === null) return refuse("atelier_inconnu");
  switch (etatOf(row, now)) {
    case "ferme":
      return refuse("atelier_ferme");
    case "expire":
      return refuse("atelier_expire");
    case "epuise":
      return refuse("atelier_epuise");
    case "ouvert":
      return ok({ id: row.id, groupe: row.groupe });
  }
}

/** The groupe that a workshop's code leads to; null when there is no such workshop. */
export function groupeOfAtelier(sql: SqlStorage, id: AtelierId): GroupeId | null {
  return firstRow<{ groupe: GroupeId }>(sql, "SELECT groupe FROM ateliers WHERE id = ?", id)?.groupe ?? null;
}

export function countUse(sql: SqlStorage, id: AtelierId): void {
  run(sql, "UPDATE ateliers SET usages = usages + 1 WHERE id = ?", id);
}

/** Its code lets nobody in any more; false when it did not already. */
export function closeAtelier(sql: SqlStorage, id: AtelierId, now: number): boolean {
  const open = firstRow(sql, "SELECT id FROM ateliers WHERE id = ? AND ferme_le IS NULL", id) !== null;
  run(sql, "UPDATE ateliers SET ferme_le = ? WHERE id = ? AND ferme_le IS NULL", now, id);
  return open;
}

/** The newest first. */
export function listAteliers(sql: SqlStorage, groupe: GroupeId, now: number): AtelierInGroupe[] {
  return rows<Row>(sql, `${SELECT} WHERE groupe = ? ORDER BY cree_le DESC, id`, groupe).map((row) => ({
    id: row.id,
    etat: etatOf(row, now),
    creeLe: row.cree_le,
    expireLe: row.expire_le,
    usages: row.usages,
    usagesMax: row.usages_max,
  }));
}

function etatOf(row: Row, now: number): AtelierInGroupe["etat"] {
  if (row.ferme_le !== null) return "ferme";
  if (row.expire_le <= now) return "expire";
  return row.usages >= row.usages_max ? "epuise" : "ouvert";
}
