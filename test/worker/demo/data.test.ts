import { describe, expect, it } from "vitest";
import { CONTRAT_ROLES, GROUPE_ROLES, STADES } from "../../../shared/domain/contrat.ts";
import { INSTANCES, PRESIDENCE, regleSchema } from "../../../shared/domain/instance.ts";
import { INTITULE_MAX, isTextSection, TEXT_SECTIONS } from "../../../shared/editor/sections.ts";
import { parseId, shortId } from "../../../shared/ids.ts";
import { parseBlock } from "../../../worker/demo/blocks.ts";
import { demonstration } from "../../../worker/demo/data.ts";
import type { DemoContrat, DemoFiche, DemoGroupe } from "../../../worker/demo/format.ts";

const { personas, organisations, contrats } = demonstration;
const slugs = personas.map(({ slug }) => slug);
const SHARED_SLUGS = ["coordinatrice", "cotech-1", "cotech-2", "cotech-3", "copil", "ars"];
const RESUME_MAX = 600;

describe("ids and personas", () => {
  it("gives every object an id whose first 8 characters are its own", () => {
    const ids = [
      ...personas.map(({ id }) => id),
      ...organisations.map(({ id }) => id),
      ...contrats.flatMap(({ id, axes, groupes, fiches, reunions }) => [
        id,
        ...axes.flatMap((axe) => [axe.id, ...axe.objectifs.map((objectif) => objectif.id)]),
        ...groupes.map((groupe) => groupe.id),
        ...fiches.map((fiche) => fiche.id),
        ...reunions.map((reunion) => reunion.id),
      ]),
    ].map((id) => parseId(id));
    expect(ids).not.toContain(null);
    const shorts = ids.flatMap((id) => (id === null ? [] : [shortId(id)]));
    expect(new Set(shorts).size).toBe(ids.length);
  });

  it("has the twelve personas, easy to tell apart", () => {
    expect(slugs).toEqual([
      "coordinatrice",
      "pilote",
      "pilote-2",
      "partenaire",
      "partenaire-2",
      "habitante",
      "habitant-2",
      "cotech-1",
      "cotech-2",
      "cotech-3",
      "copil",
      "ars",
    ]);
    expect(new Set(personas.map(({ nom }) => nom.charAt(0))).size).toBe(personas.length);
  });

  it("has the four contrats", () => {
    expect(contrats.map(({ slug }) => slug)).toEqual([
      "pays-de-redon",
      "cornouaille",
      "centre-ouest-bretagne",
      "challans-gois-ocean-marais-de-monts",
    ]);
  });
});

