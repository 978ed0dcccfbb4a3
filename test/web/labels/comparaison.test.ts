import { describe, expect, it } from "vitest";
import type { AccountId } from "../../../shared/ids.ts";
import type { Changement, ComparedBlock, Names } from "../../../shared/protocol/bodies/history.ts";
import {
  changesCounted,
  comparisonTitle,
  identicalSections,
  isShortened,
  momentWords,
  phraseOf,
  phraseText,
} from "../../../web/labels/comparaison.ts";
import { fullDate } from "../../../web/labels/dates.ts";

// Names that the tests use for accounts.
const [ANNE, YVONNE, GONE] = ["anne", "yvonne", "gone"] as [AccountId, AccountId, AccountId];
const NOMS: Names = {
  [ANNE]: { nom: "Anne L.", organisation: null },
  [YVONNE]: { nom: "Yvonne K.", organisation: "Habitants" },
  [GONE]: { nom: null, organisation: null },
};
const LE = Date.UTC(2026, 2, 14, 13, 5);

type What = Changement extends infer Each
  ? Each extends Changement
    ? Omit<Each, "bloc" | "run" | "par" | "le">
    : never
  : never;

const told = (what: What, par: AccountId | null = ANNE, bloc?: ComparedBlock) =>
  phraseText(phraseOf({ bloc: 0, run: 0, par, le: LE, ...what }, { partie: "description", noms: NOMS, bloc }))
    // As a reader hears it: one kind of space.
    .replace(/[\u00a0\u202f]/gu, " ")
    .replace(fullDate(LE).replace(/[\u00a0\u202f]/gu, " "), "14 mars 2026 à 14 h 05");

