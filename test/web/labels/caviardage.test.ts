import { describe, expect, it } from "vitest";
import { around, elsewhere, inComments, inLinks, whatIsMasked, writtenTimes } from "../../../web/labels/caviardage.ts";

const plain = (sentence: string) => sentence.replace(/[\u00a0\u202f]/gu, " ");
const preview = (ecritures: number, versions: readonly number[]) =>
  plain(
    writtenTimes({ ecritures, versions, vivant: [], liens: 0, commentaires: 0, ailleurs: [], apercu: "" as never }),
  );

describe("before a passage is masked", () => {
  it("says what would be, and why", () => {
    expect(plain(whatIsMasked({ partie: "freins", motif: "donnee_personnelle" }))).toBe(
      "Dans « Freins », ces mots seraient masqués (motif : donnée personnelle) :",
    );
  });

  it("cuts what stands around them at the edge of a word, and says that it goes on", () => {
    const long = "un minibus partagé entre les deux intercommunalités du pays (e";
    expect(around({ avant: "des ", apres: long.slice(0, 60) })).toEqual({
      avant: "des ",
      apres: "un minibus partagé entre les deux intercommunalités du pays …",
    });
    expect(around({ avant: `xemple ${long.slice(0, 53)}`, apres: "." })).toEqual({
      avant: `… ${long.slice(0, 53)}`,
      apres: ".",
    });
  });

  it("says what becomes of links whose address holds them", () => {
    expect(plain(inLinks(1))).toContain("L’adresse d’un lien du texte les contient : le lien sera retiré");
    expect(plain(inLinks(2))).toContain("Les adresses de 2 liens du texte les contiennent : ces liens seront retirés");
  });

  it("counts where they were written, and which versions hold them", () => {
    expect(preview(1, [])).toMatch(/^Ces mots ont été écrits une fois dans cette section.* Aucune version soumise/u);
    expect(preview(3, [4, 2])).toContain("Les versions 2 et 4 les contiennent.");
    expect(preview(0, [1])).toMatch(/^Ces mots ne sont plus que parmi ceux qui ont été mis de côté\. La version 1/u);
  });

  it("says that reasons and réserves hold them too, and that other sections would keep them", () => {
    expect(plain(inComments(1, true))).toMatch(/^Une raison, .* les contient aussi : ils y seront masqués\.$/u);
    expect(plain(inComments(2, true))).toMatch(/^2 raisons, .* les contiennent aussi/u);
    expect(plain(inComments(1, false))).toContain("les contient : ils y seront masqués.");
    expect(plain(elsewhere(["freins", "leviers"]))).toContain(
      "dans « Freins » et « Leviers ». Ils n’y seront pas masqués : recommencez ensuite pour chacune de ces sections.",
    );
    expect(plain(elsewhere(["freins"]))).toContain("pour cette section.");
  });
});
