import { DurableObject } from "cloudflare:workers";
import type { FicheSummary } from "../../shared/domain/fiche.ts";
import type { NewContrat } from "../../shared/domain/new-contrat.ts";
import type { AccountId, DocumentId, RegionId } from "../../shared/ids.ts";
import type { AttenteBody } from "../../shared/protocol/bodies/attentes.ts";
import type { SharedContratBody } from "../../shared/protocol/bodies/contrat.ts";
import type { Names } from "../../shared/protocol/bodies/history.ts";
import type { CoordinationAwaited } from "../../shared/protocol/bodies/instance-admin.ts";
import type { InvitationOpenedBody, JoinedBody } from "../../shared/protocol/bodies/invitation.ts";
import type { AccessEndedBody, ContratWithFiches, FicheBody } from "../../shared/protocol/http-bodies.ts";
import { type Result, refuse } from "../../shared/result.ts";
import type { FicheContext } from "../../shared/workflow/context.ts";
import { Alarms } from "../durable/alarms.ts";
import { FORGET_AFTER_MS, forgetOldBytes, overwriteJournal } from "../durable/forget.ts";
import { isCreated, migrate } from "../durable/migrate.ts";
import { Tellings } from "../durable/tellings.ts";
import type { Env } from "../env.ts";
import { keyedHash } from "../keys.ts";
import { MailQueue } from "../mail/queue.ts";
import { sendMail } from "../mail/way-out.ts";
import { pagesStore } from "../pages/store/pages-store.ts";
import { type DataInContrat, dataOf, hearAccount, joinAccounts } from "./accounts.ts";
import type { Act, ActRefusal, World } from "./act.ts";
import { ACTS, type ActName, type ActRequest, type AnswerOf } from "./acts/index.ts";
import { attentesFor } from "./attentes.ts";
import { type Clock, clocksRang, setClocks } from "./clocks.ts";
import { carryOut, execute, type Stores } from "./execute.ts";
import { ficheContext, namesOf } from "./fiche-context.ts";
import { foundContrat } from "./found.ts";
import { hearOfFiche } from "./hear-of-fiche.ts";
import { type Identite, readIdentite } from "./identite.ts";
import { acceptInvitation, checkAtelier, type JoinRefusal, joinAtelier, openInvitation, type Said } from "./join.ts";
import { Journal } from "./journal.ts";
import { judgeLive, type LiveVerdict } from "./judge-live.ts";
import { isLastCoordination, membershipOf } from "./membres.ts";
import { migrations } from "./migrations.ts";
import { coordinationAwaited, type Naming, type NamingRefusal, nameCoordination } from "./naming.ts";
import { Opened } from "./opened.ts";
import { PlanPage } from "./plan-page.ts";
import { lookUp, type Read } from "./read.ts";
import { type FoundOf, READS, type ReadName, type ReadRequest } from "./reads/index.ts";
import { accessEnded, contratFor, ficheFor, sharedWith } from "./shown.ts";
import { type Owe, targetAndSubject, tell } from "./tell.ts";

/** Acts in a row make one look at who is awaited for what. */
const LOOK_AWAITED_MS = 2_000;

