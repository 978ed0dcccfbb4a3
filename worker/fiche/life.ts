import type { EtatRedaction } from "../../shared/domain/contrat.ts";
import type { FicheVie } from "../../shared/domain/fiche.ts";
import type { SheetContent } from "../../shared/editor/blocks.ts";
import { partText } from "../../shared/editor/part-text.ts";
import type { AccountId, RandomBytes } from "../../shared/ids.ts";
import { can, type FicheFacts } from "../../shared/policy/can.ts";
import type { Capability } from "../../shared/policy/capabilities.ts";
import type { PolicyRefusal } from "../../shared/policy/refusals.ts";
import { seesFiche } from "../../shared/policy/sees-fiche.ts";
import { ACTS_ALLOWED } from "../../shared/protocol/limits.ts";
import { ok, type Result, refuse } from "../../shared/result.ts";
import type { AskedActe, Dated, Facts } from "../../shared/workflow/acts.ts";
import type { FicheContext } from "../../shared/workflow/context.ts";
import { type Deciding, decide } from "../../shared/workflow/decide.ts";
import { fold } from "../../shared/workflow/evolve.ts";
import { stateOfPeople } from "../../shared/workflow/joints.ts";
import type { WorkflowRefusal } from "../../shared/workflow/refusals.ts";
import type { FicheState } from "../../shared/workflow/state.ts";
import { toldLife } from "../../shared/workflow/told.ts";
import { changesPublic, isSubmitted, wordsRead } from "../../shared/workflow/versions.ts";
import { firstRow, run } from "../durable/sql.ts";
import { Draft, type DraftParts } from "./draft.ts";
import { FicheJournal } from "./journal.ts";
import { Versions } from "./versions.ts";

/** Statement for where the draft stood first, for the document's migration « life »; null: told by the contrat later. */
export const FIRST_ETAT_COLUMN = "ALTER TABLE document ADD COLUMN etat TEXT";

/** Why something about a fiche's life is not shown or not done. */
export type FicheRefusal =
  | WorkflowRefusal
  | PolicyRefusal
  | "introuvable"
  /** The contrat's facts are older than a change of rights that is known here: they are asked for again. */
  | "contexte_depasse";

export interface LifeParts extends DraftParts {
  readonly sql: SqlStorage;
  readonly random: RandomBytes;
  /** All of it kept, or nothing. */
  readonly transaction: <Answer>(write: () => Answer) => Answer;
  /** Whether a change of rights was heard of that is later than this number. */
  readonly isPast: (rights: number) => boolean;
  /** Inside the transaction of an act: the contrat must hear of it. */
  readonly acted: (now: number) => void;
  /** Inside the same transaction: what everybody reads of this fiche is something else from now on. */
  readonly publicationChanged: () => void;
}

/** What a person may know of a fiche and do with it, at one moment. */
export interface Standing {
  readonly state: FicheState;
  /** What `can` reads. */
  readonly facts: FicheFacts;
}

/**
 * The life of one fiche: where its draft and its versions stand, and the one way in which an act changes that. It is folded
 * from the journal each time; nothing is remembered beside it.
 */
export class FicheLife {
  readonly draft: Draft;
  readonly journal: FicheJournal;
  readonly versions: Versions;
  readonly #parts: LifeParts;

  constructor(parts: LifeParts) {
    this.#parts = parts;
    this.draft = new Draft(parts);
    this.journal = new FicheJournal(parts.sql, parts.random);
    this.versions = new Versions(parts.sql);
  }

  /**
   * Whether this person, of whom the contrat says this, may do such a thing with the fiche. Who may not know of it is told
   * that there is none.
   */
  judge(context: FicheContext, capability: Capability): Result<Standing, FicheRefusal> {
    const standing = this.standing(context);
    if (!standing.ok) return standing;
    const verdict = can(capability, standing.value.facts);
    return verdict.ok ? standing : verdict;
  }

