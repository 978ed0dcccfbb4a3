import type * as Y from "yjs";
import type { Moment } from "../../../shared/domain/version.ts";
import { momentName } from "../../../shared/domain/version.ts";
import type { EngagementPart } from "../../../shared/editor/canonical.ts";
import type { AccountId } from "../../../shared/ids.ts";
import { can } from "../../../shared/policy/can.ts";
import type { Capability } from "../../../shared/policy/capabilities.ts";
import type {
  AuteursBody,
  ComparaisonBody,
  ComparedPart,
  HistoriqueBody,
  Masquage,
  Masque,
  MomentBody,
} from "../../../shared/protocol/bodies/history.ts";
import { ok, type Result, refuse } from "../../../shared/result.ts";
import type { FicheContext } from "../../../shared/workflow/context.ts";
import type { LongWork, LongWorkRefusal } from "../../durable/long-work.ts";
import type { Sources } from "../../live/authorship.ts";
import type { Leases } from "../../live/leases.ts";
import type { Origins } from "../../live/origins.ts";
import type { Room } from "../../live/room.ts";
import type { Spans } from "../../live/spans.ts";
import type { UpdateLog } from "../../live/update-log.ts";
import type { FicheLife, FicheRefusal } from "../life.ts";
import { type Unnamed, versionsInList } from "../shown-life.ts";
import { authorsAt } from "./authors.ts";
import { compare } from "./compare.ts";
import { Comparisons, packComparison } from "./comparisons.ts";
import { readFrozen } from "./frozen-sheet.ts";
import { Moments, needOf } from "./moments.ts";
import { authorsOfPeople, comparisonOfPeople, sittingsOfPeople } from "./of-people.ts";
import { peopleInComparison } from "./people.ts";
import { replay } from "./replay.ts";
import { bringBack } from "./restoring.ts";
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
  readonly masquages: () => readonly Masquage[];
  /** All of it kept, or nothing. */
  readonly transaction: (write: () => void) => void;
  readonly work: LongWork;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Why a part is not brought back, or not shown. */
export type HistoryRefusal = FicheRefusal | LongWorkRefusal;

/** Sittings in one answer. */
const SITTINGS_PAGE = 50;

/** The past of one fiche: sittings, moments, comparisons, authors, and what brings a moment back. `by`: who asks. */
export class FicheHistory {
  readonly #parts: HistoryParts;
  readonly #sittings: Sittings;
  readonly #comparisons: Comparisons;
  readonly #moments: Moments;

