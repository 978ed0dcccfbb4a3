import type { MaskedPlace, Moment, MotifCaviardage } from "../../shared/domain/version.ts";
import type { Empreinte, EngagementPart } from "../../shared/editor/canonical.ts";
import type { DocumentId } from "../../shared/ids.ts";
import type { PolicyRefusal } from "../../shared/policy/refusals.ts";
import type {
  AuteursBody,
  CaviardageApercuBody,
  CaviardeBody,
  ComparaisonBody,
  HistoriqueBody,
  MomentBody,
  RestaureBody,
} from "../../shared/protocol/bodies/history.ts";
import { ficheRequests as at } from "../../shared/protocol/fiche-requests.ts";
import type { AskServer } from "./client.ts";
import { FICHE_ACT_REFUSALS, type FicheActRefusal, FORBIDDEN } from "./fiche-acts.ts";

/** What is to be masked: every occurrence of these words there. */
export interface Masked {
  readonly partie: MaskedPlace;
  readonly mots: string;
  readonly motif: MotifCaviardage;
}

/** How a fiche came to be: what its screens ask, and what they do. */
export type HistoryApi = ReturnType<typeof createHistoryApi>;

/** These requests about one fiche, over the page's own way to ask. */
export function createHistoryApi(ask: AskServer, slug: string, fiche: DocumentId) {
  const get = <Body>(path: string) => ask<Body, PolicyRefusal>("GET", path, { refusals: FORBIDDEN });
  const act = <Body = null>(path: string, body: unknown) =>
    ask<Body, FicheActRefusal>("POST", path, { body, refusals: FICHE_ACT_REFUSALS });
  return {
    /** Sittings before that update of the log; null: the latest. */
    historique: (before: number | null) =>
      get<HistoriqueBody>(`${at.historique(slug, fiche)}${before === null ? "" : `?avant=${before}`}`),
    moment: (moment: Moment) => get<MomentBody>(at.moment(slug, fiche, moment)),
    comparaison: (from: Moment, to: Moment) => get<ComparaisonBody>(at.comparaison(slug, fiche, from, to)),
    /** null: of the text as it stands. */
    auteurs: (partie: EngagementPart, moment: Moment | null) =>
      get<AuteursBody>(at.auteurs(slug, fiche, partie, moment)),
    /** A part, or the whole sheet (null). */
    restore: (moment: string, partie: EngagementPart | null) =>
      act<RestaureBody>(at.restauration(slug, fiche), { moment, partie }),
    previewMask: (masked: Masked) => act<CaviardageApercuBody>(at.caviardageApercu(slug, fiche), masked),
    /** `apercu`: the fingerprint of what was shown before; other occurrences are another act. */
    mask: (masked: Masked, apercu: Empreinte) => act<CaviardeBody>(at.caviardages(slug, fiche), { ...masked, apercu }),
  };
}
