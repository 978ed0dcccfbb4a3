import { CORBEILLE_MS } from "../../shared/domain/corbeille.ts";
import type { AccountId, DocumentId, GroupeId } from "../../shared/ids.ts";
import type { CorbeilleBody } from "../../shared/protocol/bodies/contrat.ts";
import { firstRow, rows, run } from "../durable/sql.ts";
import { nameOf } from "./membres.ts";

/** A fiche that was thrown away by itself, while its groupe stays; null when there is none such. */
export function findThrownFiche(
  sql: SqlStorage,
  id: DocumentId,
): { readonly groupe: GroupeId; readonly numero: string } | null {
  return firstRow(
    sql,
    `SELECT f.groupe, f.numero FROM fiches f JOIN groupes g ON g.id = f.groupe
     WHERE f.id = ? AND f.jete_le IS NOT NULL AND g.jete_le IS NULL`,
    id,
  );
}

/** A groupe that was thrown away; null when there is none such. */
export function findThrownGroupe(sql: SqlStorage, id: GroupeId): { readonly nom: string } | null {
  return firstRow(sql, "SELECT nom FROM groupes WHERE id = ? AND jete_le IS NOT NULL", id);
}

/** The texts of a groupe: its fiches, thrown away or not, and the notes of its meetings. */
export function textsOf(sql: SqlStorage, groupe: GroupeId): DocumentId[] {
  return rows<{ id: DocumentId }>(
    sql,
    `SELECT id FROM fiches WHERE groupe = ?1
     UNION ALL SELECT notes FROM reunions WHERE groupe = ?1 AND notes IS NOT NULL`,
    groupe,
  ).map(({ id }) => id);
}

/** The fiches of a groupe, thrown away or not. */
export function fichesOf(sql: SqlStorage, groupe: GroupeId): DocumentId[] {
  return rows<{ id: DocumentId }>(sql, "SELECT id FROM fiches WHERE groupe = ? ORDER BY id", groupe).map(
    ({ id }) => id,
  );
}

export function throwFiche(sql: SqlStorage, id: DocumentId, by: AccountId, now: number): void {
  run(sql, "UPDATE fiches SET jete_le = ?, jete_par = ? WHERE id = ?", now, by, id);
}

/** Its number may be another one's meanwhile. */
export function restoreFiche(sql: SqlStorage, id: DocumentId, numero: string): void {
  run(sql, "UPDATE fiches SET jete_le = NULL, jete_par = NULL, numero = ? WHERE id = ?", numero, id);
}

export function throwGroupe(sql: SqlStorage, id: GroupeId, by: AccountId, now: number): void {
  run(sql, "UPDATE groupes SET jete_le = ?, jete_par = ? WHERE id = ?", now, by, id);
}

export function restoreGroupe(sql: SqlStorage, id: GroupeId): void {
  run(sql, "UPDATE groupes SET jete_le = NULL, jete_par = NULL WHERE id = ?", id);
}

/** What may be brought back, the newest first; of these groupes alone unless `all`. */
export function readCorbeille(sql: SqlStorage, groupes: readonly GroupeId[], all: boolean): CorbeilleBody {
  const shown = <Thrown extends { jeteLe: number; par: AccountId | null }>({ par, ...rest }: Thrown) => ({
    ...rest,
    par: par === null ? null : nameOf(sql, par),
    jusquau: rest.jeteLe + CORBEILLE_MS,
  });
  const fiches = rows<{
    id: DocumentId;
    numero: string;
    intitule: string;
    groupe: GroupeId;
    jeteLe: number;
    par: AccountId | null;
  }>(
    sql,
    `SELECT f.id, f.numero, f.intitule, f.groupe, f.jete_le AS jeteLe, f.jete_par AS par
     FROM fiches f JOIN groupes g ON g.id = f.groupe
     WHERE f.jete_le IS NOT NULL AND g.jete_le IS NULL ORDER BY f.jete_le DESC, f.id`,
  );
  const thrown = rows<{ id: GroupeId; nom: string; jeteLe: number; par: AccountId | null }>(
    sql,
    "SELECT id, nom, jete_le AS jeteLe, jete_par AS par FROM groupes WHERE jete_le IS NOT NULL ORDER BY jete_le DESC, id",
  );
  return {
    fiches: fiches
      .filter(({ groupe }) => all || groupes.includes(groupe))
      .map(({ groupe: _, ...fiche }) => shown(fiche)),
    groupes: all ? thrown.map(shown) : [],
  };
}

/** What was thrown away so long ago that it goes. */
export function expiredBy(sql: SqlStorage, now: number): { fiches: DocumentId[]; groupes: GroupeId[] } {
  const since = now - CORBEILLE_MS;
  return {
    fiches: rows<{ id: DocumentId }>(sql, "SELECT id FROM fiches WHERE jete_le <= ?", since).map(({ id }) => id),
    groupes: rows<{ id: GroupeId }>(sql, "SELECT id FROM groupes WHERE jete_le <= ?", since).map(({ id }) => id),
  };
}

/** When the next of it goes, in milliseconds since 1970; null: it is empty. */
export function nextExpiry(sql: SqlStorage): number | null {
  const oldest = firstRow<{ at: number | null }>(
    sql,
    "SELECT min(jete_le) AS at FROM (SELECT jete_le FROM fiches UNION ALL SELECT jete_le FROM groupes)",
  )?.at;
  return oldest === null || oldest === undefined ? null : oldest + CORBEILLE_MS;
}

/** Nothing of the fiche is left here. */
export function purgeFiche(sql: SqlStorage, id: DocumentId): void {
  run(sql, "DELETE FROM fiches WHERE id = ?", id);
}

/** Nothing of the groupe is left here; its fiches go before. */
export function purgeGroupe(sql: SqlStorage, id: GroupeId): void {
  for (const table of ["reunions", "demandes", "ateliers", "groupe_roles", "fiches"]) {
    run(sql, `DELETE FROM ${table} WHERE groupe = ?`, id);
  }
  run(sql, "DELETE FROM invitations WHERE groupe = ?", id);
  run(sql, "DELETE FROM groupes WHERE id = ?", id);
}
