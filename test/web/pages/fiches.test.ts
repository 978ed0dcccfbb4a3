import { describe, expect, it } from "vitest";
import { TEXT_SECTIONS } from "../../../shared/editor/sections.ts";
import type { DocumentId } from "../../../shared/ids.ts";
import type { ContratWithFiches, FicheInList } from "../../../shared/protocol/http-bodies.ts";
import { matchesSearch } from "../../../web/pages/contrat/matches-search.ts";
import { myFichesOf } from "../../../web/pages/contrats/my-fiches-of.ts";
import { compareNumeros, ficheName } from "../../../web/pages/fiche-name.ts";
import { pageKey } from "../../../web/pages/shell/page-key.ts";
import { aContrat } from "../../harness/built-contrat.ts";
import { aFiche } from "../../harness/built-fiche.ts";

function fiche(numero: string, facts: Partial<FicheInList> = {}): FicheInList {
  return aFiche({
    id: `id${numero}` as DocumentId,
    numero,
    intitule: `Fiche ${numero}`,
    axe: 1,
    groupe: "Aînés",
    ...facts,
  });
}

const contrat = (fiches: readonly FicheInList[]) => aContrat({ fiches });

const reads = { droits: { ...aFiche().droits, ecrire: { ok: false, code: "habitants_lecteurs" } } } as const;
const numeros = (contrats: readonly ContratWithFiches[]) =>
  myFichesOf(contrats).fiches.map((each) => each.fiche.numero);

describe("my fiches", () => {
  it("begin with those that lack something, what was touched last first, and end with those one only reads", () => {
    const contrats = [
      contrat([
        fiche("1.1", { ...reads, modifieeLe: 9 }),
        fiche("1.2", { remplies: TEXT_SECTIONS, modifieeLe: 8 }),
        fiche("1.3", { modifieeLe: 3 }),
      ]),
      contrat([fiche("2.1", { modifieeLe: 7 }), fiche("2.2")]),
    ];
    expect(numeros(contrats)).toEqual(["2.1", "1.3", "2.2", "1.2", "1.1"]);
  });

  it("are those of my groupes, and of nobody else's", () => {
    const contrats = [contrat([fiche("1.1", { mienne: false }), fiche("1.2")])];
    expect(myFichesOf(contrats).inGroupe).toBe(true);
    expect(numeros(contrats)).toEqual(["1.2"]);
  });

  it("are those that she may write for a coordinatrice, who is in no groupe", () => {
    const contrats = [contrat([fiche("1.1", { mienne: false }), fiche("1.2", { mienne: false, ...reads })])];
    expect(myFichesOf(contrats).inGroupe).toBe(false);
    expect(numeros(contrats)).toEqual(["1.1"]);
  });
});

describe("a plan", () => {
  it("is in the order of its numéros", () => {
    expect(
      ["2.10", "2.2", "1.1"]
        .map((numero) => fiche(numero))
        .sort(compareNumeros)
        .map(({ numero }) => numero),
    ).toEqual(["1.1", "2.2", "2.10"]);
  });

  it("is searched by all the words, whatever their case and accents", () => {
    const one = { numero: "2.1", intitule: "Prévention pour les aînés", groupe: "Cœur de ville" };
    expect(matchesSearch(one, "  AINES prevention ")).toBe(true);
    expect(matchesSearch(one, "coeur 2.1")).toBe(true);
    expect(matchesSearch(one, "aînés jeunes")).toBe(false);
    expect(matchesSearch(one, "")).toBe(true);
  });

  it("names a fiche that has no intitulé yet", () => {
    expect(ficheName({ numero: "2.1", intitule: "Prévention" })).toBe("2.1 Prévention");
    expect(ficheName({ numero: "2.1", intitule: " " })).toBe("2.1 Sans intitulé");
  });
});

describe("a page", () => {
  it("is the same one when only the words of its address are corrected", () => {
    expect(pageKey("/contrats/c/fiches/2-1-ancien-nom-k7f3qd9m")).toBe(pageKey("/contrats/c/fiches/2-3-nom-k7f3qd9m"));
    expect(pageKey("/contrats/c/fiches/2-1-nom-k7f3qd9m")).not.toBe(pageKey("/contrats/c/fiches/2-1-nom-k7f3qd9n"));
    expect(pageKey("/contrats/c")).toBe("/contrats/c");
  });
});
