import type * as Y from "yjs";
import type { Moment } from "../../../shared/domain/version.ts";
import { momentName } from "../../../shared/domain/version.ts";
import { ENGAGEMENT, type EngagementPart } from "../../../shared/editor/canonical.ts";
import { readSheet } from "../../../shared/editor/read-section.ts";
import type { AccountId } from "../../../shared/ids.ts";
import { can } from "../../../shared/policy/can.ts";
import type { Capability } from "../../../shared/policy/capabilities.ts";
import type {
  AuteursBody,
  ComparaisonBody,
  ComparedPart,
  HistoriqueBody,
  Masque,
  MomentBody,
} from "../../../shared/protocol/bodies/history.ts";
import { ok, type Result, refuse } from "../../../shared/result.ts";
import type { FicheContext } from "../../../shared/workflow/context.ts";
import { LongWork } from "../../durable/long-work.ts";
import type { Range } from "../../live/bounded-decoder.ts";
import type { Leases } from "../../live/leases.ts";
import type { Origins } from "../../live/origins.ts";
import type { Room } from "../../live/room.ts";
import type { Spans } from "../../live/spans.ts";
import type { UpdateLog } from "../../live/update-log.ts";
import type { FicheLife, FicheRefusal, Standing } from "../life.ts";
import { type Unnamed, versionsInList } from "../shown-life.ts";
import { authorsOfPart } from "./authors.ts";
import { compare } from "./compare.ts";
import { Comparisons } from "./comparisons.ts";
import { peopleInComparison } from "./people.ts";
import { readLetters, replay } from "./replay.ts";
import { restore } from "./restore.ts";
import { Sittings } from "./sittings.ts";

export interface HistoryParts {
  readonly sql: SqlStorage;
  readonly log: UpdateLog;
  readonly origins: Origins;
  readonly leases: Pick<Leases, "owner">;
  readonly spans: Spans;
  readonly life: Pick<FicheLife, "judge" | "standing" | "versions">;
  /** The text as it is stored: what was gathered is stored first. */
  readonly doc: () => Y.Doc;
  readonly write: Room["write"];
  readonly masques: () => readonly Masque[];
  /** All of it kept, or nothing. */
  readonly transaction: (write: () => void) => void;
  /** Resolves when others had their turn; rejects when the document is no more. */
  readonly pause: () => Promise<void>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Why a part is not brought back, or not shown. */
export type HistoryRefusal = FicheRefusal;

/** Sittings in one answer. */
const SITTINGS_PAGE = 50;
/** How often a restoration is made anew because something else was written under the same id meanwhile. */
const TIMES = 3;

/** The past of one fiche: sittings, moments, comparisons, authors, and what brings a moment back. */
export class FicheHistory {
  readonly #parts: HistoryParts;
  readonly #work: LongWork;
  readonly #sittings: Sittings;
  readonly #comparisons: Comparisons;

  constructor(parts: HistoryParts) {
    this.#parts = parts;
    this.#work = new LongWork(parts);
    this.#sittings = new Sittings(parts);
    this.#comparisons = new Comparisons(parts.sql);
  }

