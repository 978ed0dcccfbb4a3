import { fr } from "./typography.ts";

/** Over what is shown as it was last known. */
export const LATE = fr("Le serveur ne répond pas : voici ce qui était connu la dernière fois qu'il a répondu.");
