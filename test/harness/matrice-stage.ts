import type { ContratRole, EtatRedaction, GroupeRole } from "../../shared/domain/contrat.ts";
import { INSTANCES, PRESIDENCE } from "../../shared/domain/instance.ts";
import type { AxeId, DocumentId, GroupeId } from "../../shared/ids.ts";
import type { ActesBody, InstructionBody } from "../../shared/protocol/bodies/fiche-acts.ts";
import type { InstancesBody } from "../../shared/protocol/bodies/instance.ts";
import type { MembresBody } from "../../shared/protocol/bodies/membre.ts";
import { GIVEN_ROLES } from "../../shared/protocol/bodies/membre.ts";
import type { ContratWithFiches, SessionBody } from "../../shared/protocol/http-bodies.ts";
import type { Expected } from "../policy/matrice.ts";
import type { RunningServer } from "./dev-server.ts";
import { type Answered, ask, cookieOf, nobody, type Person } from "./instance.ts";
import { signIn } from "./live-client.ts";

/** The contrat of the story in which every situation is set up; « habitante » is not of it. */
export const SLUG = "challans-gois-ocean-marais-de-monts";
export const AT = `/api/contrats/${SLUG}`;

/** Somebody of the story, signed in. */
export interface Actor extends Person {
  readonly id: string;
}

/**
 * A groupe with one fiche and one meeting, whoever coordinates, somebody whose roles are changed from one situation to
 * the next, somebody who stays what they are, and somebody of nowhere.
 */
export interface Stage {
  readonly server: RunningServer;
  readonly coordinatrice: Actor;
  readonly subject: Actor;
  readonly bystander: Actor;
  readonly outsider: Actor;
  readonly groupe: GroupeId;
  readonly fiche: DocumentId;
  /** Another one of the same groupe, of which a version is published. */
  readonly published: DocumentId;
  readonly reunion: string;
  readonly notes: DocumentId;
  readonly axes: readonly [AxeId, AxeId];
  readonly organisation: string;
}

/** A request of the coordinatrice's that must be done. */
export async function must(
  { coordinatrice }: Pick<Stage, "coordinatrice">,
  method: "GET" | "POST" | "PUT" | "DELETE",
  path: string,
  body?: unknown,
): Promise<Answered> {
  const answer = await ask(coordinatrice, method, AT + path, body);
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}

/** The id of what the coordinatrice has made. */
export async function made(stage: Pick<Stage, "coordinatrice">, path: string, body?: unknown): Promise<string> {
  // Answers of our own server.
  return ((await must(stage, "POST", path, body)).body as { id: string }).id;
}

async function actor(url: string, persona: string): Promise<Actor> {
  const person = await signIn(url, persona);
  const { body } = await ask(person, "GET", "/api/session");
  return { ...person, id: (body as SessionBody).account.id };
}

export async function setStage(server: RunningServer): Promise<Stage> {
  const [coordinatrice, subject, bystander, outsider] = await Promise.all(
    (["coordinatrice", "cotech-3", "copil", "habitante"] as const).map((persona) => actor(server.url, persona)),
  );
  if (!coordinatrice || !subject || !bystander || !outsider) throw new Error("the story lacks people");
  const by = { coordinatrice };
  const contrat = (await must(by, "GET", "")).body as ContratWithFiches;
  const [first, second] = contrat.axes;
  if (!first || !second) throw new Error("the contrat lacks axes");
  const groupe = (await made(by, "/groupes", { nom: "Groupe de la matrice" })) as GroupeId;
  const fiche = (await made(by, `/groupes/${groupe}/fiches`, { axe: first.id })) as DocumentId;
  const published = (await made(by, `/groupes/${groupe}/fiches`, { axe: first.id })) as DocumentId;
  await publish({ ...by, server, fiche: published });
  const reunion = await made(by, `/groupes/${groupe}/reunions`, REUNION);
  const notes = (await made(by, `/reunions/${reunion}/notes`)) as DocumentId;
  const organisation = await made(by, "/organisations", {
    nom: "Organisation de la matrice",
    kind: "autre",
    siret: null,
  });
  const axes = [first.id, second.id] as const;
  const people = { coordinatrice, subject, bystander, outsider };
  return { server, ...people, groupe, fiche, published, reunion, notes, axes, organisation };
}

export const REUNION = { le: 4e12, lieu: "Mairie", lien: null, ordreDuJour: ["Un point"] };

