import type { GroupeRole } from "../../shared/domain/contrat.ts";
import { isTextSection } from "../../shared/editor/sections.ts";
import { type AccountId, type ContratId, type DocumentId, type GroupeId, parseId } from "../../shared/ids.ts";
import { can } from "../../shared/policy/can.ts";
import { ANNUAIRE } from "../annuaire/annuaire-object.ts";
import type { Env } from "../env.ts";
import type { DemoContrat, DemoFiche, DemoGroupe, Demonstration } from "./format.ts";
import { seedText } from "./seed-text.ts";

/**
 * Makes the demonstration, or what is missing of it: every step does nothing where it was done, and a contrat gets its
 * slug last, so that one that can be found is whole. `now` is milliseconds since 1970.
 */
export async function loadDemonstration(env: Env, demonstration: Demonstration, now: number): Promise<void> {
  const annuaire = env.ANNUAIRE.getByName(ANNUAIRE);
  const accounts = new Map(demonstration.personas.map(({ slug, id }) => [slug, demoId<AccountId>(id)]));
  for (const { id, nom } of demonstration.personas) await env.ACCOUNT.getByName(id).create(demoId<AccountId>(id), nom);
  for (const contrat of demonstration.contrats) {
    if ((await annuaire.resolve(contrat.slug)) !== null) continue;
    await loadContrat(env, contrat, accounts, now);
    await annuaire.addSlug(contrat.slug, demoId<ContratId>(contrat.id));
  }
}

type Accounts = ReadonlyMap<string, AccountId>;

async function loadContrat(env: Env, contrat: DemoContrat, accounts: Accounts, now: number): Promise<void> {
  const id = demoId<ContratId>(contrat.id);
  const account = (persona: string) => known(accounts.get(persona), persona);
  for (const fiche of contrat.fiches) {
    const groupe = known(
      contrat.groupes.find((each) => each.id === fiche.groupe),
      fiche.groupe,
    );
    const documentId = demoId<DocumentId>(fiche.id);
    const updates = seedText(fiche, writersOf(groupe).map(account)).map((update) => ({ ...update, at: now }));
    await env.DOCUMENT.getByName(documentId).create({
      id: documentId,
      kind: "fiche",
      contrat: id,
      createdAt: now,
      updates,
    });
  }
  await env.CONTRAT.getByName(id).create({
    id,
    slug: contrat.slug,
    facts: {
      nom: contrat.nom,
      porteur: contrat.porteur,
      territoire: contrat.territoire,
      ars: contrat.ars,
      periode: contrat.periode,
      stade: contrat.stade,
      faits: contrat.faits,
      instances: contrat.instances,
      objectifsDeMethode: contrat.objectifsDeMethode,
    },
    axes: contrat.axes,
    groupes: contrat.groupes.map((groupe) => ({
      id: demoId<GroupeId>(groupe.id),
      nom: groupe.nom,
      habitantsEcrivent: groupe.habitantsEcrivent,
    })),
    contratRoles: contrat.membres.map(({ persona, role }) => ({ account: account(persona), role })),
    groupeRoles: contrat.groupes.flatMap((groupe) =>
      groupe.membres.map(({ persona, role }) => ({
        account: account(persona),
        groupe: demoId<GroupeId>(groupe.id),
        role,
      })),
    ),
    fiches: contrat.fiches.map(catalogueLine),
  });
  const members = new Set(
    [...contrat.membres, ...contrat.groupes.flatMap((groupe) => groupe.membres)].map((m) => m.persona),
  );
  for (const persona of members) await env.ACCOUNT.getByName(account(persona)).addMembership(id);
}

function catalogueLine(fiche: DemoFiche) {
  return {
    id: demoId<DocumentId>(fiche.id),
    numero: fiche.numero,
    intitule: fiche.intitule,
    axe: fiche.axe,
    groupe: demoId<GroupeId>(fiche.groupe),
    etat: "brouillon" as const,
    remplies: Object.keys(fiche.sections).filter(isTextSection),
  };
}

/** The personas of a groupe who may write in it. */
function writersOf(groupe: DemoGroupe): string[] {
  const writes = (role: GroupeRole) =>
    can("ecrire", { contratRoles: [], groupeRoles: [role], habitantsEcrivent: groupe.habitantsEcrivent }).ok;
  return groupe.membres.filter(({ role }) => writes(role)).map(({ persona }) => persona);
}

function demoId<Id extends AccountId | ContratId | DocumentId | GroupeId>(text: string): Id {
  return known(parseId<Id>(text), text);
}

function known<Value>(value: Value | null | undefined, name: string): Value {
  if (value === null || value === undefined) throw new Error(`the demonstration does not have ${name}`);
  return value;
}
