import { describe, expect, it } from "vitest";
import { type Joints, stateOfPeople, vieOfPeople } from "../../../shared/workflow/joints.ts";
import { toldLife } from "../../../shared/workflow/told.ts";
import { Desk, id } from "./comite.ts";

/** Nadia is an account that Omar had before. */
const JOINTS: Joints = new Map([[id("nadia"), id("omar")]]);

describe("what a person did under two accounts", () => {
  it("is one avis, the last, where it stands among those of others", () => {
    const desk = new Desk();
    desk.submit();
    desk.avis("omar", "abstention");
    desk.avis("marie");
    desk.avis("nadia", "defavorable");
    const { avis } = stateOfPeople(desk.state, JOINTS);
    expect(avis.map(({ de, sens }) => [de, sens])).toEqual([
      [id("marie"), "favorable"],
      [id("omar"), "defavorable"],
    ]);
  });

  it("is a réserve that waits for nobody, once they declared under the other that they take no part", () => {
    const desk = new Desk();
    desk.submit();
    desk.reserve("nadia");
    desk.avis("marie");
    desk.decide("approuvee_sous_reserve", ["marie", "nadia"]);
    const told = () => toldLife(desk.state, () => desk.draft.parts);
    expect(vieOfPeople(told(), JOINTS)).toMatchObject({
      reserves: [{ de: id("omar") }],
      aValider: { attend: [id("omar")] },
    });
    desk.ask("omar", { acte: "deporter", ...desk.shown });
    expect(vieOfPeople(told(), JOINTS)).toMatchObject({ reserves: [], aValider: { attend: [] } });
  });
});