  /** The same for whoever may know of the fiche. */
  standing(context: FicheContext): Result<Standing, "introuvable" | "contexte_depasse"> {
    if (this.#parts.isPast(context.nombre)) return refuse("contexte_depasse");
    const state = stateOfPeople(this.#state(context.etat), context.joints);
    const facts = factsOf(state, context);
    return seesFiche(facts) ? ok({ state, facts }) : refuse("introuvable");
  }

  /** What a verdict on an act reads. `withDraft`: the text too. */
  factsFor(by: AccountId, { droits, comite }: FicheContext, state: FicheState, withDraft: boolean): Facts {
    return { state, actor: by, rights: droits, comite, draft: withDraft ? this.draft.read() : null };
  }

  /**
   * Does what this person asks, if they may, as one step: the entry of the journal, the version that it freezes, and what
   * the contrat must hear. A refusal leaves nothing behind. `now` in milliseconds since 1970.
   */
  act(by: AccountId, context: FicheContext, asked: AskedActe, now: number): Result<null, FicheRefusal> {
    // What was gathered is stored before, so that no words come between the fingerprint and the freezing.
    const submits = asked.acte === "soumettre";
    if (submits) this.draft.read();
    return this.#parts.transaction(() => {
      const standing = this.standing(context);
      if (!standing.ok) return standing;
      const facts = this.factsFor(by, context, standing.value.state, submits);
      const decided = decide(facts, asked, {
        today: LATEST.format(now),
        dayOf: (moment) => EARLIEST.format(moment),
        words: this.#words(),
      });
      if (!decided.ok) return decided;
      const { count, withinMs } = ACTS_ALLOWED;
      if (this.journal.countSince(by, now - withinMs) >= count) return refuse("trop_d_actes");
      const event = decided.value;
      if (event.acte === "soumettre") {
        const { version: numero, empreintes } = event;
        const { seq } = this.draft.read();
        const frozen = { numero, seq, par: by, le: now, empreintes, place: context.place };
        this.versions.freeze(frozen, this.draft.content(), this.draft.doc);
      }
      this.add(context, { par: by, le: now, event });
      return ok(null);
    });
  }

  /** One more event, decided; inside the transaction that it tells of. */
  add(context: FicheContext, dated: Dated): void {
    this.#keepFirstEtat(context.etat);
    const changed = changesPublic(this.#state(context.etat), dated.event);
    this.journal.add(context.fiche, dated);
    this.#parts.acted(dated.le);
    if (changed) this.#parts.publicationChanged();
  }

  /** What the contrat is told; null while nobody said where the draft of before stood. */
  told(): FicheVie | null {
    const first = this.#firstEtat();
    return first === null ? null : toldLife(this.#state(first), () => this.draft.read().empreintes.parts);
  }

  /** The intitulé of the version that bodies read; null: there is none. */
  intituleRead(): string | null {
    // Nothing here hangs on where the draft stood first.
    const words = wordsRead(this.#state("brouillon"), { lireBrouillon: false, lireVersions: true });
    return words?.of === "version" ? this.versions.content(words.numero).intitule : null;
  }

  /** All of it, with where the draft stood first. `known`: the contrat's copy of that, for a document of before. */
  whole(known: EtatRedaction): { readonly premierEtat: EtatRedaction; readonly state: FicheState } {
    const premierEtat = this.#firstEtat() ?? known;
    return { premierEtat, state: fold(premierEtat, this.journal.all()) };
  }

  #state(known: EtatRedaction): FicheState {
    return this.whole(known).state;
  }

  #firstEtat(): EtatRedaction | null {
    // Written by `create` and `#keepFirstEtat`, from the closed list.
    return firstRow<{ etat: EtatRedaction | null }>(this.#parts.sql, "SELECT etat FROM document")?.etat ?? null;
  }

  #keepFirstEtat(known: EtatRedaction): void {
    run(this.#parts.sql, "UPDATE document SET etat = ? WHERE etat IS NULL", known);
  }

  /** The words of versions, part by part: each version is read once. */
  #words(): Deciding["words"] {
    const contents = new Map<number, SheetContent>();
    return (version, part) => {
      const content = contents.get(version) ?? this.versions.content(version);
      contents.set(version, content);
      return partText(content, part);
    };
  }
}

function factsOf(state: FicheState, { droits }: FicheContext): FicheFacts {
  return { ...droits, etat: state.etat, soumise: isSubmitted(state), publiee: state.publication !== null, sien: false };
}

/** « 2026-03-26 », where the day comes first and where it comes last, of all places where there is a contrat. */
const LATEST = new Intl.DateTimeFormat("en-CA", { timeZone: "Pacific/Wallis" });
const EARLIEST = new Intl.DateTimeFormat("en-CA", { timeZone: "Pacific/Tahiti" });
