import type { EtatRedaction } from "../../shared/domain/contrat.ts";
import type { FicheSummary, FicheVie, VersionApprouvee } from "../../shared/domain/fiche.ts";
import { axeNumbers } from "../../shared/domain/plan.ts";
import { isTextSection, type TextSection } from "../../shared/editor/sections.ts";
import { type AxeId, type DocumentId, type GroupeId, shortId } from "../../shared/ids.ts";
import { newFiche } from "../../shared/workflow/evolve.ts";
import { toldLife } from "../../shared/workflow/told.ts";
import { firstRow, rows, run } from "../durable/sql.ts";
import { readPlan } from "./plan-rows.ts";

/** A fiche of the catalogue: what lists show, and what a verdict about it reads. */
export interface CatalogueEntry {
  readonly id: DocumentId;
  readonly numero: string;
  readonly intitule: string;
  /** The number of its axe. */
  readonly axe: number;
  /** The axe or objectif that it stands under. */
  readonly place: AxeId;
  readonly etat: EtatRedaction;
  readonly remplies: readonly TextSection[];
  readonly modifieeLe: number | null;
  /** What its document told of its versions; of one that told nothing yet, that there are none. */
  readonly vie: FicheVie;
  /** The intitulé of the version that is published; null: none is. */
  readonly intitulePublie: string | null;
  /** The intitulé of the version that bodies read; null: there is none, or its document did not say yet. */
  readonly intituleLu: string | null;
  readonly groupe: { readonly id: GroupeId; readonly nom: string; readonly habitantsEcrivent: boolean };
}

type Row = {
  id: DocumentId;
  numero: string;
  axe: AxeId;
  groupe: GroupeId;
  nom: string;
  habitants_ecrivent: number;
  etat: EtatRedaction;
  intitule: string;
  remplies: string;
  modifiee_le: number | null;
  vie: string | null;
  intitule_publie: string | null;
  intitule_lu: string | null;
};

/** A fiche is hidden while it, or its groupe, is thrown away. */
const SELECT = `SELECT f.id, f.numero, f.axe, f.groupe, g.nom, g.habitants_ecrivent, f.etat, f.intitule, f.remplies, f.modifiee_le,
  f.vie, f.intitule_publie, f.intitule_lu
  FROM fiches f JOIN groupes g ON g.id = f.groupe WHERE f.jete_le IS NULL AND g.jete_le IS NULL`;

/** What a fiche is put into the catalogue with; its document is made apart. */
export interface CataloguedFiche {
  readonly id: DocumentId;
  readonly numero: string;
  readonly axe: AxeId;
  readonly groupe: GroupeId;
  readonly etat: EtatRedaction;
  readonly intitule: string;
  readonly remplies: readonly TextSection[];
}

export function addFiche(sql: SqlStorage, fiche: CataloguedFiche, now: number): void {
  run(
    sql,
    `INSERT INTO fiches (id, short_id, numero, axe, groupe, etat, intitule, remplies, told, cree_le)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?)`,
    fiche.id,
    shortId(fiche.id),
    fiche.numero,
    fiche.axe,
    fiche.groupe,
    fiche.etat,
    fiche.intitule,
    JSON.stringify(fiche.remplies),
    now,
  );
}

/** Every fiche, in the order of their numbers as people read them (2.9 before 2.10). */
export function listEntries(sql: SqlStorage): CatalogueEntry[] {
  const order = new Intl.Collator("fr", { numeric: true });
  const numbers = axeNumbers(readPlan(sql));
  return rows<Row>(sql, SELECT)
    .map((row) => entryOf(row, numbers))
    .sort((a, b) => order.compare(a.numero, b.numero));
}

/** What the fiche is called for somebody: as its draft is, for who may read it, else as the version that they may. */
export function intituleFor({ intitule, intituleLu }: CatalogueEntry, readsDraft: boolean): string {
  return readsDraft ? intitule : (intituleLu ?? intitule);
}

/** Every fiche, thrown away ones included. */
export function ficheIds(sql: SqlStorage): DocumentId[] {
  return rows<{ id: DocumentId }>(sql, "SELECT id FROM fiches ORDER BY id").map(({ id }) => id);
}

/** How many fiches a groupe writes. */
export function countEntries(sql: SqlStorage, groupe: GroupeId): number {
  const row = firstRow<{ count: number }>(
    sql,
    "SELECT count(*) AS count FROM fiches WHERE groupe = ? AND jete_le IS NULL",
    groupe,
  );
  return row?.count ?? 0;
}

/** The fiche of this id, or of this short id that addresses end with; null when there is none. */
export function findEntry(sql: SqlStorage, idOrShort: string): CatalogueEntry | null {
  const row = firstRow<Row>(sql, `${SELECT} AND (f.id = ?1 OR f.short_id = ?1)`, idOrShort);
  return row === null ? null : entryOf(row, axeNumbers(readPlan(sql)));
}

