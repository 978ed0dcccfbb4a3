import type { InstanceKind } from "../domain/instance.ts";
import {
  type AccountId,
  type AtelierId,
  type AxeId,
  type DocumentId,
  type GroupeId,
  type InvitationId,
  type OrganisationId,
  type ReunionId,
  shortId,
} from "../ids.ts";
import { slugify } from "../text/slugify.ts";
import { paths } from "./paths.ts";

/** The screens of a contrat beside its plan d'actions: apart, so that whoever only writes a fiche does not load them. */
export const contratPages = {
  groupes: (slug: string) => `${paths.contrat(slug)}/groupes`,
  groupe: (slug: string, groupe: GroupeAddress) => `${paths.contrat(slug)}/groupes/${groupePiece(groupe)}`,
  /** Whom a groupe invites: by mail, by a call to join, by the code of a workshop. */
  groupeInviting: (slug: string, groupe: GroupeAddress) => `${contratPages.groupe(slug, groupe)}/inviter`,
  groupeSettings: (slug: string, groupe: GroupeAddress) => `${contratPages.groupe(slug, groupe)}/reglages`,
  /** The notes of a meeting, written together. */
  reunion: (slug: string, groupe: GroupeAddress, reunion: ReunionId) =>
    `${contratPages.groupe(slug, groupe)}/reunions/${reunion}`,
  membres: (slug: string) => `${paths.contrat(slug)}/membres`,
  invitations: (slug: string) => `${paths.contrat(slug)}/membres/invitations`,
  organisations: (slug: string) => `${paths.contrat(slug)}/membres/organisations`,
  instances: (slug: string) => `${paths.contrat(slug)}/instances`,
  plan: (slug: string) => `${paths.contrat(slug)}/plan`,
  identite: (slug: string) => `${paths.contrat(slug)}/plan/identite`,
  partage: (slug: string) => `${paths.contrat(slug)}/plan/partage`,
  journal: (slug: string) => `${paths.contrat(slug)}/journal`,
  corbeille: (slug: string) => `${paths.contrat(slug)}/corbeille`,
  copie: (slug: string) => `${paths.contrat(slug)}/copie`,
} as const;

export interface GroupeAddress {
  readonly id: GroupeId;
  readonly nom: string;
}

/** `prevention-des-aines-k7f3qd9m`: only the end decides. */
function groupePiece({ id, nom }: GroupeAddress): string {
  const words = slugify(nom, 60);
  return words === "" ? shortId(id) : `${words}-${shortId(id)}`;
}

