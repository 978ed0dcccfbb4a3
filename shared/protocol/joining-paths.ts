/** Requests of somebody who comes to a contrat: apart, so that no other page loads them. */
export const joiningPaths = {
  invitation: (slug: string) => `/api/contrats/${encodeURIComponent(slug)}/invitation`,
  acceptInvitation: (slug: string) => `/api/contrats/${encodeURIComponent(slug)}/invitation/acceptation`,
  atelier: (slug: string) => `/api/contrats/${encodeURIComponent(slug)}/atelier`,
} as const;
