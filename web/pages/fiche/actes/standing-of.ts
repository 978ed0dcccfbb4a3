import type { ActesBody } from "../../../../shared/protocol/bodies/fiche-acts.ts";
import type { Standing } from "../../../labels/standing-badge.ts";

/** Where the fiche stands as lists say it, from what the document itself just said. */
export function standingOf({ etat, versions, approuvee, publiee }: ActesBody): Standing {
  const last = versions[0];
  const binding = versions.find(({ numero }) => numero === approuvee?.version);
  return {
    etat,
    publiee,
    derniere: last === undefined ? null : { numero: last.numero, etat: last.etat, le: last.soumiseLe },
    approuvee:
      approuvee === null
        ? null
        : {
            version: approuvee.version,
            le: approuvee.le,
            sousReserve: binding?.etat === "approuvee_sous_reserve",
            modifieeDepuis: approuvee.modifiees.length > 0,
          },
  };
}
