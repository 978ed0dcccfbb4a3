import type { GroupeRole, Stade } from "../../shared/domain/contrat.ts";
import type { InstanceKind, Regle } from "../../shared/domain/instance.ts";
import type { ContratFacts } from "../../shared/domain/new-contrat.ts";
import type { Organisation } from "../../shared/domain/organisation.ts";
import type {
  AccountId,
  AtelierId,
  AxeId,
  DocumentId,
  GroupeId,
  InvitationId,
  OrganisationId,
  ReunionId,
} from "../../shared/ids.ts";
import { POLICY_REFUSALS, type PolicyRefusal } from "../../shared/policy/refusals.ts";
import type {
  CorbeilleBody,
  CreatedBody,
  IdentiteBody,
  PartageBody,
  PartageShownBody,
  Signataire,
} from "../../shared/protocol/bodies/contrat.ts";
import type {
  AtelierCreatedBody,
  GroupeBody,
  GroupesBody,
  OutsideGroupeBody,
  ReunionInGroupe,
} from "../../shared/protocol/bodies/groupe.ts";
import type { InstancesBody } from "../../shared/protocol/bodies/instance.ts";
import type {
  FailedMailsBody,
  InvitationPlace,
  InvitationsBody,
  InvitedBody,
  SentAgainBody,
} from "../../shared/protocol/bodies/invitation.ts";
import type { JournalBody, JournalCheckBody, JournalQuery } from "../../shared/protocol/bodies/journal.ts";
import type { GIVEN_ROLES, MembresBody, OrganisationsBody } from "../../shared/protocol/bodies/membre.ts";
import { contratRequests as at } from "../../shared/protocol/contrat-paths.ts";
import { CONTRAT_REFUSALS, type ContratRefusal } from "../../shared/protocol/contrat-refusals.ts";
import type { Result } from "../../shared/result.ts";
import type { ApiRefusal, AskServer } from "./client.ts";

/** Why an act in a contrat may be refused: its state does not allow it, or the person may not. */
export type ActRefusal = ContratRefusal | PolicyRefusal;

/** What a question or an act about a contrat answers. */
export type ContratResult<Body> = Result<Body, ApiRefusal | ActRefusal>;

/** A role that is given by hand in the whole contrat. */
export type GivenRole = (typeof GIVEN_ROLES)[number];

/** Somebody to invite. */
export interface Invited {
  readonly adresse: string;
  readonly nom: string | null;
  readonly organisation: OrganisationId | null;
  readonly place: InvitationPlace;
}

export type ReunionFacts = Pick<ReunionInGroupe, "le" | "lieu" | "lien" | "ordreDuJour">;

/** One contrat: what its screens ask, and what they do. */
export type ContratApi = ReturnType<typeof createContratApi>;

// `Object.fromEntries` says `string`: they are the codes of the list.
const FORBIDDEN = Object.fromEntries(POLICY_REFUSALS.map((code) => [code, 403])) as Record<PolicyRefusal, number>;
const REFUSALS: Readonly<Record<ActRefusal, number>> = { ...FORBIDDEN, ...CONTRAT_REFUSALS };

