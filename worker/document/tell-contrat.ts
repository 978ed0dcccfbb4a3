import type { ContratId, DocumentId } from "../../shared/ids.ts";
import { isCreated } from "../durable/migrate.ts";
import { firstRow } from "../durable/sql.ts";
import type { Env } from "../env.ts";
import type { Announcement } from "../fiche/announce.ts";

/** Tells the contrat of this document's fiche; whether it heard. Never rejects: what it did not hear is told again. */
export async function tellContrat(sql: SqlStorage, env: Env, { number, summary }: Announcement): Promise<boolean> {
  const owner = firstRow<{ id: DocumentId; contrat: ContratId }>(sql, "SELECT id, contrat FROM document");
  if (owner === null) return false;
  try {
    await env.CONTRAT.getByName(owner.contrat).tellFiche(owner.id, number, summary);
    // The document may have been destroyed meanwhile.
    return isCreated(sql);
  } catch (error) {
    console.error("the contrat could not be told", error);
    return false;
  }
}
