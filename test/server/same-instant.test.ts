import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ActesBody, FicheJournalBody, InstructionBody } from "../../shared/protocol/bodies/fiche-acts.ts";
import type { ContratWithFiches, SessionBody } from "../../shared/protocol/http-bodies.ts";
import type { Shown } from "../../shared/workflow/acts.ts";
import { type RunningServer, startServer } from "../harness/dev-server.ts";
import { ask, type Person } from "../harness/instance.ts";
import { connectPage, signIn } from "../harness/live-client.ts";
import { AT, SLUG } from "../harness/matrice-stage.ts";
import { typeAtEnd } from "../harness/raw-page.ts";

const PEOPLE = ["coordinatrice", "pilote-2", "cotech-1", "cotech-2", "cotech-3", "copil"] as const;
type Persona = (typeof PEOPLE)[number];
type Asked = Readonly<Record<string, unknown>> & { readonly acte: string };

/** How often each two acts are done at once: who comes first is the machine's to say. */
const ROUNDS = 6;
const TODAY = new Date().toISOString().slice(0, 10);
const RAISON = "Une raison.";

let server: RunningServer;
const people = new Map<Persona, Person>();
const ids = new Map<Persona, string>();
beforeAll(async () => {
  server = await startServer({ demonstration: true });
  for (const persona of PEOPLE) {
    const person = await signIn(server.url, persona);
    people.set(persona, person);
    ids.set(persona, ((await ask(person, "GET", "/api/session")).body as SessionBody).account.id);
  }
}, 60_000);
afterAll(() => server.stop());

function by(persona: Persona): Person {
  const person = people.get(persona);
  if (person === undefined) throw new Error(`${persona} is not signed in`);
  return person;
}

/** A fiche of its own that the comité examines, with its people, each in a session of their own. */
class Fiche {
  readonly id: string;
  readonly shown: Shown;

  private constructor(id: string, shown: Shown) {
    this.id = id;
    this.shown = shown;
  }

  static async examined(...favorable: readonly Persona[]): Promise<Fiche> {
    const must = async (path: string, body: unknown) => {
      const answer = await ask(by("coordinatrice"), "POST", AT + path, body);
      if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body as { id: string };
    };
    const { axes } = (await ask(by("coordinatrice"), "GET", AT)).body as ContratWithFiches;
    const { id: groupe } = await must("/groupes", { nom: `Même instant ${Math.random()}` });
    const { id } = await must(`/groupes/${groupe}/fiches`, { axe: axes[0]?.id });
    const { brouillon } = (await ask(by("coordinatrice"), "GET", `${AT}/fiches/${id}/actes`)).body as ActesBody;
    if (brouillon === null) throw new Error("no draft");
    const fiche = new Fiche(id, { version: 1, empreinte: brouillon.empreinte });
    expect(
      await fiche.act("coordinatrice", { acte: "soumettre", empreinte: brouillon.empreinte, malgre: RAISON }),
    ).toBe("204");
    for (const persona of favorable) expect(await fiche.act(persona, fiche.avis("favorable"))).toBe("204");
    return fiche;
  }

  async act(persona: Persona, asked: Asked): Promise<string> {
    const { status, body } = await ask(by(persona), "POST", `${AT}/fiches/${this.id}/actes`, asked);
    return status === 204 ? "204" : `${status} ${(body as { refus: string }).refus}`;
  }

  /** All of them leave before any was answered. */
  atOnce(...acts: readonly (readonly [Persona, Asked])[]): Promise<string[]> {
    return Promise.all(acts.map(([persona, asked]) => this.act(persona, asked)));
  }

  /** What was done, in the order of the journal, which counts without a gap. */
  async done(): Promise<string[]> {
    const { body } = await ask(by("coordinatrice"), "GET", `${AT}/fiches/${this.id}/journal`);
    const entries = (body as FicheJournalBody).entrees.toReversed();
    expect(entries.map(({ numero }) => numero)).toEqual(entries.map((_, index) => index + 1));
    return entries.map(({ event, par }) => `${[...ids].find(([, id]) => id === par)?.[0]} ${event.acte}`);
  }

  async instruction(): Promise<InstructionBody> {
    return (await ask(by("coordinatrice"), "GET", `${AT}/fiches/${this.id}/instruction`)).body as InstructionBody;
  }

  async actes(): Promise<ActesBody> {
    return (await ask(by("coordinatrice"), "GET", `${AT}/fiches/${this.id}/actes`)).body as ActesBody;
  }

  async etats(): Promise<string[]> {
    return (await this.actes()).versions.map(({ etat }) => etat).toReversed();
  }

  avis(sens: string, reserves: readonly unknown[] = []): Asked {
    return { acte: "rendre_avis", ...this.shown, sens, raison: RAISON, reserves };
  }

