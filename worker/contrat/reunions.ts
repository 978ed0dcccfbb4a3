import type { DocumentId, GroupeId, ReunionId } from "../../shared/ids.ts";
import type { ReunionInGroupe } from "../../shared/protocol/bodies/groupe.ts";
import { firstRow, rows, run } from "../durable/sql.ts";

/** When and where a groupe meets, and about what. */
export type ReunionFacts = Pick<ReunionInGroupe, "le" | "lieu" | "lien" | "ordreDuJour">;

type Row = {
  id: ReunionId;
  le: number;
  lieu: string | null;
  lien: string | null;
  ordre_du_jour: string;
  presence: string | null;
  notes: DocumentId | null;
};

/** The next first, then those that were, the newest first. */
export function listReunions(sql: SqlStorage, groupe: GroupeId, now: number): ReunionInGroupe[] {
  const all = rows<Row>(
    sql,
    "SELECT id, le, lieu, lien, ordre_du_jour, presence, notes FROM reunions WHERE groupe = ? ORDER BY le, id",
    groupe,
  ).map(reunionOf);
  return [...all.filter(({ le }) => le >= now), ...all.filter(({ le }) => le < now).reverse()];
}

/** Plans a meeting, or changes when and where it is. */
export function setReunion(sql: SqlStorage, id: ReunionId, groupe: GroupeId, facts: ReunionFacts): void {
  run(
    sql,
    `INSERT INTO reunions (id, groupe, le, lieu, lien, ordre_du_jour) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET le = excluded.le, lieu = excluded.lieu, lien = excluded.lien,
       ordre_du_jour = excluded.ordre_du_jour`,
    id,
    groupe,
    facts.le,
    facts.lieu,
    facts.lien,
    JSON.stringify(facts.ordreDuJour),
  );
}

export function setPresence(sql: SqlStorage, id: ReunionId, presence: NonNullable<ReunionInGroupe["presence"]>): void {
  run(sql, "UPDATE reunions SET presence = ? WHERE id = ?", JSON.stringify(presence), id);
}

/** The text of its notes, or null while nobody opened them. */
export function notesOf(sql: SqlStorage, id: ReunionId): DocumentId | null {
  return firstRow<{ notes: DocumentId | null }>(sql, "SELECT notes FROM reunions WHERE id = ?", id)?.notes ?? null;
}

export function setNotes(sql: SqlStorage, id: ReunionId, notes: DocumentId): void {
  run(sql, "UPDATE reunions SET notes = ? WHERE id = ?", notes, id);
}

/** The meeting whose notes this text is; null when it is no notes, or its groupe was thrown away. */
export function reunionOfNotes(sql: SqlStorage, notes: DocumentId): { id: ReunionId; groupe: GroupeId } | null {
  return firstRow(
    sql,
    `SELECT r.id, r.groupe FROM reunions r JOIN groupes g ON g.id = r.groupe
     WHERE r.notes = ? AND g.jete_le IS NULL`,
    notes,
  );
}

export function removeReunion(sql: SqlStorage, id: ReunionId): void {
  run(sql, "DELETE FROM reunions WHERE id = ?", id);
}

function reunionOf(row: Row): ReunionInGroupe {
  // Written by `setReunion` and `setPresence` alone, whose types these are.
  return {
    id: row.id,
    le: row.le,
    lieu: row.lieu,
    lien: row.lien,
    ordreDuJour: JSON.parse(row.ordre_du_jour) as string[],
    presence: row.presence === null ? null : (JSON.parse(row.presence) as ReunionInGroupe["presence"]),
    notes: row.notes,
  };
}
