import type { RegionId } from "../ids.ts";

/** Requests of whoever reads a région: apart, so that no other page loads them. */
export const regionPaths = {
  mine: "/api/regions",
  contrat: (region: RegionId, slug: string) => `/api/regions/${region}/contrats/${slug}`,
} as const;
