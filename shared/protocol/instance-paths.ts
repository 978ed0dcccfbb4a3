import type { AccountId, ContratId, InvitationId, RegionId } from "../ids.ts";

/** Requests of who administers the instance: apart, so that no other page loads them. */
export const instancePaths = {
  contrats: "/api/instance/contrats",
  coordination: (id: ContratId) => `/api/instance/contrats/${id}/coordination`,
  coordinationInvitation: (id: ContratId, invitation: InvitationId) =>
    `/api/instance/contrats/${id}/coordination/${invitation}`,
  coordinationReminder: (id: ContratId, invitation: InvitationId) =>
    `/api/instance/contrats/${id}/coordination/${invitation}/relance`,
  administration: "/api/instance/administration",
  administrator: (id: AccountId) => `/api/instance/administration/${id}`,
  regions: "/api/instance/regions",
  region: (id: RegionId) => `/api/instance/regions/${id}`,
  regionReaders: (id: RegionId) => `/api/instance/regions/${id}/lecteurs`,
  regionReader: (id: RegionId, account: AccountId) => `/api/instance/regions/${id}/lecteurs/${account}`,
  reglages: "/api/instance/reglages",
} as const;

/** The pages of administration: apart, for the same reason. */
export const adminPages = {
  contrats: "/administration",
  regions: "/administration/regions",
  people: "/administration/personnes",
  reglages: "/administration/reglages",
  health: "/administration/etat",
} as const;
