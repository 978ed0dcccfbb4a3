import type { ContratRole } from "../../../shared/domain/contrat.ts";
import { INSTANCES, type InstanceKind, PRESIDENCE, type Regle } from "../../../shared/domain/instance.ts";
import type { Organisation } from "../../../shared/domain/organisation.ts";
import { type AccountId, makeId, type OrganisationId } from "../../../shared/ids.ts";
import { refuse } from "../../../shared/result.ts";
import { act, did, rightsOf, THE_CONTRAT, unchanged } from "../act.ts";
import { instanceFacts, presidenceOf, setInstance } from "../instances.ts";
import {
  contratRolesOf,
  holdersOf,
  isLastCoordination,
  isMembre,
  listMembres,
  removeMembre,
  setContratRoles,
  setOrganisation,
} from "../membres.ts";
import {
  findOrganisation,
  hasOrganisation,
  isOrganisationUsed,
  listOrganisations,
  removeOrganisation,
  setOrganisationFacts,
} from "../organisations.ts";

export const createOrganisation = act({
  capability: "gerer_membres",
  scope: () => THE_CONTRAT,
  run: ({ sql, random }, facts: Omit<Organisation, "id">) => {
    if (findOrganisation(sql, facts.nom) !== null) return refuse("organisation_existe");
    const id = makeId<OrganisationId>(random);
    setOrganisationFacts(sql, { id, ...facts });
    return did({ id }, { acte: "creer_organisation", sur: { organisation: id } });
  },
});

export const updateOrganisation = act({
  capability: "gerer_membres",
  scope: () => THE_CONTRAT,
  run: ({ sql }, organisation: Organisation) => {
    const namesake = findOrganisation(sql, organisation.nom);
    const before = listOrganisations(sql).find(({ id }) => id === organisation.id);
    if (before === undefined) return refuse("introuvable");
    if (namesake !== null && namesake.id !== organisation.id) return refuse("organisation_existe");
    const { nom, kind, siret } = organisation;
    if (nom === before.nom && kind === before.kind && siret === before.siret) return unchanged(null);
    setOrganisationFacts(sql, organisation);
    return did(null, { acte: "changer_organisation", sur: { organisation: organisation.id } });
  },
});

export const deleteOrganisation = act({
  capability: "gerer_membres",
  scope: () => THE_CONTRAT,
  run: ({ sql }, { organisation }: { organisation: OrganisationId }) => {
    if (!hasOrganisation(sql, organisation)) return refuse("introuvable");
    if (isOrganisationUsed(sql, organisation)) return refuse("organisation_utilisee");
    removeOrganisation(sql, organisation);
    return did(null, { acte: "retirer_organisation", sur: { organisation } });
  },
});

/** Makes a person exactly that in the whole contrat, and says whom they speak for. */
export const changeMembre = act({
  capability: "gerer_membres",
  scope: () => THE_CONTRAT,
  run: (
    { sql },
    {
      personne,
      roles,
      organisation,
    }: { personne: AccountId; roles: readonly ContratRole[]; organisation: OrganisationId | null },
  ) => {
    const before = listMembres(sql).find(({ id }) => id === personne);
    if (before === undefined) return refuse("membre_inconnu");
    if (organisation !== null && !hasOrganisation(sql, organisation)) return refuse("organisation_inconnue");
    if (!roles.includes("coordination") && isLastCoordination(sql, personne)) return refuse("derniere_coordination");
    const held = contratRolesOf(sql, personne);
    // Who presides a body keeps doing so, as long as they sit in it.
    const given = [...new Set([...roles, ...presidencesIn(held, roles)])].sort();
    const sameRoles = JSON.stringify(given) === JSON.stringify(held);
    if (sameRoles && organisation === before.organisation) return unchanged(null);
    setContratRoles(sql, personne, given);
    setOrganisation(sql, personne, organisation);
    const entry = { acte: "changer_membre", sur: { personne }, detail: { roles: given, organisation } } as const;
    if (sameRoles) return did(null, entry);
    return did(null, entry, { rights: rightsOf(personne, { quoi: "roles_contrat", roles: given }) });
  },
});

