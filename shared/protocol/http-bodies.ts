import { z } from "zod";
import type { ContratRole, EtatRedaction, GroupeRole } from "../domain/contrat.ts";
import type { ContratFacts } from "../domain/new-contrat.ts";
import type { TextSection } from "../editor/sections.ts";
import type { AccountId, DocumentId } from "../ids.ts";
import type { PolicyRefusal } from "../policy/refusals.ts";
import type { PersonColor } from "./presence.ts";
import type { HttpRefusal } from "./refusals.ts";

/** Requests are parsed with these schemas at the edge, once; answers are our own and are only typed. */
export const demoSessionBody = z.strictObject({ persona: z.string().max(40) });
export type DemoSessionBody = z.infer<typeof demoSessionBody>;

export interface RefusalBody {
  readonly refus: HttpRefusal;
}

/** `GET /api/session` */
export interface SessionBody {
  readonly account: { readonly id: AccountId; readonly nom: string; readonly color: PersonColor };
  readonly demonstration: boolean;
}

/** `GET /api/demo/personas` */
export interface PersonasBody {
  readonly personas: readonly PersonaBody[];
}

export interface PersonaBody {
  readonly slug: string;
  readonly nom: string;
  readonly organisation: string;
  readonly presentation: string;
  /** Codes of what this person is, over all contrats, for grouping. */
  readonly roles: readonly (ContratRole | GroupeRole)[];
}

/** `GET /api/contrats` */
export interface ContratsBody {
  readonly contrats: readonly ContratWithFiches[];
}

/** `GET /api/contrats/:slug`, and each of `GET /api/contrats` */
export interface ContratWithFiches extends ContratFacts {
  readonly slug: string;
  readonly axes: readonly AxeBody[];
  /** What this person is in the whole contrat. */
  readonly roles: readonly ContratRole[];
  /** Only those that this person may see; their own first. */
  readonly fiches: readonly FicheInList[];
}

export interface AxeBody {
  readonly numero: number;
  readonly libelle: string;
}

export interface FicheInList {
  readonly id: DocumentId;
  readonly numero: string;
  readonly intitule: string;
  /** The number of its axe. */
  readonly axe: number;
  readonly groupe: string;
  readonly etat: EtatRedaction;
  /** Text sections with at least one word. */
  readonly remplies: readonly TextSection[];
  /** Milliseconds since 1970 of the last change of the text, or null when nobody wrote since it was made. */
  readonly modifieeLe: number | null;
  /** Whether this person is a member of the groupe that writes it. */
  readonly mienne: boolean;
  readonly droits: Droits;
}

/** A right, or the reason why not: what greys out a button is what refuses the request. */
export type Droit = { readonly ok: true } | { readonly ok: false; readonly code: PolicyRefusal };

export interface Droits {
  readonly ecrire: Droit;
}

/** `GET /api/contrats/:slug/fiches/:fiche` (an id, or the short id that addresses end with) */
export interface FicheBody {
  readonly fiche: FicheInList;
  readonly contrat: { readonly slug: string; readonly nom: string; readonly periode: string; readonly axe: AxeBody };
}

/** `GET /api/sante` */
export interface HealthBody {
  readonly version: string;
  readonly demonstration: boolean;
}