/** Whoever is in a situation of the matrix: for somebody without any role, a person who never was of the contrat. */
export function whoIn(stage: Stage, { facts }: Expected): Actor {
  return facts.contratRoles.length + facts.groupeRoles.length === 0 ? stage.outsider : stage.subject;
}

/** Makes the facts those of a situation, through the routes that the coordination has; the stage on which they are. */
export async function setUp(setStage: Stage, { facts }: Expected): Promise<Stage> {
  const stage = facts.publiee ? { ...setStage, fiche: setStage.published } : setStage;
  const { subject, groupe, fiche } = stage;
  await liftReserves(stage);
  await bringIn(stage);
  await setContratRoles(stage, facts.contratRoles);
  await setGroupeRoles(stage, facts.groupeRoles);
  await must(stage, "PUT", `/groupes/${groupe}/ecriture`, { habitantsEcrivent: facts.habitantsEcrivent });
  // Nothing is submitted of a fiche that is close.
  await setDraft(stage, facts.etat === "close" ? "brouillon" : facts.etat);
  await setVersion(stage, facts.soumise);
  if (facts.sien) await makeReserve(stage);
  await setDraft(stage, facts.etat);
  await must(stage, "PUT", "/partage", { lecteurs: facts.partagee ? [fiche] : "aucune", regions: [] });
  const membres = ((await must(stage, "GET", "/membres")).body as MembresBody).membres;
  const found = membres.find(({ id }) => id === subject.id);
  const is = [...(found?.roles ?? []), ...(found?.groupes.find(({ id }) => id === groupe)?.roles ?? [])].sort();
  const wanted = [...facts.contratRoles, ...facts.groupeRoles].sort();
  if (is.join() !== wanted.join()) throw new Error(`the stage is not set: ${is.join()} instead of ${wanted.join()}`);
  return stage;
}

/** Where the fiche stands, as the coordinatrice sees it. */
export async function lifeOf(stage: Pick<Stage, "coordinatrice" | "fiche">): Promise<ActesBody> {
  return (await must(stage, "GET", `/fiches/${stage.fiche}/actes`)).body as ActesBody;
}

/** Makes the draft stand there, by acts of the coordinatrice's. */
export async function setDraft(stage: Pick<Stage, "coordinatrice" | "fiche">, etat: EtatRedaction): Promise<void> {
  const acts = {
    close: "clore",
    brouillon: "reprendre_redaction",
    en_relecture: "mettre_en_relecture",
    proposition: "",
  };
  let now = (await lifeOf(stage)).etat;
  if (now === "close" && etat !== "close") {
    await must(stage, "POST", `/fiches/${stage.fiche}/actes`, { acte: "rouvrir" });
    now = "brouillon";
  }
  if (now !== etat) await must(stage, "POST", `/fiches/${stage.fiche}/actes`, { acte: acts[etat] });
}

/** Whether a version is submitted: the coordinatrice submits the text as it is, or takes the version back. */
async function setVersion(stage: Stage, wanted: boolean): Promise<void> {
  const { versions, brouillon } = await lifeOf(stage);
  const [last] = versions;
  const path = `/fiches/${stage.fiche}/actes`;
  const examined = last !== undefined && last.etat === "soumise";
  if (wanted && !examined && last?.etat !== "validee") {
    await must(stage, "POST", path, { acte: "soumettre", empreinte: brouillon?.empreinte, malgre: "Pour l'essai." });
  }
  if (!wanted && examined) {
    const { numero: version, empreinte } = last;
    await must(stage, "POST", path, { acte: "retirer", version, empreinte, raison: "Pour l'essai." });
  }
}

/** From its submission to its publication, by acts of the comité technique's and the coordinatrice's. */
async function publish(stage: Pick<Stage, "coordinatrice" | "server" | "fiche">): Promise<void> {
  const path = `/fiches/${stage.fiche}/actes`;
  const act = async (asked: Readonly<Record<string, unknown>>) => {
    const [last] = (await lifeOf(stage)).versions;
    await must(stage, "POST", path, { ...asked, version: last?.numero, empreinte: last?.empreinte });
  };
  const { brouillon } = await lifeOf(stage);
  await must(stage, "POST", path, { acte: "soumettre", empreinte: brouillon?.empreinte, malgre: "Pour l'essai." });
  for (const persona of ["cotech-1", "cotech-2"]) {
    const coordinatrice = await actor(stage.server.url, persona);
    const [last] = (await lifeOf(stage)).versions;
    const shown = { version: last?.numero, empreinte: last?.empreinte };
    const avis = { acte: "rendre_avis", ...shown, sens: "favorable", raison: null, reserves: [] };
    await must({ coordinatrice }, "POST", path, avis);
  }
  const date = new Date().toISOString().slice(0, 10);
  const decision = { sens: "approuvee", date, raison: null, mode: "consultation_ecrite", presents: [] };
  await act({ acte: "relever_decision", ...decision });
  await act({ acte: "valider", date });
  await act({ acte: "publier", malgre: "Pour l'essai." });
}

