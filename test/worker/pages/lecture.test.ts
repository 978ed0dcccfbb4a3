import { describe, expect, it } from "vitest";
import { ETATS_REDACTION } from "../../../shared/domain/contrat.ts";
import { REGLAGES_DEFAULT } from "../../../shared/domain/reglages.ts";
import type { VersionEtat } from "../../../shared/domain/version.ts";
import type { Empreinte } from "../../../shared/editor/canonical.ts";
import { TEXT_SECTIONS } from "../../../shared/editor/sections.ts";
import type { Masque } from "../../../shared/protocol/bodies/history.ts";
import type { ApprovedVersion, ReadVersion } from "../../../worker/fiche/reading.ts";
import type { PageContext } from "../../../worker/pages/layout.ts";
import { type Lecture, lecturePage } from "../../../worker/pages/lecture.ts";
import { ETAT_LABELS, SECTION_TITLES } from "../../../worker/pages/words.ts";
import { aLecture, aSheet, block } from "./builders.ts";
import { checkPage, hrefs, named, withClass } from "./checked-page.ts";

const context: PageContext = {
  manifest: { styles: "/assets/styles.css" },
  demonstration: false,
  account: { nom: "Aline Le Goff" },
  reglages: REGLAGES_DEFAULT,
};

const read = (lecture: Lecture) => checkPage(lecturePage(context, lecture));

const factsOf = (lecture: Lecture) =>
  withClass(read(lecture), "facts")
    .map(({ text }) => text)
    .join(" ");

describe("the head of the reading view", () => {
  it("says which fiche it is, in which contrat and axe, and leads back to writing", () => {
    const page = read(aLecture());
    expect(page.title).toBe("2.3 Prévention des aînés, lecture – Contrat local de santé du Pays de Redon – Coaction");
    expect(named(page, "h1")[0]?.text).toBe("2.3 Prévention des aînés");
    const [crumbs] = withClass(page, "crumbs");
    expect(crumbs?.text).toContain("Contrat local de santé du Pays de Redon, 2022-2025");
    expect(crumbs?.text).toContain("Axe 2. Promotion de la santé et prévention");
    expect(hrefs(page)).toContain("/contrats/pays-de-redon");
    expect(hrefs(page)).toContain("/contrats/pays-de-redon/fiches/2-3-prevention-des-aines-k7f3qd9m");
  });

  it("says no period while the contrat has none", () => {
    const lecture = aLecture();
    const [crumbs] = withClass(read({ ...lecture, contrat: { ...lecture.contrat, periode: "" } }), "crumbs");
    expect(crumbs?.text).not.toContain("Redon,");
  });

  it.each(ETATS_REDACTION)("says the état « %s » in words, and that nothing is approved", (etat) => {
    const facts = factsOf(aLecture({ fiche: { etat } }));
    expect(facts).toContain(ETAT_LABELS[etat]);
    expect(facts).toContain("Document de travail\u202f: cette fiche n’est pas approuvée.");
  });

  it("dates the text: its last change, and the moment it was read, for paper", () => {
    const facts = factsOf(aLecture());
    expect(facts).toContain("Modifiée le 12 mars 2026 à 14\u00a0h\u00a005");
    expect(facts).toContain("Texte lu le 14 mars 2026 à 9\u00a0h\u00a000");
    expect(factsOf(aLecture({ fiche: { modifieeLe: null } }))).toContain("Jamais modifiée");
  });

  it("shows the intitulé as it stands in the text, or that there is none", () => {
    expect(named(read(aLecture({ content: aSheet("Un autre titre", {}) })), "h1")[0]?.text).toBe("2.3 Un autre titre");
    expect(named(read(aLecture({ content: aSheet(" ", {}) })), "h1")[0]?.text).toBe("2.3 Sans intitulé");
  });
});

