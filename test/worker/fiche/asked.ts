import { env } from "cloudflare:workers";
import type { Empreinte } from "../../../shared/editor/canonical.ts";
import { REQUIRED_SECTIONS } from "../../../shared/editor/sections.ts";
import type { DocumentId, GroupeId } from "../../../shared/ids.ts";
import type { ActesBody, InstructionBody } from "../../../shared/protocol/bodies/fiche-acts.ts";
import type { VersionInList } from "../../../shared/protocol/bodies/history.ts";
import type { ContratWithFiches, FicheInList } from "../../../shared/protocol/http-bodies.ts";
import { typeAtEnd } from "../../harness/raw-page.ts";
import { ask, personaId, verdict } from "../http/asked.ts";
import { ring } from "../ring.ts";
import { type Opened, openLive, signInAs } from "../signed-in.ts";

const SLUG = "challans-gois-ocean-marais-de-monts";
const AT = `/api/contrats/${SLUG}`;

let made = 0;
let client = 900_000;

/**
 * A fiche of its own in a contrat of the story, over HTTP: its pilote is « pilote-2 », its partenaire « partenaire »; the
 * comité technique is « cotech-1 », who presides, « cotech-2 » and « cotech-3 », and decides in writing with two avis.
 */
export class AskedFiche {
  readonly id: DocumentId;
  readonly groupe: GroupeId;
  readonly #cookies: Map<string, string>;

  private constructor(id: DocumentId, groupe: GroupeId, cookies: Map<string, string>) {
    this.id = id;
    this.groupe = groupe;
    this.#cookies = cookies;
  }

  static async make(): Promise<AskedFiche> {
    made += 1;
    const cookie = await signInAs("coordinatrice");
    const must = async (method: string, path: string, body?: unknown) => {
      const answer = await ask(method, AT + path, cookie, body);
      if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body as { id: string } & ContratWithFiches;
    };
    const { id: groupe } = await must("POST", "/groupes", { nom: `Groupe d'essai ${made}` });
    await must("PUT", `/groupes/${groupe}/membres/${personaId("pilote-2")}`, { roles: ["pilote"] });
    await must("PUT", `/groupes/${groupe}/membres/${personaId("partenaire")}`, { roles: ["partenaire"] });
    const [axe] = (await must("GET", "")).axes;
    const { id } = await must("POST", `/groupes/${groupe}/fiches`, { axe: axe?.id });
    // Ids that our own server just gave.
    return new AskedFiche(id as DocumentId, groupe as GroupeId, new Map([["coordinatrice", cookie]]));
  }

  /** The fiche as this persona's lists show it now; undefined when they do not. */
  async inList(persona: string): Promise<FicheInList | undefined> {
    const { body } = await ask("GET", AT, await this.cookie(persona));
    return (body as ContratWithFiches).fiches.find((each) => each.id === this.id);
  }

  async cookie(persona: string): Promise<string> {
    const cookie = this.#cookies.get(persona) ?? (await signInAs(persona));
    this.#cookies.set(persona, cookie);
    return cookie;
  }

  at(path: string): string {
    return `${AT}/fiches/${this.id}${path}`;
  }

  /** What this persona reads there. */
  async see<Body>(persona: string, path: string): Promise<Body> {
    const { status, body } = await ask("GET", this.at(path), await this.cookie(persona));
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
    // An answer of our own server.
    return body as Body;
  }

  actes(persona: string): Promise<ActesBody> {
    return this.see(persona, "/actes");
  }

  instruction(persona: string): Promise<InstructionBody> {
    return this.see(persona, "/instruction");
  }

  /** The status of an act, with the refusal's code when it is one. */
  async act(persona: string, asked: Readonly<Record<string, unknown>>): Promise<string> {
    return verdict("POST", this.at("/actes"), await this.cookie(persona), asked);
  }

  async draft(): Promise<Empreinte> {
    const { brouillon } = await this.actes("coordinatrice");
    if (brouillon === null) throw new Error("no draft");
    return brouillon.empreinte;
  }

  /** The last version, as acts name it. */
  async shown(): Promise<{ version: number; empreinte: Empreinte }> {
    const last = await this.last();
    return { version: last.numero, empreinte: last.empreinte };
  }

  async last(): Promise<VersionInList> {
    const [last] = (await this.actes("coordinatrice")).versions;
    if (last === undefined) throw new Error("no version");
    return last;
  }

  /** Submits the text as it stands. */
  async submit(persona: string, malgre: string | null = null): Promise<string> {
    return this.act(persona, { acte: "soumettre", empreinte: await this.draft(), malgre });
  }

  /** An avis on the last version. */
  async giveAvis(persona: string, sens: string, more: Readonly<Record<string, unknown>> = {}): Promise<string> {
    return this.act(persona, {
      acte: "rendre_avis",
      ...(await this.shown()),
      sens,
      raison: null,
      reserves: [],
      ...more,
    });
  }

  async decideOn(persona: string, sens: string, more: Readonly<Record<string, unknown>> = {}): Promise<string> {
    return this.act(persona, {
      acte: "relever_decision",
      ...(await this.shown()),
      sens,
      date: TODAY,
      raison: null,
      mode: "consultation_ecrite",
      presents: [],
      ...more,
    });
  }

  /** From the text as it stands to the Copil's validation; the version, as acts name it. */
  async validate(): Promise<{ version: number; empreinte: Empreinte }> {
    const given = [await this.submit("pilote-2")];
    for (const persona of ["cotech-1", "cotech-2"]) given.push(await this.giveAvis(persona, "favorable"));
    given.push(await this.decideOn("cotech-1", "approuvee", { date: TODAY }));
    const shown = await this.shown();
    given.push(await this.act("copil", { acte: "valider", date: TODAY, ...shown }));
    if (given.some((answer) => answer !== OK)) throw new Error(`not validated: ${given.join()}`);
    return shown;
  }

  /** A page of this persona's, synchronised. */
  async open(persona: string): Promise<Opened> {
    const fiche = await this.inList(persona);
    if (fiche === undefined) throw new Error(`${persona} does not see the fiche`);
    client += 1;
    const opened = await openLive(await this.cookie(persona), SLUG, fiche, client);
    await opened.page.until("the first synchronisation", () => opened.page.synced);
    return opened;
  }

  /** Words are typed and kept. */
  async write(persona: string, words: Readonly<Record<string, string>>): Promise<void> {
    const { page } = await this.open(persona);
    for (const [section, typed] of Object.entries(words)) typeAtEnd(page.doc, section, typed);
    await page.until("the words are kept", () => page.acked === page.sent);
    page.close();
  }

  /** Puts the fiche under the second axe, with another number. */
  async move(persona: string): Promise<void> {
    const cookie = await this.cookie(persona);
    const { body } = await ask("GET", AT, cookie);
    const axe = (body as ContratWithFiches).axes[1]?.id;
    const { status } = await ask("PUT", this.at("/place"), cookie, { axe, numero: null });
    if (status !== 204) throw new Error(`not moved: ${status}`);
  }

  /** The document's quiet after the last key: it tells its contrat. */
  async quiet(): Promise<void> {
    await ring(env.DOCUMENT.getByName(this.id), "announce", (sql) => {
      sql.exec("UPDATE announcement SET changed_at = 1");
    });
  }

  /** Writes in every section that a submission needs. */
  fill(persona: string): Promise<void> {
    return this.write(persona, Object.fromEntries([...REQUIRED_SECTIONS].map((section) => [section, "Des mots."])));
  }
}

export const OK = "204";

/** A day that is today somewhere in France. */
export const TODAY = new Date().toISOString().slice(0, 10);
