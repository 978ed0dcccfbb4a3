import { makeWorkshopCode, workshopCodeText } from "../../../shared/domain/atelier.ts";
import { type AtelierId, type GroupeId, makeId } from "../../../shared/ids.ts";
import type { AtelierCreatedBody } from "../../../shared/protocol/bodies/groupe.ts";
import { refuse } from "../../../shared/result.ts";
import { aboutGroupe, act, did, unchanged } from "../act.ts";
import { addAtelier, closeAtelier, groupeOfAtelier } from "../ateliers.ts";

const DAY_MS = 24 * 3_600_000;

/** A code to read aloud in a workshop: the answer is the only place where it ever is. */
export const openAtelier = act({
  capability: "gerer_groupe",
  scope: aboutGroupe,
  run: (
    { sql, random, now, codeDigest },
    { groupe, jours, usages }: { groupe: GroupeId; jours: number; usages: number },
  ) => {
    const code = makeWorkshopCode(random);
    const id = makeId<AtelierId>(random);
    const expireLe = now + jours * DAY_MS;
    addAtelier(sql, { id, digest: codeDigest(code), groupe, creeLe: now, expireLe, usagesMax: usages });
    const answer: AtelierCreatedBody = { id, code: workshopCodeText(code), expireLe };
    return did(answer, { acte: "ouvrir_atelier", sur: { groupe, atelier: id }, detail: { jours, usages } });
  },
});

/** Its code lets nobody in any more; who came stays. */
export const shutAtelier = act({
  capability: "gerer_groupe",
  scope: ({ atelier }: { atelier: AtelierId }, sql) => ({ of: "groupe", groupe: groupeOfAtelier(sql, atelier) }),
  run: ({ sql, now }, { atelier }: { atelier: AtelierId }) => {
    const groupe = groupeOfAtelier(sql, atelier);
    if (groupe === null) return refuse("introuvable");
    if (!closeAtelier(sql, atelier, now)) return unchanged(null);
    return did(null, { acte: "fermer_atelier", sur: { groupe, atelier } });
  },
});
