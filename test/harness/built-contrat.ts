import type { GroupeId } from "../../shared/ids.ts";
import type { GroupeInList } from "../../shared/protocol/bodies/groupe.ts";
import type { ContratWithFiches } from "../../shared/protocol/http-bodies.ts";

const MAY = { ok: true } as const;

/** A contrat in which nothing was done, for whoever may do everything; a test says only what it reads. */
export function aContrat(facts: Partial<ContratWithFiches> = {}): ContratWithFiches {
  return {
    slug: "pays-de-l-elorn",
    nom: "Pays de l’Élorn",
    porteur: "",
    territoire: "",
    epci: [],
    communes: [],
    ars: [],
    periode: "",
    stade: "prefiguration",
    faits: [],
    objectifsDeMethode: [],
    axes: [],
    instances: [],
    roles: ["coordination"],
    droits: { gerer_plan: MAY, gerer_membres: MAY, lire_journal: MAY },
    changement: null,
    fiches: [],
    ...facts,
  };
}

/** A groupe in a list, of which nobody is; a test says only what it reads. */
export function aGroupe(facts: Partial<GroupeInList> = {}): GroupeInList {
  return {
    // Of the right form: `parseId` is not what these tests are about.
    id: "gr0x0x0x0x0x0x0x" as GroupeId,
    nom: "Aidants",
    roles: [],
    appel: null,
    demande: false,
    fiches: 0,
    membres: 0,
    prochaine: null,
    demandes: null,
    ...facts,
  };
}