describe("a fiche that was changed since it was approved", () => {
  const approuvee: ApprovedVersion = {
    numero: 2,
    etat: "approuvee",
    empreinte: "a".repeat(64) as Empreinte,
    soumiseLe: Date.UTC(2026, 1, 1),
    approuveeLe: Date.UTC(2026, 2, 2),
    le: Date.UTC(2026, 2, 2),
    modifieeDepuis: true,
  };
  const since = "/contrats/pays-de-redon/fiches/2-3-prevention-des-aines-k7f3qd9m/depuis-l-approbation";

  it("leads who reads the draft to what changed", () => {
    expect(hrefs(read(aLecture({ reading: { approuvee } })))).toContain(since);
  });

  it("leads nowhere when nothing changed, nor who reads the approved words", () => {
    expect(hrefs(read(aLecture({ reading: { approuvee: { ...approuvee, modifieeDepuis: false } } })))).not.toContain(
      since,
    );
    expect(hrefs(read(aLecture({ reading: { version: approuvee, approuvee } })))).not.toContain(since);
  });

  it("says so to who reads the version submitted since, and leads them to what it changes", () => {
    const version: ReadVersion = { ...approuvee, numero: 3, etat: "soumise", approuveeLe: null };
    const lecture = aLecture({ reading: { version, approuvee } });
    expect(factsOf(lecture)).toContain(
      "la version 3 n’est pas approuvée. La version 2, approuvée le 2 mars 2026, fait toujours foi. " +
        "Fiche modifiée depuis l’approbation du 2 mars 2026.",
    );
    expect(hrefs(read(lecture))).toContain(since);
  });
});

describe("the sheet", () => {
  it("has a title for each written section, in the order of the sheet, with real headings inside", () => {
    const page = read(
      aLecture({
        content: aSheet("Titre", {
          freins: [block("texte", "La distance.")],
          constats: [block("titre", "Le vieillissement"), block("puce", "un"), block("puce", "deux")],
        }),
      }),
    );
    expect(named(page, "h2").map(({ text }) => text)).toEqual(["Constats et enjeux", "Freins", "Pas encore rédigé"]);
    expect(named(page, "h3").map(({ text }) => text)).toEqual(["Le vieillissement"]);
    const [sheet] = withClass(page, "sheet");
    expect(sheet?.text).toContain("La distance.");
  });

  it("lists briefly what is not written, blank paragraphs included, and nothing when all is", () => {
    const constats = [block("texte", "Un mot.")];
    const partial = read(aLecture({ content: aSheet("Titre", { constats, freins: [block("texte", " \u200b")] }) }));
    const listed = withClass(partial, "muted").find(({ name }) => name === "ul");
    for (const section of TEXT_SECTIONS) {
      if (section === "constats") expect(listed?.text).not.toContain(SECTION_TITLES[section]);
      else expect(listed?.text).toContain(SECTION_TITLES[section]);
    }
    const whole = Object.fromEntries(TEXT_SECTIONS.map((section) => [section, constats]));
    expect(read(aLecture({ content: aSheet("Titre", whole) })).text).not.toContain("Pas encore rédigé");
  });

  it("gives every written section the address that it has in the Rédaction", () => {
    expect(named(read(aLecture()), "section")[0]?.attributes.get("id")).toBe("constats");
  });
});

