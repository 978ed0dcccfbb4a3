import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningServer, startServer } from "../harness/dev-server.ts";
import { Deciders, RAISON, RESERVE, TODAY } from "./examined-fiche.ts";

/** How often each two acts are done at once: who comes first is the machine's to say. */
const ROUNDS = 6;

let server: RunningServer;
let deciders: Deciders;
beforeAll(async () => {
  server = await startServer({ demonstration: true });
  deciders = await Deciders.on(server);
});
afterAll(() => server.stop());

/** Both orders of two acts, in turn; how each round ended is printed. */
async function rounds(name: string, round: (flip: <T>(pair: readonly T[]) => T[]) => Promise<string>): Promise<void> {
  const ends = new Map<string, number>();
  for (let count = 0; count < ROUNDS; count++) {
    const end = await round((pair) => (count % 2 === 0 ? [...pair] : pair.toReversed()));
    ends.set(end, (ends.get(end) ?? 0) + 1);
  }
  console.log(`· at the same instant, ${name}: ${[...ends].map(([end, times]) => `${times} ${end}`).join(", ")}`);
}

describe("two acts at the same instant", () => {
  it("an avis and the decision: it is counted, or came after and is refused", () =>
    rounds("an avis and the decision", async (flip) => {
      const fiche = await deciders.examined("cotech-1", "cotech-2");
      const acts = [
        ["cotech-3", fiche.avis("defavorable")] as const,
        ["coordinatrice", fiche.decision("approuvee")] as const,
      ];
      const order = flip(acts);
      const answers = new Map((await fiche.atOnce(...order)).map((answer, index) => [order[index]?.[0], answer]));
      expect(answers.get("coordinatrice")).toBe("204");
      const done = await fiche.done();
      const counted = (await fiche.instruction()).decisions[0]?.compte;
      if (answers.get("cotech-3") === "204") {
        expect(done.slice(-2)).toEqual(["cotech-3 rendre_avis", "coordinatrice relever_decision"]);
        expect(counted).toMatchObject({ favorables: 2, defavorables: 1 });
        return "the avis first";
      }
      expect(answers.get("cotech-3")).toBe("409 instruction_close");
      expect(done.at(-1)).toBe("coordinatrice relever_decision");
      expect(counted).toMatchObject({ favorables: 2, defavorables: 0 });
      return "the decision first";
    }));

  it("a submission and the decision: the decision stands on what was submitted before, or nothing was decided", () =>
    rounds("a submission and the decision", async (flip) => {
      const fiche = await deciders.examined("cotech-1", "cotech-2");
      await fiche.write();
      const { brouillon } = await fiche.actes();
      const submit = { acte: "soumettre", empreinte: brouillon?.empreinte, malgre: RAISON };
      const order = flip([["coordinatrice", submit] as const, ["cotech-1", fiche.decision("approuvee")] as const]);
      const answers = new Map((await fiche.atOnce(...order)).map((answer, index) => [order[index]?.[0], answer]));
      expect(answers.get("coordinatrice")).toBe("204");
      if (answers.get("cotech-1") === "204") {
        expect((await fiche.done()).slice(-2)).toEqual(["cotech-1 relever_decision", "coordinatrice soumettre"]);
        expect(await fiche.etats()).toEqual(["approuvee", "soumise"]);
        return "the decision first";
      }
      expect(answers.get("cotech-1")).toBe("409 version_depassee");
      expect((await fiche.done()).at(-1)).toBe("coordinatrice soumettre");
      expect(await fiche.etats()).toEqual(["remplacee", "soumise"]);
      return "the submission first";
    }));

  it("a withdrawal and an avis: nobody gives one on what was withdrawn", () =>
    rounds("a withdrawal and an avis", async (flip) => {
      const fiche = await deciders.examined();
      // The committee sees the draft too, and so the fiche once it has no version.
      expect(await fiche.act("coordinatrice", { acte: "mettre_en_relecture" })).toBe("204");
      const withdraw = { acte: "retirer", ...fiche.shown, raison: RAISON };
      const order = flip([["coordinatrice", withdraw] as const, ["cotech-1", fiche.avis("favorable")] as const]);
      const answers = new Map((await fiche.atOnce(...order)).map((answer, index) => [order[index]?.[0], answer]));
      expect(answers.get("coordinatrice")).toBe("204");
      expect((await fiche.done()).at(-1)).toBe("coordinatrice retirer");
      expect(await fiche.etats()).toEqual(["retiree"]);
      expect(["204", "409 version_depassee"]).toContain(answers.get("cotech-1"));
      return answers.get("cotech-1") === "204" ? "the avis first" : "the withdrawal first";
    }));

  it("the Copil validates and sends back: one of both", () =>
    rounds("a validation and a sending back", async (flip) => {
      const fiche = await deciders.examined("cotech-1", "cotech-2");
      expect(await fiche.act("coordinatrice", fiche.decision("approuvee"))).toBe("204");
      const dated = { ...fiche.shown, date: TODAY };
      const order = flip([
        ["copil", { acte: "valider", ...dated }] as const,
        ["coordinatrice", { acte: "renvoyer", ...dated, raison: RAISON }] as const,
      ]);
      const answers = new Map((await fiche.atOnce(...order)).map((answer, index) => [order[index]?.[0], answer]));
      const validated = answers.get("copil") === "204";
      expect([answers.get("copil"), answers.get("coordinatrice")]).toEqual(
        validated ? ["204", "409 instruction_close"] : ["409 non_approuvee", "204"],
      );
      expect((await fiche.done()).at(-1)).toBe(validated ? "copil valider" : "coordinatrice renvoyer");
      expect(await fiche.etats()).toEqual([validated ? "validee" : "a_amender"]);
      return validated ? "validated" : "sent back";
    }));

  it("two people record the decision: the first one's is the decision", () =>
    rounds("two decisions", async (flip) => {
      const fiche = await deciders.examined("cotech-1", "cotech-2");
      const order = flip([
        ["coordinatrice", fiche.decision("approuvee")] as const,
        ["cotech-1", fiche.decision("approuvee")] as const,
      ]);
      const answers = await fiche.atOnce(...order);
      expect(answers.toSorted()).toEqual(["204", "409 instruction_close"]);
      expect((await fiche.instruction()).decisions).toHaveLength(1);
      return order[answers.indexOf("204")]?.[0] ?? "";
    }));

  it("the last réserve is lifted and the approval recorded: it is plainly approved, or the decision is refused", () =>
    rounds("a réserve lifted and an approval with réserves", async (flip) => {
      const fiche = await deciders.examined("cotech-1");
      expect(await fiche.act("cotech-2", fiche.avis("favorable_avec_reserves", [RESERVE]))).toBe("204");
      expect(await fiche.act("coordinatrice", { acte: "repondre_reserve", reserve: 1, texte: "Ceux-ci." })).toBe("204");
      const lift = { acte: "lever_reserve", reserve: 1, ...fiche.shown };
      const order = flip([
        ["cotech-2", lift] as const,
        ["coordinatrice", fiche.decision("approuvee_sous_reserve")] as const,
      ]);
      const answers = new Map((await fiche.atOnce(...order)).map((answer, index) => [order[index]?.[0], answer]));
      expect(answers.get("cotech-2")).toBe("204");
      const decided = answers.get("coordinatrice") === "204";
      if (!decided) expect(answers.get("coordinatrice")).toBe("422 reserve_attendue");
      expect(await fiche.etats()).toEqual([decided ? "approuvee" : "soumise"]);
      return decided ? "the decision first" : "the réserve first";
    }));
});
