import { describe, expect, it } from "vitest";
import { LIST_PEOPLE_MAX, parseInvitationList } from "../../../shared/domain/invitation-list.ts";

const inGroupe = { allowed: ["pilote", "copilote", "partenaire", "habitant"], role: "partenaire" } as const;

function people(text: string) {
  const list = parseInvitationList(text, inGroupe);
  if (list.people === null) throw new Error(JSON.stringify(list.errors));
  return list.people.map(({ ligne: _, ...person }) => person);
}

function errors(text: string) {
  return parseInvitationList(text, inGroupe).errors;
}

describe("a pasted list", () => {
  it("is one address a line, in the role that is given to all", () => {
    expect(people("anne@exemple.fr\r\n\r\n  Bruno@Exemple.FR \n")).toEqual([
      { adresse: "anne@exemple.fr", nom: null, organisation: null, role: "partenaire" },
      { adresse: "bruno@exemple.fr", nom: null, organisation: null, role: "partenaire" },
    ]);
  });

  it("is what programs of mail copy", () => {
    expect(people('Anne Le Gall <anne@exemple.fr>\n"Riou, Bruno" <bruno@exemple.fr>')).toEqual([
      { adresse: "anne@exemple.fr", nom: "Anne Le Gall", organisation: null, role: "partenaire" },
      { adresse: "bruno@exemple.fr", nom: "Riou, Bruno", organisation: null, role: "partenaire" },
    ]);
  });

  it("is columns of a spreadsheet: name, address, organisation, role", () => {
    expect(
      people("Anne Le Gall\tanne@exemple.fr\tMission locale\tPilote\nBruno\tbruno@exemple.fr\t\tco-pilote"),
    ).toEqual([
      { adresse: "anne@exemple.fr", nom: "Anne Le Gall", organisation: "Mission locale", role: "pilote" },
      { adresse: "bruno@exemple.fr", nom: "Bruno", organisation: null, role: "copilote" },
    ]);
    expect(people("Anne;anne@exemple.fr;CPAM;Habitante")).toEqual([
      { adresse: "anne@exemple.fr", nom: "Anne", organisation: "CPAM", role: "habitant" },
    ]);
  });

  it("is columns in the order that their head says, whatever its accents and capitals", () => {
    expect(people("RÔLE;Courriel;Structure;Nom et prénom\npilote;anne@exemple.fr;CPAM;Anne Le Gall")).toEqual([
      { adresse: "anne@exemple.fr", nom: "Anne Le Gall", organisation: "CPAM", role: "pilote" },
    ]);
  });

  it("is refused whole, with what is wrong line by line as people count them", () => {
    expect(
      errors(
        [
          "anne@exemple.fr",
          "pas une adresse",
          "Bruno;bruno@exemple;CPAM;pilote",
          "Chloé;chloe@exemple.fr;CPAM;présidente",
          "ANNE@exemple.fr",
          "x<script>;zoe@exemple.fr;;",
          "a;b;c;d;e@exemple.fr",
        ].join("\n"),
      ),
    ).toEqual([
      { ligne: 2, erreur: "adresse_absente" },
      { ligne: 3, erreur: "adresse_invalide" },
      { ligne: 4, erreur: "role_inconnu" },
      { ligne: 5, erreur: "adresse_en_double" },
      { ligne: 6, erreur: "nom_invalide" },
      { ligne: 7, erreur: "trop_de_colonnes" },
    ]);
  });

  it("gives no role that is not given there", () => {
    expect(errors("Anne;anne@exemple.fr;;coordination")).toEqual([{ ligne: 1, erreur: "role_inconnu" }]);
    const inContrat = parseInvitationList("Anne;anne@exemple.fr;;Cotech", {
      allowed: ["coordination", "comite_technique"],
      role: "coordination",
    });
    expect(inContrat.people?.[0]?.role).toBe("comite_technique");
  });

  it("has somebody in it, and not a whole town", () => {
    expect(errors(" \n\n")).toEqual([{ ligne: 1, erreur: "liste_vide" }]);
    expect(errors("Nom;Courriel")).toEqual([{ ligne: 1, erreur: "liste_vide" }]);
    const many = Array.from({ length: LIST_PEOPLE_MAX + 1 }, (_, i) => `a${i}@exemple.fr`).join("\n");
    expect(errors(many)).toEqual([{ ligne: 1, erreur: "trop_de_personnes" }]);
  });

  it("lets nobody slip another header into a mail", () => {
    expect(errors("anne@exemple.fr%0abcc:x@exemple.fr")).toEqual([{ ligne: 1, erreur: "adresse_invalide" }]);
    expect(errors("Anne;anne@exemple.fr;CP\u0007AM;pilote")).toEqual([{ ligne: 1, erreur: "organisation_invalide" }]);
  });
});
