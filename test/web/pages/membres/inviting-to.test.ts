import { describe, expect, it } from "vitest";
import { parseAdresse } from "../../../../shared/domain/adresse.ts";
import type { GroupeId, InvitationId } from "../../../../shared/ids.ts";
import type { InvitationBody } from "../../../../shared/protocol/bodies/invitation.ts";
import { toContrat, toGroupe } from "../../../../web/pages/membres/inviting-to.ts";

const GROUPE = "gr0x0x0x0x0x0x0x" as GroupeId;
const OTHER = "gr1x1x1x1x1x1x1x" as GroupeId;

function invitation(adresse: string, facts: Partial<InvitationBody>): InvitationBody {
  return {
    id: "in0x0x0x0x0x0x0x" as InvitationId,
    etat: "envoyee",
    adresse: parseAdresse(adresse),
    nom: null,
    organisation: null,
    place: { groupe: GROUPE, role: "partenaire" },
    par: "Nolwenn Kerbrat",
    le: 0,
    expireLe: 1,
    ...facts,
  };
}

describe("Nolwenn pastes a list", () => {
  const read = (texte: string, ...waiting: InvitationBody[]) =>
    toGroupe(GROUPE, false).read(texte, "partenaire", waiting);

  it("reads who will be invited, and as what", () => {
    const { people } = read("goulven@exemple.fr\nLeïla Benali <leila@exemple.fr>");
    expect(people?.map(({ adresse, nom, role }) => [adresse, nom, role])).toEqual([
      ["goulven@exemple.fr", null, "partenaire"],
      ["leila@exemple.fr", "Leïla Benali", "partenaire"],
    ]);
  });

  it("is told of whoever is invited there already with the same role, and still waited for", () => {
    const twice = read("leila@exemple.fr\ngoulven@exemple.fr", invitation("goulven@exemple.fr", {}));
    expect(twice).toEqual({ people: null, errors: [{ ligne: 2, erreur: "deja_invitee" }] });
  });

  it("may invite again whoever came, did not in time, or was invited elsewhere or as something else", () => {
    for (const facts of [
      { etat: "expiree" },
      { etat: "retiree" },
      { place: { groupe: OTHER, role: "partenaire" } },
      { place: { groupe: GROUPE, role: "pilote" } },
    ] as const) {
      expect(read("goulven@exemple.fr", invitation("goulven@exemple.fr", facts)).people).toHaveLength(1);
    }
  });

  it("finds no role of the contrat in a groupe, nor the other way round", () => {
    expect(read("goulven@exemple.fr;Goulven Morvan;;coordination").errors).toEqual([
      { ligne: 1, erreur: "role_inconnu" },
    ]);
    expect(toContrat().read("goulven@exemple.fr;Goulven Morvan;;pilote", "copil", []).errors).toEqual([
      { ligne: 1, erreur: "role_inconnu" },
    ]);
  });
});

describe("the first person of a groupe", () => {
  it("is its pilote, and the next ones are partenaires", () => {
    expect(toGroupe(GROUPE, true).usual).toBe("pilote");
    expect(toGroupe(GROUPE, false).usual).toBe("partenaire");
    // After its pilote, whoever writes with them: nobody makes ten pilotes by pasting a list.
    expect(toGroupe(GROUPE, true).next("pilote")).toBe("partenaire");
    expect(toGroupe(GROUPE, true).next("habitant")).toBe("habitant");
    expect(toGroupe(GROUPE, true).placeOf("copilote")).toEqual({ groupe: GROUPE, role: "copilote" });
    expect(toContrat().placeOf("ars")).toEqual({ groupe: null, role: "ars" });
  });
});
