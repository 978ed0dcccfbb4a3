import type { EtatRedaction } from "../../shared/domain/contrat.ts";
import type { SheetContent } from "../../shared/editor/blocks.ts";
import type { EngagementPart } from "../../shared/editor/canonical.ts";
import type { Masque } from "../../shared/protocol/bodies/history.ts";
import type { FicheState } from "../../shared/workflow/state.ts";
import type { SealedEntry } from "./journal.ts";
import type { FicheLife } from "./life.ts";
import { type ApprovedVersion, approvedVersion } from "./reading.ts";
import type { FrozenVersion } from "./versions.ts";

/** A fiche as the archive of its contrat holds it, but for its log and the words of its versions. */
export interface ExportedFiche {
  /** The draft. */
  readonly content: SheetContent;
  readonly approuvee: ApprovedVersion | null;
  readonly masques: readonly Masque[];
  /** Where the draft stood before the first entry of the journal: from both, all that follows can be made again. */
  readonly premierEtat: EtatRedaction;
  readonly state: FicheState;
  readonly journal: readonly SealedEntry[];
  /** The oldest first. */
  readonly versions: readonly FrozenVersion[];
}

/** The parts of a version, each in its canonical form: what its fingerprint is made of. */
export type ExportedParts = Readonly<Record<EngagementPart, string>>;

/** All of a fiche that is read at once. `known`: the contrat's copy of where the draft stands, for a document of before. */
export function ficheToExport(life: FicheLife, masques: readonly Masque[], known: EtatRedaction): ExportedFiche {
  const { premierEtat, state } = life.whole(known);
  return {
    content: life.draft.content(),
    approuvee: approvedVersion(life, state),
    masques,
    premierEtat,
    state,
    journal: life.journal.sealed(),
    versions: life.versions.list().reverse(),
  };
}
