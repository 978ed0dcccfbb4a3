import { can } from "../../../shared/policy/can.ts";
import type { CorbeilleBody, IdentiteBody, PartageBody } from "../../../shared/protocol/bodies/contrat.ts";
import { ok } from "../../../shared/result.ts";
import { THE_CONTRAT } from "../act.ts";
import { readCorbeille } from "../corbeille.ts";
import { listGroupes } from "../groupes.ts";
import { identiteBody } from "../identite.ts";
import { readPartage } from "../partage.ts";
import { read } from "../read.ts";
import { groupeFacts } from "../scope.ts";

/** The stades that the contrat passed, who signs it, its addresses. */
export const readIdentity = read({
  capability: "etre_membre",
  scope: () => THE_CONTRAT,
  run: ({ sql }, _: Record<never, never>) => {
    const body: IdentiteBody = identiteBody(sql);
    return ok(body);
  },
});

/** Whom the contrat shows which fiches. */
export const readSharing = read({
  capability: "gerer_plan",
  scope: () => THE_CONTRAT,
  run: ({ sql }, _: Record<never, never>) => {
    const body: PartageBody = readPartage(sql);
    return ok(body);
  },
});

/** Which contrat this is, to whoever may change what it says of itself. */
export const readOwnId = read({
  capability: "gerer_plan",
  scope: () => THE_CONTRAT,
  run: ({ self }, _: Record<never, never>) => ok({ id: self.id }),
});

/** What this person may bring back: of the groupes that they manage, and for the coordination all of it. */
export const readThrownAway = read({
  capability: "etre_membre",
  scope: () => THE_CONTRAT,
  run: ({ sql, membership }, _: Record<never, never>) => {
    const managed = listGroupes(sql)
      .filter((groupe) => can("gerer_groupe", groupeFacts(groupe, membership)).ok)
      .map(({ id }) => id);
    const body: CorbeilleBody = readCorbeille(sql, managed, membership.contratRoles.includes("coordination"));
    return ok(body);
  },
});
