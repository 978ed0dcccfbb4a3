import type { Moment } from "../domain/version.ts";
import { momentName } from "../domain/version.ts";
import type { EngagementPart } from "../editor/canonical.ts";
import type { DocumentId } from "../ids.ts";

/** What the screens of a fiche's life ask the server for. */
export const ficheRequests = {
  /** Its state, its versions, and every act with its verdict for who asks; `POST` does one. */
  actes: (slug: string, fiche: DocumentId) => `${root(slug, fiche)}/actes`,
  /** The journal of its acts. */
  journal: (slug: string, fiche: DocumentId) => `${root(slug, fiche)}/journal`,
  /** Avis, réserves, decisions: what the person who asks may see of them. */
  instruction: (slug: string, fiche: DocumentId) => `${root(slug, fiche)}/instruction`,
  /** Its sittings, the latest first: `?avant=<seq>` for older ones. */
  historique: (slug: string, fiche: DocumentId) => `${root(slug, fiche)}/historique`,
  /** The sheet as it was. */
  moment: (slug: string, fiche: DocumentId, moment: Moment) => `${root(slug, fiche)}/moments/${momentName(moment)}`,
  comparaison: (slug: string, fiche: DocumentId, from: Moment, to: Moment) =>
    `${root(slug, fiche)}/comparaisons/${momentName(from)}/${momentName(to)}`,
  /** Who wrote a part: of the text as it stands, or of a moment (`?moment=v4`). */
  auteurs: (slug: string, fiche: DocumentId, partie: EngagementPart, moment: Moment | null) =>
    `${root(slug, fiche)}/auteurs/${partie}${moment === null ? "" : `?moment=${momentName(moment)}`}`,
  restauration: (slug: string, fiche: DocumentId) => `${root(slug, fiche)}/restauration`,
  /** `POST`: what would be masked, and where; nothing is done. */
  caviardageApercu: (slug: string, fiche: DocumentId) => `${root(slug, fiche)}/caviardages/apercu`,
  caviardages: (slug: string, fiche: DocumentId) => `${root(slug, fiche)}/caviardages`,
} as const;

function root(slug: string, fiche: DocumentId): string {
  return `/api/contrats/${encodeURIComponent(slug)}/fiches/${fiche}`;
}
