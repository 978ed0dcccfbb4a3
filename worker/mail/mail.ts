import type { Adresse } from "../../shared/domain/adresse.ts";
import { parseAdresse } from "../../shared/domain/adresse.ts";
import type { MailFailure } from "../../shared/protocol/bodies/account.ts";

/** A mail as it is kept and sent: plain text, for one person. */
export interface Mail {
  readonly to: Adresse;
  /** One line. */
  readonly subject: string;
  readonly text: string;
  /** Of a mail that comes again and again: the whole address that ends such mails. A queue does not keep it. */
  readonly stop?: string;
}

/** The way out of this instance for mails: one port, whatever is behind it. */
export interface Mailer {
  /** Resolves once somebody else answers for the mail; rejects with a `MailError`. */
  send(mail: Mail): Promise<void>;
}

/** Why a mail was not sent. Its message is a code: what a server said may hold addresses, and errors reach the log. */
export class MailError extends Error {
  readonly failure: MailFailure;
  /** Whether the same mail may go through later. */
  readonly passing: boolean;
  /** Whether it may have left all the same: nobody answered once it was said. */
  readonly maybeSent: boolean;

  constructor(failure: MailFailure, passing: boolean, detail: string, maybeSent = false) {
    super(`mail: ${failure} (${detail})`);
    this.failure = failure;
    this.passing = passing;
    this.maybeSent = maybeSent;
  }
}

/** Characters that end a line or a header, or that change how a line reads. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Longer subjects are cut by the programs that show them. */
const SUBJECT_MAX = 150;

/**
 * Throws a lasting `MailError` when something in a header or an address could become another line: called before any
 * sender, and so before any library, sees the mail.
 */
export function checkMail(mail: Mail): void {
  if (parseAdresse(mail.to) !== mail.to) throw new MailError("mal_forme", false, "recipient");
  if (mail.subject === "" || mail.subject.length > SUBJECT_MAX || CONTROL.test(mail.subject)) {
    throw new MailError("mal_forme", false, "subject");
  }
  if (mail.stop !== undefined && !/^https?:\/\/[^\s<>]+$/.test(mail.stop))
    throw new MailError("mal_forme", false, "stop");
  if (/[^\P{Cc}\n]/u.test(mail.text)) throw new MailError("mal_forme", false, "text");
}
