import type { Selection } from "../../shared/domain/partage.ts";
import { can } from "../../shared/policy/can.ts";
import { seesFiche } from "../../shared/policy/sees-fiche.ts";
import type { FicheInList } from "../../shared/protocol/http-bodies.ts";
import { type CatalogueEntry, intituleFor } from "./catalogue.ts";
import type { Membership } from "./membres.ts";
import { droit, ficheFacts } from "./scope.ts";

/** The fiche as this person may see it, or null when they may not know of it. `shared`: see `ficheFacts`. */
export function visibleFiche(entry: CatalogueEntry, membership: Membership, shared: Selection): FicheInList | null {
  const facts = ficheFacts(entry, membership, shared);
  if (!membership.membre || !seesFiche(facts)) return null;
  const lire = can("lire_brouillon", facts);
  const { groupe, vie, intituleLu: _, ...shown } = entry;
  const versions = can("lire_version_soumise", facts).ok ? vie : null;
  return {
    ...shown,
    groupe: groupe.nom,
    groupeId: groupe.id,
    intitule: intituleFor(entry, lire.ok),
    // How far a draft is belongs to the draft.
    ...(!lire.ok && { remplies: [], modifieeLe: null }),
    derniere: versions?.derniere ?? null,
    approuvee: versions?.approuvee ?? null,
    publiee: vie.publiee,
    mienne: facts.groupeRoles.length > 0,
    droits: {
      lire: droit(lire),
      ecrire: droit(can("ecrire", facts)),
      gerer_groupe: droit(can("gerer_groupe", facts)),
      soumettre: droit(can("soumettre", facts)),
    },
  };
}
