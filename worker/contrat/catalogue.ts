import type { EtatRedaction } from "../../shared/domain/contrat.ts";
import type { FicheSummary } from "../../shared/domain/fiche.ts";
import type { NewFiche } from "../../shared/domain/new-contrat.ts";
import { isTextSection } from "../../shared/editor/sections.ts";
import { type DocumentId, type GroupeId, shortId } from "../../shared/ids.ts";
import { can, type FicheFacts } from "../../shared/policy/can.ts";
import type { FicheInList } from "../../shared/protocol/http-bodies.ts";
import { firstRow, rows, run } from "../durable/sql.ts";
import type { Membership } from "./membres.ts";

/** A fiche in the catalogue, with what a verdict about it reads. */
export interface CatalogueEntry {
  readonly fiche: Omit<FicheInList, "mienne" | "droits">;
  readonly groupe: GroupeId;
  readonly habitantsEcrivent: boolean;
}

type CatalogueRow = {
  id: DocumentId;
  numero: string;
  axe: number;
  groupe: GroupeId;
  nom: string;
  habitants_ecrivent: number;
  etat: EtatRedaction;
  intitule: string;
  remplies: string;
  modifiee_le: number | null;
};

const SELECT = `SELECT f.id, f.numero, f.axe, f.groupe, g.nom, g.habitants_ecrivent, f.etat, f.intitule, f.remplies, f.modifiee_le
  FROM catalogue f JOIN groupes g ON g.id = f.groupe`;

export function addFiche(sql: SqlStorage, fiche: NewFiche): void {
  run(
    sql,
    "INSERT INTO catalogue VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, 0)",
    fiche.id,
    shortId(fiche.id),
    fiche.numero,
    fiche.axe,
    fiche.groupe,
    fiche.etat,
    fiche.intitule,
    JSON.stringify(fiche.remplies),
  );
}

/** Every fiche, in the order of their numbers as people read them (2.9 before 2.10). */
export function listEntries(sql: SqlStorage): CatalogueEntry[] {
  const order = new Intl.Collator("fr", { numeric: true });
  return rows<CatalogueRow>(sql, SELECT)
    .map(entryOf)
    .sort((a, b) => order.compare(a.fiche.numero, b.fiche.numero));
}

/** The fiche of this id, or of this short id that addresses end with; null when there is none. */
export function findEntry(sql: SqlStorage, idOrShort: string): CatalogueEntry | null {
  const row = firstRow<CatalogueRow>(sql, `${SELECT} WHERE f.id = ?1 OR f.short_id = ?1`, idOrShort);
  return row === null ? null : entryOf(row);
}

/** What a document says of its text; a number not above the last one heard is passed over. */
export function hearFiche(sql: SqlStorage, id: DocumentId, number: number, summary: FicheSummary): void {
  run(
    sql,
    "UPDATE catalogue SET intitule = ?, remplies = ?, modifiee_le = ?, told = ? WHERE id = ? AND told < ?",
    summary.intitule,
    JSON.stringify(summary.remplies),
    summary.modifieeLe,
    number,
    id,
    number,
  );
}

/** What `can` reads about this person and this fiche. */
function factsOf(entry: CatalogueEntry, membership: Membership): FicheFacts {
  return {
    contratRoles: membership.contratRoles,
    groupeRoles: membership.groupeRoles.get(entry.groupe) ?? [],
    habitantsEcrivent: entry.habitantsEcrivent,
  };
}

/** The fiche as this person may see it, or null when they may not read it. */
export function visibleFiche(entry: CatalogueEntry, membership: Membership): FicheInList | null {
  const facts = factsOf(entry, membership);
  if (!can("lire_brouillon", facts).ok) return null;
  const ecrire = can("ecrire", facts);
  return {
    ...entry.fiche,
    mienne: facts.groupeRoles.length > 0,
    droits: { ecrire: ecrire.ok ? { ok: true } : { ok: false, code: ecrire.code } },
  };
}

function entryOf(row: CatalogueRow): CatalogueEntry {
  const remplies: unknown = JSON.parse(row.remplies);
  return {
    fiche: {
      id: row.id,
      numero: row.numero,
      intitule: row.intitule,
      axe: row.axe,
      groupe: row.nom,
      etat: row.etat,
      remplies: Array.isArray(remplies) ? remplies.filter(isTextSection) : [],
      modifieeLe: row.modifiee_le,
    },
    groupe: row.groupe,
    habitantsEcrivent: row.habitants_ecrivent === 1,
  };
}
