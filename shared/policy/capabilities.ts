/** What may be asked of `can`: the closed list. */
export const CAPABILITIES = [
  /** Read the text while it is being written. */
  "lire_brouillon",
  /** Change the text. */
  "ecrire",
] as const;

export type Capability = (typeof CAPABILITIES)[number];
