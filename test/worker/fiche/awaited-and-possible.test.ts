import { expect, it } from "vitest";
import type { AttenteKind } from "../../../shared/domain/attente.ts";
import { quorumOf } from "../../../shared/domain/instance.ts";
import { SENS_AVIS, SENS_DECISION } from "../../../shared/domain/version.ts";
import { REQUIRED_SECTIONS } from "../../../shared/editor/sections.ts";
import type { AttentesBody } from "../../../shared/protocol/bodies/attentes.ts";
import type { ActesBody, InstructionBody } from "../../../shared/protocol/bodies/fiche-acts.ts";
import type { FicheActe } from "../../../shared/workflow/acts.ts";
import { SeededRandom } from "../../harness/random.ts";
import { seedsToRun } from "../../sim/seeds.ts";
import { ask, personaId } from "../http/asked.ts";
import { AskedFiche, OK, TODAY } from "./asked.ts";

const STEPS = 70;
const COTECH = ["cotech-1", "cotech-2", "cotech-3"] as const;
const PEOPLE = ["pilote-2", "partenaire", "coordinatrice", ...COTECH, "copil"] as const;
type Persona = (typeof PEOPLE)[number];

/** What the contrat made of its people, and of this fiche's groupe. */
interface Roles {
  readonly contrat: Map<Persona, string[]>;
  readonly groupe: Map<Persona, string[]>;
  /** Who declared that they take no part in this fiche. */
  readonly declared: Set<string>;
}

const firstRoles = (): Roles => ({
  contrat: new Map<Persona, string[]>([
    ["cotech-1", ["comite_technique"]],
    ["cotech-2", ["comite_technique"]],
    ["cotech-3", ["comite_technique"]],
    ["copil", ["copil"]],
  ]),
  groupe: new Map<Persona, string[]>([
    ["pilote-2", ["pilote"]],
    ["partenaire", ["partenaire"]],
  ]),
  declared: new Set(),
});

/** A fiche, in a contrat whose people are what they were. */
async function begin(): Promise<AskedFiche> {
  const fiche = await AskedFiche.make();
  for (const [persona, roles] of firstRoles().contrat) await putRoles(fiche, persona, roles);
  await preside(fiche, "comite_technique", "cotech-1", "cotech-2");
  await preside(fiche, "copil", "copil", null);
  return fiche;
}

it("what waits for somebody is what they may do, whatever was done before and whoever came or left meanwhile", async () => {
  const total = { steps: 0, done: 0, awaited: new Map<AttenteKind, number>() };
  for (const seed of seedsToRun(2)) {
    const random = new SeededRandom(seed);
    const fiche = await begin();
    const roles = firstRoles();
    // Else its sections are filled one by one.
    if (random.chance(0.6)) await fiche.fill("coordinatrice");
    for (let step = 0; step < STEPS; step++) {
      // Nobody opens more pages in an hour.
      if (step % 8 === 0 && (await fiche.actes("coordinatrice")).etat !== "close") await write(fiche, random);
      const did = random.chance(0.1)
        ? await fromOutside(fiche, roles, random)
        : await someGesture(fiche, roles, random);
      total.steps += 1;
      if (did === null) continue;
      total.done += 1;
      const whole = await fiche.instruction("coordinatrice");
      for (const persona of PEOPLE) {
        const awaited = await awaitedOf(fiche, persona);
        const possible = await possibleFor(fiche, persona, whole, roles);
        expect(awaited, `seed ${seed}, step ${step}: ${did}, then ${persona}`).toEqual(possible);
        for (const kind of Object.keys(awaited) as AttenteKind[]) {
          total.awaited.set(kind, (total.awaited.get(kind) ?? 0) + 1);
        }
      }
    }
  }
  const kinds = [...total.awaited].map(([kind, count]) => `${count} ${kind}`).join(", ");
  console.log(`· awaited and possible: ${total.steps} gestures, ${total.done} done; ${kinds}`);
  expect(total.awaited.size).toBeGreaterThan(1);
});

type Counted = Partial<Record<AttenteKind, number>>;

/** « Ce qui m'attend » about this fiche: how many of each. */
async function awaitedOf(fiche: AskedFiche, persona: Persona): Promise<Counted> {
  const { body } = await ask("GET", "/api/attentes", await fiche.cookie(persona));
  const own = (body as AttentesBody).attentes.filter((each) => each.fiche.id === fiche.id);
  expect(new Set(own.map(({ quoi }) => quoi)).size).toBe(own.length);
  return Object.fromEntries(own.map(({ quoi, nombre }) => [quoi, nombre]));
}

