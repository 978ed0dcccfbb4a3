import type { TextSection } from "../editor/sections.ts";
import type { AccountId, ContratId, DocumentId, GroupeId } from "../ids.ts";
import type { ContratRole, EtatRedaction, GroupeRole, Stade } from "./contrat.ts";

/** Everything that a contrat is made with. */
export interface NewContrat {
  readonly id: ContratId;
  readonly slug: string;
  readonly facts: ContratFacts;
  readonly axes: readonly { readonly numero: number; readonly libelle: string }[];
  readonly groupes: readonly { readonly id: GroupeId; readonly nom: string; readonly habitantsEcrivent: boolean }[];
  readonly contratRoles: readonly { readonly account: AccountId; readonly role: ContratRole }[];
  readonly groupeRoles: readonly {
    readonly account: AccountId;
    readonly groupe: GroupeId;
    readonly role: GroupeRole;
  }[];
  readonly fiches: readonly NewFiche[];
}

/** What a contrat says of itself. */
export interface ContratFacts {
  readonly nom: string;
  readonly porteur: string;
  readonly territoire: string;
  readonly ars: readonly string[];
  /** As people say it: « 2022-2025 ». */
  readonly periode: string;
  readonly stade: Stade;
  /** One sentence each. */
  readonly faits: readonly string[];
  readonly instances: readonly string[];
  readonly objectifsDeMethode: readonly string[];
}

/** A line of the catalogue. */
export interface NewFiche {
  readonly id: DocumentId;
  readonly numero: string;
  readonly intitule: string;
  /** The number of its axe. */
  readonly axe: number;
  readonly groupe: GroupeId;
  readonly etat: EtatRedaction;
  /** Text sections that its document was made with. */
  readonly remplies: readonly TextSection[];
}
