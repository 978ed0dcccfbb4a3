import { expect, it } from "vitest";
import { SENS_AVIS } from "../../shared/domain/version.ts";
import type { AccountId } from "../../shared/ids.ts";
import type { AskedActe, Dated, Facts } from "../../shared/workflow/acts.ts";
import { fold } from "../../shared/workflow/evolve.ts";
import { type Joints, stateOfPeople, vieOfPeople } from "../../shared/workflow/joints.ts";
import { possibleActs } from "../../shared/workflow/possible-acts.ts";
import type { FicheState } from "../../shared/workflow/state.ts";
import { toldLife } from "../../shared/workflow/told.ts";
import { examined } from "../../shared/workflow/versions.ts";
import { SeededRandom } from "../harness/random.ts";
import { AT, Desk, id, type Person, words } from "../shared/workflow/comite.ts";
import { oftenIn } from "./often-in.ts";
import { seedsToRun } from "./seeds.ts";

const ACTS = 120;
const MEMBRES = ["marie", "nadia", "omar"] as const satisfies readonly Person[];

/** A committee some of whose membres turn out to be one person with two accounts. */
class JoiningDesk extends Desk {
  joints: Joints = new Map();

  person(account: AccountId): AccountId {
    return this.joints.get(account) ?? account;
  }

  /** As an account does it: whoever was joined to `from` follows. */
  join(from: Person, into: Person): void {
    const before = [...this.joints].map(([account, now]) => [account, now === id(from) ? id(into) : now] as const);
    this.joints = new Map([...before, [id(from), id(into)]]);
  }

  override facts(person: Person): Facts {
    const facts = super.facts(person);
    const membres = [...new Set(facts.comite.membres.map((membre) => this.person(membre)))];
    return {
      ...facts,
      state: stateOfPeople(facts.state, this.joints),
      comite: { ...facts.comite, membres },
    };
  }

  /** Those who may still act under their own account. */
  get acting(): Person[] {
    return MEMBRES.filter((membre) => !this.joints.has(id(membre)));
  }
}

it("a person who had two accounts is one person, whatever either did before they were joined", () => {
  const total = { done: 0, joined: 0, decisions: 0, lifted: 0, twice: 0 };
  const seeds = seedsToRun(600);
  for (const seed of seeds) {
    const random = new SeededRandom(seed);
    const desk = new JoiningDesk();
    desk.submit();
    for (let step = 0; step < ACTS; step++) {
      if (random.chance(0.03)) desk.draft = words(`texte ${random.below(6)}`);
      if (random.chance(0.015) && desk.acting.length > 1) {
        const from = random.pick(desk.acting);
        desk.join(from, random.pick(desk.acting.filter((other) => other !== from)));
        total.joined += 1;
      }
      const asked = someAct(desk, random);
      const person = whoFor(desk, asked, random);
      const before = desk.facts(person).state;
      const answer = desk.ask(person, asked);
      const why = `seed ${seed}, step ${step}: ${person} ${JSON.stringify(asked)} → ${answer}`;
      if (answer !== "ok") continue;
      total.done += 1;
      if (asked.acte === "lever_reserve") {
        expect(before.reserves[asked.reserve - 1]?.de, why).toBe(id(person));
        total.lifted += desk.state.reserves[asked.reserve - 1]?.de === id(person) ? 0 : 1;
      }
      total.decisions += asked.acte === "relever_decision" ? 1 : 0;
      check(desk, before, why);
      const people = desk.state.avis.map(({ de }) => desk.person(de));
      if (new Set(people).size < people.length) total.twice += 1;
    }
  }
  console.log(
    `· joined accounts: ${total.joined} joined, ${total.done} acts, ${total.decisions} decisions, ` +
      `${total.twice} times with two avis of one person, ${total.lifted} réserves lifted under the other account`,
  );
  expect(Math.min(total.decisions, total.lifted, total.twice)).toBeGreaterThanOrEqual(oftenIn(seeds.length, 35));
});

