import type { FicheSummary } from "../../shared/domain/fiche.ts";
import type { DocumentId } from "../../shared/ids.ts";
import { rightsIn } from "./act.ts";
import { accountsTold, noteAttentes } from "./attentes.ts";
import { hearFiche } from "./catalogue.ts";
import { changeRights, type Doing, type Stores } from "./execute.ts";
import type { Owe } from "./tell.ts";

/** What a document told, and everything that follows from it, in one transaction. Whether others must hear of it at once. */
export function hearOfFiche(
  doing: Doing,
  stores: Stores,
  { id, number, summary }: { readonly id: DocumentId; readonly number: number; readonly summary: FicheSummary },
): boolean {
  return stores.transaction(() => {
    const { awaits, moved, masked } = hearFiche(doing.sql, id, number, summary);
    if (awaits) stores.lookAwaited();
    if (moved) changeRights(doing, stores, rightsIn(id));
    if (masked) forgetIntitule(doing, stores);
    return moved || masked;
  });
}

/**
 * Words of an intitulé were masked. Whoever is awaited for the fiche was told it, and anybody may have been before: all of
 * them hear what waits for them without it, and write over what is left of it, as this contrat does.
 */
function forgetIntitule({ sql, now }: Doing, { owe, forget }: Stores): void {
  oweAttentes(sql, owe);
  for (const account of accountsTold(sql)) owe({ to: "forgetful", id: account }, now);
  forget();
}

/** Owes a word to each account for which something else waits than it was told. Inside a transaction. */
export function oweAttentes(sql: SqlStorage, owe: Owe): void {
  for (const { account, number } of noteAttentes(sql)) owe({ to: "awaited", id: account }, number);
}
