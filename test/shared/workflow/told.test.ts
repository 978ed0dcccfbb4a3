import { describe, expect, it } from "vitest";
import { toldLife } from "../../../shared/workflow/told.ts";
import { Desk, id } from "./comite.ts";

const told = (desk: Desk) => toldLife(desk.state, () => desk.draft.parts);

describe("what a contrat is told of a fiche", () => {
  it("is that a version is there to read, as long as one was not withdrawn", () => {
    const desk = new Desk();
    expect(told(desk).soumise).toBe(false);
    desk.submit();
    expect(told(desk).soumise).toBe(true);
    desk.ask("pilote", { acte: "retirer", ...desk.shown, raison: "Trop tôt." });
    expect(told(desk)).toMatchObject({ soumise: false, derniere: { numero: 1, etat: "retiree" } });
  });

  it("is whose réserves wait, since they were made or answered last, and none of who takes no part", () => {
    const desk = new Desk();
    desk.submit();
    const made = desk.le;
    desk.reserve("marie");
    expect(told(desk).reserves).toEqual([{ de: id("marie"), repondue: false, depuis: made }]);
    const answered = desk.le;
    desk.ask("pilote", { acte: "repondre_reserve", reserve: 1, texte: "La coordination." });
    expect(told(desk).reserves).toEqual([{ de: id("marie"), repondue: true, depuis: answered }]);
    desk.ask("marie", { acte: "deporter", ...desk.shown });
    expect(told(desk).reserves).toEqual([]);
  });
});
