import type { EtatRedaction } from "../../shared/domain/contrat.ts";
import type { Moment } from "../../shared/domain/version.ts";
import type { Block } from "../../shared/editor/blocks.ts";
import type { Empreinte } from "../../shared/editor/canonical.ts";
import { readBlocks } from "../../shared/editor/read-section.ts";
import type { AccountId } from "../../shared/ids.ts";
import type { OwnActe } from "../../shared/protocol/bodies/account.ts";
import type { CaviardageApercuBody, CaviardeBody } from "../../shared/protocol/bodies/history.ts";
import { CLOSE } from "../../shared/protocol/close-codes.ts";
import { type Result, refuse } from "../../shared/result.ts";
import type { AskedActe } from "../../shared/workflow/acts.ts";
import type { FicheContext } from "../../shared/workflow/context.ts";
import { beginAgain, FORGET_AFTER_MS } from "../durable/forget.ts";
import { inTime } from "../durable/in-time.ts";
import { LongWork, type LongWorkRefusal } from "../durable/long-work.ts";
import { isCreated } from "../durable/migrate.ts";
import type { Env } from "../env.ts";
import { Announcer } from "../fiche/announce.ts";
import { type AskedCaviardage, Caviardages } from "../fiche/caviardage/caviardages.ts";
import { Masques } from "../fiche/caviardage/masques.ts";
import { type ExportedFiche, type ExportedParts, ficheToExport } from "../fiche/exported.ts";
import { FicheHistory, type HistoryRefusal } from "../fiche/history/fiche-history.ts";
import { FicheLife, type FicheRefusal } from "../fiche/life.ts";
import { ownActs } from "../fiche/own-acts.ts";
import { PublicationPage } from "../fiche/publication-page.ts";
import { readingFor } from "../fiche/reading.ts";
import { sayingWhether } from "../fiche/restored.ts";
import { shownActes, shownInstruction, shownJournal } from "../fiche/shown-life.ts";
import { Leases } from "../live/leases.ts";
import { pagesStore } from "../pages/store/pages-store.ts";
import type { NewDocument } from "./new-document.ts";
import { tellContrat } from "./tell-contrat.ts";
import { TextObject } from "./text-object.ts";

