import type { MailState } from "../../shared/protocol/http-bodies.ts";
import type { Env } from "../env.ts";
import { checkMail, type Mail, MailError, type Mailer } from "./mail.ts";
import { mailerOf, mailWayOf } from "./settings.ts";

/** Of this Worker's module: null until a mail was tried. */
let lastWorked: boolean | null = null;

let replacement: Mailer | null = null;

/** Has every mail go elsewhere than the settings say: the demonstration's outbox, which a real bundle does not hold. */
export function replaceMailer(mailer: Mailer): void {
  replacement = mailer;
}

/** Checks a mail and sends it the way that the settings chose; rejects with a `MailError`. */
export async function sendMail(env: Env, mail: Mail): Promise<void> {
  checkMail(mail);
  const mailer = replacement ?? mailerOf(env);
  if (mailer === null) throw new MailError("sans_courriel", true, "no way out is set");
  try {
    await mailer.send(mail);
    lastWorked = true;
  } catch (error) {
    // A recipient that does not exist says nothing about the way out.
    if (error instanceof MailError && error.passing) lastWorked = false;
    throw error;
  }
}

/** Whether mails leave, as far as this Worker saw since it started. */
export function mailState(env: Env): MailState {
  if (replacement === null && mailWayOf(env) === "aucun") return "aucun";
  if (lastWorked === null) return "inconnu";
  return lastWorked ? "fonctionne" : "en_panne";
}
