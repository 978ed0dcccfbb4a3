import { parseAdresse } from "../../shared/domain/adresse.ts";
import type { GroupeRole } from "../../shared/domain/contrat.ts";
import type { AccountId, ContratId, DocumentId } from "../../shared/ids.ts";
import { can } from "../../shared/policy/can.ts";
import { inGroupe } from "../../shared/policy/scopes.ts";
import { slugify } from "../../shared/text/slugify.ts";
import { adresseName } from "../adresse/find-or-create.ts";
import { ADRESSES, ANNUAIRE } from "../durable/names.ts";
import type { Env } from "../env.ts";
import { demoId, known } from "./demo-id.ts";
import type { DemoGroupe, Demonstration } from "./format.ts";
import { type DemoWorld, madeContrat, playActs } from "./made-contrat.ts";
import { playStory } from "./play-story.ts";
import { STORIES } from "./stories.ts";

/**
 * Makes the demonstration, or what is missing of it: every step does nothing where it was done, and a contrat gets its
 * slug last, so that one that can be found is whole. `now` is milliseconds since 1970.
 */
export async function loadDemonstration(env: Env, demonstration: Demonstration, now: number): Promise<void> {
  const annuaire = env.ANNUAIRE.getByName(ANNUAIRE);
  const accounts = new Map(demonstration.personas.map(({ slug, id }) => [slug, demoId<AccountId>(id)]));
  for (const { id, nom } of demonstration.personas) await loadPersona(env, demoId<AccountId>(id), nom);
  for (const contrat of demonstration.contrats) {
    const account = (persona: string) => known(accounts.get(persona), persona);
    const world: DemoWorld = { ...demonstration, contrat, account, now };
    if ((await annuaire.resolve(contrat.slug)) === null) await loadContrat(env, world);
    else await nameMembres(env, world);
    await annuaire.addContrat(demoId<ContratId>(contrat.id), contrat.nom, contrat.slug);
  }
}

/** A demonstration of before contrats knew the names of their people. */
async function nameMembres(env: Env, { contrat, personas, account }: DemoWorld): Promise<void> {
  const door = env.CONTRAT.getByName(contrat.id);
  for (const { slug, nom } of personas) await door.hearAccount(account(slug), 1, nom);
}

/** Nobody has such an address: the mails of a demonstration stay in it. */
function demoAdresse(nom: string): string {
  return `${slugify(nom, 60).replaceAll("-", ".")}@coaction.example`;
}

async function loadPersona(env: Env, id: AccountId, nom: string): Promise<void> {
  const adresse = known(parseAdresse(demoAdresse(nom)), nom);
  const name = adresseName(env, adresse);
  // Somebody may have closed this persona's account: then it stays so.
  const stands = await env.ACCOUNT.getByName(id).create(id, nom, { name, adresse });
  if (stands === id) await env.ADRESSES.getByName(ADRESSES).claim(name, id);
}

async function loadContrat(env: Env, world: DemoWorld): Promise<void> {
  const { contrat, account, now } = world;
  const id = demoId<ContratId>(contrat.id);
  for (const fiche of contrat.fiches) {
    const groupe = known(
      contrat.groupes.find((each) => each.id === fiche.groupe),
      fiche.groupe,
    );
    const documentId = demoId<DocumentId>(fiche.id);
    const story = Object.hasOwn(STORIES, fiche.id) ? STORIES[fiche.id] : undefined;
    await env.DOCUMENT.getByName(documentId).create({
      id: documentId,
      kind: "fiche",
      contrat: id,
      createdAt: now,
      etat: fiche.etat ?? "brouillon",
      ...playStory(world, fiche, writersOf(groupe).map(account), story),
    });
  }
  const made = madeContrat(world);
  await env.CONTRAT.getByName(id).create(made);
  for (const membre of made.membres) await env.ACCOUNT.getByName(membre.account).addMembership(id);
  // Before anybody comes: a change of where a fiche stands has those who are there judged again.
  for (const { id: fiche } of contrat.fiches) {
    if (Object.hasOwn(STORIES, fiche)) await env.DOCUMENT.getByName(demoId<DocumentId>(fiche)).announceMade();
  }
  await playActs(env, world);
}

/** The personas of a groupe who may write in it. */
function writersOf(groupe: DemoGroupe): string[] {
  const { habitantsEcrivent } = groupe;
  const writes = (role: GroupeRole) =>
    can("ecrire", inGroupe({ contratRoles: [], groupeRoles: [role], habitantsEcrivent })).ok;
  return groupe.membres.filter(({ role }) => writes(role)).map(({ persona }) => persona);
}
