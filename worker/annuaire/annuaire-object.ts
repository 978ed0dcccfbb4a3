import { DurableObject } from "cloudflare:workers";
import type { ContratId } from "../../shared/ids.ts";
import { isCreated, migrate } from "../durable/migrate.ts";
import { firstRow, run } from "../durable/sql.ts";
import type { Env } from "../env.ts";
import { migrations } from "./migrations.ts";

/** The one name that is not drawn by chance: there is one annuaire in an instance. */
export const ANNUAIRE = "annuaire";

/** The contrats of the instance and their slugs. A door. */
export class AnnuaireObject extends DurableObject<Env> {
  readonly #sql: SqlStorage;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#sql = ctx.storage.sql;
    if (isCreated(this.#sql)) ctx.storage.transactionSync(() => migrate(this.#sql, migrations));
  }

  /** Gives a slug to a contrat, for ever. Throws when it is another's. */
  addSlug(slug: string, contrat: ContratId): void {
    this.ctx.storage.transactionSync(() => {
      migrate(this.#sql, migrations);
      const holder = this.#contratOf(slug);
      if (holder !== null && holder !== contrat) throw new Error(`the slug ${slug} is taken`);
      run(this.#sql, "INSERT OR IGNORE INTO slugs VALUES (?, ?)", slug, contrat);
    });
  }

  /** The contrat that a slug leads to, old slugs included; null when there is none. */
  resolve(slug: string): ContratId | null {
    return isCreated(this.#sql) ? this.#contratOf(slug) : null;
  }

  #contratOf(slug: string): ContratId | null {
    // Written by `addSlug` alone.
    return (
      firstRow<{ contrat: ContratId }>(this.#sql, "SELECT contrat FROM slugs WHERE slug = ?", slug)?.contrat ?? null
    );
  }
}