/** One contrat: its people and what they may, its groupes, its plan, the catalogue of its fiches, its journal. A door. */
export class ContratObject extends DurableObject<Env> {
  readonly #sql: SqlStorage;
  readonly #alarms: Alarms<Clock>;
  readonly #tellings: Tellings<string, string>;
  readonly #plan: PlanPage;
  readonly #stores: Stores;
  readonly #failedMails = () => this.#stores.mails.failures();

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    const { sql } = ctx.storage;
    this.#sql = sql;
    this.#alarms = new Alarms(ctx.storage);
    this.#tellings = new Tellings(
      sql,
      (telling) => tell(sql, env, telling, (account) => this.#close(account)),
      (delay) => this.#alarms.setAtLatest("tell", Date.now() + delay),
    );
    const owe: Owe = (owed, number) => this.#tellings.owe(...targetAndSubject(owed), number);
    this.#plan = new PlanPage({
      sql,
      owe,
      store: () => pagesStore(env),
      ring: (at) => this.#alarms.setAtLatest("pages", at),
      now: () => Date.now(),
    });
    this.#stores = {
      journal: new Journal(sql),
      opened: new Opened(sql),
      mails: new MailQueue(sql, {
        send: (mail) => sendMail(env, mail),
        ring: (at) => (at === null ? this.#alarms.cancel("mail") : this.#alarms.setAtLatest("mail", at)),
        chance: Math.random,
      }),
      lookAwaited: () => this.#alarms.setAtLatest("attentes", Date.now() + LOOK_AWAITED_MS),
      forget: () => this.#alarms.setAtLatest("masque", Date.now() + FORGET_AFTER_MS),
      owe,
      transaction: (write) =>
        ctx.storage.transactionSync(() => {
          const answer = write();
          setClocks(sql, (name, at) => this.#alarms.setAtLatest(name, at));
          this.#plan.changed();
          return answer;
        }),
    };
    if (isCreated(sql)) ctx.storage.transactionSync(() => migrate(sql, migrations));
  }

  /** Makes the contrat, once; a second call changes nothing. Its people's accounts are told by whoever makes it. */
  create(made: NewContrat): void {
    this.ctx.storage.transactionSync(() => {
      if (isCreated(this.#sql)) return;
      migrate(this.#sql, migrations);
      foundContrat(this.#sql, made);
    });
  }

  /** Does what this person asks, if they may; who must hear of it is told before this answers, or later. See `ask.ts`. */
  act(by: AccountId, { acte, input }: ActRequest): Promise<Result<AnswerOf<ActName>, ActRefusal>> {
    // The input is the act's own: TypeScript does not follow which of them.
    const definition = ACTS[acte] as unknown as Act<typeof input, AnswerOf<ActName>>;
    return this.#andTell(by, (world) => execute(world, this.#stores, definition, input));
  }

  /** What this person asks to see, if they may. See `ask.ts`. */
  read(by: AccountId, { lu, query }: ReadRequest): Result<FoundOf<ReadName>, ActRefusal> {
    const self = this.#self();
    if (self === null) return refuse("introuvable");
    // As above.
    const definition = READS[lu] as unknown as Read<typeof query, FoundOf<ReadName>>;
    const membership = membershipOf(this.#sql, by);
    return lookUp(
      { sql: this.#sql, self, by, membership, now: Date.now(), failedMails: this.#failedMails },
      definition,
      query,
    );
  }

  /** The contrat as this person may see it, their own fiches first; null to who is not of it. */
  listFor(account: AccountId): ContratWithFiches | null {
    const self = this.#self();
    return self === null ? null : contratFor(this.#sql, self, account);
  }

  /** To who was of the contrat and is no longer: why. null to everybody else. */
  accessEnded(account: AccountId): AccessEndedBody | null {
    const self = this.#self();
    return self === null ? null : accessEnded(this.#sql, self, account);
  }

  /** One fiche, by its id or short id, as this person may see it; null when there is none or they may not know of it. */
  ficheFor(account: AccountId, idOrShort: string): FicheBody | null {
    const self = this.#self();
    return self === null ? null : ficheFor(this.#sql, self, account, idOrShort);
  }

  /** What the contrat shows to the readers of a région; null when it shows nothing. */
  sharedWith(region: RegionId): SharedContratBody | null {
    const self = this.#self();
    return self === null ? null : sharedWith(this.#sql, self, region);
  }

  /** What this person may do in a text on a socket; null when they may not even read it, or there is none. */
  judgeLive(account: AccountId, document: DocumentId): LiveVerdict | null {
    return this.#self() === null ? null : judgeLive(this.#sql, this.#stores.opened, account, document, Date.now());
  }

  /** What the invitation of a token says to this person (null: to somebody who is not signed in), without using it up. */
  openInvitation(token: string, by: AccountId | null): Result<InvitationOpenedBody, JoinRefusal> {
    const self = this.#self();
    return self === null ? refuse("introuvable") : openInvitation(this.#sql, self, { token, by, now: Date.now() });
  }

  /** Accepts an invitation for this person, who says so of themself: whoever asks knows that it was for them. */
  acceptInvitation(by: AccountId, token: string, said: Said): Promise<Result<JoinedBody, JoinRefusal>> {
    return this.#andTell(by, (world) => this.#carryOut(world, () => acceptInvitation(world, token, said)));
  }

  /** While nobody coordinates the contrat, who is invited to; null: somebody does. */
  coordinationAwaited(): CoordinationAwaited[] | null {
    if (this.#self() === null) return [];
    const failed = this.#failedMails().map(({ destinataire }) => destinataire);
    return coordinationAwaited(this.#sql, Date.now(), new Set(failed));
  }

  /** Whoever administers the instance, who is called so, does this about who will coordinate: see `naming.ts`. */
  nameCoordination(by: AccountId, as: string, naming: Naming): Promise<Result<null, NamingRefusal>> {
    return this.#andTell(by, (world) => this.#carryOut(world, () => nameCoordination(world, as, naming)));
  }

  /** Whether the code of a workshop lets somebody in, before an account is made for them. */
  checkAtelier(code: string): Result<unknown, JoinRefusal> {
    const self = this.#self();
    if (self === null) return refuse("introuvable");
    return checkAtelier(this.#sql, code, { now: Date.now(), codeDigest: this.#codeDigest(self) });
  }

  /** Has this person, who is called so, join the groupe of a workshop. */
  joinAtelier(by: AccountId, code: string, nom: string): Promise<Result<JoinedBody, JoinRefusal>> {
    return this.#andTell(by, (world) => this.#carryOut(world, () => joinAtelier(world, code, nom)));
  }

  /** An account says what its person is called, or (null) that it was closed; see `accounts.ts`. */
  async hearAccount(account: AccountId, number: number, nom: string | null): Promise<void> {
    await this.#andTell(account, (world) => this.#carryOut(world, () => hearAccount(world, number, nom)));
  }

  /** Two accounts are one person's: `into` may from now on all that `from` might. */
  async joinAccounts(from: AccountId, into: AccountId, nom: string): Promise<void> {
    await this.#andTell(into, (world) => this.#carryOut(world, () => joinAccounts(world, from, nom)));
  }

  /** Whether the contrat goes on without this person: false for its last coordination. */
  mayLeave(account: AccountId): boolean {
    return this.#self() === null || !isLastCoordination(this.#sql, account);
  }

  /** See `accounts.ts`. */
  dataOf(account: AccountId): DataInContrat | null {
    return this.#self() === null ? null : dataOf(this.#sql, account);
  }

  /** What a document says of its text and its life. Rights that hang on it are told before this answers, or later. */
  async tellFiche(id: DocumentId, number: number, summary: FicheSummary): Promise<void> {
    if (this.#self() === null) return;
    const moved = hearOfFiche({ sql: this.#sql, par: null, now: Date.now() }, this.#stores, { id, number, summary });
    if (moved || !this.#plan.isSent()) await this.#tellAll();
  }

  /** What the contrat says of this person and this fiche, to see something of its life or (`acts`) to change it. */
  ficheContext(account: AccountId, idOrShort: string, acts: boolean): FicheContext | null {
    const noted = acts ? { opened: this.#stores.opened, now: Date.now() } : null;
    return this.#self() === null ? null : ficheContext(this.#sql, account, idOrShort, noted);
  }

  /** What waits for this person here. */
  attentesFor(account: AccountId): AttenteBody[] {
    const self = this.#self();
    if (self === null) return [];
    const contrat = { slug: self.slug, nom: self.facts.nom };
    return attentesFor(this.#sql, account).map((attente) => ({ ...attente, contrat }));
  }

  /** What these people are called. */
  namesOf(accounts: readonly AccountId[]): Names {
    return this.#self() === null ? {} : namesOf(this.#sql, accounts);
  }

  override async alarm(): Promise<void> {
    const now = Date.now();
    const due = this.#alarms.take(now);
    clocksRang(due, { sql: this.#sql, now, par: null }, this.#stores);
    if (due.includes("masque")) forgetOldBytes(this.ctx.storage);
    if (due.includes("mail")) await this.#stores.mails.sendDue(Date.now);
    await this.#tellAll();
    if (due.includes("masque")) await overwriteJournal(this.ctx.storage);
  }

  /** An account is no more, and said so before it was known here. */
  #close(account: AccountId): void {
    const world = this.#worldOf(account);
    if (world !== null) this.#carryOut(world, () => hearAccount(world, Number.MAX_SAFE_INTEGER, null));
  }

  async #andTell<Answer, Code extends string>(
    by: AccountId,
    work: (world: World) => Result<Answer, Code>,
  ): Promise<Result<Answer, Code | "introuvable">> {
    const world = this.#worldOf(by);
    if (world === null) return refuse("introuvable");
    const result = work(world);
    await this.#tellAll();
    return result;
  }

  #carryOut<Answer, Code extends string>(
    { sql, now, by }: World,
    work: Parameters<typeof carryOut<Answer, Code>>[2],
  ): Result<Answer, Code> {
    return carryOut({ sql, now, par: by }, this.#stores, work);
  }

  #worldOf(by: AccountId): World | null {
    const self = this.#self();
    if (self === null) return null;
    return {
      sql: this.#sql,
      self,
      by,
      now: Date.now(),
      random: (length) => crypto.getRandomValues(new Uint8Array(length)),
      publicUrl: this.env.PUBLIC_URL,
      codeDigest: this.#codeDigest(self),
      failedMails: this.#failedMails,
    };
  }

  #codeDigest({ id }: Identite): (code: string) => string {
    return (code) => keyedHash(this.env.SESSION_KEY, "atelier", `${id} ${code}`);
  }

  #self(): Identite | null {
    return readIdentite(this.#sql);
  }

  /** Others, and readers of the plan: each for a moment at most. */
  async #tellAll(): Promise<void> {
    await Promise.all([this.#tellings.tellAll(), this.#plan.deliver()]);
  }
}
