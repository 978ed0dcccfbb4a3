import { type ParsedList, parseInvitationList } from "../../../shared/domain/invitation-list.ts";
import type { GroupeId } from "../../../shared/ids.ts";
import type {
  INVITED_GROUPE_ROLES,
  InvitationBody,
  InvitationPlace,
} from "../../../shared/protocol/bodies/invitation.ts";
import type { GivenRole } from "../../api/contrat.ts";
import { GROUPE_ROLE_MEANINGS } from "../../labels/groupe.ts";
import { GIVEN_ROLE_MEANINGS } from "../../labels/invitations.ts";
import type { Choice } from "../../ui/form/select-field.tsx";

type InvitedGroupeRole = (typeof INVITED_GROUPE_ROLES)[number];

const GROUPE_ROLES = ["pilote", "copilote", "partenaire", "habitant"] as const satisfies InvitedGroupeRole[];
const CONTRAT_ROLES = ["coordination", "comite_technique", "copil", "ars", "lecteur"] as const satisfies GivenRole[];

/** Where one invites to, and as what. */
export interface InvitingTo {
  /** null: the whole contrat. */
  readonly groupe: GroupeId | null;
  readonly choices: readonly Choice[];
  /** The role that the form begins with. */
  readonly usual: string;
  /** The role that it offers once somebody was invited with this one; a pasted list begins with the one after `usual`. */
  readonly next: (role: string) => string;
  /** The place of one of the choices. */
  readonly placeOf: (role: string) => InvitationPlace;
  /** Reads a pasted list as the server will, and finds who is invited already. */
  readonly read: (
    texte: string,
    role: string,
    waiting: readonly InvitationBody[],
  ) => ParsedList<InvitationPlace["role"]>;
}

/** Inviting to a groupe. `first`: nobody is in it yet, so that its pilote comes first. */
export function toGroupe(groupe: GroupeId, first: boolean): InvitingTo {
  const roleOf = (role: string) => GROUPE_ROLES.find((each) => each === role) ?? "partenaire";
  return {
    groupe,
    choices: GROUPE_ROLES.map((role) => ({ value: role, label: GROUPE_ROLE_MEANINGS[role] })),
    usual: first ? "pilote" : "partenaire",
    // A pilote comes alone; whoever comes next is seldom another.
    next: (role) => (role === "pilote" ? "partenaire" : role),
    placeOf: (role) => ({ groupe, role: roleOf(role) }),
    read: (texte, role, waiting) =>
      withoutWaiting(
        parseInvitationList(texte, { allowed: GROUPE_ROLES, role: roleOf(role) }),
        waiting.filter(({ place }) => place.groupe === groupe),
      ),
  };
}

/** Inviting to the whole contrat. */
export function toContrat(): InvitingTo {
  const roleOf = (role: string) => CONTRAT_ROLES.find((each) => each === role) ?? "comite_technique";
  return {
    groupe: null,
    choices: CONTRAT_ROLES.map((role) => ({ value: role, label: GIVEN_ROLE_MEANINGS[role] })),
    usual: "comite_technique",
    next: (role) => role,
    placeOf: (role) => ({ groupe: null, role: roleOf(role) }),
    read: (texte, role, waiting) =>
      withoutWaiting(
        parseInvitationList(texte, { allowed: CONTRAT_ROLES, role: roleOf(role) }),
        waiting.filter(({ place }) => place.groupe === null),
      ),
  };
}

/** Whoever is invited there with the same role, and did not come yet, is not invited twice. */
function withoutWaiting<Role extends InvitationPlace["role"]>(
  list: ParsedList<Role>,
  waiting: readonly InvitationBody[],
): ParsedList<Role> {
  if (list.people === null) return list;
  const known = new Set(
    waiting
      .filter(({ etat }) => etat === "envoyee" || etat === "courriel_en_echec")
      .map(({ adresse, place }) => `${place.role} ${adresse}`),
  );
  const twice = list.people.filter(({ adresse, role }) => known.has(`${role} ${adresse}`));
  if (twice.length === 0) return list;
  return { people: null, errors: twice.map(({ ligne }) => ({ ligne, erreur: "deja_invitee" })) };
}