  decision(sens: string): Asked {
    return {
      acte: "relever_decision",
      ...this.shown,
      sens,
      date: TODAY,
      raison: RAISON,
      mode: "consultation_ecrite",
      presents: [],
    };
  }

  /** Other words in the draft. */
  async write(): Promise<void> {
    const { fiches } = (await ask(by("coordinatrice"), "GET", AT)).body as ContratWithFiches;
    const listed = fiches.find(({ id }) => id === this.id);
    if (listed === undefined) throw new Error("the fiche is not listed");
    const { page } = await connectPage(by("coordinatrice"), SLUG, listed);
    typeAtEnd(page.doc, "constats", "D’autres mots.");
    await page.until("the words are kept", () => page.acked === page.sent);
    page.close();
  }
}

const RESERVE = { sur: { partie: "constats", citation: "" }, texte: "Lesquels ?" };

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
      const fiche = await Fiche.examined("cotech-1", "cotech-2");
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
      const fiche = await Fiche.examined("cotech-1", "cotech-2");
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
      const fiche = await Fiche.examined();
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
      const fiche = await Fiche.examined("cotech-1", "cotech-2");
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
      const fiche = await Fiche.examined("cotech-1", "cotech-2");
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
      const fiche = await Fiche.examined("cotech-1");
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

describe("a button that is pressed twice", () => {
  const twice = async (fiche: Fiche, persona: Persona, asked: Asked): Promise<string> => {
    const before = (await fiche.done()).length;
    const answers = await fiche.atOnce([persona, asked], [persona, asked]);
    expect((await fiche.done()).length, asked.acte).toBe(before + 1);
    return answers.toSorted().join(", ");
  };

  it("does one thing, and the second press is refused by name", async () => {
    const fiche = await Fiche.examined();
    await fiche.write();
    const { brouillon } = await fiche.actes();
    const submit = { acte: "soumettre", empreinte: brouillon?.empreinte, malgre: RAISON };
    expect(await twice(fiche, "coordinatrice", submit)).toBe("204, 409 rien_de_nouveau");
    const [last] = (await fiche.actes()).versions;
    const shown = { version: 2, empreinte: last?.empreinte };
    const avis = { ...fiche.avis("favorable_avec_reserves", [RESERVE]), ...shown };
    expect(await twice(fiche, "cotech-1", avis)).toBe("204, 409 deja_fait");
    expect((await fiche.instruction()).reserves).toHaveLength(1);
    const answer = { acte: "repondre_reserve", reserve: 1, texte: "Ceux-ci." };
    expect(await twice(fiche, "coordinatrice", answer)).toBe("204, 409 deja_fait");
    expect((await fiche.instruction()).reserves[0]?.reponses).toHaveLength(1);
    expect(await twice(fiche, "cotech-1", { acte: "lever_reserve", reserve: 1, ...shown })).toBe(
      "204, 409 reserve_levee",
    );
    expect(await twice(fiche, "cotech-2", { ...fiche.avis("favorable"), ...shown })).toBe("204, 409 deja_fait");
    expect(await twice(fiche, "cotech-3", { acte: "deporter", ...shown })).toMatch(/^204, 409 deja_deporte|^204, 403/);
    expect(await twice(fiche, "coordinatrice", { ...fiche.decision("ajournee"), ...shown })).toBe("204, 409 deja_fait");
    expect(await twice(fiche, "coordinatrice", { ...fiche.decision("approuvee"), ...shown })).toBe(
      "204, 409 instruction_close",
    );
    expect(await twice(fiche, "copil", { acte: "valider", date: TODAY, ...shown })).toBe("204, 409 instruction_close");
    expect(await twice(fiche, "coordinatrice", { acte: "publier", malgre: RAISON, ...shown })).toBe(
      "204, 409 deja_publiee",
    );
    expect(await twice(fiche, "coordinatrice", { acte: "depublier", raison: RAISON, ...shown })).toBe(
      "204, 409 aucune_publication",
    );
    expect(await twice(fiche, "coordinatrice", { acte: "mettre_en_relecture" })).toBe("204, 409 etat_autre");
    expect(await twice(fiche, "coordinatrice", { acte: "clore" })).toBe("204, 409 etat_autre");
  });

  it("the same for what takes a version back", async () => {
    const withdrawn = await Fiche.examined();
    const withdraw = { acte: "retirer", ...withdrawn.shown, raison: RAISON };
    expect(await twice(withdrawn, "coordinatrice", withdraw)).toBe("204, 409 version_depassee");
    const sentBack = await Fiche.examined("cotech-1", "cotech-2");
    expect(await sentBack.act("coordinatrice", sentBack.decision("approuvee"))).toBe("204");
    const send = { acte: "renvoyer", ...sentBack.shown, date: TODAY, raison: RAISON };
    expect(await twice(sentBack, "coordinatrice", send)).toBe("204, 409 non_approuvee");
  });
});
