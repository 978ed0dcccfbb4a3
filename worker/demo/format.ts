import type { ContratRole, EtatRedaction, GroupeRole, Stade } from "../../shared/domain/contrat.ts";
import type { InstanceKind, Regle } from "../../shared/domain/instance.ts";
import type { ContratFacts } from "../../shared/domain/new-contrat.ts";
import type { TextSection } from "../../shared/editor/sections.ts";
import type { DemoOrganisation } from "./organisations.ts";

/**
 * The demonstration as data. Territories, axes, periods and figures are public facts; every person, and whatever is
 * marked « (exemple fictif) », is invented.
 */
export interface Demonstration {
  readonly personas: readonly Persona[];
  readonly organisations: readonly DemoOrganisation[];
  readonly contrats: readonly DemoContrat[];
}

export interface Persona {
  /** Stable, used by tests and by the sign-in of the demonstration. */
  readonly slug: string;
  /** A fixed id, so that loading twice makes nothing twice. */
  readonly id: string;
  readonly nom: string;
  readonly organisation: string;
  /** The slug of the organisation that they speak for; null: for themselves. */
  readonly pour: string | null;
  /** What this person is in the story, in one sentence for the sign-in page. */
  readonly presentation: string;
}

export interface DemoContrat extends ContratFacts {
  readonly id: string;
  readonly slug: string;
  /** The stades that it passed, and when. */
  readonly passages: readonly { readonly stade: Stade; readonly le: string }[];
  /** Slugs of organisations. */
  readonly signataires: readonly string[];
  readonly instances: readonly { readonly kind: InstanceKind; readonly nom: string; readonly regle: Regle }[];
  readonly axes: readonly {
    readonly numero: number;
    readonly id: string;
    readonly libelle: string;
    readonly objectifs: readonly { readonly id: string; readonly libelle: string }[];
  }[];
  /** Members by role in the whole contract; a persona's slug may have several. */
  readonly membres: readonly { readonly persona: string; readonly role: ContratRole }[];
  readonly groupes: readonly DemoGroupe[];
  readonly reunions: readonly DemoReunion[];
  readonly fiches: readonly DemoFiche[];
}

export interface DemoGroupe {
  readonly id: string;
  readonly nom: string;
  readonly habitantsEcrivent: boolean;
  /** The call to join, open. */
  readonly appel?: string;
  readonly membres: readonly { readonly persona: string; readonly role: GroupeRole }[];
}

export interface DemoReunion {
  readonly id: string;
  /** Id of the groupe that meets. */
  readonly groupe: string;
  /** From the day on which the demonstration is loaded; before it, the meeting was. */
  readonly dansJours: number;
  readonly lieu: string;
  readonly ordreDuJour: readonly string[];
}

export interface DemoFiche {
  readonly id: string;
  /** « 2.3 »; unique in the contract. */
  readonly numero: string;
  readonly intitule: string;
  readonly axe: number;
  /** Id of an objectif of that axe, when it stands under one. */
  readonly objectif?: string;
  /** A draft that nobody else was shown, unless it is said otherwise. */
  readonly etat?: EtatRedaction;
  /** Id of the groupe that writes it. */
  readonly groupe: string;
  readonly sections: Partial<Readonly<Record<TextSection, readonly string[]>>>;
}
