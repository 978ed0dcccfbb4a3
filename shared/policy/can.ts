import type { ContratRole, EtatRedaction, GroupeRole } from "../domain/contrat.ts";
import { ok, type Result, refuse } from "../result.ts";
import type { Capability } from "./capabilities.ts";
import { CONDITIONS, type Condition } from "./conditions.ts";
import type { PolicyRefusal } from "./refusals.ts";
import { CONTRAT_ROLE_GRANTS, EVERYONE_GRANTS, GROUPE_ROLE_GRANTS, type Grants } from "./roles.ts";

/** Everything that a verdict on a fiche reads. */
export interface FicheFacts {
  /** What the person is in the contrat. */
  readonly contratRoles: readonly ContratRole[];
  /** What the person is in the groupe that writes this fiche. */
  readonly groupeRoles: readonly GroupeRole[];
  /** Whether residents write in that groupe. */
  readonly habitantsEcrivent: boolean;
  /** Where the draft stands. */
  readonly etat: EtatRedaction;
  /** Whether a version was submitted. */
  readonly soumise: boolean;
  /** Whether a version is published. */
  readonly publiee: boolean;
  /** Whether the contrat shares it with its ARS and its lecteurs. */
  readonly partagee: boolean;
  /** Whether the amendement or the reserve that is acted on is the person's own. */
  readonly sien: boolean;
}

export type Verdict = Result<null, PolicyRefusal>;

/** Who may, when no role of the person gives it. */
const WHO: Readonly<Record<Capability, PolicyRefusal>> = {
  lire_brouillon: "hors_du_groupe",
  voir_historique: "hors_du_groupe",
  lire_moments: "hors_du_groupe",
  lire_version_soumise: "hors_du_groupe",
  comparer: "hors_du_groupe",
  commenter: "hors_du_groupe",
  proposer_amendement: "hors_du_groupe",
  ecrire: "hors_du_groupe",
  trancher_amendement: "reserve_au_pilote",
  soumettre: "reserve_au_pilote",
  gerer_groupe: "reserve_au_pilote",
  rendre_avis: "reserve_au_comite_technique",
  lever_reserve: "reserve_au_comite_technique",
  relever_decision: "reserve_a_la_presidence",
  valider: "reserve_au_copil",
  renvoyer: "reserve_au_copil",
  publier: "reserve_a_la_coordination",
  moderer: "reserve_a_la_moderation",
  caviarder: "reserve_a_la_coordination",
  gerer_grille: "reserve_a_la_coordination",
  gerer_plan: "reserve_a_la_coordination",
  gerer_membres: "reserve_a_la_coordination",
  lire_journal: "reserve_a_la_coordination",
  lire_publie: "non_publie",
  lire_partage: "non_partage",
};

/** Whether a person may, with the reason why not. Roles add up; what no role gives is refused, unknown roles included. */
export function can(capability: Capability, facts: FicheFacts): Verdict {
  // Writing depends on nothing that depends on writing.
  const writes = capability !== "ecrire" && isWriter(facts);
  let refusal: PolicyRefusal | null = null;
  for (const conditions of grantsOf(capability, facts)) {
    const failed = conditions.find((condition) => !CONDITIONS[condition].holds(facts, writes));
    if (failed === undefined) return ok(null);
    refusal ??= CONDITIONS[failed].refusal;
  }
  return refuse(refusal ?? WHO[capability]);
}

/** Whether a person writes this fiche while it is open: who did is judge of it neither then nor once it is close. */
export function isWriter(facts: FicheFacts): boolean {
  return can("ecrire", { ...facts, etat: "brouillon" }).ok;
}

/** The conditions of each grant that the person's roles have for this. */
function grantsOf(capability: Capability, facts: FicheFacts): (readonly Condition[])[] {
  const grants: (Grants | undefined)[] = [
    ...facts.groupeRoles.map((role) => own(GROUPE_ROLE_GRANTS, role)),
    ...facts.contratRoles.map((role) => own(CONTRAT_ROLE_GRANTS, role)),
    EVERYONE_GRANTS,
  ];
  return grants.flatMap((each) => {
    const conditions = each !== undefined && Object.hasOwn(each, capability) ? each[capability] : undefined;
    return conditions === undefined ? [] : [conditions];
  });
}

/** The role may be a stored word of another version, or `constructor`: the table's own keys alone count. */
function own<Role extends string>(table: Readonly<Record<Role, Grants>>, role: Role): Grants | undefined {
  return Object.hasOwn(table, role) ? table[role] : undefined;
}