describe("the sentence that tells a change", () => {
  it("says where, who, what and when", () => {
    expect(told({ quoi: "remplace", avant: "3 ateliers", apres: "5 ateliers" })).toBe(
      "Dans « Description de l’action », Anne L. a remplacé « 3 ateliers » par « 5 ateliers », le 14 mars 2026 à 14 h 05.",
    );
  });

  it("quotes the spaces that no line may break at as they are written", () => {
    const written = "Le calendrier\u202f: 3\u00a0ateliers,\nqui l’écrit\u202f?";
    const what = { quoi: "ajoute", texte: written, deplacePar: null } as const;
    const parts = phraseOf(
      { bloc: 0, run: 0, par: ANNE, le: LE, ...what },
      { partie: null, noms: NOMS, bloc: undefined },
    );
    expect(phraseText(parts)).toContain("«\u202fLe calendrier\u202f: 3\u00a0ateliers, qui l’écrit\u202f?\u202f»");
  });

  it("says so when nobody knows who", () => {
    expect(told({ quoi: "retire", texte: "au marché", auteurs: [YVONNE] }, null)).toBe(
      "Dans « Description de l’action », on ne sait pas qui a supprimé « au marché » (mots écrits par Yvonne K.), le 14 mars 2026 à 14 h 05.",
    );
  });

  it("tells every kind of change", () => {
    const where = "Dans « Description de l’action », ";
    const when = ", le 14 mars 2026 à 14 h 05.";
    expect(told({ quoi: "ajoute", texte: "au marché", deplacePar: null })).toBe(
      `${where}Anne L. a ajouté « au marché »${when}`,
    );
    expect(told({ quoi: "ajoute", texte: "au marché", deplacePar: YVONNE })).toBe(
      `${where}Yvonne K. a mis ici « au marché » (mots écrits par Anne L.)${when}`,
    );
    expect(told({ quoi: "retire", texte: "au marché", auteurs: [ANNE] })).toBe(
      `${where}Anne L. a supprimé « au marché »${when}`,
    );
    expect(told({ quoi: "retire", texte: "au marché", auteurs: [YVONNE] })).toBe(
      `${where}Anne L. a supprimé « au marché » (mots écrits par Yvonne K.)${when}`,
    );
    expect(told({ quoi: "retire", texte: "au marché", auteurs: [YVONNE, ANNE] })).toBe(
      `${where}Anne L. a supprimé « au marché » (mots écrits par Yvonne K. et Anne L.)${when}`,
    );
    expect(told({ quoi: "deplace", texte: "au marché" })).toBe(`${where}Anne L. a déplacé « au marché »${when}`);
    expect(told({ quoi: "forme", texte: "au marché" })).toBe(
      `${where}Anne L. a changé la mise en forme de « au marché »${when}`,
    );
    expect(told({ quoi: "paragraphe", comment: "coupe" })).toBe(`${where}Anne L. a coupé un paragraphe en deux${when}`);
    expect(told({ quoi: "paragraphe", comment: "joint" })).toBe(
      `${where}Anne L. a réuni deux paragraphes en un seul${when}`,
    );
  });

  it("quotes as French printers do: no stop of its own at the end of a quotation, and other marks within it", () => {
    expect(told({ quoi: "ajoute", texte: "Un atelier « moins et mieux » pour tous.", deplacePar: null })).toContain(
      "a ajouté « Un atelier “moins et mieux” pour tous », le 14 mars",
    );
    expect(told({ quoi: "ajoute", texte: ", ludothèques", deplacePar: null })).toContain("« ludothèques »");
    expect(told({ quoi: "retire", texte: "les aidants\u202f;", auteurs: [ANNE] })).toContain("« les aidants »");
    expect(told({ quoi: "ajoute", texte: "Qui vient ?", deplacePar: null })).toContain("« Qui vient ? »");
    expect(told({ quoi: "ajoute", texte: "et ensuite...", deplacePar: null })).toContain("« et ensuite... »");
    // Where the comma is the change, it is said.
    expect(told({ quoi: "remplace", avant: "à pied", apres: "à pied," })).toContain("« à pied » par « à pied, »");
    expect(told({ quoi: "ajoute", texte: ";", deplacePar: null })).toContain("« ; »");
  });

  it("says what a paragraph was and what it is", () => {
    const block: ComparedBlock = {
      avant: { genre: "texte", retrait: 0 },
      apres: { genre: "puce", retrait: 0 },
      runs: [],
    };
    expect(told({ quoi: "paragraphe", comment: "genre" }, ANNE, block)).toContain(
      "a présenté un paragraphe autrement (avant : texte ; après : liste à puces)",
    );
    const empty: ComparedBlock = { ...block, avant: null };
    expect(told({ quoi: "paragraphe", comment: "coupe" }, ANNE, empty)).toContain(
      "Anne L. a ajouté un paragraphe vide,",
    );
    const gone: ComparedBlock = { ...block, apres: null };
    expect(told({ quoi: "paragraphe", comment: "joint" }, ANNE, gone)).toContain("a supprimé un paragraphe vide,");
    const moved = { ...block, apres: { genre: "texte", retrait: 1 } } as const;
    expect(told({ quoi: "paragraphe", comment: "genre" }, ANNE, moved)).toContain(
      "a changé le décalage d’un paragraphe",
    );
  });

  it("names whoever left « un ancien membre », and says so when nobody is known", () => {
    expect(told({ quoi: "forme", texte: "mots" }, GONE)).toContain(", un ancien membre a changé");
    expect(told({ quoi: "forme", texte: "mots" }, null)).toContain(", on ne sait pas qui a changé");
  });

  it("begins with a capital under the title of its section, and has no date that nobody knows", () => {
    const change: Changement = { bloc: 0, run: 0, par: GONE, le: 0, quoi: "deplace", texte: "mots" };
    expect(phraseText(phraseOf(change, { partie: null, noms: NOMS }))).toBe(
      "Un ancien membre a déplacé «\u202fmots\u202f».",
    );
  });

  it("names what cannot be seen", () => {
    expect(told({ quoi: "ajoute", texte: " ", deplacePar: null })).toContain("a ajouté une espace,");
    expect(told({ quoi: "retire", texte: "\n", auteurs: [ANNE] })).toContain("a supprimé un retour à la ligne,");
  });

  it("says of a link where it leads, since the words do not show it", () => {
    const linked = (before: string | null, after: string | null) => {
      const run = { kind: "forme", texte: "la carte", par: ANNE, saut: false, gras: false, italique: false } as const;
      const avant = { gras: false, italique: false, lien: before };
      const shape = { genre: "texte", retrait: 0 } as const;
      return told({ quoi: "forme", texte: "la carte" }, ANNE, {
        avant: shape,
        apres: shape,
        runs: [{ ...run, lien: after, avant }],
      });
    };
    const [here, there] = ["https://exemple.fr/a", "https://exemple.fr/b"];
    expect(linked(null, here)).toContain(`Anne L. a mis un lien vers « ${here} » sur « la carte », le 14 mars`);
    expect(linked(here, null)).toContain(`Anne L. a ôté le lien vers « ${here} » de « la carte », le 14 mars`);
    expect(linked(here, there)).toContain(
      `a changé le lien de « la carte » : il menait vers « ${here} », il mène vers « ${there} », le 14 mars`,
    );
    expect(linked(here, here)).toContain("a changé la mise en forme de « la carte »");
  });

  it("says which space took the place of which, and that a letter cannot be seen", () => {
    expect(told({ quoi: "remplace", avant: " ", apres: "\u00a0" })).toContain("une espace par une espace insécable,");
    expect(told({ quoi: "remplace", avant: "\u00a0", apres: "\u202f" })).toContain("par une espace fine insécable,");
    expect(told({ quoi: "retire", texte: "   ", auteurs: [ANNE] })).toContain("a supprimé des espaces,");
    for (const unseen of ["\u200b", "\u00ad", "\ufe0f"]) {
      expect(told({ quoi: "ajoute", texte: unseen, deplacePar: null })).toContain("a ajouté un caractère invisible,");
    }
  });

  it("keeps what is written from right to left within its quotation", () => {
    for (const words of ["שלום", "\u202eavis"]) {
      const phrase = told({ quoi: "ajoute", texte: words, deplacePar: null });
      expect(phrase).toContain(`« \u2068${words}\u2069 »`);
    }
    expect(told({ quoi: "ajoute", texte: "👩‍⚕️ 𝒜", deplacePar: null })).toContain("« 👩‍⚕️ 𝒜 »");
  });

  it("shortens long quotations, with the whole at hand, and leaves the words of the text alone", () => {
    const long = `${"l'atelier des aînés ".repeat(20)}: fin`;
    const parts = phraseOf(
      { bloc: 0, run: 0, par: ANNE, le: LE, quoi: "ajoute", texte: long, deplacePar: null },
      { partie: null, noms: NOMS },
    );
    expect(isShortened(parts)).toBe(true);
    expect(phraseText(parts)).toContain(" […] ");
    expect(phraseText(parts, Number.POSITIVE_INFINITY)).toContain(`«\u202f${long}\u202f»`);
  });
});

describe("what is said around a comparison", () => {
  it("counts in words", () => {
    expect(identicalSections(10)).toBe("Dix sections sont identiques");
    expect(identicalSections(1)).toBe("Une section est identique");
    expect(changesCounted(3, 2)).toBe("3\u00a0changements dans 2\u00a0sections");
  });

  it("names both moments", () => {
    expect(comparisonTitle(momentWords("v3", LE), momentWords("v4", LE))).toBe("De la version 3 à la version 4");
    expect(comparisonTitle(momentWords("m0", 0), momentWords("m12", LE))).toBe(
      `De la fiche vide au texte du ${fullDate(LE)}`,
    );
    expect(comparisonTitle(momentWords("m5", LE), momentWords("v1", LE))).toBe(
      `Du texte du ${fullDate(LE)} à la version 1`,
    );
  });
});
