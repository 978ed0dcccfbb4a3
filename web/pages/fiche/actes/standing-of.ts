import type { ActesBody } from "../../../../shared/protocol/bodies/fiche-acts.ts";
import type { Standing } from "../../../labels/standing-badge.ts";

/** Where the fiche stands as lists say it, from what the document itself just said. */
export function standingOf({ etat, versions, approuvee, publiee }: ActesBody): Standing {
  const last = versions[0];
  return {
    etat,
    publiee,
    derniere: last === undefined ? null : { numero: last.numero, etat: last.etat, le: last.soumiseLe },
    approuvee:
      approuvee === null
        ? null
        : { version: approuvee.version, le: approuvee.le, modifieeDepuis: approuvee.modifiees.length > 0 },
  };
}
