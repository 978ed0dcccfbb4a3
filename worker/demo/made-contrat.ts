import type { NewContrat } from "../../shared/domain/new-contrat.ts";
import { isTextSection } from "../../shared/editor/sections.ts";
import type { AccountId, AxeId, ContratId, DocumentId, GroupeId, OrganisationId, ReunionId } from "../../shared/ids.ts";
import { askToAct } from "../contrat/ask.ts";
import type { Env } from "../env.ts";
import { demoId, known } from "./demo-id.ts";
import type { DemoContrat, DemoFiche, Demonstration } from "./format.ts";

/** A contrat of the story, with the people and organisations of it. */
export interface DemoWorld extends Pick<Demonstration, "personas" | "organisations"> {
  readonly contrat: DemoContrat;
  readonly account: (persona: string) => AccountId;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Everything that a contrat of the demonstration is made with. */
export function madeContrat(world: DemoWorld): NewContrat {
  const { contrat, personas, organisations, account, now } = world;
  const people = [...contrat.membres, ...contrat.groupes.flatMap((groupe) => groupe.membres)];
  const membres = personas.filter(({ slug }) => people.some(({ persona }) => persona === slug));
  const named = new Set([...membres.map(({ pour }) => pour), ...contrat.signataires]);
  const { nom, porteur, territoire, epci, communes, ars, periode, faits, objectifsDeMethode } = contrat;
  // The stade of today is passed to, with its date, where the story knows it.
  const stade = contrat.passages.length === 0 ? contrat.stade : "elaboration";
  return {
    id: demoId<ContratId>(contrat.id),
    slug: contrat.slug,
    par: account("coordinatrice"),
    le: now,
    facts: { nom, porteur, territoire, epci, communes, ars, periode, stade, faits, objectifsDeMethode },
    organisations: organisations
      .filter(({ slug }) => named.has(slug))
      .map((each) => ({ id: demoId<OrganisationId>(each.id), nom: each.nom, kind: each.kind, siret: null })),
    membres: membres.map((membre) => ({
      account: account(membre.slug),
      nom: membre.nom,
      organisation: membre.pour === null ? null : organisationId(world, membre.pour),
    })),
    axes: contrat.axes.map(({ id, libelle, objectifs }) => ({
      id: demoId<AxeId>(id),
      libelle,
      objectifs: objectifs.map((objectif) => ({ ...objectif, id: demoId<AxeId>(objectif.id) })),
    })),
    groupes: contrat.groupes.map((groupe) => ({
      id: demoId<GroupeId>(groupe.id),
      nom: groupe.nom,
      habitantsEcrivent: groupe.habitantsEcrivent,
      appel: groupe.appel ?? null,
    })),
    instances: [],
    contratRoles: contrat.membres.map(({ persona, role }) => ({ account: account(persona), role })),
    groupeRoles: contrat.groupes.flatMap((groupe) =>
      groupe.membres.map(({ persona, role }) => ({
        account: account(persona),
        groupe: demoId<GroupeId>(groupe.id),
        role,
      })),
    ),
    fiches: contrat.fiches.map((fiche) => catalogueLine(contrat, fiche)),
    reunions: contrat.reunions.map(({ id, groupe, dansJours, lieu, ordreDuJour }) => ({
      id: demoId<ReunionId>(id),
      groupe: demoId<GroupeId>(groupe),
      le: inDays(now, dansJours),
      lieu,
      ordreDuJour,
    })),
  };
}

/** What the coordinatrice then does, as anybody would, so that the journal tells of it. Twice is as once. */
export async function playActs(env: Env, world: DemoWorld): Promise<void> {
  const { contrat } = world;
  const door = env.CONTRAT.getByName(contrat.id);
  const by = world.account("coordinatrice");
  for (const passage of contrat.passages) await askToAct(door, by, "passer_stade", passage);
  for (const { kind, nom, regle } of contrat.instances) {
    await askToAct(door, by, "changer_instance", { instance: kind, nom, regle });
  }
  await askToAct(door, by, "changer_signataires", {
    signataires: contrat.signataires.map((slug) => ({
      organisation: organisationId(world, slug),
      representant: null,
      qualite: null,
      delibereLe: null,
    })),
  });
  const shown = contrat.fiches.filter(({ etat }) => etat === "en_relecture").map(({ id }) => demoId<DocumentId>(id));
  await askToAct(door, by, "changer_partage", { lecteurs: shown.length === 0 ? "aucune" : shown, regions: [] });
}

function organisationId({ organisations }: DemoWorld, slug: string): OrganisationId {
  return demoId<OrganisationId>(known(organisations.find((each) => each.slug === slug)?.id, slug));
}

function catalogueLine(contrat: DemoContrat, fiche: DemoFiche): NewContrat["fiches"][number] {
  const axe = contrat.axes.find(({ numero }) => numero === fiche.axe);
  return {
    id: demoId<DocumentId>(fiche.id),
    numero: fiche.numero,
    intitule: fiche.intitule,
    axe: demoId<AxeId>(fiche.objectif ?? known(axe, fiche.numero).id),
    groupe: demoId<GroupeId>(fiche.groupe),
    etat: fiche.etat ?? "brouillon",
    remplies: Object.keys(fiche.sections).filter(isTextSection),
  };
}

const DAY_MS = 24 * 3_600_000;

/** The middle of the day that comes after so many days. */
function inDays(now: number, days: number): number {
  return Math.floor(now / DAY_MS) * DAY_MS + days * DAY_MS + 12 * 3_600_000;
}
