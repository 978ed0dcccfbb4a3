import { describe, expect, it } from "vitest";
import type { AccountId } from "../../../../../shared/ids.ts";
import type { FicheJournalEntry } from "../../../../../shared/protocol/bodies/fiche-acts.ts";
import { ok, refuse } from "../../../../../shared/result.ts";
import type { AskedInBody, FicheActsApi } from "../../../../../web/api/fiche-acts.ts";
import { createSureAct } from "../../../../../web/pages/fiche/actes/sure-act.ts";

type Answer = Awaited<ReturnType<FicheActsApi["act"]>>;
type Event = FicheJournalEntry["event"];

const RACHID = "0000000000000001" as AccountId;
const MAELLE = "0000000000000002" as AccountId;
const EMPREINTE = "a".repeat(64);
/** As the server has what the screen showed. */
const shown = { version: 2, empreinte: EMPREINTE } as unknown as { version: number; empreinte: never };

const reserve = { sur: { partie: "description" as const, citation: "" }, texte: "Dire qui." };
const given: Event = {
  acte: "rendre_avis",
  ...shown,
  sens: "favorable_avec_reserves",
  raison: null,
  reserves: [reserve],
};
const avis = (more: Partial<Extract<AskedInBody, { acte: "rendre_avis" }>> = {}): AskedInBody => ({
  acte: "rendre_avis",
  ...shown,
  sens: "favorable_avec_reserves",
  raison: null,
  // Another order of names, and spaces that the server takes away.
  reserves: [{ texte: " Dire qui.\r\n", sur: { citation: "", partie: "description" } }],
  ...more,
});
const back: AskedInBody = { acte: "retirer", ...shown, raison: "Une erreur." };

/** Rachid asks; the server answers this, and its journal says that, the latest first. */
async function ask(asked: AskedInBody, answer: Answer, journal: readonly [AccountId, Event][] | "hors_ligne") {
  let looked = 0;
  const act = createSureAct(
    {
      act: async () => answer,
      async journal() {
        looked += 1;
        if (journal === "hors_ligne") return refuse("hors_ligne");
        const entrees = journal.map(([par, event], index) => ({
          numero: journal.length - index,
          empreinte: EMPREINTE,
          par,
          le: 0,
          event,
        }));
        return ok({ entrees, suite: false, noms: {} });
      },
    },
    RACHID,
  );
  const result = await act(asked);
  return { said: result.ok ? "fait" : result.code, looked };
}

describe("an act whose answer was lost", () => {
  it("is done when the journal has it by this person, in these words, whatever was said of it", async () => {
    for (const code of ["hors_ligne", "reponse_illisible", "instruction_close"] as const) {
      expect((await ask(avis(), refuse(code), [[RACHID, given]])).said, code).toBe("fait");
    }
    const others: [AccountId, Event] = [MAELLE, { acte: "confirmer_avis", ...shown, sens: "favorable" }];
    expect((await ask(avis(), refuse("hors_ligne"), [others, [RACHID, given]])).said).toBe("fait");
  });

  it("is done when the server says that it was, and nothing more is asked", async () => {
    expect(await ask(avis(), refuse("deja_fait"), "hors_ligne")).toEqual({ said: "fait", looked: 0 });
  });

  it("is not known while the journal cannot be read either", async () => {
    expect((await ask(avis(), refuse("hors_ligne"), "hors_ligne")).said).toBe("hors_ligne");
  });

  it("is not what somebody else did, nor what the person did before", async () => {
    const before: [AccountId, Event][] = [
      [RACHID, { acte: "lever_reserve", ...shown, reserve: 1, leve: null }],
      [RACHID, given],
    ];
    expect((await ask(avis(), refuse("hors_ligne"), [[MAELLE, given]])).said).toBe("hors_ligne");
    expect((await ask(avis(), refuse("hors_ligne"), before)).said).toBe("hors_ligne");
    expect((await ask(avis(), refuse("hors_ligne"), [])).said).toBe("hors_ligne");
  });

  it("is not what was said in other words: those would be lost", async () => {
    const more = [
      ...(avis() as Extract<AskedInBody, { acte: "rendre_avis" }>).reserves,
      { ...reserve, texte: "Quand ?" },
    ];
    for (const asked of [avis({ raison: "Il le faut." }), avis({ reserves: more }), avis({ version: 3 })]) {
      expect((await ask(asked, refuse("instruction_close"), [[RACHID, given]])).said).toBe("instruction_close");
    }
    const retired: Event = { acte: "retirer", ...shown, raison: "Autre chose." };
    expect((await ask(back, refuse("version_depassee"), [[RACHID, retired]])).said).toBe("version_depassee");
  });

  it("is not done any more when it was taken back since", async () => {
    const submitted = { acte: "soumettre", empreintes: { version: EMPREINTE } } as unknown as Event;
    const again: AskedInBody = { acte: "soumettre", empreinte: EMPREINTE, malgre: null };
    const retired: Event = { acte: "retirer", ...shown, raison: "À reprendre." };
    expect((await ask(again, refuse("hors_ligne"), [[RACHID, submitted]])).said).toBe("fait");
    expect(
      (
        await ask(again, refuse("hors_ligne"), [
          [MAELLE, retired],
          [RACHID, submitted],
        ])
      ).said,
    ).toBe("hors_ligne");
  });

  it("is not looked for when the refusal is of rights, of the session, or of too much at once", async () => {
    for (const code of ["reserve_au_copil", "session_absente", "trop_de_demandes"] as const) {
      expect(await ask(back, refuse(code), [[RACHID, { acte: "retirer", ...shown, raison: "Une erreur." }]])).toEqual({
        said: code,
        looked: 0,
      });
    }
  });

  it("counts a decision by what was decided: who was there is kept as a count", async () => {
    const asked: AskedInBody = {
      acte: "relever_decision",
      ...shown,
      sens: "approuvee",
      date: "2026-03-26",
      raison: null,
      mode: "seance",
      presents: [RACHID, MAELLE],
    };
    const recorded = {
      acte: "relever_decision",
      ...shown,
      sens: "approuvee",
      date: "2026-03-26",
      raison: null,
    };
    const entry = recorded as unknown as Event;
    expect((await ask(asked, refuse("instruction_close"), [[RACHID, entry]])).said).toBe("fait");
    expect((await ask({ ...asked, sens: "ajournee" }, refuse("instruction_close"), [[RACHID, entry]])).said).toBe(
      "instruction_close",
    );
  });
});