/** The subject, who sits in the comité technique, makes a réserve. */
async function makeReserve(stage: Stage): Promise<void> {
  const [last] = (await lifeOf(stage)).versions;
  const answer = await ask(stage.subject, "POST", `${AT}/fiches/${stage.fiche}/actes`, {
    acte: "rendre_avis",
    version: last?.numero,
    empreinte: last?.empreinte,
    sens: "favorable_avec_reserves",
    raison: null,
    reserves: [{ sur: { partie: "intitule", citation: "" }, texte: "Pour l'essai." }],
  });
  if (answer.status !== 204) throw new Error(`the subject could make no réserve: ${answer.status}`);
}

/** What the situation before left is lifted by who made it, who sits again in the comité technique for that. */
async function liftReserves(stage: Stage): Promise<void> {
  const path = `${AT}/fiches/${stage.fiche}`;
  const { reserves, version } = (await must(stage, "GET", `/fiches/${stage.fiche}/instruction`))
    .body as InstructionBody;
  // Those too that stand in nobody's way, as of somebody who left the committee: they are that person's when they are back.
  const open = reserves.filter(({ levee }) => levee === null);
  if (open.length === 0) return;
  await bringIn(stage);
  await setContratRoles(stage, ["comite_technique"]);
  await setGroupeRoles(stage, []);
  for (const { id } of open) {
    const lift = { acte: "lever_reserve", reserve: id, version: version?.numero, empreinte: version?.empreinte };
    const answer = await ask(stage.subject, "POST", `${path}/actes`, lift);
    if (answer.status !== 204) throw new Error(`the subject could not lift a réserve: ${answer.status}`);
  }
}

/** Somebody who left comes back by a workshop. */
async function bringIn(stage: Stage): Promise<void> {
  const { subject, groupe } = stage;
  if ((await ask(subject, "GET", AT)).status === 200) return;
  const { code } = (await must(stage, "POST", `/groupes/${groupe}/ateliers`, { jours: 1, usages: 1 })).body as {
    code: string;
  };
  const joined = await ask(subject, "POST", `${AT}/atelier`, { code, nom: null });
  if (joined.status !== 200) throw new Error("the subject could not come back");
}

async function setContratRoles(stage: Stage, roles: readonly ContratRole[]): Promise<void> {
  const { subject } = stage;
  const given = GIVEN_ROLES.filter((role) => roles.includes(role));
  await must(stage, "PUT", `/membres/${subject.id}`, { roles: given, organisation: null });
  const { instances } = (await must(stage, "GET", "/instances")).body as InstancesBody;
  for (const kind of INSTANCES) {
    const now = instances.find((instance) => instance.kind === kind);
    const wanted = (role: ContratRole, held: string | null | undefined) => {
      if (roles.includes(role)) return subject.id;
      return held === subject.id ? null : (held ?? null);
    };
    const president = wanted(PRESIDENCE[kind].president, now?.president);
    const remplacant = wanted(PRESIDENCE[kind].remplacant, now?.remplacant);
    await must(stage, "PUT", `/instances/${kind}/presidence`, {
      president,
      remplacant: remplacant === president ? null : remplacant,
    });
  }
}

async function setGroupeRoles(stage: Stage, roles: readonly GroupeRole[]): Promise<void> {
  await must(stage, "PUT", `/groupes/${stage.groupe}/membres/${stage.subject.id}`, { roles });
}

/** Somebody new in the contrat, by a workshop of the groupe. */
export async function newcomer(stage: Stage): Promise<Actor> {
  const path = `/groupes/${stage.groupe}/ateliers`;
  const { code } = (await must(stage, "POST", path, { jours: 1, usages: 1 })).body as { code: string };
  const { headers } = await ask(nobody(stage.server), "POST", `${AT}/atelier`, { code, nom: "Odile" });
  const person = { url: stage.server.url, cookie: cookieOf(headers) };
  const session = (await ask(person, "GET", "/api/session")).body as SessionBody;
  return { ...person, id: session.account.id };
}
