import { DurableObject } from "cloudflare:workers";
import type { Adresse } from "../../shared/domain/adresse.ts";
import type { AccountId, ContratId, DocumentId, SessionId } from "../../shared/ids.ts";
import type { AccountBody, AdresseChangeBody, OwnDataBody } from "../../shared/protocol/bodies/account.ts";
import type { ToldAttentes } from "../../shared/protocol/bodies/attentes.ts";
import type { OpenSession } from "../../shared/protocol/bodies/auth.ts";
import { ok, type Result, refuse } from "../../shared/result.ts";
import { FORGET_AFTER_MS, forgetOldBytes, overwriteJournal } from "../durable/forget.ts";
import { isCreated, migrate } from "../durable/migrate.ts";
import type { Env } from "../env.ts";
import { beginAdresse, confirmAdresse, removeAdresse, shownChange } from "./changing-adresse.ts";
import { close, mayClose, wipe } from "./closing.ts";
import { askToEnter, enter, type Proof } from "./entering.ts";
import { finishJoining, type Inheritance, join, joinInto } from "./joining.ts";
import { migrations } from "./migrations.ts";
import type { NamedAdresse } from "./own-adresses.ts";
import { AccountParts } from "./parts.ts";
import type { Standing } from "./profile.ts";
import { remind } from "./remind.ts";
import type { NewSession } from "./sessions.ts";

/** Who a session belongs to. */
export interface SessionAccount {
  readonly id: AccountId;
  readonly nom: string;
  readonly session: SessionId;
}

