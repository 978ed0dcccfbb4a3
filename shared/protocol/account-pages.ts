/** The pages of one's account: apart, so that no other page loads them. */
export const accountPages = {
  identity: "/compte",
  sessions: "/compte/connexions",
  data: "/compte/donnees",
} as const;