describe("a version", () => {
  const version: ReadVersion = {
    numero: 3,
    etat: "soumise",
    empreinte: "7f3a91c2".padEnd(60, "0").concat("e04b") as Empreinte,
    soumiseLe: Date.UTC(2026, 2, 12, 13, 5),
    approuveeLe: null,
  };
  const bound: ApprovedVersion = {
    ...version,
    numero: 2,
    etat: "approuvee",
    approuveeLe: Date.UTC(2026, 1, 1, 10),
    le: Date.UTC(2026, 1, 1, 10),
    modifieeDepuis: true,
  };
  const views = (lecture: Lecture) => withClass(read(lecture), "views").map(({ text }) => text);

  it("is named with its état, its day and its fingerprint, as a working paper while it is not approved", () => {
    const lecture = aLecture({ reading: { version, approuvee: bound } });
    const facts = factsOf(lecture);
    expect(facts).toContain("Version 3 soumise");
    expect(facts).toContain("Soumise le 12 mars 2026 à 14\u00a0h\u00a005");
    expect(facts).toContain("Empreinte\u202f: 7f3a 91c2 … e04b");
    expect(facts).toContain("Document de travail\u202f: la version 3 n’est pas approuvée.");
    expect(facts).toContain("La version 2, approuvée le 1er février 2026, fait toujours foi.");
    expect(facts).not.toContain("Modifiée le");
    expect(views(lecture)).toEqual(["LectureHistoriqueInstruction"]);
    expect(views(aLecture())).toEqual(["RédactionLectureHistoriqueInstruction"]);
  });

  it.each([
    ["approuvee", "approuvée"],
    ["approuvee_sous_reserve", "approuvée sous réserve"],
    ["validee", "approuvée"],
  ] as const)("that is %s is no working paper", (etat, words) => {
    const approuvee = { ...bound, etat };
    const facts = factsOf(aLecture({ reading: { version: approuvee, approuvee } }));
    expect(facts).toContain(
      `Version 2, ${words} le 1er février 2026. Fiche modifiée depuis l’approbation du 1er février 2026\u202f; `,
    );
    expect(facts).not.toContain("Document de travail");
  });

  it("that was approved and gave way says both, with its own day", () => {
    const [le, approuveeLe] = [Date.UTC(2026, 2, 20, 10), Date.UTC(2026, 2, 14, 10)];
    const later: ApprovedVersion = { ...bound, numero: 4, le, approuveeLe: le, modifieeDepuis: false };
    const facts = (etat: VersionEtat, day: number | null) =>
      factsOf(aLecture({ reading: { version: { ...version, etat, approuveeLe: day }, approuvee: later } }));
    const binds = "La version 4, approuvée le 20 mars 2026, fait toujours foi.";
    expect(facts("remplacee", approuveeLe)).toContain(`Version 3, approuvée le 14 mars 2026, puis remplacée. ${binds}`);
    // Validated, while the next is approved and waits for the Copil.
    expect(facts("validee", approuveeLe)).toContain(`Version 3, approuvée le 14 mars 2026. ${binds}`);
    expect(facts("remplacee", null)).toContain(`la version 3 n’est pas approuvée. ${binds}`);
  });

  it("says where words were masked, and why", () => {
    const content = aSheet("Titre", {
      constats: [block("texte", "Suivi de ████.")],
      freins: [block("texte", "La distance.")],
    });
    const le = Date.UTC(2026, 2, 12, 13, 5);
    const masques: Masque[] = [
      { id: 1, partie: "constats", le, motif: "donnee_de_sante" },
      { id: 2, partie: "freins", le, motif: "secret_protege" },
    ];
    const page = read(aLecture({ content, reading: { version, masques } }));
    expect(withClass(page, "sheet")[0]?.text).toContain(
      "Passage masqué le 12 mars 2026 à 14\u00a0h\u00a005 (donnée de santé)",
    );
    // Nothing is left of the other: its words are no longer in this version at all.
    expect(page.text).not.toContain("secret protégé");
  });
});

it("shows whatever people typed as words", () => {
  const hostile = '</title></h1><script>alert(1)</script>"&amp;';
  const lecture = aLecture({
    content: aSheet(hostile, { constats: [block("texte", hostile)] }),
    fiche: { numero: hostile, groupe: hostile },
  });
  const page = read({ ...lecture, contrat: { ...lecture.contrat, nom: hostile, periode: hostile } });
  expect(named(page, "script")).toEqual([]);
  expect(named(page, "h1")[0]?.text).toBe(`${hostile} ${hostile}`);
  expect(factsOf(lecture)).toContain(hostile);
  expect(withClass(page, "sheet")[0]?.text).toContain(hostile);
});