/** The same from what the fiche itself says that they may do, and from what they are. */
async function possibleFor(
  fiche: AskedFiche,
  persona: Persona,
  whole: InstructionBody,
  roles: Roles,
): Promise<Counted> {
  const answer = await ask("GET", fiche.at("/actes"), await fiche.cookie(persona));
  if (answer.status !== 200) return {};
  const { actes, brouillon, versions, etat, reponseAttendue, decisionAttendue } = answer.body as ActesBody;
  const may = (acte: FicheActe) => actes.some((each) => each.acte === acte && each.verdict.ok);
  const inGroupe = (...wanted: string[]) => roles.groupe.get(persona)?.some((role) => wanted.includes(role)) === true;
  const presides = (role: string) => presidencies.get(role) === persona;
  const counted: Counted = {};

  if (may("rendre_avis") && (await fiche.instruction(persona)).moi.avis === null) counted.avis_a_donner = 1;
  if (may("confirmer_avis")) counted.avis_a_confirmer = 1;

  const answered = whole.reserves.filter(({ de, levee, reponses }) => {
    return de === personaId(persona) && levee === null && reponses.length > 0;
  });
  if (may("lever_reserve") && answered.length > 0) counted.reserve_a_lever = answered.length;
  // Those who take part: of who sits no more, or takes no part, nobody waits for an answer to their réserves.
  const part = whole.membres.filter(({ deport }) => deport === null).map(({ personne }) => personne);
  const unanswered = whole.reserves.filter(({ de, levee, reponses }) => {
    return levee === null && reponses.length === 0 && part.some((membre) => membre === de);
  });
  const answers = inGroupe("pilote", "copilote") || (persona === "coordinatrice" && !hasPilote(roles));
  if (answers && may("repondre_reserve") && unanswered.length > 0) counted.reserve_a_repondre = unanswered.length;
  // What the head of the fiche says first is what this list says.
  expect(reponseAttendue, persona).toBe(may("repondre_reserve") && unanswered.length > 0);

  // Of those, whose avis is on this very version.
  const current = whole.avis.filter(({ de, aConfirmer }) => part.includes(de) && !aConfirmer);
  const enough = whole.regle !== null && current.length >= Math.max(1, quorumOf(whole.regle, part.length));
  const putOff = whole.decisions.findLast(({ version }) => version === whole.version?.numero);
  const toDecide = putOff === undefined || whole.avis.some(({ aConfirmer, le }) => !aConfirmer && le > putOff.le);
  const records = presides("comite_technique") || persona === "coordinatrice";
  if (records && may("relever_decision") && enough && toDecide) counted.decision_a_relever = 1;
  expect(decisionAttendue, persona).toBe(may("relever_decision") && enough && toDecide);

  const copil = presidencies.get("copil");
  const copilWrites = copil !== undefined && (roles.groupe.get(copil) ?? []).length > 0;
  const validates = copil === undefined || copilWrites ? persona === "coordinatrice" : persona === copil;
  if (validates && may("valider")) counted.validation = 1;

  const missing = brouillon?.manquantes.length ?? 0;
  const writes = inGroupe(...WRITES) && etat !== "close" && etat !== "proposition";
  if (writes && missing > 0 && versions.length === 0) counted.sections_a_completer = missing;
  return counted;
}

/** Residents write too, in these groupes, and nobody waits for them. */
const WRITES = ["pilote", "copilote", "partenaire"];
const presidencies = new Map<string, Persona>([
  ["comite_technique", "cotech-1"],
  ["copil", "copil"],
]);

function hasPilote(roles: Roles): boolean {
  return [...roles.groupe.values()].some((held) => held.includes("pilote") || held.includes("copilote"));
}

async function putRoles(fiche: AskedFiche, persona: Persona, roles: readonly string[]): Promise<void> {
  const at = fiche.at("").slice(0, fiche.at("").indexOf("/fiches/"));
  const cookie = await fiche.cookie("coordinatrice");
  const { status } = await ask("PUT", `${at}/membres/${personaId(persona)}`, cookie, { roles, organisation: null });
  expect(status).toBe(204);
}

async function preside(fiche: AskedFiche, instance: string, who: Persona | null, then: Persona | null): Promise<void> {
  const at = fiche.at("").slice(0, fiche.at("").indexOf("/fiches/"));
  const body = {
    president: who === null ? null : personaId(who),
    remplacant: then === null ? null : personaId(then),
  };
  const cookie = await fiche.cookie("coordinatrice");
  const { status } = await ask("PUT", `${at}/instances/${instance}/presidence`, cookie, body);
  expect(status).toBe(204);
  if (who === null) presidencies.delete(instance);
  else presidencies.set(instance, who);
}

