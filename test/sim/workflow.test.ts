import { expect, it } from "vitest";
import type { AskedActe } from "../../shared/workflow/acts.ts";
import { fold } from "../../shared/workflow/evolve.ts";
import { possibleActs } from "../../shared/workflow/possible-acts.ts";
import { published } from "../../shared/workflow/versions.ts";
import { SeededRandom } from "../harness/random.ts";
import { Desk, id } from "../shared/workflow/comite.ts";
import { disturb, EVERYBODY, someAct, somebodyFor } from "./any-acts.ts";
import { checkRules, takingPart } from "./approval-rules.ts";
import { oftenIn } from "./often-in.ts";
import { seedsToRun, WORKFLOW_ONCE_FAILED } from "./seeds.ts";

const ACTS = 160;

it("any acts by anybody, in any order, keep what an approval means", () => {
  const total = {
    asked: 0,
    done: 0,
    decisions: 0,
    approvals: 0,
    validated: 0,
    published: 0,
    replaced: 0,
    unpublished: 0,
  };
  const seeds = seedsToRun(1000, WORKFLOW_ONCE_FAILED);
  for (const seed of seeds) {
    const random = new SeededRandom(seed);
    const desk = new Desk(random.pick(["proposition", "brouillon"] as const));
    // Two validations by chance alone are rare: some begin after the first.
    if (random.chance(0.5)) {
      desk.submit();
      desk.approve();
    } else if (random.chance(0.3)) {
      // Or with one that the Copil did not validate, while the next is examined.
      desk.submit();
      for (const person of ["marie", "nadia"] as const) desk.avis(person);
      desk.decide("approuvee", ["marie", "nadia"]);
      desk.resubmit("texte 0");
    }
    for (let step = 0; step < ACTS; step++) {
      disturb(desk, random);
      const asked = someAct(desk, random);
      const person = random.chance(0.7) ? somebodyFor(desk, asked, random) : random.pick(EVERYBODY);
      const before = desk.state;
      const offered = possibleActs(desk.facts(person)).find(({ acte }) => acte === asked.acte);
      const answer = desk.ask(person, asked);
      total.asked += 1;
      const why = `seed ${seed}, step ${step}: ${person} ${JSON.stringify(asked)} → ${answer}`;
      if (answer !== "ok") {
        expect(desk.state, why).toBe(before);
        continue;
      }
      total.done += 1;
      // What is done was offered, unless it is about another version than the one that stands first.
      if (!("version" in asked) || offered?.version === asked.version) expect(offered?.verdict.ok, why).toBe(true);
      check(desk, before, asked, why);
    }
    const { decisions, versions } = desk.state;
    total.decisions += decisions.length;
    total.approvals += decisions.filter(({ sens }) => sens === "approuvee").length;
    const published = desk.journal.filter(({ event }) => event.acte === "publier").length;
    const unpublished = desk.journal.filter(({ event }) => event.acte === "depublier").length;
    total.published += published;
    total.unpublished += unpublished;
    total.replaced += published - unpublished - (desk.state.publication === null ? 0 : 1);
    total.validated += versions.filter(({ valideeLe }) => valideeLe !== null).length;
    expect(fold(desk.journal[0] === undefined ? desk.state.etat : firstEtat(seed), desk.journal)).toEqual(desk.state);
  }
  console.log(
    `· acts asked ${total.asked}, done ${total.done}: ${total.decisions} decisions, ${total.approvals} approvals, ` +
      `${total.validated} validated, ${total.published} published, ${total.replaced} of them in the place of another, ` +
      `${total.unpublished} taken back`,
  );
  expect(total.approvals).toBeGreaterThanOrEqual(oftenIn(seeds.length, 30));
  expect(total.validated).toBeGreaterThanOrEqual(oftenIn(seeds.length, 20));
  expect(total.published).toBeGreaterThanOrEqual(oftenIn(seeds.length, 100));
  expect(total.unpublished).toBeGreaterThanOrEqual(oftenIn(seeds.length, 100));
  expect(total.replaced).toBeGreaterThanOrEqual(oftenIn(seeds.length, 4));
});

/** The etat that a desk of this seed began with. */
function firstEtat(seed: number) {
  return new SeededRandom(seed).pick(["proposition", "brouillon"] as const);
}

function check(desk: Desk, before: Desk["state"], asked: AskedActe, why: string): void {
  const { state } = desk;
  // What was frozen never changes, and its number says its place.
  for (const [index, version] of before.versions.entries()) {
    expect(state.versions[index]?.empreintes, why).toBe(version.empreintes);
    expect(state.versions[index]?.regle, why).toBe(version.regle);
  }
  expect(
    state.versions.map(({ numero }) => numero),
    why,
  ).toEqual(state.versions.map((_, index) => index + 1));
  // One version is examined at most, and it is the last that was submitted.
  const open = state.versions.filter(({ etat }) => etat === "soumise" || etat === "ajournee");
  expect(open.length, why).toBeLessThanOrEqual(1);
  if (open[0] !== undefined) expect(open[0].numero, why).toBe(state.versions.length);
  // No act on words that gave way, nor on others than those that were shown.
  if ("version" in asked) {
    const version = before.versions[asked.version - 1];
    expect(version?.empreintes.version, why).toBe(asked.empreinte);
    const gone = asked.acte === "depublier" ? ["retiree"] : ["remplacee", "retiree"];
    expect([...gone, "refusee", "a_amender"], why).not.toContain(version?.etat);
  }
  checkPublication(desk, before, asked, why);
  checkRules(desk, before, asked, why);
  // Nothing is approved by lifting réserves, or validated, before the last of those that count is lifted.
  for (const version of state.versions) {
    const was = before.versions[version.numero - 1]?.etat;
    if (was === "approuvee_sous_reserve" && (version.etat === "validee" || version.etat === "approuvee")) {
      const reserves = version.etat === "validee" ? before.reserves : state.reserves;
      const waits = reserves.filter(
        (reserve) =>
          takingPart(desk, before).includes(reserve.de) &&
          reserve.version <= version.numero &&
          (reserve.levee === null || reserve.levee.version > version.numero),
      );
      expect(waits, why).toEqual([]);
    }
  }
}

/** What everybody reads was validated when it became public, and is what was frozen; only the two acts change it. */
function checkPublication({ state }: Desk, before: Desk["state"], asked: AskedActe, why: string): void {
  const { publication } = state;
  if (asked.acte === "publier") {
    expect(before.versions[asked.version - 1]?.etat, why).toBe("validee");
    expect(publication, why).toMatchObject({ version: asked.version, par: id("coordination") });
    expect(before.publication?.version ?? 0, why).toBeLessThan(asked.version);
  } else if (asked.acte === "depublier") {
    expect(before.publication?.version, why).toBe(asked.version);
    expect(publication, why).toBeNull();
  } else {
    expect(publication, why).toBe(before.publication);
  }
  const version = published(state);
  expect(version === null, why).toBe(publication === null);
  if (version === null) return;
  expect(version.valideeLe, why).not.toBeNull();
  expect(["validee", "remplacee"], why).toContain(version.etat);
}
