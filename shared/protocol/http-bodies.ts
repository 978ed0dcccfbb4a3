import { z } from "zod";
import type { AccessibiliteLevel } from "../domain/accessibilite.ts";
import type { ChangeOfRights } from "../domain/changement.ts";
import { type ContratRole, type EtatRedaction, GROUPE_ROLES, type GroupeRole } from "../domain/contrat.ts";
import type { DerniereVersion, VersionApprouvee, VersionPubliee } from "../domain/fiche.ts";
import type { ContratFacts } from "../domain/new-contrat.ts";
import type { TextSection } from "../editor/sections.ts";
import type { AccountId, AxeId, DocumentId, GroupeId } from "../ids.ts";
import type { PolicyRefusal } from "../policy/refusals.ts";
import type { DiskState } from "./machine-state.ts";
import type { PersonColor } from "./presence.ts";
import type { HttpRefusal } from "./refusals.ts";

/** Requests are parsed with these schemas at the edge, once; answers are our own and are only typed. */
export const demoSessionBody = z.strictObject({ persona: z.string().max(40) });
export type DemoSessionBody = z.infer<typeof demoSessionBody>;

/** `POST /api/demo/droits`: makes a persona exactly that in the groupe that writes the fiche. */
export const demoRightsBody = z.strictObject({
  persona: z.string().max(40),
  contrat: z.string().max(80),
  fiche: z.string().max(16),
  roles: z.array(z.enum(GROUPE_ROLES)).max(4),
});

export interface RefusalBody {
  readonly refus: HttpRefusal;
}

/** `GET /api/session` */
export interface SessionBody {
  readonly account: { readonly id: AccountId; readonly nom: string; readonly color: PersonColor };
  readonly demonstration: boolean;
  /** Whether this person administers the instance: what the menu shows, and nothing that the server believes. */
  readonly administration: boolean;
  /** What the foot of each page says of this site, so that nothing else is asked for it. */
  readonly accessibilite: AccessibiliteLevel;
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
  /** The names of its bodies. */
  readonly instances: readonly string[];
  /** What this person is in the whole contrat. */
  readonly roles: readonly ContratRole[];
  /** What this person may do in the whole contrat. */
  readonly droits: ContratDroits;
  /** The last change of this person's rights, to be read once. */
  readonly changement: ChangementBody | null;
  /** Only those that this person may see; their own first. */
  readonly fiches: readonly FicheInList[];
}

export interface ContratDroits {
  readonly gerer_plan: Droit;
  readonly gerer_membres: Droit;
  readonly lire_journal: Droit;
}

/** Why a person's rights are what they are: also in the refusal `acces_retire`, to who is of the contrat no more. */
export interface ChangementBody {
  readonly change: ChangeOfRights;
  /** The name of the groupe that it is about. */
  readonly groupe: string | null;
  /** The name of who made it; null: a former membre. */
  readonly par: string | null;
  /** Milliseconds since 1970. */
  readonly le: number;
}

/** 403, to who was of this contrat. */
export interface AccessEndedBody {
  readonly refus: "acces_retire";
  readonly contrat: string;
  readonly changement: ChangementBody | null;
}

export interface AxeBody {
  readonly id: AxeId;
  readonly numero: number;
  readonly libelle: string;
  readonly objectifs: readonly ObjectifBody[];
}

export interface ObjectifBody {
  readonly id: AxeId;
  readonly libelle: string;
  readonly objectifs: readonly ObjectifBody[];
}

export interface FicheInList {
  readonly id: DocumentId;
  readonly numero: string;
  readonly intitule: string;
  /** The number of its axe. */
  readonly axe: number;
  /** The axe or objectif that it stands under. */
  readonly place: AxeId;
  readonly groupe: string;
  readonly groupeId: GroupeId;
  readonly etat: EtatRedaction;
  /** Text sections with at least one word. */
  readonly remplies: readonly TextSection[];
  /** Milliseconds since 1970 of the last change of the text, or null when nobody wrote since it was made. */
  readonly modifieeLe: number | null;
  /** The last version that was submitted; null: none was, or this person may not read versions. */
  readonly derniere: DerniereVersion | null;
  /** The words that were approved, and whether the text changed since: told at most every 30 s; null: as above. */
  readonly approuvee: VersionApprouvee | null;
  /** The version that everybody may read, without an account too; null: none. */
  readonly publiee: VersionPubliee | null;
  /** Whether this person is a member of the groupe that writes it. */
  readonly mienne: boolean;
  readonly droits: Droits;
}

/** A right, or the reason why not: what greys out a button is what refuses the request. */
export type Droit = { readonly ok: true } | { readonly ok: false; readonly code: PolicyRefusal };

export interface Droits {
  /** Read the text while it is being written; without it, only what lists show. */
  readonly lire: Droit;
  readonly ecrire: Droit;
  /** Throw it away, bring it back: whoever manages the groupe that writes it. */
  readonly gerer_groupe: Droit;
  readonly soumettre: Droit;
}

/** `GET /api/contrats/:slug/fiches/:fiche` (an id, or the short id that addresses end with) */
export interface FicheBody {
  readonly fiche: FicheInList;
  readonly contrat: {
    readonly slug: string;
    readonly nom: string;
    readonly periode: string;
    readonly axe: Pick<AxeBody, "numero" | "libelle">;
  };
}

/** Whether mails leave, as far as the server saw since it started. */
export type MailState = "aucun" | "inconnu" | "fonctionne" | "en_panne";

/** `GET /api/sante` */
export interface HealthBody {
  readonly version: string;
  readonly demonstration: boolean;
  /** « inconnu »: nobody looks (Cloudflare), or not lately. */
  readonly disque: DiskState | "inconnu";
  readonly courriel: MailState;
}
