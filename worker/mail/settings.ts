import { type Adresse, parseAdresse } from "../../shared/domain/adresse.ts";
import type { Env } from "../env.ts";
import { cloudflareMailer } from "./cloudflare.ts";
import type { Mailer } from "./mail.ts";
import { type SmtpTls, smtpMailer } from "./smtp.ts";

/** Which way out the settings chose; `aucun`: this instance sends no mail. */
export type MailWay = "smtp" | "cloudflare" | "aucun";

/** SMTP where a host is named, else Cloudflare's binding where it is given; neither without an address to send from. */
export function mailWayOf(env: Env): MailWay {
  if (senderOf(env) === null) return "aucun";
  if (text(env.SMTP_HOST) !== null) return "smtp";
  return env.MAIL === undefined || env.MAIL === null ? "aucun" : "cloudflare";
}

/** The sender that the settings chose, or null. Throws on settings that the launcher would have refused. */
export function mailerOf(env: Env): Mailer | null {
  const from = senderOf(env);
  const way = mailWayOf(env);
  if (from === null || way === "aucun") return null;
  if (way === "cloudflare") return env.MAIL ? cloudflareMailer(env.MAIL, from) : null;
  const port = Number(text(env.SMTP_PORT) ?? "465");
  const user = text(env.SMTP_USER);
  const password = text(env.SMTP_PASSWORD);
  return smtpMailer({
    host: text(env.SMTP_HOST) ?? "",
    port,
    tls: tlsOf(text(env.SMTP_TLS), port),
    login: user === null || password === null ? null : { user, password },
    from,
    name: new URL(env.PUBLIC_URL).hostname,
  });
}

function senderOf(env: Env): Adresse | null {
  return parseAdresse(text(env.MAIL_FROM) ?? "");
}

function tlsOf(given: string | null, port: number): SmtpTls {
  if (given === "implicite" || given === "starttls" || given === "aucun") return given;
  if (given !== null) throw new Error("SMTP_TLS is implicite, starttls or aucun");
  return port === 465 ? "implicite" : "starttls";
}

/** An unset variable is undefined on Cloudflare and null on workerd. */
function text(value: string | null | undefined): string | null {
  return value?.trim() || null;
}