function check(desk: JoiningDesk, before: FicheState, why: string): void {
  const { state } = desk.facts("coordination");
  // The same as if every entry of the journal had been the person's from the start.
  const renamed = desk.journal.map((dated: Dated): Dated => ({ ...dated, par: desk.person(dated.par) }));
  expect(byPerson(state), why).toEqual(byPerson(fold("brouillon", renamed)));
  // What the contrat makes of what it was told is what the document makes of its journal.
  const draft = () => desk.draft.parts;
  const told = vieOfPeople(toldLife(desk.state, draft), desk.joints);
  expect(told, why).toEqual(toldLife(state, draft));
  const decision = state.decisions.length > before.decisions.length ? state.decisions.at(-1) : undefined;
  if (decision?.compte == null) return;
  const { compte } = decision;
  for (const account of compte.comptes) expect(desk.joints.has(account), why).toBe(false);
  expect(new Set(compte.comptes).size, why).toBe(compte.comptes.length);
  expect(compte.membres, why).toBe(desk.acting.length - before.deports.filter((one) => !desk.joints.has(one)).length);
  expect(compte.favorables + compte.defavorables + compte.abstentions, why).toBeLessThanOrEqual(compte.membres);
}

/** Whatever is judged by person. */
function byPerson({ avis, reserves, deports }: FicheState) {
  const order = (one: string, other: string) => (one < other ? -1 : 1);
  return {
    avis: [...avis].sort((one, other) => order(one.de, other.de)),
    reserves: reserves.map(({ id: numero, de, levee }) => ({ numero, de, levee })),
    deports: [...new Set(deports)].sort(),
  };
}

function whoFor(desk: JoiningDesk, asked: AskedActe, random: SeededRandom): Person {
  switch (asked.acte) {
    case "lever_reserve": {
      const maker = desk.state.reserves[asked.reserve - 1]?.de;
      const now = desk.acting.find((person) => maker !== undefined && id(person) === desk.person(maker));
      return now ?? random.pick(desk.acting);
    }
    case "soumettre":
    case "repondre_reserve":
      return "pilote";
    case "relever_decision":
      return "coordination";
    default:
      return random.pick(desk.acting);
  }
}

function someAct(desk: JoiningDesk, random: SeededRandom): AskedActe {
  const version = examined(desk.state) ?? desk.state.versions.at(-1);
  const shown = { version: version?.numero ?? 1, empreinte: version?.empreintes.version ?? desk.draft.version };
  const open = desk.state.reserves.filter(({ levee }) => levee === null);
  const reserve = open.length > 0 ? random.pick(open).id : 1;
  const sens = random.pick(SENS_AVIS);
  const reserves =
    sens === "favorable_avec_reserves"
      ? [{ sur: { partie: "description" as const, citation: "calendrier" }, texte: "À préciser." }]
      : [];
  const acts: readonly (() => AskedActe)[] = [
    () => ({ acte: "soumettre", empreinte: desk.draft.version, malgre: null }),
    () => ({ acte: "rendre_avis", ...shown, sens, reserves, raison: `Une raison de ${random.below(100)}.` }),
    () => ({ acte: "rendre_avis", ...shown, sens, reserves, raison: `La raison ${random.below(100)}.` }),
    () => ({ acte: random.chance(0.97) ? "confirmer_avis" : "deporter", ...shown }),
    () => ({ acte: "repondre_reserve", reserve, texte: "Une réponse." }),
    () => ({ acte: "lever_reserve", ...shown, reserve }),
    () => ({
      acte: "relever_decision",
      ...shown,
      sens: random.pick(["approuvee", "approuvee_sous_reserve", "ajournee", "ajournee"] as const),
      date: AT.today,
      raison: "Une raison.",
      mode: random.chance(0.5) ? "seance" : "consultation_ecrite",
      presents: desk.acting.filter(() => random.chance(0.8)).map(id),
    }),
  ];
  return random.pick(acts)();
}

it("what a person may do is the same under the account that they have now", () => {
  const desk = new JoiningDesk();
  desk.submit();
  expect(desk.reserve("marie")).toBe("ok");
  expect(desk.avis("nadia")).toBe("ok");
  const lift = { acte: "lever_reserve", ...desk.shown, reserve: 1 } as const;
  expect(desk.ask("nadia", lift)).toBe("pas_le_sien");
  desk.join("marie", "nadia");
  const offered = possibleActs(desk.facts("nadia"));
  expect(offered.find(({ acte }) => acte === "lever_reserve")?.verdict.ok).toBe(true);
  expect(desk.ask("nadia", lift)).toBe("ok");
  // Two avis of one person are one: the quorum of two is not reached.
  expect(desk.decide("approuvee", ["nadia"])).toBe("quorum_non_atteint");
  expect(desk.decide("approuvee", ["marie", "nadia"])).toBe("present_inconnu");
});
