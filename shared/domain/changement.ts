import type { AccountId, GroupeId } from "../ids.ts";
import type { ContratRole, GroupeRole } from "./contrat.ts";

/** What changed in a person's rights, as they will read it: codes and ids, never words. */
export type ChangeOfRights =
  | { readonly quoi: "roles_contrat"; readonly roles: readonly ContratRole[] }
  | { readonly quoi: "roles_groupe"; readonly groupe: GroupeId; readonly roles: readonly GroupeRole[] }
  | { readonly quoi: "ecriture_habitants"; readonly groupe: GroupeId; readonly ouverte: boolean }
  | { readonly quoi: "groupe_jete"; readonly groupe: GroupeId }
  | { readonly quoi: "groupe_restaure"; readonly groupe: GroupeId }
  | { readonly quoi: "retire_du_contrat" };

/** The last change of a person's rights in a contrat. */
export interface LastChange {
  readonly change: ChangeOfRights;
  /** Who made it; null: nobody, a delay passed. */
  readonly par: AccountId | null;
  /** Milliseconds since 1970. */
  readonly le: number;
}
