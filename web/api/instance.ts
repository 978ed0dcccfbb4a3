import type { AccountId, ContratId, InvitationId, RegionId } from "../../shared/ids.ts";
import type {
  AdministrationBody,
  FirstAccessBody,
  InstanceContrat,
  InstanceContratsBody,
  InstanceRegionsBody,
  NewContratBody,
  NewReglagesBody,
  ReglagesBody,
} from "../../shared/protocol/bodies/instance-admin.ts";
import { CONTRAT_REFUSALS } from "../../shared/protocol/contrat-refusals.ts";
import type { HealthBody } from "../../shared/protocol/http-bodies.ts";
import { instancePaths } from "../../shared/protocol/instance-paths.ts";
import { INSTANCE_REFUSALS, type InstanceRefusal } from "../../shared/protocol/instance-refusals.ts";
import { apiPaths } from "../../shared/protocol/paths.ts";
import type { Result } from "../../shared/result.ts";
import type { ApiRefusal, ApiResult, AskServer } from "./client.ts";

const REFUSALS = { ...INSTANCE_REFUSALS, slug_pris: CONTRAT_REFUSALS.slug_pris };

/** Why an act on the instance may be refused. */
export type AdminRefusal = keyof typeof REFUSALS;

export type AdminResult<Body> = Result<Body, ApiRefusal | AdminRefusal>;

/** What administers the instance. */
export interface InstanceApi {
  checkFirstAccess(jeton: string): Promise<Result<null, ApiRefusal | InstanceRefusal>>;
  firstAccess(body: FirstAccessBody): Promise<Result<null, ApiRefusal | InstanceRefusal>>;
  contrats(): Promise<AdminResult<InstanceContratsBody>>;
  addContrat(body: NewContratBody): Promise<AdminResult<InstanceContrat>>;
  /** Invites somebody to coordinate a contrat that nobody coordinates; sends that again; takes it back. */
  inviteCoordination(contrat: ContratId, adresse: string): Promise<AdminResult<null>>;
  remindCoordination(contrat: ContratId, invitation: InvitationId): Promise<AdminResult<null>>;
  withdrawCoordination(contrat: ContratId, invitation: InvitationId): Promise<AdminResult<null>>;
  administration(): Promise<AdminResult<AdministrationBody>>;
  addAdministrator(adresse: string): Promise<AdminResult<null>>;
  removeAdministrator(account: AccountId): Promise<AdminResult<null>>;
  regions(): Promise<AdminResult<InstanceRegionsBody>>;
  addRegion(nom: string): Promise<AdminResult<unknown>>;
  renameRegion(region: RegionId, nom: string): Promise<AdminResult<null>>;
  addRegionReader(region: RegionId, adresse: string): Promise<AdminResult<null>>;
  removeRegionReader(region: RegionId, account: AccountId): Promise<AdminResult<null>>;
  reglages(): Promise<AdminResult<ReglagesBody>>;
  changeReglages(body: NewReglagesBody): Promise<AdminResult<ReglagesBody>>;
  health(): Promise<ApiResult<HealthBody>>;
}

/** These requests, over the page's own way to ask. */
export function createInstanceApi(ask: AskServer): InstanceApi {
  const act = <Body>(method: "GET" | "POST" | "PUT" | "DELETE", path: string, body?: unknown) =>
    ask<Body, AdminRefusal>(method, path, { ...(body !== undefined && { body }), refusals: REFUSALS });
  const open = (path: string, body: unknown) =>
    ask<null, InstanceRefusal>("POST", path, { body, refusals: INSTANCE_REFUSALS });
  return {
    checkFirstAccess: (jeton) => open(apiPaths.firstAccessCheck, { jeton }),
    firstAccess: (body) => open(apiPaths.firstAccess, body),
    contrats: () => act("GET", instancePaths.contrats),
    addContrat: (body) => act("POST", instancePaths.contrats, body),
    inviteCoordination: (contrat, adresse) => act("POST", instancePaths.coordination(contrat), { adresse }),
    remindCoordination: (contrat, invitation) =>
      act("POST", instancePaths.coordinationReminder(contrat, invitation), {}),
    withdrawCoordination: (contrat, invitation) =>
      act("DELETE", instancePaths.coordinationInvitation(contrat, invitation)),
    administration: () => act("GET", instancePaths.administration),
    addAdministrator: (adresse) => act("POST", instancePaths.administration, { adresse }),
    removeAdministrator: (account) => act("DELETE", instancePaths.administrator(account)),
    regions: () => act("GET", instancePaths.regions),
    addRegion: (nom) => act("POST", instancePaths.regions, { nom }),
    renameRegion: (region, nom) => act("PUT", instancePaths.region(region), { nom }),
    addRegionReader: (region, adresse) => act("POST", instancePaths.regionReaders(region), { adresse }),
    removeRegionReader: (region, account) => act("DELETE", instancePaths.regionReader(region, account)),
    reglages: () => act("GET", instancePaths.reglages),
    changeReglages: (body) => act("PUT", instancePaths.reglages, body),
    health: () => ask<HealthBody>("GET", apiPaths.health),
  };
}