  constructor(parts: HistoryParts) {
    this.#parts = parts;
    this.#sittings = new Sittings(parts);
    this.#comparisons = new Comparisons(parts.sql);
    this.#moments = new Moments(parts, (by, seq) =>
      this.#ask(by, `fin ${seq}`, () => this.#sittings.isEnd(seq, parts.now())),
    );
  }

  /** The sittings up to this update (null: the latest) for who sees the draft's history; the versions for who reads them. */
  async historique(
    by: AccountId,
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
    const listed = seesSittings
      ? await this.#ask(by, `historique ${avant} ${this.#parts.log.lastSeq()}`, () =>
          this.#sittings.list(avant, SITTINGS_PAGE, now),
        )
      : ok({ sittings: [], suite: null });
    if (!listed.ok) return listed;
    const page = { ...listed.value, sittings: sittingsOfPeople(listed.value.sittings, context.joints) };
    const versions = seesVersions.ok ? versionsInList(state, this.#parts.life.versions) : [];
    const masquages = this.#parts.masquages();
    const people = [
      ...masquages.map(({ par }) => par),
      ...page.sittings.flatMap(({ personnes }) => personnes.map(({ personne }) => personne)),
      ...versions.map(({ soumisePar }) => soumisePar),
    ];
    return ok({
      ...page,
      versions,
      masquages,
      droits: { restaurer: can("ecrire", facts).ok, caviarder: can("caviarder", facts).ok },
      personnes: [...new Set(people)],
    });
  }

  /** Counts what was written since the last time: whoever then asks for the sittings waits for little. */
  async readSittings(): Promise<void> {
    // Should too much wait, whoever asks first reads them.
    await this.#parts.work.do({ by: null, question: "sittings" }, () => this.#sittings.read(this.#parts.now()));
  }

  /** The sheet as it was. */
  async moment(
    by: AccountId,
    context: FicheContext,
    moment: Moment,
  ): Promise<Result<Unnamed<MomentBody>, HistoryRefusal>> {
    const standing = await this.#moments.mayRead(by, context, moment);
    if (!standing.ok) return standing;
    if (moment.kind === "log") {
      const { seq } = moment;
      if (this.#moments.seqOf(moment) === null) return refuse("introuvable");
      const replayed = await this.#ask(by, `moment ${seq}`, () => replay(this.#parts.log, [seq], readFrozen));
      if (!replayed.ok) return replayed;
      const [text] = replayed.value.texts;
      if (text === undefined) return refuse("introuvable");
      const masques = this.#parts.masques();
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
      masques: this.#parts.masques(),
      personnes: [par],
    });
  }

  /** How the sheet of one moment became that of another. */
  async comparaison(
    by: AccountId,
    context: FicheContext,
    de: Moment,
    a: Moment,
  ): Promise<Result<Unnamed<ComparaisonBody>, HistoryRefusal>> {
    const allowed = this.#parts.life.judge(context, "comparer");
    if (!allowed.ok) return allowed;
    for (const moment of [de, a]) {
      const may = await this.#moments.mayRead(by, context, moment);
      if (!may.ok) return may;
    }
    const [from, to] = [this.#moments.seqOf(de), this.#moments.seqOf(a)];
    if (from === null || to === null) return refuse("introuvable");
    const compared = await this.#compared(by, de, a, from, to);
    if (!compared.ok) return compared;
    const { deLe, aLe } = compared.value;
    const parties = comparisonOfPeople(compared.value.parties, context.joints);
    return ok({
      de: { nom: momentName(de), le: this.#moments.submittedAt(de) ?? deLe },
      a: { nom: momentName(a), le: this.#moments.submittedAt(a) ?? aLe },
      parties,
      masques: this.#parts.masques(),
      personnes: peopleInComparison(parties),
    });
  }

  /** Who wrote a part, as the text stands (null) or as it was. */
  async auteurs(
    by: AccountId,
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
      const may = await this.#moments.mayRead(by, context, moment);
      if (!may.ok) return may;
    }
    this.#parts.doc();
    const seq = moment === null ? log.lastSeq() : this.#moments.seqOf(moment);
    if (seq === null) return refuse("introuvable");
    const question = `auteurs ${seq} ${partie} ${moment === null}`;
    const asked = await this.#ask(by, question, () => authorsAt(log, seq, partie, moment !== null));
    if (!asked.ok) return asked;
    if (asked.value === null) return refuse("introuvable");
    const paragraphes = authorsOfPeople(asked.value, context.joints);
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
    const { life, log, origins, leases, doc, write, masques, work } = this.#parts;
    const may = () => {
      const allowed = life.judge(context, "ecrire");
      return allowed.ok ? life.judge(context, needOf(moment)) : allowed;
    };
    const allowed = may();
    if (!allowed.ok) return allowed;
    doc();
    const seq = this.#moments.seqOf(moment);
    if (seq === null) return refuse("introuvable");
    const sources: Sources = { of: (range) => origins.of(range), owner: (client) => leases.owner(client) };
    const parts = { log, sources, doc, write, masques };
    const done = await work.do({ by, question: null }, () => bringBack(parts, by, seq, partie, may));
    return done.ok ? done.value : done;
  }

  /** Has a question answered. Nothing of the answer was masked meanwhile. */
  async #ask<Answer>(
    by: AccountId,
    question: string,
    work: () => Generator<undefined, Answer>,
  ): Promise<Result<Answer, LongWorkRefusal>> {
    for (;;) {
      const masked = this.#parts.masques().length;
      const answer = await this.#parts.work.do({ by, question: `${question} ${masked}` }, work);
      if (!answer.ok || this.#parts.masques().length === masked) return answer;
    }
  }

  async #compared(
    by: AccountId,
    de: Moment,
    a: Moment,
    from: number,
    to: number,
  ): Promise<Result<{ parties: readonly ComparedPart[]; deLe: number; aLe: number }, LongWorkRefusal>> {
    const { log, transaction } = this.#parts;
    const frozen = de.kind === "version" && a.kind === "version" ? { de: de.numero, a: a.numero } : null;
    const kept = frozen === null ? null : this.#comparisons.find(frozen.de, frozen.a);
    if (kept !== null) return ok({ parties: kept, deLe: 0, aLe: 0 });
    const compared = await this.#ask(by, `comparaison ${from} ${to} ${frozen !== null}`, function* () {
      const { parties, ...times } = yield* compare(log, from, to);
      return { parties, ...times, packed: frozen === null ? null : yield* packComparison(parties) };
    });
    if (!compared.ok) return compared;
    const { packed } = compared.value;
    if (frozen !== null && packed !== null) transaction(() => this.#comparisons.keep(frozen.de, frozen.a, packed));
    return compared;
  }
}
