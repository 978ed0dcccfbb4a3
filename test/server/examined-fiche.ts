import { expect } from "vitest";
import type { ActesBody, FicheJournalBody, InstructionBody } from "../../shared/protocol/bodies/fiche-acts.ts";
import type { ContratWithFiches, SessionBody } from "../../shared/protocol/http-bodies.ts";
import type { Shown } from "../../shared/workflow/acts.ts";
import type { RunningServer } from "../harness/dev-server.ts";
import { ask, type Person } from "../harness/instance.ts";
import { connectPage, signIn } from "../harness/live-client.ts";
import { AT, SLUG } from "../harness/matrice-stage.ts";
import { typeAtEnd } from "../harness/raw-page.ts";

const PEOPLE = ["coordinatrice", "pilote-2", "cotech-1", "cotech-2", "cotech-3", "copil"] as const;
export type Persona = (typeof PEOPLE)[number];
export type Asked = Readonly<Record<string, unknown>> & { readonly acte: string };

export const TODAY = new Date().toISOString().slice(0, 10);
export const RAISON = "Une raison.";
/** A réserve, as an avis brings it. */
export const RESERVE = { sur: { partie: "constats", citation: "" }, texte: "Lesquels ?" };

/** Whoever decides about a fiche of the demonstration, each in a session of their own. */
export class Deciders {
  readonly #people: ReadonlyMap<Persona, Person>;
  readonly #ids: ReadonlyMap<string, Persona>;

  private constructor(people: ReadonlyMap<Persona, Person>, ids: ReadonlyMap<string, Persona>) {
    this.#people = people;
    this.#ids = ids;
  }

  static async on(server: RunningServer): Promise<Deciders> {
    const people = new Map<Persona, Person>();
    const ids = new Map<string, Persona>();
    for (const persona of PEOPLE) {
      const person = await signIn(server.url, persona);
      people.set(persona, person);
      ids.set(((await ask(person, "GET", "/api/session")).body as SessionBody).account.id, persona);
    }
    return new Deciders(people, ids);
  }

  by(persona: Persona): Person {
    const person = this.#people.get(persona);
    if (person === undefined) throw new Error(`${persona} is not signed in`);
    return person;
  }

  /** Whose account this is. */
  named(id: string | null): Persona | undefined {
    return id === null ? undefined : this.#ids.get(id);
  }

  /** A fiche of its own that the comité examines, with a favorable avis of these. */
  async examined(...favorable: readonly Persona[]): Promise<ExaminedFiche> {
    const must = async (path: string, body: unknown) => {
      const answer = await ask(this.by("coordinatrice"), "POST", AT + path, body);
      if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body as { id: string };
    };
    const { axes } = (await ask(this.by("coordinatrice"), "GET", AT)).body as ContratWithFiches;
    const { id: groupe } = await must("/groupes", { nom: `Même instant ${Math.random()}` });
    const { id } = await must(`/groupes/${groupe}/fiches`, { axe: axes[0]?.id });
    const { brouillon } = (await ask(this.by("coordinatrice"), "GET", `${AT}/fiches/${id}/actes`)).body as ActesBody;
    if (brouillon === null) throw new Error("no draft");
    const fiche = new ExaminedFiche(this, id, { version: 1, empreinte: brouillon.empreinte });
    expect(
      await fiche.act("coordinatrice", { acte: "soumettre", empreinte: brouillon.empreinte, malgre: RAISON }),
    ).toBe("204");
    for (const persona of favorable) expect(await fiche.act(persona, fiche.avis("favorable"))).toBe("204");
    return fiche;
  }
}

/** One fiche, and what its deciders do with its first version. */
export class ExaminedFiche {
  readonly id: string;
  readonly shown: Shown;
  readonly #deciders: Deciders;

  constructor(deciders: Deciders, id: string, shown: Shown) {
    this.#deciders = deciders;
    this.id = id;
    this.shown = shown;
  }

  async act(persona: Persona, asked: Asked): Promise<string> {
    const { status, body } = await ask(this.#deciders.by(persona), "POST", `${AT}/fiches/${this.id}/actes`, asked);
    return status === 204 ? "204" : `${status} ${(body as { refus: string }).refus}`;
  }

  /** All of them leave before any was answered. */
  atOnce(...acts: readonly (readonly [Persona, Asked])[]): Promise<string[]> {
    return Promise.all(acts.map(([persona, asked]) => this.act(persona, asked)));
  }

  /** What was done, in the order of the journal, which counts without a gap. */
  async done(): Promise<string[]> {
    const { body } = await ask(this.#deciders.by("coordinatrice"), "GET", `${AT}/fiches/${this.id}/journal`);
    const entries = (body as FicheJournalBody).entrees.toReversed();
    expect(entries.map(({ numero }) => numero)).toEqual(entries.map((_, index) => index + 1));
    return entries.map(({ event, par }) => `${this.#deciders.named(par)} ${event.acte}`);
  }

  async instruction(): Promise<InstructionBody> {
    return (await ask(this.#deciders.by("coordinatrice"), "GET", `${AT}/fiches/${this.id}/instruction`))
      .body as InstructionBody;
  }

  async actes(): Promise<ActesBody> {
    return (await ask(this.#deciders.by("coordinatrice"), "GET", `${AT}/fiches/${this.id}/actes`)).body as ActesBody;
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
    const { fiches } = (await ask(this.#deciders.by("coordinatrice"), "GET", AT)).body as ContratWithFiches;
    const listed = fiches.find(({ id }) => id === this.id);
    if (listed === undefined) throw new Error("the fiche is not listed");
    const { page } = await connectPage(this.#deciders.by("coordinatrice"), SLUG, listed);
    typeAtEnd(page.doc, "constats", "D’autres mots.");
    await page.until("the words are kept", () => page.acked === page.sent);
    page.close();
  }
}
