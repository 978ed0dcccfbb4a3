/** How long a fiche or a groupe made by mistake can be brought back, in milliseconds: thirty days. */
export const CORBEILLE_MS = 30 * 24 * 3_600_000;
