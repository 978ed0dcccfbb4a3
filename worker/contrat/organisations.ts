import type { Organisation, OrganisationKind } from "../../shared/domain/organisation.ts";
import type { OrganisationId } from "../../shared/ids.ts";
import { fold } from "../../shared/text/fold.ts";
import { firstRow, rows, run } from "../durable/sql.ts";

/** By name. */
export function listOrganisations(sql: SqlStorage): Organisation[] {
  const byName = new Intl.Collator("fr");
  // Written by `setOrganisationFacts` alone.
  return rows<{ id: OrganisationId; nom: string; kind: OrganisationKind; siret: string | null }>(
    sql,
    "SELECT id, nom, kind, siret FROM organisations",
  ).sort((a, b) => byName.compare(a.nom, b.nom));
}

/** The organisation of this name, whatever its accents and capitals. */
export function findOrganisation(sql: SqlStorage, nom: string): Organisation | null {
  const folded = fold(nom);
  return listOrganisations(sql).find((each) => fold(each.nom) === folded) ?? null;
}

export function hasOrganisation(sql: SqlStorage, id: OrganisationId): boolean {
  return firstRow(sql, "SELECT id FROM organisations WHERE id = ?", id) !== null;
}

/** Makes it, or changes what it is. */
export function setOrganisationFacts(sql: SqlStorage, { id, nom, kind, siret }: Organisation): void {
  run(
    sql,
    `INSERT INTO organisations VALUES (?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET nom = excluded.nom, kind = excluded.kind, siret = excluded.siret`,
    id,
    nom,
    kind,
    siret,
  );
}

/** Whether somebody speaks for it, is invited to, or it signs the contrat. */
export function isOrganisationUsed(sql: SqlStorage, id: OrganisationId): boolean {
  return (
    firstRow(
      sql,
      `SELECT 1 AS one FROM membres WHERE organisation = ?1
       UNION ALL SELECT 1 FROM signataires WHERE organisation = ?1
       UNION ALL SELECT 1 FROM invitations WHERE organisation = ?1 LIMIT 1`,
      id,
    ) !== null
  );
}

export function removeOrganisation(sql: SqlStorage, id: OrganisationId): void {
  run(sql, "DELETE FROM organisations WHERE id = ?", id);
}
