import type { Adresse } from "../../../shared/domain/adresse.ts";
import { type ListError, parseInvitationList } from "../../../shared/domain/invitation-list.ts";
import { type GroupeId, type InvitationId, makeId, type OrganisationId } from "../../../shared/ids.ts";
import {
  INVITED_GROUPE_ROLES,
  type InvitationPlace,
  type InvitedBody,
} from "../../../shared/protocol/bodies/invitation.ts";
import { GIVEN_ROLES } from "../../../shared/protocol/bodies/membre.ts";
import { paths } from "../../../shared/protocol/paths.ts";
import { refuse } from "../../../shared/result.ts";
import { digestOf } from "../../keys.ts";
import type { Mail } from "../../mail/mail.ts";
import { act, did, THE_CONTRAT, type World } from "../act.ts";
import { findGroupe } from "../groupes.ts";
import { invitationMail } from "../invitation-mail.ts";
import {
  addInvitation,
  countWaiting,
  endInvitation,
  findWaiting,
  INVITATION_MS,
  INVITATIONS_MAX,
  isInvited,
  renewInvitation,
  type WaitingInvitation,
} from "../invitations.ts";
import { nameOf } from "../membres.ts";
import { findOrganisation, hasOrganisation, setOrganisationFacts } from "../organisations.ts";
import type { Scope } from "../scope.ts";

/** Somebody to invite. */
export interface Invited {
  readonly adresse: Adresse;
  readonly nom: string | null;
  readonly organisation: OrganisationId | null;
  readonly place: InvitationPlace;
}

export const inviteOne = act({
  capability: ({ place }) => capabilityFor(place.groupe),
  scope: ({ place }) => scopeOf(place.groupe),
  run: (world: World, invited: Invited) => {
    const { sql, now } = world;
    const { organisation, place } = invited;
    if (organisation !== null && !hasOrganisation(sql, organisation)) return refuse("organisation_inconnue");
    if (isInvited(sql, invited.adresse, place, now)) return refuse("deja_invitee");
    if (countWaiting(sql, now) >= INVITATIONS_MAX) return refuse("trop_d_invitations");
    const { id, mail } = invite(world, invited);
    return did({ id }, { acte: "inviter", sur: subjectOf(id, place), detail: { role: place.role } }, { mails: [mail] });
  },
});

type ListAnswer =
  | { readonly fait: true; readonly invited: InvitedBody }
  | { readonly fait: false; readonly lignes: readonly ListError[] };

/** Everybody of a pasted list in one act, or, when a line is not understood, nobody. */
export const inviteList = act({
  capability: ({ place }) => capabilityFor(place.groupe),
  scope: ({ place }) => scopeOf(place.groupe),
  run: (world: World, { texte, place }: { texte: string; place: InvitationPlace }) => {
    const { sql, now } = world;
    const list = readList(texte, place);
    if (list.lignes !== null) return did<ListAnswer>({ fait: false, lignes: list.lignes }, []);
    const twice = list.people.filter((person) => isInvited(sql, person.adresse, person.place, now));
    if (twice.length > 0) {
      const lignes = twice.map(({ ligne }) => ({ ligne, erreur: "deja_invitee" }) as const);
      return did<ListAnswer>({ fait: false, lignes }, []);
    }
    if (countWaiting(sql, now) + list.people.length > INVITATIONS_MAX) return refuse("trop_d_invitations");

    const made: OrganisationId[] = [];
    const invitations = list.people.map((person) => {
      const organisation = person.organisation === null ? null : organisationNamed(world, person.organisation, made);
      return { place: person.place, ...invite(world, { ...person, organisation }) };
    });
    return did<ListAnswer>(
      { fait: true, invited: { invitations: invitations.length, organisations: made.length } },
      [
        ...made.map((organisation) => ({ acte: "creer_organisation", sur: { organisation } }) as const),
        ...invitations.map(
          (each) =>
            ({ acte: "inviter", sur: subjectOf(each.id, each.place), detail: { role: each.place.role } }) as const,
        ),
      ],
      { mails: invitations.map(({ mail }) => mail) },
    );
  },
});

/** An invitation, and where it leads: to a groupe, or to the contrat (null). */
export interface OneInvitation {
  readonly groupe: GroupeId | null;
  readonly invitation: InvitationId;
}

