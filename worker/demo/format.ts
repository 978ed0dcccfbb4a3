import type { ContratRole, GroupeRole } from "../../shared/domain/contrat.ts";
import type { ContratFacts } from "../../shared/domain/new-contrat.ts";
import type { TextSection } from "../../shared/editor/sections.ts";

/**
 * The demonstration as data. Territories, axes, periods and figures are public facts; every person, and whatever is
 * marked « (exemple fictif) », is invented.
 */
export interface Demonstration {
  readonly personas: readonly Persona[];
  readonly contrats: readonly DemoContrat[];
}

export interface Persona {
  /** Stable, used by tests and by the sign-in of the demonstration. */
  readonly slug: string;
  /** A fixed id, so that loading twice makes nothing twice. */
  readonly id: string;
  readonly nom: string;
  readonly organisation: string;
  /** What this person is in the story, in one sentence for the sign-in page. */
  readonly presentation: string;
}

export interface DemoContrat extends ContratFacts {
  readonly id: string;
  readonly slug: string;
  readonly axes: readonly { readonly numero: number; readonly libelle: string }[];
  /** Members by role in the whole contract; a persona's slug may have several. */
  readonly membres: readonly { readonly persona: string; readonly role: ContratRole }[];
  readonly groupes: readonly DemoGroupe[];
  readonly fiches: readonly DemoFiche[];
}

export interface DemoGroupe {
  readonly id: string;
  readonly nom: string;
  readonly habitantsEcrivent: boolean;
  readonly membres: readonly { readonly persona: string; readonly role: GroupeRole }[];
}

export interface DemoFiche {
  readonly id: string;
  /** « 2.3 »; unique in the contract. */
  readonly numero: string;
  readonly intitule: string;
  readonly axe: number;
  /** Id of the groupe that writes it. */
  readonly groupe: string;
  readonly sections: Partial<Readonly<Record<TextSection, readonly string[]>>>;
}