/** One co-written text, with what a fiche is: one line for each thing that it is asked, done in `fiche/`. */
export class DocumentObject extends TextObject {
  readonly #announcer: Announcer;
  readonly #life: FicheLife;
  readonly #masques: Masques;
  readonly #work: LongWork;
  readonly #caviardages: Caviardages;
  readonly #history: FicheHistory;
  readonly #page: PublicationPage;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const { sql } = ctx.storage;
    const { log, spans, origins } = this;
    this.#masques = new Masques(sql);
    const work = new LongWork({ pause: () => this.#giveWay(), now: () => Date.now() });
    this.#work = work;
    this.#announcer = new Announcer(
      sql,
      (at) => this.alarms.setAtLatest("announce", at),
      () => ({
        vie: this.#life.told(),
        intitulePublie: this.#page.intitule(),
        intituleLu: this.#life.intituleRead(),
        masques: this.#masques.ofIntitule(),
      }),
    );
    this.#life = new FicheLife({
      sql,
      doc: () => this.room.text().doc,
      lastSeq: () => log.lastSeq(),
      random: (length) => crypto.getRandomValues(new Uint8Array(length)),
      transaction: (write) => ctx.storage.transactionSync(write),
      isPast: (rights) => this.sockets.areRightsPast(rights),
      acted: (now) => this.#announcer.acted(now),
      publicationChanged: () => this.#page.changed(),
    });
    const ofFiche = {
      sql,
      life: this.#life,
      masques: () => this.#masques.all(),
      transaction: <Answer>(write: () => Answer) => this.guarded(() => ctx.storage.transactionSync(write)),
      now: () => Date.now(),
    };
    this.#caviardages = new Caviardages({
      ...ofFiche,
      log: () => this.storedLog(),
      placeOf: (id) => spans.placeOf(id),
      origins,
      write: (account, make) => this.room.write(account, make),
      random: (length) => crypto.getRandomValues(new Uint8Array(length)),
      masked: (now) => {
        log.rewritten();
        this.alarms.setAtLatest("forget", now + FORGET_AFTER_MS);
      },
      work,
    });
    this.#page = new PublicationPage({
      ...ofFiche,
      store: () => pagesStore(env),
      ring: (at) => this.alarms.setAtLatest("page", at),
    });
    this.#history = new FicheHistory({
      ...ofFiche,
      log,
      origins,
      leases: new Leases(sql),
      spans,
      doc: () => this.room.text().doc,
      write: (account, make) => this.guarded(() => this.room.write(account, make)),
      masquages: () => this.#masques.masquages(),
      work,
    });
  }

  protected override wordsStored(now: number): void {
    // Of notes, no list shows anything.
    if (this.kind() === "fiche") this.#announcer.changed(now);
  }

  protected override async packed(): Promise<void> {
    if (this.kind() === "fiche") await this.#history.readSittings();
  }

  protected override rang(name: "announce" | "page" | "forget"): Promise<void> {
    if (name === "forget") return beginAgain(this.ctx, this.#work, () => this.sockets.end(CLOSE.comeBack));
    return inTime(name === "announce" ? this.#announce() : this.#page.deliver(), PATIENCE_MS);
  }

  protected override seed({ updates, acts = [] }: NewDocument): void {
    let seeded = 0;
    for (const { after, par, at, context, asked } of acts) {
      this.room.seed(updates.slice(seeded, after));
      seeded = after;
      const done = this.#life.act(par, context, asked, at);
      if (!done.ok) throw new Error(`a seed's act that nobody could have done: ${asked.acte}, ${done.code}`);
    }
    this.room.seed(updates.slice(seeded));
    const last = updates.at(-1);
    if (acts.length > 0 && last !== undefined) this.#announcer.changed(last.at);
  }

  /** Has the contrat hear of what the fiche was made with, now that there is a contrat. */
  async announceMade(): Promise<void> {
    if (this.kind() === "fiche") await this.#announce();
  }

  /** See `reading.ts`. */
  lecture(context: FicheContext): ReturnType<typeof readingFor> {
    return this.#ofFiche(() => readingFor(this.#life, this.#masques.all(), context));
  }

  /** See `exported.ts`; null when there is no such fiche. */
  exported(known: EtatRedaction): ExportedFiche | null {
    if (this.kind() !== "fiche") return null;
    return this.guarded(() => ficheToExport(this.#life, this.#masques.all(), known));
  }

  /** The parts of a version, for the same; null when there is none of this number, or when more was masked meanwhile. */
  exportedVersion(numero: number, masked: number): ExportedParts | null {
    if (this.kind() !== "fiche") return null;
    const { versions } = this.#life;
    return this.guarded(() => {
      const same = versions.find(numero) !== null && this.#masques.count() === masked;
      return same ? versions.parts(numero) : null;
    });
  }

  /** See `own-acts.ts`. */
  actsOf(accounts: readonly AccountId[]): OwnActe[] {
    return this.kind() === "fiche" ? this.guarded(() => ownActs(this.#life.journal.all(), accounts)) : [];
  }

  /** The notes of a meeting as they stand; null when there are none here. */
  readNotes(): readonly Block[] | null {
    if (this.kind() !== "notes") return null;
    return this.guarded(() => readBlocks(this.room.text().doc.getXmlFragment("notes")));
  }

  /** Does what this person asks of the fiche; the contrat, readers and pages hear of it before this answers, or later. */
  async act(by: AccountId, context: FicheContext, asked: AskedActe): Promise<Result<null, FicheRefusal>> {
    const done = this.#ofFiche(() => this.#life.act(by, context, asked, Date.now()));
    if (!done.ok) return done;
    await this.#tellAll();
    this.sockets.tell({ type: "fiche_changee" });
    return done;
  }

  /** See `shown-life.ts`; so the next two. */
  actes(by: AccountId, context: FicheContext): ReturnType<typeof shownActes> {
    return this.#ofFiche(() => shownActes(this.#life, by, context));
  }

  ficheJournal(context: FicheContext, avant: number | null): ReturnType<typeof shownJournal> {
    return this.#ofFiche(() => shownJournal(this.#life, context, avant));
  }

  instruction(by: AccountId, context: FicheContext): ReturnType<typeof shownInstruction> {
    return this.#ofFiche(() => shownInstruction(this.#life, by, context));
  }

  /** What masking some words would take away: see `caviardages.ts`. */
  apercuCaviardage(
    by: AccountId,
    context: FicheContext,
    asked: AskedCaviardage,
  ): Promise<Result<CaviardageApercuBody, FicheRefusal | LongWorkRefusal>> {
    return this.#ofPast(() => this.#caviardages.preview(by, context, asked));
  }

  /** Masks what that showed. */
  async caviarder(
    by: AccountId,
    context: FicheContext,
    asked: AskedCaviardage,
    apercu: Empreinte,
  ): Promise<Result<CaviardeBody, FicheRefusal | LongWorkRefusal>> {
    const done = await this.#ofPast(() => this.#caviardages.mask(by, context, asked, apercu));
    if (!done.ok) return done;
    // Not until the object begins again: whoever asked would have no answer.
    await inTime(this.#tellAll(), FORGET_AFTER_MS / 2);
    this.sockets.tell({ type: "fiche_changee" });
    return done;
  }

  /** The contrat threw the fiche away, or brought it back: what is public of it follows before this answers, or later. */
  async hearCorbeille(number: number, jetee: boolean): Promise<void> {
    if (this.kind() !== "fiche") return;
    this.guarded(() => this.#page.hearCorbeille(number, jetee));
    await inTime(this.#page.deliver(), PATIENCE_MS);
  }

  /** Nothing of it stays public either: rejects when the pages store did not take that, and is asked again. */
  override async destroy(): Promise<void> {
    if (this.kind() === "fiche") await this.#page.end();
    await super.destroy();
  }

  /** See `fiche-history.ts`; so the next four. */
  historique(by: AccountId, context: FicheContext, avant: number | null): ReturnType<FicheHistory["historique"]> {
    return this.#ofPast(() => this.#history.historique(by, context, avant));
  }

  moment(by: AccountId, context: FicheContext, moment: Moment): ReturnType<FicheHistory["moment"]> {
    return this.#ofPast(() => this.#history.moment(by, context, moment));
  }

  comparaison(by: AccountId, context: FicheContext, de: Moment, a: Moment): ReturnType<FicheHistory["comparaison"]> {
    return this.#ofPast(() => this.#history.comparaison(by, context, de, a));
  }

  auteurs(...asked: Parameters<FicheHistory["auteurs"]>): ReturnType<FicheHistory["auteurs"]> {
    return this.#ofPast(() => this.#history.auteurs(...asked));
  }

  restaurer(...asked: Parameters<FicheHistory["restaurer"]>): ReturnType<typeof sayingWhether<HistoryRefusal>> {
    return this.#ofPast(() => sayingWhether(this.#life.draft, asked[3], () => this.#history.restaurer(...asked)));
  }

  /** The contrat and the public page, for a moment at most. */
  #tellAll(): Promise<void> {
    return inTime(Promise.all([this.#announce(), this.#page.deliver()]), PATIENCE_MS);
  }

  async #announce(): Promise<void> {
    const announcement = this.guarded(() => this.#announcer.due(Date.now(), () => this.room.text().doc));
    if (announcement === null) return;
    const heard = await tellContrat(this.ctx.storage.sql, this.env, announcement);
    if (heard) this.#announcer.heard(announcement.number, Date.now());
  }

  /** Something about the fiche that this document is; to a document that is none, or was never made, there is nothing. */
  #ofFiche<Answer, Code extends string>(work: () => Result<Answer, Code>): Result<Answer, Code | "introuvable"> {
    return this.kind() === "fiche" ? this.guarded(work) : refuse("introuvable");
  }

  /** The same of long work, during which the document may be destroyed. */
  async #ofPast<Answer, Code extends string>(
    work: () => Promise<Result<Answer, Code>>,
  ): Promise<Result<Answer, Code | "introuvable">> {
    if (this.kind() !== "fiche") return refuse("introuvable");
    try {
      return await work();
    } catch (error) {
      if (!isCreated(this.ctx.storage.sql)) return refuse("introuvable");
      throw error;
    }
  }

  /** Others have their turn; throws when the document is no more. */
  async #giveWay(): Promise<void> {
    await scheduler.wait(0);
    if (!isCreated(this.ctx.storage.sql)) throw new Error("the document is no more");
  }
}

/** How long whoever did an act waits for the contrat to hear of it, in milliseconds. */
const PATIENCE_MS = 1_000;