/** The mail once more, with another link: the one before leads nowhere. */
export const remindInvitation = act({
  capability: ({ groupe }) => capabilityFor(groupe),
  scope: ({ groupe }) => scopeOf(groupe),
  run: (world: World, one: OneInvitation) => {
    const waiting = waitingIn(world.sql, one);
    if (waiting === null) return refuse("introuvable");
    const { token, digest } = makeToken(world);
    renewInvitation(world.sql, waiting.id, digest, world.now + INVITATION_MS);
    return did(
      null,
      { acte: "relancer_invitation", sur: subjectOf(waiting.id, waiting.place) },
      { mails: [mailOf(world, waiting, token)] },
    );
  },
});

export const withdrawInvitation = act({
  capability: ({ groupe }) => capabilityFor(groupe),
  scope: ({ groupe }) => scopeOf(groupe),
  run: ({ sql, now }: World, one: OneInvitation) => {
    const waiting = waitingIn(sql, one);
    if (waiting === null) return refuse("introuvable");
    endInvitation(sql, waiting.id, "retiree_le", now);
    return did(null, { acte: "retirer_invitation", sur: subjectOf(waiting.id, waiting.place) });
  },
});

function capabilityFor(groupe: GroupeId | null): "gerer_membres" | "gerer_groupe" {
  return groupe === null ? "gerer_membres" : "gerer_groupe";
}

function scopeOf(groupe: GroupeId | null): Scope {
  return groupe === null ? THE_CONTRAT : { of: "groupe", groupe };
}

/** The invitation, if it waits and leads there. */
function waitingIn(sql: SqlStorage, { groupe, invitation }: OneInvitation): WaitingInvitation | null {
  const waiting = findWaiting(sql, invitation);
  return waiting?.place.groupe === groupe ? waiting : null;
}

type ReadPerson = Omit<Invited, "organisation"> & { readonly organisation: string | null; readonly ligne: number };

/** The people of a list, each with the place that the list gives them, or what is wrong with it. */
function readList(
  texte: string,
  place: InvitationPlace,
): { readonly people: readonly ReadPerson[]; readonly lignes: null } | { readonly lignes: readonly ListError[] } {
  if (place.groupe === null) {
    const list = parseInvitationList(texte, { allowed: GIVEN_ROLES, role: place.role });
    if (list.people === null) return { lignes: list.errors };
    const people = list.people.map(({ role, ...person }) => ({ ...person, place: { groupe: null, role } }));
    return { people, lignes: null };
  }
  const { groupe } = place;
  const list = parseInvitationList(texte, { allowed: INVITED_GROUPE_ROLES, role: place.role });
  if (list.people === null) return { lignes: list.errors };
  const people = list.people.map(({ role, ...person }) => ({ ...person, place: { groupe, role } }));
  return { people, lignes: null };
}

/** The organisation of this name; one that the contrat did not know is made, and noted in `made`. */
function organisationNamed({ sql, random }: World, nom: string, made: OrganisationId[]): OrganisationId {
  const known = findOrganisation(sql, nom);
  if (known !== null) return known.id;
  const id = makeId<OrganisationId>(random);
  setOrganisationFacts(sql, { id, nom, kind: "autre", siret: null });
  made.push(id);
  return id;
}

function invite(
  world: World,
  { adresse, nom, organisation, place }: Invited,
): { readonly id: InvitationId; readonly mail: Mail } {
  const id = makeId<InvitationId>(world.random);
  const { token, digest } = makeToken(world);
  const expireLe = world.now + INVITATION_MS;
  const waiting: WaitingInvitation = { id, adresse, nom, organisation, place, par: world.by, expireLe };
  addInvitation(world.sql, waiting, digest, world.now);
  return { id, mail: mailOf(world, waiting, token) };
}

/** 160 bits of chance: long enough for a plain digest. */
function makeToken({ random }: World): { readonly token: string; readonly digest: string } {
  const token = makeId(random) + makeId(random);
  return { token, digest: digestOf(token) };
}

function mailOf(world: World, { adresse, place, par }: WaitingInvitation, token: string): Mail {
  const { sql, self, publicUrl } = world;
  return invitationMail({
    to: adresse,
    contrat: self.facts.nom,
    groupe: place.groupe === null ? null : (findGroupe(sql, place.groupe)?.nom ?? null),
    role: place.role,
    par: nameOf(sql, par),
    link: `${publicUrl}${paths.invitation(self.slug)}#${token}`,
    days: Math.round(INVITATION_MS / (24 * 3_600_000)),
  });
}

function subjectOf(invitation: InvitationId, { groupe }: InvitationPlace) {
  return groupe === null ? { invitation } : { invitation, groupe };
}
