import { describe, expect, it } from "vitest";
import { Desk } from "./comite.ts";

describe("what was done already", () => {
  it("is not an avis twice, nor its réserves; another avis is, and the same after another", () => {
    const desk = new Desk();
    desk.submit();
    expect(desk.reserve("marie")).toBe("ok");
    expect(desk.reserve("marie")).toBe("deja_fait");
    expect(desk.state.reserves).toHaveLength(1);
    expect(desk.reserve("marie", "ateliers")).toBe("ok");
    expect(desk.avis("nadia")).toBe("ok");
    expect(desk.avis("nadia")).toBe("deja_fait");
    expect(desk.avis("nadia", "defavorable")).toBe("ok");
    expect(desk.avis("nadia")).toBe("ok");
    // The same on another version is said of other words.
    desk.resubmit("second");
    expect(desk.avis("nadia")).toBe("ok");
  });

  it("is no réserve twice, sent again with another after its answer was lost", () => {
    const desk = new Desk();
    desk.submit();
    desk.reserve("marie");
    const reserves = ["calendrier", "ateliers"].map((citation) => ({
      sur: { partie: "description" as const, citation },
      texte: "Préciser qui tient le calendrier.",
    }));
    const again = { acte: "rendre_avis", ...desk.shown, sens: "favorable_avec_reserves", raison: null } as const;
    expect(desk.ask("marie", { ...again, reserves: [...reserves, ...reserves] })).toBe("ok");
    expect(desk.state.reserves.map(({ sur }) => sur.citation)).toEqual(["calendrier", "ateliers"]);
  });

  it("is not a réserve lifted twice: it is said to be lifted, and not to be another's", () => {
    const desk = new Desk();
    desk.submit();
    desk.reserve("marie");
    const lift = { acte: "lever_reserve", reserve: 1, ...desk.shown } as const;
    expect(desk.ask("nadia", lift)).toBe("pas_le_sien");
    expect(desk.ask("marie", lift)).toBe("ok");
    expect(desk.ask("marie", lift)).toBe("reserve_levee");
    expect(desk.ask("nadia", lift)).toBe("pas_le_sien");
  });

  it("is not an answer twice by the same person, one after the other", () => {
    const desk = new Desk();
    desk.submit();
    desk.reserve("marie");
    const answer = (texte: string) => ({ acte: "repondre_reserve", reserve: 1, texte }) as const;
    expect(desk.ask("pilote", answer("La coordination."))).toBe("ok");
    expect(desk.ask("pilote", answer("La coordination."))).toBe("deja_fait");
    expect(desk.ask("partenaire", answer("La coordination."))).toBe("ok");
    expect(desk.ask("pilote", answer("La coordination."))).toBe("ok");
    expect(desk.state.reserves[0]?.reponses).toHaveLength(3);
  });

  it("is not a version put off twice on the same day for the same reason, unless other avis were counted", () => {
    const desk = new Desk();
    desk.submit();
    desk.avis("marie");
    expect(desk.decide("ajournee", ["marie", "nadia"])).toBe("ok");
    expect(desk.decide("ajournee", ["marie", "nadia"])).toBe("deja_fait");
    expect(desk.decide("ajournee", ["marie", "nadia", "omar"])).toBe("ok");
    desk.avis("nadia");
    expect(desk.decide("ajournee", ["marie", "nadia", "omar"])).toBe("ok");
  });
});

describe("a submission that nothing kept back", () => {
  it("keeps no reason for going on", () => {
    const desk = new Desk();
    const asked = { acte: "soumettre", empreinte: desk.draft.version, malgre: "Pour rien." } as const;
    expect(desk.ask("coordination", asked)).toBe("ok");
    expect(desk.journal.at(-1)?.event).toMatchObject({ manquantes: [], malgre: null });
  });
});