/** What the screens of a contrat ask the server for. */
export const contratRequests = {
  identite: (slug: string) => `${root(slug)}/identite`,
  slug: (slug: string) => `${root(slug)}/slug`,
  stades: (slug: string) => `${root(slug)}/stades`,
  signataires: (slug: string) => `${root(slug)}/signataires`,
  partage: (slug: string) => `${root(slug)}/partage`,
  axes: (slug: string) => `${root(slug)}/axes`,
  axe: (slug: string, axe: AxeId) => `${root(slug)}/axes/${axe}`,
  axePlace: (slug: string, axe: AxeId) => `${root(slug)}/axes/${axe}/place`,
  fiche: (slug: string, fiche: DocumentId) => `${root(slug)}/fiches/${fiche}`,
  fichePlace: (slug: string, fiche: DocumentId) => `${root(slug)}/fiches/${fiche}/place`,
  ficheGroupe: (slug: string, fiche: DocumentId) => `${root(slug)}/fiches/${fiche}/groupe`,
  ficheRestored: (slug: string, fiche: DocumentId) => `${root(slug)}/corbeille/fiches/${fiche}/retour`,
  corbeille: (slug: string) => `${root(slug)}/corbeille`,
  groupes: (slug: string) => `${root(slug)}/groupes`,
  groupe: (slug: string, groupe: string) => `${root(slug)}/groupes/${groupe}`,
  groupeRestored: (slug: string, groupe: GroupeId) => `${root(slug)}/corbeille/groupes/${groupe}/retour`,
  groupeWriting: (slug: string, groupe: GroupeId) => `${root(slug)}/groupes/${groupe}/ecriture`,
  groupeAppel: (slug: string, groupe: GroupeId) => `${root(slug)}/groupes/${groupe}/appel`,
  groupeMembre: (slug: string, groupe: GroupeId, personne: AccountId) =>
    `${root(slug)}/groupes/${groupe}/membres/${personne}`,
  groupeOutside: (slug: string, groupe: GroupeId) => `${root(slug)}/groupes/${groupe}/personnes`,
  groupeDemandes: (slug: string, groupe: GroupeId) => `${root(slug)}/groupes/${groupe}/demandes`,
  groupeDemande: (slug: string, groupe: GroupeId, personne: AccountId) =>
    `${root(slug)}/groupes/${groupe}/demandes/${personne}`,
  groupeFiches: (slug: string, groupe: GroupeId) => `${root(slug)}/groupes/${groupe}/fiches`,
  groupeReunions: (slug: string, groupe: GroupeId) => `${root(slug)}/groupes/${groupe}/reunions`,
  groupeAteliers: (slug: string, groupe: GroupeId) => `${root(slug)}/groupes/${groupe}/ateliers`,
  reunion: (slug: string, reunion: ReunionId) => `${root(slug)}/reunions/${reunion}`,
  reunionPresence: (slug: string, reunion: ReunionId) => `${root(slug)}/reunions/${reunion}/presence`,
  reunionNotes: (slug: string, reunion: ReunionId) => `${root(slug)}/reunions/${reunion}/notes`,
  atelier: (slug: string, atelier: AtelierId) => `${root(slug)}/ateliers/${atelier}`,
  /** Of a groupe, or of the whole contrat (null). */
  invitations: (slug: string, groupe: GroupeId | null) => `${place(slug, groupe)}/invitations`,
  invitationList: (slug: string, groupe: GroupeId | null) => `${place(slug, groupe)}/invitations/liste`,
  invitation: (slug: string, groupe: GroupeId | null, invitation: InvitationId) =>
    `${place(slug, groupe)}/invitations/${invitation}`,
  invitationReminder: (slug: string, groupe: GroupeId | null, invitation: InvitationId) =>
    `${place(slug, groupe)}/invitations/${invitation}/relance`,
  organisations: (slug: string) => `${root(slug)}/organisations`,
  organisation: (slug: string, organisation: OrganisationId) => `${root(slug)}/organisations/${organisation}`,
  membres: (slug: string) => `${root(slug)}/membres`,
  membre: (slug: string, personne: AccountId | "moi") => `${root(slug)}/membres/${personne}`,
  coordination: (slug: string) => `${root(slug)}/coordination`,
  instances: (slug: string) => `${root(slug)}/instances`,
  instance: (slug: string, instance: InstanceKind) => `${root(slug)}/instances/${instance}`,
  presidence: (slug: string, instance: InstanceKind) => `${root(slug)}/instances/${instance}/presidence`,
  courriels: (slug: string) => `${root(slug)}/courriels`,
  courriel: (slug: string, id: number) => `${root(slug)}/courriels/${id}`,
  courrielAgain: (slug: string, id: number) => `${root(slug)}/courriels/${id}/relance`,
  journal: (slug: string) => `${root(slug)}/journal`,
  journalCheck: (slug: string) => `${root(slug)}/journal/verification`,
  journalFile: (slug: string) => `${root(slug)}/journal/fichier`,
  export: (slug: string) => `${root(slug)}/export`,
} as const;

function root(slug: string): string {
  return `/api/contrats/${encodeURIComponent(slug)}`;
}

function place(slug: string, groupe: GroupeId | null): string {
  return groupe === null ? root(slug) : `${root(slug)}/groupes/${groupe}`;
}