  /** The sittings up to this update (null: the latest) for who sees the draft's history; the versions for who reads them. */
  async historique(
    context: FicheContext,
    avant: number | null,
  ): Promise<Result<Unnamed<HistoriqueBody>, HistoryRefusal>> {
    const standing = this.#parts.life.standing(context);
    if (!standing.ok) return standing;
    const { state, facts } = standing.value;
    const seesVersions = can("lire_version_soumise", facts);
    const seesSittings = can("voir_historique", facts).ok;
    if (!seesSittings && !seesVersions.ok) return seesVersions;
    this.#parts.doc();
    const now = this.#parts.now();
    const page = seesSittings
      ? await this.#work.do(() => this.#sittings.list(avant, SITTINGS_PAGE, now))
      : { sittings: [], suite: null };
    const versions = seesVersions.ok ? versionsInList(state, this.#parts.life.versions) : [];
    const people = [
      ...page.sittings.flatMap(({ personnes }) => personnes.map(({ personne }) => personne)),
      ...versions.map(({ soumisePar }) => soumisePar),
    ];
    return ok({
      ...page,
      versions,
      droits: { restaurer: can("ecrire", facts).ok, caviarder: can("caviarder", facts).ok },
      personnes: [...new Set(people)],
    });
  }

  /** Counts what was written since the last time: whoever then asks for the sittings waits for little. */
  async readSittings(): Promise<void> {
    await this.#work.do(() => this.#sittings.read(this.#parts.now()));
  }

  /** The sheet as it was. */
  async moment(context: FicheContext, moment: Moment): Promise<Result<Unnamed<MomentBody>, HistoryRefusal>> {
    const standing = this.#mayRead(context, moment);
    if (!standing.ok) return standing;
    const masques = this.#parts.masques();
    if (moment.kind === "log") {
      if (this.#seqOf(moment) === null) return refuse("introuvable");
      const { texts } = await this.#work.do(() => replay(this.#parts.log, [moment.seq], readSheet));
      const [text] = texts;
      if (text === undefined) return refuse("introuvable");
      return ok({ content: text.seen, le: text.at, version: null, masques, personnes: [] });
    }
    const { versions } = this.#parts.life;
    const frozen = versions.find(moment.numero);
    const listed = versionsInList(standing.value.state, versions).find(({ numero }) => numero === moment.numero);
    if (frozen === null || listed === undefined) return refuse("introuvable");
    const { le, empreintes, place, par } = frozen;
    return ok({
      content: versions.content(moment.numero),
      le,
      version: { ...listed, empreintes, place },
      masques,
      personnes: [par],
    });
  }

  /** How the sheet of one moment became that of another. */
  async comparaison(
    context: FicheContext,
    de: Moment,
    a: Moment,
  ): Promise<Result<Unnamed<ComparaisonBody>, HistoryRefusal>> {
    const allowed = this.#parts.life.judge(context, "comparer");
    if (!allowed.ok) return allowed;
    for (const moment of [de, a]) {
      const may = this.#mayRead(context, moment);
      if (!may.ok) return may;
    }
    const [from, to] = [this.#seqOf(de), this.#seqOf(a)];
    if (from === null || to === null) return refuse("introuvable");
    const { parties, deLe, aLe } = await this.#compared(de, a, from, to);
    return ok({
      de: { nom: momentName(de), le: this.#versionLe(de) ?? deLe },
      a: { nom: momentName(a), le: this.#versionLe(a) ?? aLe },
      parties,
      masques: this.#parts.masques(),
      personnes: peopleInComparison(parties),
    });
  }

  /** Who wrote a part, as the text stands (null) or as it was. */
  async auteurs(
    context: FicheContext,
    partie: EngagementPart,
    moment: Moment | null,
  ): Promise<Result<Unnamed<AuteursBody>, HistoryRefusal>> {
    const { life, log } = this.#parts;
    // Who wrote what of a version is part of comparing it.
    const need: Capability = moment?.kind === "version" ? "comparer" : "voir_historique";
    const allowed = life.judge(context, need);
    if (!allowed.ok) return allowed;
    if (moment !== null) {
      const may = this.#mayRead(context, moment);
      if (!may.ok) return may;
    }
    this.#parts.doc();
    const seq = moment === null ? log.lastSeq() : this.#seqOf(moment);
    if (seq === null) return refuse("introuvable");
    const { texts, history } = await this.#work.do(() => replay(log, [seq], readLetters));
    const [text] = texts;
    if (text === undefined) return refuse("introuvable");
    const paragraphes = authorsOfPart(text.seen[partie], history);
    const people = paragraphes.flat().flatMap(({ auteur, deplacePar }) => [auteur, deplacePar]);
    return ok({ paragraphes, personnes: [...new Set(people.filter((person) => person !== null))] });
  }

  /**
   * Makes the text, or a part of it, what it was at a moment: a new edit of this person, of the words that differ. Others
   * go on writing meanwhile. `texte_plein`: the text takes no more.
   */
  async restaurer(
    by: AccountId,
    context: FicheContext,
    moment: Moment,
    partie: EngagementPart | null,
  ): Promise<Result<null, HistoryRefusal>> {
    const { life, log, origins, leases } = this.#parts;
    const sources = { of: (range: Range) => origins.of(range), owner: (client: number) => leases.owner(client) };
    for (let time = 0; time < TIMES; time++) {
      const masked = this.#parts.masques().length;
      const allowed = life.judge(context, "ecrire");
      if (!allowed.ok) return allowed;
      const may = this.#mayRead(context, moment);
      if (!may.ok) return may;
      this.#parts.doc();
      const seq = this.#seqOf(moment);
      if (seq === null) return refuse("introuvable");
      const { texts } = await this.#work.do(() => replay(log, [seq], readLetters));
      const was = texts[0]?.seen;
      if (was === undefined) return refuse("introuvable");
      const begun = this.#beginWriting(by);
      if (begun === null) return refuse("texte_plein");
      const parts = partie === null ? ENGAGEMENT : [partie];
      const made = await this.#work.do(() => restore(begun.state, begun.client, was, parts, sources));
      // Rights may have changed while it was made.
      const still = life.judge(context, "ecrire");
      if (!still.ok) return still;
      // What was masked meanwhile does not come back.
      if (this.#clockOf(begun.client) !== begun.clock || this.#parts.masques().length !== masked) continue;
      for (const each of made) {
        const written = this.#parts.write(by, () => each);
        // Of deletions alone, somebody else may have made the same meanwhile.
        if (!written && each.brings) return refuse("texte_plein");
      }
      return ok(null);
    }
    throw new Error("a person writes under one id faster than a text is brought back");
  }

  /** The text that is written on, and the id under which; nothing is written. */
  #beginWriting(by: AccountId): { state: Uint8Array; client: number; clock: number } | null {
    let begun: { state: Uint8Array; client: number; clock: number } | null = null;
    this.#parts.write(by, (state, client) => {
      begun = { state, client, clock: this.#clockOf(client) };
      return null;
    });
    return begun;
  }

  /** How much was written under this id. */
  #clockOf(client: number): number {
    const structs = this.#parts.doc().store.clients.get(client);
    const last = structs?.at(-1);
    return last === undefined ? 0 : last.id.clock + last.length;
  }

  async #compared(
    de: Moment,
    a: Moment,
    from: number,
    to: number,
  ): Promise<{ parties: readonly ComparedPart[]; deLe: number; aLe: number }> {
    const { log, transaction } = this.#parts;
    const frozen = de.kind === "version" && a.kind === "version" ? { de: de.numero, a: a.numero } : null;
    const kept = frozen === null ? null : this.#comparisons.find(frozen.de, frozen.a);
    if (kept !== null) return { parties: kept, deLe: 0, aLe: 0 };
    // What is masked while it is worked out is not kept as it was.
    const masked = this.#parts.masques().length;
    const compared = await this.#work.do(() => compare(log, from, to));
    if (frozen !== null && this.#parts.masques().length === masked) {
      transaction(() => this.#comparisons.keep(frozen.de, frozen.a, compared.parties));
    }
    return compared;
  }

  /** Versions are for bodies too; finer moments for who follows the writing. */
  #mayRead(context: FicheContext, moment: Moment): Result<Standing, HistoryRefusal> {
    return this.#parts.life.judge(context, moment.kind === "version" ? "lire_version_soumise" : "voir_historique");
  }

  /** null: there is no such moment. */
  #seqOf(moment: Moment): number | null {
    if (moment.kind === "version") return this.#parts.life.versions.find(moment.numero)?.seq ?? null;
    return moment.seq <= this.#parts.log.lastSeq() ? moment.seq : null;
  }

  #versionLe(moment: Moment): number | null {
    return moment.kind === "version" ? (this.#parts.life.versions.find(moment.numero)?.le ?? null) : null;
  }
}
