import { type ListError, parseInvitationList } from "../../../shared/domain/invitation-list.ts";
import { type GroupeId, type InvitationId, makeId, type OrganisationId } from "../../../shared/ids.ts";
import type { FailedMail } from "../../../shared/protocol/bodies/account.ts";
import {
  INVITED_GROUPE_ROLES,
  type InvitationPlace,
  type InvitedBody,
} from "../../../shared/protocol/bodies/invitation.ts";
import { GIVEN_ROLES } from "../../../shared/protocol/bodies/membre.ts";
import { ok, refuse } from "../../../shared/result.ts";
import { act, did, THE_CONTRAT, unchanged, type World } from "../act.ts";
import {
  countWaiting,
  findWaiting,
  findWaitingFor,
  INVITATIONS_MAX,
  isInvited,
  noteUndelivered,
  type WaitingInvitation,
} from "../invitations.ts";
import { type Invited, invite, remind, subjectOf, withdraw } from "../inviting.ts";
import { findOrganisation, hasOrganisation, setOrganisationFacts } from "../organisations.ts";
import type { Scope } from "../scope.ts";

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

export const remindInvitation = act({
  capability: ({ groupe }) => capabilityFor(groupe),
  scope: ({ groupe }) => scopeOf(groupe),
  run: (world: World, one: OneInvitation) => {
    const waiting = waitingIn(world.sql, one);
    return waiting === null ? refuse("introuvable") : ok(remind(world, [waiting]));
  },
});

export const withdrawInvitation = act({
  capability: ({ groupe }) => capabilityFor(groupe),
  scope: ({ groupe }) => scopeOf(groupe),
  run: (world: World, one: OneInvitation) => {
    const waiting = waitingIn(world.sql, one);
    return waiting === null ? refuse("introuvable") : withdraw(world, waiting);
  },
});

/** A mail that did not arrive, by its number. */
export interface OneMail {
  readonly courriel: number;
}

/**
 * What a mail brought in vain is sent again. Answers how many mails leave: none when it is not among those that failed any
 * more, or when what it brought waits no more.
 */
export const sendMailAgain = act({
  capability: "gerer_membres",
  scope: () => THE_CONTRAT,
  run: (world: World, { courriel }: OneMail) => {
    const failed = failedMail(world, courriel);
    if (failed === null) return unchanged({ renvoyes: 0 });
    const invitations = findWaitingFor(world.sql, failed.destinataire);
    const { mails = [], ...done } = remind(world, invitations);
    return ok({ ...done, mails, answer: { renvoyes: mails.length }, forgotten: [courriel, ...(done.forgotten ?? [])] });
  },
});

/** A mail that did not arrive was seen, and is shown no more; the invitation still says that it did not arrive. */
export const dismissMail = act({
  capability: "gerer_membres",
  scope: () => THE_CONTRAT,
  run: (world: World, { courriel }: OneMail) => {
    const failed = failedMail(world, courriel);
    if (failed === null) return unchanged(null);
    const invitations = findWaitingFor(world.sql, failed.destinataire);
    for (const { id } of invitations) noteUndelivered(world.sql, id, world.now);
    const entries = invitations.map(
      ({ id, place }) => ({ acte: "ecarter_courriel", sur: subjectOf(id, place) }) as const,
    );
    return did(null, entries.length > 0 ? entries : { acte: "ecarter_courriel", sur: {} }, { forgotten: [courriel] });
  },
});

function failedMail({ failedMails }: World, courriel: number): FailedMail | null {
  return failedMails().find(({ id }) => id === courriel) ?? null;
}

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