export const dismissMembre = act({
  capability: "gerer_membres",
  scope: () => THE_CONTRAT,
  run: ({ sql, now }, { personne }: { personne: AccountId }) => {
    if (!isMembre(sql, personne)) return refuse("membre_inconnu");
    if (isLastCoordination(sql, personne)) return refuse("derniere_coordination");
    removeMembre(sql, personne, now);
    return did(
      null,
      { acte: "retirer_membre", sur: { personne } },
      { rights: rightsOf(personne, { quoi: "retire_du_contrat" }), movements: [personne] },
    );
  },
});

/** One leaves by oneself. */
export const leaveContrat = act({
  capability: "etre_membre",
  scope: () => THE_CONTRAT,
  run: ({ sql, by, now }, _: Record<never, never>) => {
    if (isLastCoordination(sql, by)) return refuse("derniere_coordination");
    removeMembre(sql, by, now);
    return did(
      null,
      { acte: "quitter_contrat", sur: { personne: by } },
      { rights: rightsOf(by, null), movements: [by] },
    );
  },
});

/** Gives one's coordination to somebody else, in one act. */
export const handOverCoordination = act({
  capability: "gerer_membres",
  scope: () => THE_CONTRAT,
  run: ({ sql, by }, { successeur }: { successeur: AccountId }) => {
    if (!isMembre(sql, successeur) || successeur === by) return refuse("membre_inconnu");
    const theirs = [...new Set([...contratRolesOf(sql, successeur), "coordination" as const])].sort();
    const mine = contratRolesOf(sql, by).filter((role) => role !== "coordination");
    setContratRoles(sql, successeur, theirs);
    setContratRoles(sql, by, mine);
    return did(
      null,
      { acte: "transmettre_coordination", sur: { personne: successeur } },
      {
        rights: {
          people: [
            { account: successeur, change: { quoi: "roles_contrat", roles: theirs } },
            { account: by, change: { quoi: "roles_contrat", roles: mine } },
          ],
          documents: [],
        },
      },
    );
  },
});

export const changeInstance = act({
  capability: "gerer_membres",
  scope: () => THE_CONTRAT,
  run: ({ sql }, { instance, nom, regle }: { instance: InstanceKind; nom: string; regle: Regle }) => {
    if (JSON.stringify(instanceFacts(sql, instance)) === JSON.stringify({ nom, regle })) return unchanged(null);
    setInstance(sql, instance, { nom, regle });
    return did(null, {
      acte: "changer_instance",
      sur: { instance },
      detail: { quorum: { ...regle.quorum }, majorite: regle.majorite, consultationEcrite: regle.consultationEcrite },
    });
  },
});

/** Who presides a body, and who does so in their absence: two of its membres, or nobody. */
export const changePresidence = act({
  capability: "gerer_membres",
  scope: () => THE_CONTRAT,
  run: (
    { sql },
    {
      instance,
      president,
      remplacant,
    }: { instance: InstanceKind; president: AccountId | null; remplacant: AccountId | null },
  ) => {
    const membres = holdersOf(sql, instance);
    const named = [president, remplacant].filter((each) => each !== null);
    if (named.some((account) => !membres.includes(account))) return refuse("membre_inconnu");
    if (president !== null && president === remplacant) return refuse("presidence_double");
    const before = presidenceOf(sql, instance);
    if (before.president === president && before.remplacant === remplacant) return unchanged(null);
    const roles = PRESIDENCE[instance];
    const people = [...new Set([before.president, before.remplacant, president, remplacant])]
      .filter((each) => each !== null)
      .map((account) => {
        const held = contratRolesOf(sql, account);
        const given: ContratRole[] = held.filter((role) => role !== roles.president && role !== roles.remplacant);
        if (account === president) given.push(roles.president);
        if (account === remplacant) given.push(roles.remplacant);
        given.sort();
        setContratRoles(sql, account, given);
        return { account, change: { quoi: "roles_contrat", roles: given } as const };
      });
    return did(
      null,
      { acte: "changer_presidence", sur: { instance }, detail: { president, remplacant } },
      { rights: { people, documents: [] } },
    );
  },
});

/** The presidencies among `held` of the bodies in which somebody of these roles still sits. */
function presidencesIn(held: readonly ContratRole[], roles: readonly ContratRole[]): ContratRole[] {
  return INSTANCES.filter((kind) => roles.includes(kind)).flatMap((kind) =>
    held.filter((role) => role === PRESIDENCE[kind].president || role === PRESIDENCE[kind].remplacant),
  );
}
