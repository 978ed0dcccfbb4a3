import type { OrganisationId } from "../../shared/ids.ts";
import { ACCOUNT_REFUSALS } from "../../shared/protocol/account-refusals.ts";
import type { InvitationOpenedBody, JoinedBody } from "../../shared/protocol/bodies/invitation.ts";
import { CONTRAT_REFUSALS } from "../../shared/protocol/contrat-refusals.ts";
import { joiningPaths } from "../../shared/protocol/joining-paths.ts";
import type { Result } from "../../shared/result.ts";
import type { ApiRefusal, AskServer } from "./client.ts";

const INVITATION_REFUSALS = {
  invitation_inconnue: CONTRAT_REFUSALS.invitation_inconnue,
  invitation_expiree: CONTRAT_REFUSALS.invitation_expiree,
  invitation_utilisee: CONTRAT_REFUSALS.invitation_utilisee,
  invitation_retiree: CONTRAT_REFUSALS.invitation_retiree,
  invitation_autre_adresse: CONTRAT_REFUSALS.invitation_autre_adresse,
  invitation_compte_existant: CONTRAT_REFUSALS.invitation_compte_existant,
  nom_attendu: CONTRAT_REFUSALS.nom_attendu,
  groupe_inconnu: CONTRAT_REFUSALS.groupe_inconnu,
  organisation_inconnue: CONTRAT_REFUSALS.organisation_inconnue,
  trop_d_essais: ACCOUNT_REFUSALS.trop_d_essais,
};

const ATELIER_REFUSALS = {
  atelier_inconnu: CONTRAT_REFUSALS.atelier_inconnu,
  atelier_expire: CONTRAT_REFUSALS.atelier_expire,
  atelier_ferme: CONTRAT_REFUSALS.atelier_ferme,
  atelier_epuise: CONTRAT_REFUSALS.atelier_epuise,
  nom_attendu: CONTRAT_REFUSALS.nom_attendu,
  trop_d_essais: ACCOUNT_REFUSALS.trop_d_essais,
};

/** Why an invitation may not be opened or accepted. */
export type InvitationRefusal = keyof typeof INVITATION_REFUSALS;
/** Why a workshop's code may not let somebody in. */
export type AtelierRefusal = keyof typeof ATELIER_REFUSALS;

/** Coming to a contrat, by an invitation or by a workshop's code. */
export interface JoiningApi {
  openInvitation(slug: string, jeton: string): Promise<Result<InvitationOpenedBody, ApiRefusal | InvitationRefusal>>;
  acceptInvitation(
    slug: string,
    body: { readonly jeton: string; readonly nom: string | null; readonly organisation: OrganisationId | null },
  ): Promise<Result<JoinedBody, ApiRefusal | InvitationRefusal>>;
  joinAtelier(
    slug: string,
    body: { readonly code: string; readonly nom: string | null },
  ): Promise<Result<JoinedBody, ApiRefusal | AtelierRefusal>>;
}

/** These requests, over the page's own way to ask. */
export function createJoiningApi(ask: AskServer): JoiningApi {
  return {
    openInvitation: (slug, jeton) =>
      ask<InvitationOpenedBody, InvitationRefusal>("POST", joiningPaths.invitation(slug), {
        body: { jeton },
        refusals: INVITATION_REFUSALS,
      }),
    acceptInvitation: (slug, body) =>
      ask<JoinedBody, InvitationRefusal>("POST", joiningPaths.acceptInvitation(slug), {
        body,
        refusals: INVITATION_REFUSALS,
      }),
    joinAtelier: (slug, body) =>
      ask<JoinedBody, AtelierRefusal>("POST", joiningPaths.atelier(slug), { body, refusals: ATELIER_REFUSALS }),
  };
}
