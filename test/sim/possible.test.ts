import { expect, it } from "vitest";
import { SENS_AVIS, SENS_DECISION } from "../../shared/domain/version.ts";
import type { AskedActe, FicheActe } from "../../shared/workflow/acts.ts";
import { decide } from "../../shared/workflow/decide.ts";
import { possibleActs } from "../../shared/workflow/possible-acts.ts";
import type { VersionState } from "../../shared/workflow/state.ts";
import { SeededRandom } from "../harness/random.ts";
import { AT, Desk, id } from "../shared/workflow/comite.ts";
import { disturb, EVERYBODY, MEMBRES, someAct, somebodyFor } from "./any-acts.ts";
import { oftenIn } from "./often-in.ts";
import { seedsToRun } from "./seeds.ts";

const ACTS = 60;

it("what is offered to somebody is what they could do, saying the right thing; and nothing else is", () => {
  const seen = { offered: 0, refused: 0 };
  const seeds = seedsToRun(60);
  for (const seed of seeds) {
    const random = new SeededRandom(seed);
    const desk = new Desk(random.pick(["proposition", "brouillon"] as const));
    // Chance alone seldom approves a version under a réserve, or masks words of it.
    if (random.chance(0.3)) {
      desk.submit();
      desk.reserve("marie");
      desk.avis("nadia");
      desk.decide("approuvee_sous_reserve", ["marie", "nadia"]);
    }
    for (let step = 0; step < ACTS; step++) {
      disturb(desk, random);
      const asked = someAct(desk, random);
      const person = somebodyFor(desk, asked, random);
      if (desk.ask(person, asked) !== "ok" && random.chance(0.7)) continue;
      for (const each of EVERYBODY) {
        const facts = desk.facts(each);
        for (const { acte, version, verdict } of possibleActs(facts)) {
          const why = `seed ${seed}, step ${step}: ${each}, ${acte} of ${version}, ${JSON.stringify(verdict)}`;
          const accepted = everyWayTo(acte, desk).filter((way) => decide(facts, way, AT).ok);
          // Of what a draft lacks, the answer itself says that this person cannot do without.
          if (acte === "soumettre" && desk.missing.length > 0) continue;
          const onThis = accepted.filter((way) => !("version" in way) || way.version === version);
          expect(onThis.length > 0, why).toBe(verdict.ok);
          if (!verdict.ok) expect(accepted, why).toEqual([]);
          seen[verdict.ok ? "offered" : "refused"] += 1;
        }
      }
    }
  }
  console.log(`· offered and possible: ${seen.offered} offered, ${seen.refused} refused`);
  expect(seen.offered).toBeGreaterThan(oftenIn(seeds.length, 17_000));
});

/** Whatever could be said in asking for this act, as far as it decides whether it is done. */
function everyWayTo(acte: FicheActe, desk: Desk): AskedActe[] {
  const raison = "Une raison.";
  const about = <Way extends AskedActe>(
    ways: (shown: { version: number; empreinte: VersionState["empreintes"]["version"] }) => Way[],
  ) =>
    desk.state.versions.flatMap(({ numero, empreintes }) => ways({ version: numero, empreinte: empreintes.version }));
  const reserves = desk.state.reserves.map((reserve) => reserve.id);
  switch (acte) {
    case "mettre_en_relecture":
    case "reprendre_redaction":
    case "clore":
    case "rouvrir":
      return [{ acte }];
    case "soumettre":
      return [null, raison].map((malgre) => ({ acte, empreinte: desk.draft.version, malgre }));
    case "retirer":
    case "depublier":
      return about((shown) => [{ acte, ...shown, raison }]);
    case "rendre_avis":
      return about((shown) => SENS_AVIS.map((sens) => ({ acte, ...shown, sens, raison, reserves: [] })));
    case "confirmer_avis":
    case "deporter":
      return about((shown) => [{ acte, ...shown }]);
    case "repondre_reserve":
      return reserves.map((reserve) => ({ acte, reserve, texte: `Encore ${desk.le}.` }));
    case "lever_reserve":
      return about((shown) => reserves.map((reserve) => ({ acte, ...shown, reserve })));
    case "relever_decision":
      return about((shown) =>
        SENS_DECISION.flatMap((sens) =>
          subsetsOf(MEMBRES.map(id)).map((presents) => {
            return { acte, ...shown, sens, date: AT.today, raison, mode: "seance" as const, presents };
          }),
        ),
      );
    case "valider":
      return about((shown) => [{ acte, ...shown, date: AT.today }]);
    case "renvoyer":
      return about((shown) => [{ acte, ...shown, date: AT.today, raison }]);
    case "publier":
      return about((shown) => [{ acte, ...shown, malgre: raison }]);
  }
}

function subsetsOf<Each>(all: readonly Each[]): Each[][] {
  return Array.from({ length: 2 ** all.length }, (_, mask) => all.filter((_each, index) => (mask >> index) % 2 === 1));
}