describe.each(contrats)("$slug", (contrat) => {
  const { axes, groupes, fiches, membres } = contrat;

  it("describes itself", () => {
    expect(STADES).toContain(contrat.stade);
    expect(contrat.faits.length).toBeGreaterThanOrEqual(3);
    expect(contrat.faits.length).toBeLessThanOrEqual(8);
    expect(contrat.ars.length).toBeGreaterThan(0);
    expect(contrat.objectifsDeMethode).toHaveLength(contrat.slug === "pays-de-redon" ? 4 : 0);
    expect(axes.map(({ numero }) => numero)).toEqual(axes.map((_, index) => index + 1));
  });

  it("names only personas, in known roles, once each", () => {
    for (const { persona, role } of membres) {
      expect(slugs).toContain(persona);
      expect(CONTRAT_ROLES).toContain(role);
    }
    for (const groupe of groupes) {
      for (const { persona, role } of groupe.membres) {
        expect(slugs).toContain(persona);
        expect(GROUPE_ROLES).toContain(role);
      }
      expect(new Set(groupe.membres.map(({ persona }) => persona)).size).toBe(groupe.membres.length);
    }
  });

  it("has the coordination, the comité technique, the copil and the ARS", () => {
    expect(membres).toEqual(expect.arrayContaining([{ persona: "coordinatrice", role: "coordination" }]));
    expect(holders(contrat, "comite_technique")).toEqual(["cotech-1", "cotech-2", "cotech-3"]);
    expect(holders(contrat, "copil")).toEqual(["copil"]);
    expect(holders(contrat, "ars")).toEqual(["ars"]);
    const inGroupes = groupes.flatMap((groupe) => groupe.membres.map(({ persona }) => persona));
    for (const slug of SHARED_SLUGS) expect(inGroupes).not.toContain(slug);
  });

  it("has bodies that somebody of them presides, a groupe that calls, and a meeting to come", () => {
    for (const kind of INSTANCES) {
      const [president] = holders(contrat, PRESIDENCE[kind].president);
      expect(holders(contrat, kind)).toContain(president);
    }
    expect(contrat.instances.map(({ kind }) => kind)).toEqual(INSTANCES);
    for (const { regle } of contrat.instances) expect(regleSchema.safeParse(regle).success).toBe(true);
    expect(groupes.filter(({ appel }) => appel !== undefined)).toHaveLength(1);
    expect(contrat.reunions.some(({ dansJours }) => dansJours > 0)).toBe(true);
    for (const { groupe } of contrat.reunions) expect(groupes.map(({ id }) => id)).toContain(groupe);
  });

  it("puts a fiche under an objectif of its own axe, when it is under one", () => {
    for (const { axe, objectif } of fiches.filter((fiche) => fiche.objectif !== undefined)) {
      expect(axes.find(({ numero }) => numero === axe)?.objectifs.map(({ id }) => id)).toContain(objectif);
    }
  });

  it("has one pilote per groupe, and « pilote » is one of them, with a fiche", () => {
    for (const groupe of groupes) expect(withRole(groupe, "pilote")).toHaveLength(1);
    const piloted = fiches.filter((fiche) => withRole(groupeOf(contrat, fiche), "pilote").includes("pilote"));
    expect(piloted.length).toBeGreaterThan(0);
  });

  it("puts no persona in every groupe", () => {
    for (const slug of slugs) {
      expect(groupes.every((groupe) => groupe.membres.some(({ persona }) => persona === slug))).toBe(false);
    }
  });

  it("has three to five fiches over several axes, each of one axe and one groupe", () => {
    expect(fiches.length).toBeGreaterThanOrEqual(3);
    expect(fiches.length).toBeLessThanOrEqual(5);
    expect(new Set(fiches.map(({ numero }) => numero)).size).toBe(fiches.length);
    expect(new Set(fiches.map(({ axe }) => axe)).size).toBeGreaterThan(1);
    for (const fiche of fiches) {
      expect(axes.map(({ numero }) => numero)).toContain(fiche.axe);
      expect(fiche.numero.startsWith(`${fiche.axe}.`)).toBe(true);
      expect(groupes.map(({ id }) => id)).toContain(fiche.groupe);
      expect(fiche.intitule.length).toBeLessThanOrEqual(INTITULE_MAX);
    }
    for (const { id } of groupes) expect(fiches.map(({ groupe }) => groupe)).toContain(id);
  });

  it("has one long fiche, in every section, and at least two short ones", () => {
    const long = fiches.filter((fiche) => wordsOf(fiche) >= 600);
    expect(long).toHaveLength(1);
    for (const fiche of long) {
      expect(wordsOf(fiche)).toBeLessThanOrEqual(1200);
      expect(Object.keys(fiche.sections)).toEqual(TEXT_SECTIONS);
    }
    const short = fiches.filter((fiche) => !long.includes(fiche));
    expect(short.length).toBeGreaterThanOrEqual(2);
    for (const fiche of short) {
      expect(wordsOf(fiche)).toBeGreaterThanOrEqual(80);
      expect(wordsOf(fiche)).toBeLessThanOrEqual(250);
      const sections = Object.keys(fiche.sections);
      expect(sections.every(isTextSection)).toBe(true);
      expect(sections.length).toBeGreaterThanOrEqual(2);
      expect(sections.length).toBeLessThanOrEqual(4);
    }
  });

  it("says in every fiche what is invented", () => {
    for (const fiche of fiches) expect(textOf(fiche), fiche.numero).toContain("exemple fictif");
  });

  it("has a plain summary made of short texte paragraphs", () => {
    for (const { sections } of fiches) {
      const blocks = (sections.resume ?? []).map(parseBlock);
      expect(blocks.every(({ genre, retrait }) => genre === "texte" && retrait === 0)).toBe(true);
      const text = blocks.map(({ runs }) => runs.map((run) => run.text).join("")).join("\n");
      expect(text.length).toBeLessThanOrEqual(RESUME_MAX);
    }
  });

  it("keeps to French typography in everything people read", () => {
    for (const line of readOf(contrat)) {
      expect(line, line).not.toMatch(/['"]/u);
      expect(line, line).not.toMatch(/[^\u202f»][;!?%](?:\s|$)|[^\u202f]:(?:\s|$)| [:;!?%»]|«(?!\u202f)/u);
      expect(line, line).not.toMatch(/^[\s\u202f]|[\s\u202f]$/u);
    }
  });
});

it("says of everybody whom they speak for, residents for themselves", () => {
  const known = organisations.map(({ slug }) => slug);
  for (const { slug, pour, organisation } of personas) {
    if (slug.startsWith("habitant")) expect(pour).toBeNull();
    else expect(organisations.find((each) => each.slug === pour)?.nom).toBe(organisation);
  }
  for (const { signataires } of contrats) for (const slug of signataires) expect(known).toContain(slug);
});

describe("who writes", () => {
  const groupesOf = (slug: string, role: string) =>
    contrats.flatMap(({ slug: contrat, groupes }) =>
      groupes
        .filter(({ membres }) => membres.some((membre) => membre.persona === slug && membre.role === role))
        .map((groupe) => ({ contrat, groupe })),
    );

  it("lets habitant-2 write in several contrats and habitante in none", () => {
    const writes = groupesOf("habitant-2", "habitant");
    expect(writes.every(({ groupe }) => groupe.habitantsEcrivent)).toBe(true);
    expect(new Set(writes.map(({ contrat }) => contrat)).size).toBeGreaterThanOrEqual(2);
    const reads = groupesOf("habitante", "habitant");
    expect(reads.some(({ groupe }) => groupe.habitantsEcrivent)).toBe(false);
    expect(new Set(reads.map(({ contrat }) => contrat)).size).toBeGreaterThanOrEqual(2);
    for (const slug of ["habitante", "habitant-2"]) {
      for (const role of ["pilote", "copilote", "partenaire"]) expect(groupesOf(slug, role)).toEqual([]);
    }
  });

  it("opens the fiche of the aînés to five writers", () => {
    const contrat = contratOf("challans-gois-ocean-marais-de-monts");
    const fiche = contrat.fiches.find(({ numero }) => numero === "2.1");
    expect(fiche?.intitule).toBe("Prévention pour les aînés sur tout le territoire");
    expect(fiche && wordsOf(fiche)).toBeGreaterThanOrEqual(600);
    const groupe = fiche && groupeOf(contrat, fiche);
    expect(groupe?.habitantsEcrivent).toBe(true);
    expect(groupe?.membres).toEqual([
      { persona: "pilote", role: "pilote" },
      { persona: "pilote-2", role: "copilote" },
      { persona: "partenaire", role: "partenaire" },
      { persona: "habitant-2", role: "habitant" },
    ]);
  });

  it("shows the long fiche of Redon to habitante without letting her write", () => {
    const contrat = contratOf("pays-de-redon");
    const fiche = contrat.fiches.find((one) => wordsOf(one) >= 600);
    const groupe = fiche && groupeOf(contrat, fiche);
    expect(groupe?.habitantsEcrivent).toBe(false);
    expect(groupe?.membres).toEqual([
      { persona: "pilote", role: "pilote" },
      { persona: "partenaire", role: "partenaire" },
      { persona: "partenaire-2", role: "partenaire" },
      { persona: "habitante", role: "habitant" },
    ]);
  });
});

function contratOf(slug: string): DemoContrat {
  const contrat = contrats.find((one) => one.slug === slug);
  if (!contrat) throw new Error(`no contrat ${slug}`);
  return contrat;
}

function groupeOf({ groupes }: DemoContrat, { groupe, numero }: DemoFiche): DemoGroupe {
  const found = groupes.find(({ id }) => id === groupe);
  if (!found) throw new Error(`no groupe for ${numero}`);
  return found;
}

function holders({ membres }: DemoContrat, role: string): string[] {
  return membres.filter((membre) => membre.role === role).map(({ persona }) => persona);
}

function withRole({ membres }: DemoGroupe, role: string): string[] {
  return membres.filter((membre) => membre.role === role).map(({ persona }) => persona);
}

/** The text of a fiche's sections, without prefixes and marks. */
function textOf({ sections }: DemoFiche): string {
  return Object.values(sections)
    .flat()
    .map((line) =>
      parseBlock(line)
        .runs.map(({ text }) => text)
        .join(""),
    )
    .join("\n");
}

function wordsOf(fiche: DemoFiche): number {
  return textOf(fiche)
    .split(/[\s\u202f]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

function readOf(contrat: DemoContrat): string[] {
  return [
    ...personas.flatMap(({ nom, organisation, presentation }) => [nom, organisation, presentation]),
    ...organisations.map(({ nom }) => nom),
    ...[contrat.nom, contrat.porteur, contrat.territoire, contrat.periode, ...contrat.epci],
    ...[...contrat.faits, ...contrat.instances.map(({ nom }) => nom), ...contrat.objectifsDeMethode],
    ...contrat.axes.flatMap(({ libelle, objectifs }) => [libelle, ...objectifs.map((objectif) => objectif.libelle)]),
    ...contrat.groupes.flatMap(({ nom, appel }) => (appel === undefined ? [nom] : [nom, appel])),
    ...contrat.reunions.flatMap(({ lieu, ordreDuJour }) => [lieu, ...ordreDuJour]),
    ...contrat.fiches.flatMap((fiche) => [fiche.intitule, ...textOf(fiche).split("\n")]),
  ];
}