/** These requests about one contrat, over the page's own way to ask. */
export function createContratApi(ask: AskServer, slug: string) {
  const get = <Body>(path: string) => ask<Body, ActRefusal>("GET", path, { refusals: REFUSALS });
  const act = <Body = null>(method: "POST" | "PUT" | "DELETE", path: string, body?: unknown) =>
    ask<Body, ActRefusal>(method, path, { ...(body !== undefined && { body }), refusals: REFUSALS });
  return {
    identite: () => get<IdentiteBody>(at.identite(slug)),
    changeIdentite: (facts: Omit<ContratFacts, "stade">) => act("PUT", at.identite(slug), facts),
    changeSlug: (to: string) => act("PUT", at.slug(slug), { slug: to }),
    passStade: (stade: Stade, le: string) => act("POST", at.stades(slug), { stade, le }),
    changeSignataires: (signataires: readonly Signataire[]) => act("PUT", at.signataires(slug), { signataires }),
    partage: () => get<PartageShownBody>(at.partage(slug)),
    changePartage: (partage: PartageBody) => act("PUT", at.partage(slug), partage),

    addAxe: (parent: AxeId | null, libelle: string) => act<CreatedBody>("POST", at.axes(slug), { parent, libelle }),
    renameAxe: (axe: AxeId, libelle: string) => act("PUT", at.axe(slug, axe), { libelle }),
    moveAxe: (axe: AxeId, parent: AxeId | null, rang: number) => act("PUT", at.axePlace(slug, axe), { parent, rang }),
    removeAxe: (axe: AxeId) => act("DELETE", at.axe(slug, axe)),

    addFiche: (groupe: GroupeId, axe: AxeId) => act<CreatedBody>("POST", at.groupeFiches(slug, groupe), { axe }),
    /** Without a number, the next free one of the axe. */
    placeFiche: (fiche: DocumentId, axe: AxeId, numero: string | null) =>
      act("PUT", at.fichePlace(slug, fiche), { axe, numero }),
    entrustFiche: (fiche: DocumentId, groupe: GroupeId) => act("PUT", at.ficheGroupe(slug, fiche), { groupe }),
    throwFiche: (fiche: DocumentId) => act("DELETE", at.fiche(slug, fiche)),
    corbeille: () => get<CorbeilleBody>(at.corbeille(slug)),
    restoreFiche: (fiche: DocumentId) => act("POST", at.ficheRestored(slug, fiche), {}),
    restoreGroupe: (groupe: GroupeId) => act("POST", at.groupeRestored(slug, groupe), {}),

    groupes: () => get<GroupesBody>(at.groupes(slug)),
    /** `groupe`: an id, or the short one that addresses end with. */
    groupe: (groupe: string) => get<GroupeBody>(at.groupe(slug, groupe)),
    addGroupe: (nom: string) => act<CreatedBody>("POST", at.groupes(slug), { nom }),
    renameGroupe: (groupe: GroupeId, nom: string) => act("PUT", at.groupe(slug, groupe), { nom }),
    throwGroupe: (groupe: GroupeId) => act("DELETE", at.groupe(slug, groupe)),
    changeWriting: (groupe: GroupeId, habitantsEcrivent: boolean) =>
      act("PUT", at.groupeWriting(slug, groupe), { habitantsEcrivent }),
    changeAppel: (groupe: GroupeId, appel: { readonly ouvert: boolean; readonly texte: string }) =>
      act("PUT", at.groupeAppel(slug, groupe), appel),
    changeGroupeMembre: (groupe: GroupeId, personne: AccountId, roles: readonly GroupeRole[]) =>
      act("PUT", at.groupeMembre(slug, groupe, personne), { roles }),
    /** Who could be put into the groupe by name. */
    outsideGroupe: (groupe: GroupeId) => get<OutsideGroupeBody>(at.groupeOutside(slug, groupe)),
    askToJoin: (groupe: GroupeId) => act("POST", at.groupeDemandes(slug, groupe), {}),
    answerDemande: (groupe: GroupeId, personne: AccountId, role: GroupeRole | null) =>
      act("POST", at.groupeDemande(slug, groupe, personne), { role }),

    addReunion: (groupe: GroupeId, facts: ReunionFacts) =>
      act<CreatedBody>("POST", at.groupeReunions(slug, groupe), facts),
    changeReunion: (reunion: ReunionId, facts: ReunionFacts) => act("PUT", at.reunion(slug, reunion), facts),
    cancelReunion: (reunion: ReunionId) => act("DELETE", at.reunion(slug, reunion)),
    notePresence: (reunion: ReunionId, presence: NonNullable<ReunionInGroupe["presence"]>) =>
      act("PUT", at.reunionPresence(slug, reunion), presence),
    openNotes: (reunion: ReunionId) => act<CreatedBody>("POST", at.reunionNotes(slug, reunion), {}),

    openAtelier: (groupe: GroupeId, jours: number, usages: number) =>
      act<AtelierCreatedBody>("POST", at.groupeAteliers(slug, groupe), { jours, usages }),
    closeAtelier: (atelier: AtelierId) => act("DELETE", at.atelier(slug, atelier)),

    /** Those to one groupe, or all of the contrat's (null). */
    invitations: (groupe: GroupeId | null) => get<InvitationsBody>(at.invitations(slug, groupe)),
    invite: ({ place: { groupe, role }, ...whom }: Invited) =>
      act<CreatedBody>("POST", at.invitations(slug, groupe), { ...whom, role }),
    inviteList: ({ groupe, role }: InvitationPlace, texte: string) =>
      act<InvitedBody>("POST", at.invitationList(slug, groupe), { texte, role }),
    remind: (groupe: GroupeId | null, id: InvitationId) => act("POST", at.invitationReminder(slug, groupe, id), {}),
    withdraw: (groupe: GroupeId | null, id: InvitationId) => act("DELETE", at.invitation(slug, groupe, id)),
    failedMails: () => get<FailedMailsBody>(at.courriels(slug)),
    sendMailAgain: (id: number) => act<SentAgainBody>("POST", at.courrielAgain(slug, id), {}),
    dismissMail: (id: number) => act("DELETE", at.courriel(slug, id)),

    membres: () => get<MembresBody>(at.membres(slug)),
    changeMembre: (personne: AccountId, roles: readonly GivenRole[], organisation: OrganisationId | null) =>
      act("PUT", at.membre(slug, personne), { roles, organisation }),
    removeMembre: (personne: AccountId) => act("DELETE", at.membre(slug, personne)),
    leave: () => act("DELETE", at.membre(slug, "moi")),
    handOver: (successeur: AccountId) => act("POST", at.coordination(slug), { successeur }),

    organisations: () => get<OrganisationsBody>(at.organisations(slug)),
    addOrganisation: (facts: Omit<Organisation, "id">) => act<CreatedBody>("POST", at.organisations(slug), facts),
    changeOrganisation: ({ id, ...facts }: Organisation) => act("PUT", at.organisation(slug, id), facts),
    removeOrganisation: (id: OrganisationId) => act("DELETE", at.organisation(slug, id)),

    instances: () => get<InstancesBody>(at.instances(slug)),
    changeInstance: (kind: InstanceKind, facts: { readonly nom: string; readonly regle: Regle }) =>
      act("PUT", at.instance(slug, kind), facts),
    changePresidence: (
      kind: InstanceKind,
      people: { readonly president: AccountId | null; readonly remplacant: AccountId | null },
    ) => act("PUT", at.presidence(slug, kind), people),

    journal: (query: JournalQuery) => get<JournalBody>(`${at.journal(slug)}${searchOf(query)}`),
    checkJournal: () => get<JournalCheckBody>(at.journalCheck(slug)),
  };
}

function searchOf(query: Readonly<Record<string, string | number | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  return search.size === 0 ? "" : `?${search}`;
}
