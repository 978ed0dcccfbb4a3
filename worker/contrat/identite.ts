import type { Stade } from "../../shared/domain/contrat.ts";
import type { ContratFacts } from "../../shared/domain/new-contrat.ts";
import type { ContratId } from "../../shared/ids.ts";
import type { IdentiteBody, Signataire } from "../../shared/protocol/bodies/contrat.ts";
import { isCreated } from "../durable/migrate.ts";
import { firstRow, rows, run } from "../durable/sql.ts";

/** What a contrat is. */
export interface Identite {
  readonly id: ContratId;
  readonly slug: string;
  readonly facts: ContratFacts;
}

/** The contrat of this storage; null when none was ever made here. */
export function readIdentite(sql: SqlStorage): Identite | null {
  if (!isCreated(sql)) return null;
  const row = firstRow<{ id: ContratId; slug: string; facts: string }>(sql, "SELECT id, slug, facts FROM contrat");
  // Written by `makeIdentite` and `setFacts`, whose type this is.
  return row === null ? null : { ...row, facts: JSON.parse(row.facts) as ContratFacts };
}

export function makeIdentite(sql: SqlStorage, { id, slug, facts }: Identite, now: number): void {
  run(sql, "INSERT INTO contrat (id, slug, facts) VALUES (?, ?, ?)", id, slug, JSON.stringify(facts));
  run(sql, "INSERT INTO slugs VALUES (?, ?)", slug, now);
}

export function setFacts(sql: SqlStorage, facts: ContratFacts): void {
  run(sql, "UPDATE contrat SET facts = ?", JSON.stringify(facts));
}

/** The address of now; the others keep leading here. */
export function setSlug(sql: SqlStorage, slug: string, now: number): void {
  run(sql, "UPDATE contrat SET slug = ?", slug);
  run(sql, "INSERT OR IGNORE INTO slugs VALUES (?, ?)", slug, now);
}

/** A stade that the contrat passed to, and the day it did. */
export function addStade(sql: SqlStorage, stade: Stade, day: string): void {
  run(sql, "INSERT INTO stades (stade, le) VALUES (?, ?)", stade, day);
}

export function setSignataires(sql: SqlStorage, signataires: readonly Signataire[]): void {
  run(sql, "DELETE FROM signataires");
  for (const [rang, { organisation, representant, qualite, delibereLe }] of signataires.entries()) {
    run(sql, "INSERT INTO signataires VALUES (?, ?, ?, ?, ?)", rang, organisation, representant, qualite, delibereLe);
  }
}

/** The past and the partners of a contrat, for its page. */
export function identiteBody(sql: SqlStorage): IdentiteBody {
  return {
    stades: rows<{ stade: Stade; le: string }>(sql, "SELECT stade, le FROM stades ORDER BY numero"),
    signataires: rows<Signataire & { nom: string }>(
      sql,
      `SELECT s.organisation, s.representant, s.qualite, s.delibere_le AS delibereLe, o.nom
       FROM signataires s JOIN organisations o ON o.id = s.organisation ORDER BY s.rang`,
    ),
    slugs: rows<{ slug: string }>(
      sql,
      "SELECT s.slug FROM slugs s, contrat c ORDER BY s.slug = c.slug DESC, s.le DESC",
    ).map(({ slug }) => slug),
  };
}

/** Raised by every change of somebody's rights. */
export function rightsNumber(sql: SqlStorage): number {
  return firstRow<{ rights: number }>(sql, "SELECT rights FROM contrat")?.rights ?? 0;
}

/** Raises it; the new number. */
export function raiseRights(sql: SqlStorage): number {
  run(sql, "UPDATE contrat SET rights = rights + 1");
  return rightsNumber(sql);
}
