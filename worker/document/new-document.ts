import type { EtatRedaction } from "../../shared/domain/contrat.ts";
import type { AccountId, ContratId, DocumentId } from "../../shared/ids.ts";
import type { AskedActe } from "../../shared/workflow/acts.ts";
import type { FicheContext } from "../../shared/workflow/context.ts";
import type { SeedUpdate } from "../live/kept-text.ts";

/** A fiche-action, or the notes of a meeting. */
export type DocumentKind = "fiche" | "notes";

/** What a document is made with, by the contrat that names it. */
export interface NewDocument {
  readonly id: DocumentId;
  readonly kind: DocumentKind;
  readonly contrat: ContratId;
  readonly createdAt: number;
  /** Where the draft of a fiche stands first; null for notes. */
  readonly etat: EtatRedaction | null;
  readonly updates: readonly SeedUpdate[];
  /** What people did with a fiche meanwhile, oldest first. */
  readonly acts?: readonly SeedActe[];
}

/** An act of a fiche's past, decided like every other, by what the contrat said then. */
export interface SeedActe {
  /** How many updates were there before it. */
  readonly after: number;
  readonly par: AccountId;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly context: FicheContext;
  readonly asked: AskedActe;
}