/** Whether another fiche, thrown away ones included, begins with the same characters. */
export function isShortIdTaken(sql: SqlStorage, short: string): boolean {
  return firstRow(sql, "SELECT id FROM fiches WHERE short_id = ?", short) !== null;
}

/** What came of what a document told. */
export interface HeardFiche {
  /** Whether its draft stands elsewhere, and so other people may read or write it. */
  readonly moved: boolean;
  /** Whether anything changed that people are awaited for. */
  readonly awaits: boolean;
  /** Whether words of its intitulé were masked: what is left of them here and elsewhere must go. */
  readonly masked: boolean;
}

/** What a document says of its text and its life; a number not above the last one heard is passed over. */
export function hearFiche(sql: SqlStorage, id: DocumentId, number: number, summary: FicheSummary): HeardFiche {
  const before = firstRow<{ told: number; etat: EtatRedaction; remplies: string; vie: string | null; masques: number }>(
    sql,
    "SELECT told, etat, remplies, vie, masques FROM fiches WHERE id = ?",
    id,
  );
  if (before === null || before.told >= number) return { moved: false, awaits: false, masked: false };
  const remplies = JSON.stringify(summary.remplies);
  const vie = summary.vie === null ? before.vie : JSON.stringify(summary.vie);
  const etat = summary.vie?.etat ?? before.etat;
  run(
    sql,
    `UPDATE fiches SET intitule = ?, remplies = ?, modifiee_le = ?, etat = ?, vie = ?, intitule_publie = ?,
     intitule_lu = ?, masques = ?, told = ? WHERE id = ?`,
    summary.intitule,
    remplies,
    summary.modifieeLe,
    etat,
    vie,
    summary.intitulePublie,
    summary.intituleLu,
    summary.masques,
    number,
    id,
  );
  const awaits = vie !== before.vie || remplies !== before.remplies;
  return { moved: etat !== before.etat, awaits, masked: summary.masques > before.masques };
}

export function placeFiche(sql: SqlStorage, id: DocumentId, axe: AxeId, numero: string): void {
  run(sql, "UPDATE fiches SET axe = ?, numero = ? WHERE id = ?", axe, numero, id);
}

export function entrustFiche(sql: SqlStorage, id: DocumentId, groupe: GroupeId): void {
  run(sql, "UPDATE fiches SET groupe = ? WHERE id = ?", groupe, id);
}

/**
 * Written by `hearFiche` alone, whose type this is. What was told before publication was an act says nothing of it, nor of
 * what else came with it; the next act tells all of it.
 */
function readVie(stored: string): FicheVie {
  const told = JSON.parse(stored) as Omit<FicheVie, "publiee" | "approuvee" | "instruction" | "aValider"> & {
    readonly approuvee: (Omit<VersionApprouvee, "sousReserve"> & Partial<VersionApprouvee>) | null;
    readonly publiee?: FicheVie["publiee"];
    readonly instruction: (Omit<NonNullable<FicheVie["instruction"]>, "aDecider"> & { aDecider?: boolean }) | null;
    readonly aValider:
      | (Omit<NonNullable<FicheVie["aValider"]>, "attend"> & Partial<NonNullable<FicheVie["aValider"]>>)
      | null;
  };
  return {
    ...told,
    publiee: told.publiee ?? null,
    approuvee: told.approuvee === null ? null : { sousReserve: false, ...told.approuvee },
    instruction: told.instruction === null ? null : { aDecider: true, ...told.instruction },
    aValider: told.aValider === null ? null : { attend: [], ...told.aValider },
  };
}

/** The life of a fiche in which nobody did or wrote anything yet: its document then has nothing to tell. */
function untouched(etat: EtatRedaction): FicheVie {
  return toldLife(newFiche(etat), () => {
    throw new Error("nothing was approved to compare the draft with");
  });
}

function entryOf(row: Row, numbers: ReadonlyMap<AxeId, number>): CatalogueEntry {
  const remplies: unknown = JSON.parse(row.remplies);
  return {
    id: row.id,
    numero: row.numero,
    intitule: row.intitule,
    axe: numbers.get(row.axe) ?? 0,
    place: row.axe,
    etat: row.etat,
    remplies: Array.isArray(remplies) ? remplies.filter(isTextSection) : [],
    modifieeLe: row.modifiee_le,
    vie: row.vie === null ? untouched(row.etat) : readVie(row.vie),
    intitulePublie: row.intitule_publie,
    intituleLu: row.intitule_lu,
    groupe: { id: row.groupe, nom: row.nom, habitantsEcrivent: row.habitants_ecrivent === 1 },
  };
}
