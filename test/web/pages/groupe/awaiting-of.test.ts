import { describe, expect, it } from "vitest";
import type { AccountId, GroupeId, ReunionId } from "../../../../shared/ids.ts";
import type { GroupeBody, ReunionInGroupe } from "../../../../shared/protocol/bodies/groupe.ts";
import type { Droit } from "../../../../shared/protocol/http-bodies.ts";
import { awaitingOf } from "../../../../web/pages/groupe/awaiting-of.ts";
import { aFiche } from "../../../harness/built-fiche.ts";

const DAY = 24 * 3_600_000;
const NOW = Date.parse("2026-03-12T14:00:00Z");
const MAY: Droit = { ok: true };
const MAY_NOT: Droit = { ok: false, code: "reserve_au_pilote" };

function reunion(name: string, days: number, presence: ReunionInGroupe["presence"] = null): ReunionInGroupe {
  return {
    id: name as ReunionId,
    le: NOW + days * DAY,
    lieu: null,
    lien: null,
    ordreDuJour: [],
    presence,
    notes: null,
  };
}

function groupe(gerer: Droit, facts: Partial<GroupeBody>): GroupeBody {
  return {
    id: "gr0x0x0x0x0x0x0x" as GroupeId,
    nom: "Aidants",
    habitantsEcrivent: true,
    appel: { ouvert: false, texte: "" },
    roles: ["pilote"],
    droits: { gerer_groupe: gerer, ecrire: MAY },
    fiches: [],
    membres: [],
    reunions: [],
    demandes: null,
    ateliers: null,
    ...facts,
  };
}

describe("what awaits a groupe", () => {
  it("is nothing in a groupe where nothing was done", () => {
    expect(awaitingOf(groupe(MAY, {}), NOW)).toEqual([]);
  });

  it("is, for its pilote, the people first, then the next meeting, the one that nobody noted, and the fiches", () => {
    const awaiting = awaitingOf(
      groupe(MAY, {
        demandes: [{ id: "ac0x0x0x0x0x0x0x" as AccountId, nom: "Yvonne Perrot", le: NOW }],
        reunions: [
          reunion("next", 2),
          reunion("later", 9),
          reunion("unnoted", -3),
          reunion("noted", -4, { presents: [], excuses: [], autres: 0 }),
          reunion("old", -40),
        ],
        fiches: [aFiche()],
      }),
      NOW,
    );
    expect(awaiting.map((item) => ("reunion" in item ? `${item.kind} ${item.reunion.id}` : item.kind))).toEqual([
      "demandes",
      "reunion next",
      "presence unnoted",
      "fiche",
    ]);
  });

  it("does not ask a partenaire to note who came", () => {
    const awaiting = awaitingOf(groupe(MAY_NOT, { reunions: [reunion("unnoted", -3)] }), NOW);
    expect(awaiting).toEqual([]);
  });
});
