import type { TextSection } from "../editor/sections.ts";
import type { AccountId, AxeId, ContratId, DocumentId, GroupeId, OrganisationId, ReunionId } from "../ids.ts";
import type { ContratRole, EtatRedaction, GroupeRole, Stade } from "./contrat.ts";
import type { InstanceKind, Regle } from "./instance.ts";
import type { Organisation } from "./organisation.ts";

/** Everything that a contrat is made with. */
export interface NewContrat {
  readonly id: ContratId;
  readonly slug: string;
  readonly facts: ContratFacts;
  /** Whoever makes it, for its journal. */
  readonly par: AccountId;
  /** Milliseconds since 1970. */
  readonly le: number;
  readonly organisations: readonly Organisation[];
  /** Everybody who has a role in it, by the name that their account says. */
  readonly membres: readonly {
    readonly account: AccountId;
    readonly nom: string;
    readonly organisation: OrganisationId | null;
  }[];
  /** In order, each with its objectifs. */
  readonly axes: readonly {
    readonly id: AxeId;
    readonly libelle: string;
    readonly objectifs: readonly { readonly id: AxeId; readonly libelle: string }[];
  }[];
  readonly groupes: readonly {
    readonly id: GroupeId;
    readonly nom: string;
    readonly habitantsEcrivent: boolean;
    /** The call to join, open; null: there is none. */
    readonly appel: string | null;
  }[];
  /** Bodies whose name and rule are not the usual ones. */
  readonly instances: readonly { readonly kind: InstanceKind; readonly nom: string; readonly regle: Regle }[];
  readonly contratRoles: readonly { readonly account: AccountId; readonly role: ContratRole }[];
  readonly groupeRoles: readonly {
    readonly account: AccountId;
    readonly groupe: GroupeId;
    readonly role: GroupeRole;
  }[];
  readonly fiches: readonly NewFiche[];
  readonly reunions: readonly {
    readonly id: ReunionId;
    readonly groupe: GroupeId;
    readonly le: number;
    readonly lieu: string | null;
    readonly ordreDuJour: readonly string[];
  }[];
}

/** What a contrat says of itself. */
export interface ContratFacts {
  readonly nom: string;
  readonly porteur: string;
  /** As people say it: « Pays de Redon, 31 communes ». */
  readonly territoire: string;
  readonly epci: readonly string[];
  readonly communes: readonly string[];
  readonly ars: readonly string[];
  /** As people say it: « 2022-2025 ». */
  readonly periode: string;
  readonly stade: Stade;
  /** One sentence each. */
  readonly faits: readonly string[];
  readonly objectifsDeMethode: readonly string[];
}

/** A line of the catalogue. */
export interface NewFiche {
  readonly id: DocumentId;
  readonly numero: string;
  readonly intitule: string;
  readonly axe: AxeId;
  readonly groupe: GroupeId;
  readonly etat: EtatRedaction;
  /** Text sections that its document was made with. */
  readonly remplies: readonly TextSection[];
}

/**
 * A contrat in which nothing is done yet, with whoever coordinates it; null: nobody yet, they are invited. `le` is
 * milliseconds since 1970.
 */
export function emptyContrat(made: {
  readonly id: ContratId;
  readonly slug: string;
  readonly nom: string;
  readonly par: AccountId;
  readonly le: number;
  readonly coordination: { readonly account: AccountId; readonly nom: string } | null;
}): NewContrat {
  const { id, slug, nom, par, le, coordination } = made;
  return {
    id,
    slug,
    par,
    le,
    facts: {
      nom,
      porteur: "",
      territoire: "",
      epci: [],
      communes: [],
      ars: [],
      periode: "",
      stade: "prefiguration",
      faits: [],
      objectifsDeMethode: [],
    },
    organisations: [],
    membres: coordination === null ? [] : [{ ...coordination, organisation: null }],
    axes: [],
    groupes: [],
    instances: [],
    contratRoles: coordination === null ? [] : [{ account: coordination.account, role: "coordination" }],
    groupeRoles: [],
    fiches: [],
    reunions: [],
  };
}
