import { DurableObject } from "cloudflare:workers";
import type { FicheSummary } from "../../shared/domain/fiche.ts";
import type { ContratFacts, NewContrat } from "../../shared/domain/new-contrat.ts";
import type { AccountId, DocumentId } from "../../shared/ids.ts";
import type { ContratWithFiches, FicheBody } from "../../shared/protocol/http-bodies.ts";
import { isCreated, migrate } from "../durable/migrate.ts";
import { firstRow, rows, run } from "../durable/sql.ts";
import type { Env } from "../env.ts";
import { addFiche, findEntry, hearFiche, listEntries, visibleFiche } from "./catalogue.ts";
import { addMembres, membershipOf } from "./membres.ts";
import { migrations } from "./migrations.ts";

/** One contrat: who is in it, and the catalogue of its fiches. A door. */
export class ContratObject extends DurableObject<Env> {
  readonly #sql: SqlStorage;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#sql = ctx.storage.sql;
    if (isCreated(this.#sql)) ctx.storage.transactionSync(() => migrate(this.#sql, migrations));
  }

  /** Makes the contrat, once; a second call changes nothing. */
  create(made: NewContrat): void {
    this.ctx.storage.transactionSync(() => {
      if (isCreated(this.#sql)) return;
      migrate(this.#sql, migrations);
      run(this.#sql, "INSERT INTO contrat VALUES (?, ?, ?)", made.id, made.slug, JSON.stringify(made.facts));
      for (const { numero, libelle } of made.axes) run(this.#sql, "INSERT INTO axes VALUES (?, ?)", numero, libelle);
      addMembres(this.#sql, made);
      for (const fiche of made.fiches) addFiche(this.#sql, fiche);
    });
  }

  /** The contrat as this person may see it, their own fiches first; null when they may see nothing of it. */
  listFor(account: AccountId): ContratWithFiches | null {
    const self = this.#self();
    if (self === null) return null;
    const membership = membershipOf(this.#sql, account);
    const fiches = listEntries(this.#sql)
      .map((entry) => visibleFiche(entry, membership))
      .filter((fiche) => fiche !== null);
    if (fiches.length === 0 && !membership.contratRoles.includes("coordination")) return null;
    return {
      slug: self.slug,
      ...self.facts,
      axes: this.#axes(),
      roles: membership.contratRoles,
      fiches: [...fiches.filter((fiche) => fiche.mienne), ...fiches.filter((fiche) => !fiche.mienne)],
    };
  }

  /** One fiche, by its id or short id, as this person may see it; null when there is none or they may not read it. */
  ficheFor(account: AccountId, idOrShort: string): FicheBody | null {
    const self = this.#self();
    const entry = self === null ? null : findEntry(this.#sql, idOrShort);
    if (self === null || entry === null) return null;
    const fiche = visibleFiche(entry, membershipOf(this.#sql, account));
    const axe = this.#axes().find(({ numero }) => numero === entry.fiche.axe);
    if (fiche === null || axe === undefined) return null;
    return { fiche, contrat: { slug: self.slug, nom: self.facts.nom, periode: self.facts.periode, axe } };
  }

  /** What a document says of its text. */
  tellFiche(id: DocumentId, number: number, summary: FicheSummary): void {
    hearFiche(this.#sql, id, number, summary);
  }

  #self(): { slug: string; facts: ContratFacts } | null {
    if (!isCreated(this.#sql)) return null;
    const row = firstRow<{ slug: string; facts: string }>(this.#sql, "SELECT slug, facts FROM contrat");
    // Written by `create`, whose type this is.
    return row === null ? null : { slug: row.slug, facts: JSON.parse(row.facts) as ContratFacts };
  }

  #axes(): { numero: number; libelle: string }[] {
    return rows(this.#sql, "SELECT numero, libelle FROM axes ORDER BY numero");
  }
}
