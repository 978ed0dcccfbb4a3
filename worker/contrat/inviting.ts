import type { Adresse } from "../../shared/domain/adresse.ts";
import { type InvitationId, makeId, type OrganisationId } from "../../shared/ids.ts";
import type { InvitationPlace } from "../../shared/protocol/bodies/invitation.ts";
import { paths } from "../../shared/protocol/paths.ts";
import { digestOf } from "../keys.ts";
import type { Mail } from "../mail/mail.ts";
import { type Done, did, type World } from "./act.ts";
import { findGroupe } from "./groupes.ts";
import { invitationMail } from "./invitation-mail.ts";
import { addInvitation, endInvitation, INVITATION_MS, renewInvitation, type WaitingInvitation } from "./invitations.ts";
import { nameOf } from "./membres.ts";

/** Somebody to invite. */
export interface Invited {
  readonly adresse: Adresse;
  readonly nom: string | null;
  readonly organisation: OrganisationId | null;
  readonly place: InvitationPlace;
}

/**
 * Keeps a new invitation, and its mail.
 *
 * @param as the name of who invites, when they are not of the contrat; null: as the contrat knows them
 */
export function invite(
  world: World,
  { adresse, nom, organisation, place }: Invited,
  as: string | null = null,
): { readonly id: InvitationId; readonly mail: Mail } {
  const id = makeId<InvitationId>(world.random);
  const { token, digest } = makeToken(world);
  const expireLe = world.now + INVITATION_MS;
  const waiting: WaitingInvitation = { id, adresse, nom, organisation, place, par: world.by, expireLe };
  addInvitation(world.sql, waiting, digest, world.now);
  return { id, mail: mailOf(world, waiting, token, as) };
}

/** The mail of these invitations once more, each with another link: the ones before lead nowhere. `as`: as above. */
export function remind(world: World, invitations: readonly WaitingInvitation[], as: string | null = null): Done<null> {
  const mails = invitations.map((waiting) => {
    const { token, digest } = makeToken(world);
    renewInvitation(world.sql, waiting.id, digest, world.now + INVITATION_MS);
    return mailOf(world, waiting, token, as);
  });
  const journal = invitations.map(
    ({ id, place }) => ({ acte: "relancer_invitation", sur: subjectOf(id, place) }) as const,
  );
  const forgotten = invitations.flatMap(({ adresse }) => failuresTo(world, adresse));
  return { answer: null, journal, mails, forgotten };
}

/** Takes an invitation back: its link leads nowhere, and whom it was for is not kept. */
export function withdraw(world: World, { id, place, adresse }: WaitingInvitation) {
  endInvitation(world.sql, id, "retiree_le", world.now);
  return did(
    null,
    { acte: "retirer_invitation", sur: subjectOf(id, place) },
    { forgotten: failuresTo(world, adresse) },
  );
}

/** The mails to this address that brought an invitation in vain. */
export function failuresTo({ failedMails }: World, adresse: Adresse): number[] {
  return failedMails()
    .filter(({ genre, destinataire }) => genre === "invitation" && destinataire === adresse)
    .map(({ id }) => id);
}

/** What the journal says that an invitation is. */
export function subjectOf(invitation: InvitationId, { groupe }: InvitationPlace) {
  return groupe === null ? { invitation } : { invitation, groupe };
}

/** 160 bits of chance: long enough for a plain digest. */
function makeToken({ random }: World): { readonly token: string; readonly digest: string } {
  const token = makeId(random) + makeId(random);
  return { token, digest: digestOf(token) };
}

function mailOf(world: World, { adresse, place, par }: WaitingInvitation, token: string, as: string | null): Mail {
  const { sql, self, publicUrl } = world;
  return invitationMail({
    to: adresse,
    contrat: self.facts.nom,
    groupe: place.groupe === null ? null : (findGroupe(sql, place.groupe)?.nom ?? null),
    role: place.role,
    par: as ?? nameOf(sql, par),
    link: `${publicUrl}${paths.invitation(self.slug)}#${token}`,
    days: Math.round(INVITATION_MS / (24 * 3_600_000)),
  });
}
