import { z } from "zod";
import type { AttenteKind } from "../../domain/attente.ts";
import type { ContratId, DocumentId } from "../../ids.ts";

/** `GET /api/attentes`: what waits for the person who asks, over all their contrats; the most pressing first. */
export interface AttentesBody {
  readonly attentes: readonly AttenteBody[];
}

export interface AttenteBody extends AwaitedFiche {
  readonly contrat: { readonly slug: string; readonly nom: string };
}

/** One thing that a person is awaited for, about one fiche. */
export interface AwaitedFiche {
  readonly quoi: AttenteKind;
  readonly fiche: { readonly id: DocumentId; readonly numero: string; readonly intitule: string };
  /** The version that it is about; null: the draft. */
  readonly version: number | null;
  /** Since when, in milliseconds since 1970; null: for as long as the draft is. */
  readonly depuis: number | null;
  /** How many réserves, or sections. */
  readonly nombre: number;
}

/** What a contrat tells an account: all that waits for its person there and may be told by mail. */
export interface ToldAttentes {
  readonly contrat: { readonly id: ContratId; readonly slug: string; readonly nom: string };
  readonly attentes: readonly AwaitedFiche[];
}

/** `PUT /api/compte/rappels`: 204. Whether a mail says that something waits. */
export const rappelsBody = z.strictObject({ actifs: z.boolean() });
export type RappelsBody = z.input<typeof rappelsBody>;