/** One person: name, addresses, sessions, and what lets them in. A door. */
export class AccountObject extends DurableObject<Env> {
  readonly #parts: AccountParts;

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env);
    this.#parts = new AccountParts(ctx.storage, env);
    if (isCreated(ctx.storage.sql)) ctx.storage.transactionSync(() => migrate(ctx.storage.sql, migrations));
  }

  /**
   * Makes the account, once; a second call changes nothing. The account to use: this one, or the one that it was joined
   * to; null when it was closed, for ever.
   */
  create(id: AccountId, nom: string, adresse?: NamedAdresse): AccountId | null {
    const { sql } = this.ctx.storage;
    this.#parts.write(() => {
      if (isCreated(sql)) return;
      migrate(sql, migrations);
      this.#parts.profile.create({ etat: "ouvert", id, nom });
      if (adresse !== undefined) this.#parts.adresses.add(adresse, Date.now());
    });
    const standing = this.#parts.profile.standing();
    if (standing.etat === "joint") return standing.into;
    return standing.etat === "ouvert" ? standing.id : null;
  }

  /** What this account is; null when there is none. `nameOf` follows it to the name that people read. */
  standing(): Standing | null {
    return this.#parts.standing();
  }

  /**
   * A contrat says that this person is of it: what to call them, with the number that `hearAccount` goes on from, and under
   * which accounts they may have been of it before.
   */
  addMembership(
    contrat: ContratId,
  ): { readonly nom: string; readonly number: number; readonly joints: readonly AccountId[] } | null {
    const owner = this.#parts.owner();
    if (owner === null) return null;
    this.#parts.write(() => {
      this.#parts.memberships.add(contrat);
      this.#parts.reminders.look(Date.now());
    });
    return { nom: owner.nom, number: this.#parts.profile.number(), joints: this.#parts.profile.joined() };
  }

  /** A contrat says that this person is of it no more. */
  removeMembership(contrat: ContratId): void {
    if (this.#parts.owner() === null) return;
    this.#parts.write(() => {
      this.#parts.memberships.remove(contrat);
      this.#parts.reminders.forget(contrat, Date.now());
    });
  }

  /** A contrat says what waits for this person there: a mail may say so, see `reminders.ts`. */
  hearAttentes(number: number, told: ToldAttentes): void {
    if (this.#parts.owner() !== null) this.#parts.write(() => this.#parts.reminders.hear(number, told, Date.now()));
  }

  /** Words that it was told of were masked since: what is left of them in its storage is written over soon. */
  forget(): void {
    const { storage, alarms } = this.#parts;
    if (isCreated(storage.sql)) alarms.setAtLatest("oubli", Date.now() + FORGET_AFTER_MS);
  }

  /** Whether such mails are wanted. */
  remind(wanted: boolean): void {
    if (this.#parts.owner() !== null) this.#parts.write(() => this.#parts.reminders.turn(wanted, Date.now()));
  }

  /** The contrats that this person is of. */
  memberships(): ContratId[] {
    return this.#parts.owner() === null ? [] : this.#parts.memberships.all();
  }

  /** Somebody asks to sign in with this address, by its name: a mail leaves, unless enough did. */
  askToEnter(name: string): void {
    askToEnter(this.#parts, name, Date.now());
  }

  /** Opens a session for whoever has the proof; when it ends, in milliseconds since 1970, or null. */
  enter(proof: Proof, session: NewSession): Promise<number | null> {
    return enter(this.#parts, proof, session, Date.now());
  }

  /** Whose session this is, or null when there is none, or it ended. */
  getSession(digest: string): SessionAccount | null {
    const owner = this.#parts.owner();
    const session = owner === null ? null : this.#parts.sessions.find(digest, Date.now());
    return owner === null || session === null ? null : { id: owner.id, nom: owner.nom, session };
  }

  /** A document is about to be opened in this session: it will be told of its end. False when it ended meanwhile. */
  noteOpen(session: SessionId, document: DocumentId): boolean {
    return this.#parts.owner() !== null && this.#parts.sessions.noteOpen(session, document, Date.now());
  }

  /** The sessions that stand, the newest first. */
  sessions(): Omit<OpenSession, "courante">[] {
    return this.#parts.owner() === null ? [] : this.#parts.sessions.list(Date.now());
  }

  /** Ends a session; its sockets are closed before this answers, or later where a document does not answer. */
  async closeSession(digest: string): Promise<void> {
    if (this.#parts.owner() === null) return;
    await this.#parts.writeAndTell(() => this.#parts.sessions.endByDigest(digest));
  }

  /** The same by the session's id; false when there is none. */
  async closeSessionById(session: SessionId): Promise<boolean> {
    if (this.#parts.owner() === null) return false;
    return this.#parts.writeAndTell(() => this.#parts.sessions.endById(session));
  }

  /** The same for all but this one. */
  async closeOtherSessions(session: SessionId): Promise<void> {
    if (this.#parts.owner() === null) return;
    await this.#parts.writeAndTell(() => this.#parts.sessions.endOthers(session));
  }

  /** The account as its owner sees it. */
  shown(): AccountBody | null {
    const owner = this.#parts.owner();
    if (owner === null) return null;
    return {
      id: owner.id,
      nom: owner.nom,
      adresses: this.#parts.adresses.shown(),
      changement: shownChange(this.#parts, Date.now()),
      courrielsEnEchec: this.#parts.mails.failures(),
      rappels: this.#parts.reminders.areOn(),
    };
  }

  /** Everything that is kept here about the person; their contrats are asked apart. */
  data(): Omit<OwnDataBody, "contrats"> | null {
    const shown = this.shown();
    if (shown === null) return null;
    const now = Date.now();
    return {
      format: "coaction/mes-donnees/1",
      faitLe: now,
      compte: { id: shown.id, nom: shown.nom, comptesJoints: this.#parts.profile.joined() },
      adresses: shown.adresses,
      changementAdresse: shown.changement,
      sessions: this.#parts.sessions.list(now),
      demandesDeConnexion: this.#parts.signIn.asked(now),
      courriels: this.#parts.mails.all(),
      rappels: this.#parts.reminders.kept(),
    };
  }

  /** Another name, in `parsePersonName`'s form; the person's contrats hear of it. */
  async rename(nom: string): Promise<void> {
    if (this.#parts.owner() === null) return;
    await this.#parts.writeAndTell(() => {
      this.#parts.profile.rename(nom);
      this.#parts.oweName();
    });
  }

  /** The person saw that this mail could not be sent. */
  forgetMail(id: number): void {
    if (this.#parts.owner() !== null) this.#parts.write(() => this.#parts.mails.forget(id));
  }

  /** See `changing-adresse.ts`. */
  beginAdresse(added: NamedAdresse, replaces: Adresse | null): ReturnType<typeof beginAdresse> {
    return beginAdresse(this.#parts, added, replaces, Date.now());
  }

  /** See `changing-adresse.ts`. */
  confirmAdresse(code: string): Promise<Result<AdresseChangeBody, "code_refuse">> {
    return confirmAdresse(this.#parts, code, Date.now());
  }

  /** See `changing-adresse.ts`. */
  removeAdresse(adresse: Adresse): ReturnType<typeof removeAdresse> {
    return removeAdresse(this.#parts, adresse, Date.now());
  }

  /** Joins the account that the confirmed address opens: it becomes another name of this one. */
  async join(): Promise<Result<null, "jonction_impossible">> {
    return (await join(this.#parts, Date.now())) ? ok(null) : refuse("jonction_impossible");
  }

  /** The other side of it: see `joining.ts`. */
  joinInto(account: AccountId): Promise<Inheritance | null> {
    return joinInto(this.#parts, account, Date.now());
  }

  /** The account that this one was joined to has what it left: nothing else stays. Rejects when it is too early. */
  async forgetJoined(): Promise<void> {
    if (!(await wipe(this.#parts))) throw new Error("others must hear of it first");
  }

  /** Closes the account for ever, unless nobody would be left to administer the instance or coordinate a contrat. */
  async close(): ReturnType<typeof mayClose> {
    const may = await mayClose(this.#parts);
    if (may.ok) await close(this.#parts);
    return may;
  }

  override async alarm(): Promise<void> {
    const due = this.#parts.alarms.take(Date.now());
    if (due.includes("oubli")) forgetOldBytes(this.ctx.storage);
    if (due.includes("tell")) await this.#parts.tellings.tellAll();
    if (due.includes("join")) await finishJoining(this.#parts, Date.now());
    const now = () => Date.now();
    // Whoever waits for a mail to sign in waits for no other.
    await Promise.all([
      due.includes("mail") ? this.#parts.mails.sendDue(now) : null,
      due.includes("rappel") ? remind(this.#parts, now) : null,
    ]);
    if (this.#parts.standing()?.etat === "ferme") await wipe(this.#parts);
    if (due.includes("oubli")) await overwriteJournal(this.ctx.storage);
  }
}
