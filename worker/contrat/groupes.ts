import type { GroupeId, ReunionId } from "../../shared/ids.ts";
import { fold } from "../../shared/text/fold.ts";
import { firstRow, rows, run } from "../durable/sql.ts";

/** A groupe de travail, by what is kept about it. */
export interface Groupe {
  readonly id: GroupeId;
  readonly nom: string;
  readonly habitantsEcrivent: boolean;
  readonly appel: { readonly ouvert: boolean; readonly texte: string };
}

type Row = { id: GroupeId; nom: string; habitants_ecrivent: number; appel_ouvert: number; appel: string };

const SELECT = "SELECT id, nom, habitants_ecrivent, appel_ouvert, appel FROM groupes";

/** By name, without those that were thrown away. */
export function listGroupes(sql: SqlStorage): Groupe[] {
  const byName = new Intl.Collator("fr", { numeric: true });
  return rows<Row>(sql, `${SELECT} WHERE jete_le IS NULL`)
    .map(groupeOf)
    .sort((a, b) => byName.compare(a.nom, b.nom));
}

/** The groupe of this id or short id, unless it was thrown away; null when there is none. */
export function findGroupe(sql: SqlStorage, idOrShort: string): Groupe | null {
  const row = firstRow<Row>(
    sql,
    `${SELECT} WHERE (id = ?1 OR substr(id, 1, length(?1)) = ?1) AND length(?1) >= 8 AND jete_le IS NULL`,
    idOrShort,
  );
  return row === null ? null : groupeOf(row);
}

/** The groupe of this name, whatever its accents and capitals. */
export function findGroupeByName(sql: SqlStorage, nom: string): Groupe | null {
  const folded = fold(nom);
  return listGroupes(sql).find((each) => fold(each.nom) === folded) ?? null;
}

/** The groupe of a meeting; null when there is no such meeting. */
export function groupeOfReunion(sql: SqlStorage, reunion: ReunionId): GroupeId | null {
  return firstRow<{ groupe: GroupeId }>(sql, "SELECT groupe FROM reunions WHERE id = ?", reunion)?.groupe ?? null;
}

/** Residents write in a groupe unless it is said otherwise. */
export function addGroupe(
  sql: SqlStorage,
  {
    id,
    nom,
    habitantsEcrivent = true,
  }: { readonly id: GroupeId; readonly nom: string; readonly habitantsEcrivent?: boolean },
): void {
  run(sql, "INSERT INTO groupes (id, nom, habitants_ecrivent) VALUES (?, ?, ?)", id, nom, habitantsEcrivent ? 1 : 0);
}

export function renameGroupe(sql: SqlStorage, id: GroupeId, nom: string): void {
  run(sql, "UPDATE groupes SET nom = ? WHERE id = ?", nom, id);
}

export function setHabitantsEcrivent(sql: SqlStorage, id: GroupeId, write: boolean): void {
  run(sql, "UPDATE groupes SET habitants_ecrivent = ? WHERE id = ?", write ? 1 : 0, id);
}

export function setAppel(sql: SqlStorage, id: GroupeId, appel: Groupe["appel"]): void {
  run(sql, "UPDATE groupes SET appel_ouvert = ?, appel = ? WHERE id = ?", appel.ouvert ? 1 : 0, appel.texte, id);
}

function groupeOf(row: Row): Groupe {
  return {
    id: row.id,
    nom: row.nom,
    habitantsEcrivent: row.habitants_ecrivent === 1,
    appel: { ouvert: row.appel_ouvert === 1, texte: row.appel },
  };
}

/** Whether another groupe, thrown away ones included, begins with the same characters. */
export function isGroupeShortIdTaken(sql: SqlStorage, short: string): boolean {
  return firstRow(sql, "SELECT id FROM groupes WHERE substr(id, 1, length(?1)) = ?1", short) !== null;
}