/** People come and go, in the bodies and in the groupe. */
async function fromOutside(fiche: AskedFiche, roles: Roles, random: SeededRandom): Promise<string | null> {
  const at = fiche.at("").slice(0, fiche.at("").indexOf("/fiches/"));
  const persona = random.pick([...COTECH, "copil", "partenaire", "pilote-2"] as const);
  if (random.chance(0.5)) {
    const held = random.pick([[], [], ["partenaire"], ["habitant"], ["copilote"], ["pilote"]]);
    roles.groupe.set(persona, held);
    const cookie = await fiche.cookie("coordinatrice");
    const path = `${at}/groupes/${fiche.groupe}/membres/${personaId(persona)}`;
    const { status } = await ask("PUT", path, cookie, { roles: held });
    expect(status).toBe(204);
    return `${persona} is « ${held.join()} » in the groupe`;
  }
  if (random.chance(0.3)) {
    const [who] = [random.pick([null, "copil"] as const)];
    if (roles.contrat.get("copil")?.length === 0) return null;
    await preside(fiche, "copil", who, null);
    return `the copil is presided by ${who}`;
  }
  const membre = random.pick(COTECH);
  const sits = roles.contrat.get(membre)?.length === 0;
  roles.contrat.set(membre, sits ? ["comite_technique"] : []);
  await putRoles(fiche, membre, sits ? ["comite_technique"] : []);
  // Who sits no more presides no more.
  if (presidencies.get("comite_technique") === membre) presidencies.delete("comite_technique");
  if (presidencies.get("comite_technique") === undefined && sits)
    await preside(fiche, "comite_technique", membre, null);
  return `${membre} ${sits ? "sits" : "sits no more"}`;
}

/** Words, of which the contrat hears. */
async function write(fiche: AskedFiche, random: SeededRandom): Promise<void> {
  const first = random.pick([...REQUIRED_SECTIONS]);
  const sections = [...REQUIRED_SECTIONS].filter((section) => section === first || random.chance(0.6));
  await fiche.write(
    "coordinatrice",
    Object.fromEntries(sections.map((each) => [each, ` Mot ${random.below(1_000)}.`])),
  );
  await fiche.quiet();
}

/** How often somebody does what they may: what ends an instruction is rare. */
const OFTEN: Partial<Record<FicheActe, number>> = {
  deporter: 0.03,
  retirer: 0.05,
  clore: 0.05,
  renvoyer: 0.15,
  relever_decision: 0.5,
};

/** Something that somebody may do in the fiche; null when what they said of it was refused. */
async function someGesture(fiche: AskedFiche, roles: Roles, random: SeededRandom): Promise<string | null> {
  const persona = random.pick(PEOPLE);
  const answer = await ask("GET", fiche.at("/actes"), await fiche.cookie(persona));
  if (answer.status !== 200) return null;
  const { actes, versions, brouillon } = answer.body as ActesBody;
  const offered = actes.filter(({ acte, verdict }) => verdict.ok && random.chance(OFTEN[acte] ?? 1));
  if (offered.length === 0) return null;
  const { acte, version } = random.pick(offered);
  const about = versions.find(({ numero }) => numero === version);
  const shown = about === undefined ? {} : { version: about.numero, empreinte: about.empreinte };
  const { reserves } = await fiche.instruction("coordinatrice");
  const open = reserves.filter(({ levee, de }) => {
    return levee === null && (acte !== "lever_reserve" || de === personaId(persona));
  });
  const reserve = open.length === 0 ? 1 : random.pick(open).id;
  const raison = "Une raison.";
  const malgre = random.chance(0.8) ? raison : null;
  const sens = random.pick(SENS_AVIS);
  const made = [{ sur: { partie: "constats", citation: "" }, texte: raison }];
  const presents = COTECH.filter(() => random.chance(0.9)).map(personaId);
  const more: Partial<Record<FicheActe, Readonly<Record<string, unknown>>>> = {
    soumettre: { empreinte: brouillon?.empreinte, malgre: brouillon?.malgre === true ? malgre : null },
    retirer: { raison },
    rendre_avis: { sens, raison, reserves: sens === "favorable_avec_reserves" ? made : [] },
    repondre_reserve: { reserve, texte: "C’est écrit." },
    lever_reserve: { reserve },
    relever_decision: {
      sens: random.chance(0.6) ? "approuvee" : random.pick(SENS_DECISION),
      date: TODAY,
      raison,
      mode: "seance",
      presents,
    },
    valider: { date: TODAY },
    renvoyer: { date: TODAY, raison },
    publier: { malgre },
    depublier: { raison },
  };
  const asked = { acte, ...(acte === "repondre_reserve" ? {} : shown), ...more[acte] };
  const done = await fiche.act(persona, asked);
  expect(done, `${persona} ${JSON.stringify(asked)}`).toMatch(/^(204|4(09|22) \w+)$/);
  if (done === OK && acte === "deporter") roles.declared.add(personaId(persona));
  return done === OK ? `${persona} ${JSON.stringify(asked)}` : null;
}
