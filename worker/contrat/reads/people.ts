import type { GroupeId } from "../../../shared/ids.ts";
import type { OutsideGroupeBody } from "../../../shared/protocol/bodies/groupe.ts";
import type { InstancesBody } from "../../../shared/protocol/bodies/instance.ts";
import type { FailedMailsBody, InvitationsBody } from "../../../shared/protocol/bodies/invitation.ts";
import type { MembresBody, OrganisationsBody } from "../../../shared/protocol/bodies/membre.ts";
import { ok } from "../../../shared/result.ts";
import { THE_CONTRAT } from "../act.ts";
import { listGroupes } from "../groupes.ts";
import { listInstances } from "../instances.ts";
import { listInvitations } from "../invitations.ts";
import { listMembres, membershipOf, peopleOf } from "../membres.ts";
import { listOrganisations } from "../organisations.ts";
import { failedAdresses, read } from "../read.ts";

/** Everybody of the contrat, and what they are. */
export const readMembres = read({
  capability: "gerer_membres",
  scope: () => THE_CONTRAT,
  run: ({ sql }, _: Record<never, never>) => {
    const names = new Map(listGroupes(sql).map(({ id, nom }) => [id, nom]));
    const body: MembresBody = {
      membres: listMembres(sql).map((membre) => {
        const { contratRoles, groupeRoles } = membershipOf(sql, membre.id);
        return {
          ...membre,
          roles: contratRoles,
          groupes: [...groupeRoles].map(([id, roles]) => ({ id, nom: names.get(id) ?? "", roles })),
        };
      }),
    };
    return ok(body);
  },
});

export const readOrganisations = read({
  capability: "etre_membre",
  scope: () => THE_CONTRAT,
  run: ({ sql }, _: Record<never, never>) => {
    const body: OrganisationsBody = { organisations: listOrganisations(sql) };
    return ok(body);
  },
});

/** Who sits in the bodies and how they decide: everybody of the contrat knows. */
export const readInstances = read({
  capability: "etre_membre",
  scope: () => THE_CONTRAT,
  run: ({ sql }, _: Record<never, never>) => {
    const body: InstancesBody = { instances: listInstances(sql) };
    return ok(body);
  },
});

/** All the invitations, to the contrat and to its groupes. */
export const readInvitations = read({
  capability: "gerer_membres",
  scope: () => THE_CONTRAT,
  run: (reader, _: Record<never, never>) => {
    const body: InvitationsBody = {
      invitations: listInvitations(reader.sql, "toutes", reader.now, failedAdresses(reader)),
    };
    return ok(body);
  },
});

/** Those to one groupe. */
export const readInvitationsOfGroupe = read({
  capability: "gerer_groupe",
  scope: ({ groupe }: { groupe: GroupeId }) => ({ of: "groupe", groupe }),
  run: (reader, { groupe }) => {
    const body: InvitationsBody = {
      invitations: listInvitations(reader.sql, groupe, reader.now, failedAdresses(reader)),
    };
    return ok(body);
  },
});

/** Who could be put into a groupe by name: names and organisations, and nothing of what they are elsewhere. */
export const readOutsideGroupe = read({
  capability: "gerer_groupe",
  scope: ({ groupe }: { groupe: GroupeId }) => ({ of: "groupe", groupe }),
  run: ({ sql }, { groupe }) => {
    const inside = new Set(peopleOf(sql, groupe).map(({ account }) => account));
    const organisations = new Map(listOrganisations(sql).map(({ id, nom }) => [id, nom]));
    const byName = new Intl.Collator("fr");
    const body: OutsideGroupeBody = {
      personnes: listMembres(sql)
        .flatMap(({ id, nom, organisation }) => {
          if (nom === null || inside.has(id)) return [];
          return [{ id, nom, organisation: organisation === null ? null : (organisations.get(organisation) ?? null) }];
        })
        .sort((a, b) => byName.compare(a.nom, b.nom)),
    };
    return ok(body);
  },
});

/** Mails of the contrat that were tried in vain. */
export const readFailedMails = read({
  capability: "gerer_membres",
  scope: () => THE_CONTRAT,
  run: ({ failedMails }, _: Record<never, never>) => {
    const body: FailedMailsBody = { courriels: failedMails() };
    return ok(body);
  },
});
