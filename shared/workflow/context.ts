import type { EtatRedaction } from "../domain/contrat.ts";
import type { DocumentId } from "../ids.ts";
import type { VersionPlace } from "../protocol/bodies/history.ts";
import type { Facts } from "./acts.ts";
import type { Joints } from "./joints.ts";

/**
 * What a contrat says of a person and of a fiche, for one request about the fiche's life: the facts that the document does
 * not own. What an act decides by them is kept in its entry.
 */
export interface FicheContext {
  readonly fiche: DocumentId;
  /** The number of the contrat's rights: a document that heard a higher one asks for another context. */
  readonly nombre: number;
  readonly droits: Facts["rights"];
  readonly comite: Facts["comite"];
  /** Who of the contrat had another account before: what that one did in the fiche is theirs. */
  readonly joints: Joints;
  readonly place: VersionPlace;
  /** The contrat's copy of where the draft stands: what a document of before takes for its first etat. */
  readonly etat: EtatRedaction;
}
