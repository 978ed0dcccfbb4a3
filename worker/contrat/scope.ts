import { type Selection, selects } from "../../shared/domain/partage.ts";
import type { DocumentId, GroupeId } from "../../shared/ids.ts";
import { can, type FicheFacts, type Verdict } from "../../shared/policy/can.ts";
import type { Capability } from "../../shared/policy/capabilities.ts";
import type { PolicyRefusal } from "../../shared/policy/refusals.ts";
import { inContrat, inGroupe } from "../../shared/policy/scopes.ts";
import { seesFiche } from "../../shared/policy/sees-fiche.ts";
import type { Droit } from "../../shared/protocol/http-bodies.ts";
import { type Result, refuse } from "../../shared/result.ts";
import { type CatalogueEntry, findEntry } from "./catalogue.ts";
import { findGroupe, type Groupe } from "./groupes.ts";
import type { Membership } from "./membres.ts";
import { selectionFor } from "./partage.ts";

/** What something is about, and so whose rights count. `null` for what is named and does not exist. */
export type Scope =
  | { readonly of: "contrat" }
  | { readonly of: "groupe"; readonly groupe: GroupeId | null }
  | { readonly of: "fiche"; readonly fiche: DocumentId };

/**
 * Whether somebody may: who may not even read what it is about learns nothing of it (`introuvable`), everybody else why.
 */
export function judge(
  sql: SqlStorage,
  membership: Membership,
  capability: Capability,
  scope: Scope,
): Result<null, PolicyRefusal | "introuvable"> {
  if (!membership.membre) return refuse("introuvable");
  switch (scope.of) {
    case "contrat":
      return can(capability, inContrat(membership.contratRoles));
    case "groupe": {
      const groupe = scope.groupe === null ? null : findGroupe(sql, scope.groupe);
      return groupe === null || !seesGroupe(groupe, membership)
        ? refuse("introuvable")
        : can(capability, groupeFacts(groupe, membership));
    }
    case "fiche": {
      const entry = findEntry(sql, scope.fiche);
      const facts = entry === null ? null : ficheFacts(entry, membership, selectionFor(sql, "lecteurs"));
      return facts === null || !seesFiche(facts) ? refuse("introuvable") : can(capability, facts);
    }
  }
}

/** What `can` reads about this person and this groupe. */
export function groupeFacts(groupe: Groupe, { contratRoles, groupeRoles }: Membership): FicheFacts {
  return inGroupe({
    contratRoles,
    groupeRoles: groupeRoles.get(groupe.id) ?? [],
    habitantsEcrivent: groupe.habitantsEcrivent,
  });
}

/** Whether the groupe is this person's, or everybody's matter as it is the coordination's. */
export function seesGroupe(groupe: Groupe, membership: Membership): boolean {
  return can("lire_brouillon", groupeFacts(groupe, membership)).ok;
}

/** What `can` reads about this person and this fiche. `shared`: what the contrat shows to its ARS and lecteurs. */
export function ficheFacts(entry: CatalogueEntry, membership: Membership, shared: Selection): FicheFacts {
  return {
    contratRoles: membership.contratRoles,
    groupeRoles: membership.groupeRoles.get(entry.groupe.id) ?? [],
    habitantsEcrivent: entry.groupe.habitantsEcrivent,
    etat: entry.etat,
    soumise: entry.vie.soumise,
    publiee: entry.vie.publiee !== null,
    partagee: selects(shared, entry.id),
    sien: false,
  };
}

/** A verdict as it is sent. */
export function droit(verdict: Verdict): Droit {
  return verdict.ok ? { ok: true } : { ok: false, code: verdict.code };
}
