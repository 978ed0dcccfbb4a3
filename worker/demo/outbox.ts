import type { Mail, Mailer } from "../mail/mail.ts";

/** A mail of the demonstration, which went nowhere. */
export interface KeptMail extends Mail {
  /** Milliseconds since 1970. */
  readonly at: number;
}

const KEPT_MAX = 200;

/** In memory: a demonstration runs in one process, and what it holds may be erased. */
const kept: KeptMail[] = [];

/** The way out of the demonstration: the mails that `/demo/courrier` shows. */
export const outbox: Mailer = {
  send(mail) {
    kept.unshift({ ...mail, at: Date.now() });
    kept.length = Math.min(kept.length, KEPT_MAX);
    return Promise.resolve();
  },
};

/** What the outbox holds, the newest first. */
export function keptMails(): readonly KeptMail[] {
  return kept;
}
