import type { FicheActe } from "../../../../shared/workflow/acts.ts";
import type { OfferedActe } from "../../../../shared/workflow/possible-acts.ts";

/** Each act with its verdict for this person. */
export type Offers = (acte: FicheActe) => OfferedActe;
