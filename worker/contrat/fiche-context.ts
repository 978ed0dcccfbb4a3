import { branchesOf } from "../../shared/domain/plan.ts";
import type { AccountId } from "../../shared/ids.ts";
import { isWriter } from "../../shared/policy/can.ts";
import type { Names } from "../../shared/protocol/bodies/history.ts";
import { VERDICT_MS } from "../../shared/protocol/limits.ts";
import type { FicheContext } from "../../shared/workflow/context.ts";
import { type CatalogueEntry, findEntry } from "./catalogue.ts";
import { rightsNumber } from "./identite.ts";
import { instanceFacts } from "./instances.ts";
import { allJoints, holdersOf, isMembre, joinedInto, membershipOf, nameOf, organisationOf } from "./membres.ts";
import type { Opened } from "./opened.ts";
import { selectionFor } from "./partage.ts";
import { readPlan } from "./plan-rows.ts";
import { ficheFacts } from "./scope.ts";

/**
 * What the contrat says of this person and this fiche, by its id or short id; null when they are not of the contrat, or
 * there is none. Whether they may know of the fiche, its document says: it alone knows whether a version was submitted.
 * `noted`: of who is about to change something. The document is then told when their rights, or those in the fiche, change,
 * and sends back what was said before: nobody does what they might no more when it arrives.
 */
export function ficheContext(
  sql: SqlStorage,
  account: AccountId,
  idOrShort: string,
  noted: { readonly opened: Opened; readonly now: number } | null,
): FicheContext | null {
  const entry = findEntry(sql, idOrShort);
  const membership = membershipOf(sql, account);
  if (entry === null || !membership.membre) return null;
  noted?.opened.note(account, entry.id, noted.now + VERDICT_MS);
  const { contratRoles, groupeRoles, habitantsEcrivent, partagee } = ficheFacts(
    entry,
    membership,
    selectionFor(sql, "lecteurs"),
  );
  return {
    fiche: entry.id,
    nombre: rightsNumber(sql),
    droits: { contratRoles, groupeRoles, habitantsEcrivent, partagee },
    comite: comiteFor(sql, entry),
    joints: allJoints(sql),
    place: { numero: entry.numero, axe: axeOf(sql, entry) },
    etat: entry.etat,
  };
}

/** The comité technique before this fiche: who sits, who of them may write it, and its rule of today. */
function comiteFor(sql: SqlStorage, entry: CatalogueEntry): FicheContext["comite"] {
  const membres = holdersOf(sql, "comite_technique");
  return {
    membres,
    deportes: membres.filter((membre) => isWriter(ficheFacts(entry, membershipOf(sql, membre), "aucune"))),
    regle: instanceFacts(sql, "comite_technique").regle,
  };
}

/** What these people are called; null: who is of the contrat no more, or never was. */
export function namesOf(sql: SqlStorage, accounts: readonly AccountId[]): Names {
  return Object.fromEntries(
    accounts.map((account) => {
      // An account that was joined to another one of the same person is called as that one.
      const person = joinedInto(sql, account) ?? account;
      const here = isMembre(sql, person);
      return [
        account,
        { nom: here ? nameOf(sql, person) : null, organisation: organisationOf(sql, person)?.nom ?? null },
      ];
    }),
  );
}

function axeOf(sql: SqlStorage, { axe }: CatalogueEntry): string {
  return branchesOf(readPlan(sql))[axe - 1]?.libelle ?? "";
}
