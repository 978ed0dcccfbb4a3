import type { AccountId } from "../../shared/ids.ts";
import { Alarms } from "../durable/alarms.ts";
import { isCreated } from "../durable/migrate.ts";
import { Tellings } from "../durable/tellings.ts";
import type { Env } from "../env.ts";
import { MailQueue } from "../mail/queue.ts";
import { sendMail } from "../mail/way-out.ts";
import { AdresseChange } from "./adresse-change.ts";
import { Memberships } from "./memberships.ts";
import { OwnAdresses } from "./own-adresses.ts";
import { Profile, type Standing } from "./profile.ts";
import { Reminders } from "./reminders.ts";
import { Sessions } from "./sessions.ts";
import { SignIn } from "./sign-in.ts";
import { type Owed, tellOther } from "./tell-other.ts";

/** What an account is made of, over one storage. */
export class AccountParts {
  readonly env: Env;
  readonly storage: DurableObjectStorage;
  readonly alarms: Alarms<"tell" | "mail" | "join" | "rappel" | "oubli">;
  readonly tellings: Tellings<Owed["target"], Owed["subject"]>;
  readonly mails: MailQueue;
  readonly profile: Profile;
  readonly adresses: OwnAdresses;
  readonly memberships: Memberships;
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  readonly change: AdresseChange;
  readonly reminders: Reminders;

  constructor(storage: DurableObjectStorage, env: Env) {
    const { sql } = storage;
    this.env = env;
    this.storage = storage;
    this.alarms = new Alarms(storage);
    this.tellings = new Tellings(
      sql,
      (owed) => tellOther(env, owed, this.profile),
      (delay) => this.alarms.setAtLatest("tell", Date.now() + delay),
    );
    this.mails = new MailQueue(sql, {
      send: (mail) => sendMail(env, mail),
      ring: (at) => (at === null ? this.alarms.cancel("mail") : this.alarms.setAtLatest("mail", at)),
      chance: Math.random,
    });
    this.profile = new Profile(sql);
    this.adresses = new OwnAdresses(sql);
    this.memberships = new Memberships(sql);
    // A session ends once: whichever number will do.
    this.sessions = new Sessions(sql, (session, document) => this.tellings.owe(document, session, 1));
    this.signIn = new SignIn(sql);
    this.change = new AdresseChange(sql);
    this.reminders = new Reminders(
      sql,
      (at) => (at === null ? this.alarms.cancel("rappel") : this.alarms.setAtLatest("rappel", at)),
      () => this.memberships.all(),
    );
  }

  /** What this account is; null when it was never made. */
  standing(): Standing | null {
    return isCreated(this.storage.sql) ? this.profile.standing() : null;
  }

  /** Whose account this is, while it is somebody's. */
  owner(): { readonly id: AccountId; readonly nom: string } | null {
    const standing = this.standing();
    return standing?.etat === "ouvert" ? standing : null;
  }

  /** One transaction. */
  write<Answer>(write: () => Answer): Answer {
    return this.storage.transactionSync(write);
  }

  /** One transaction, and at once the words that it owes to others. */
  async writeAndTell<Answer>(write: () => Answer): Promise<Answer> {
    const answer = this.write(write);
    await this.tellings.tellAll();
    return answer;
  }

  /** Inside a transaction: every contrat of the person must hear what they are called now. */
  oweName(): void {
    for (const contrat of this.memberships.all()) this.tellings.owe(`contrat:${contrat}`, "nom", this.profile.number());
  }
}
