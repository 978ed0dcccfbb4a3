import type { Adresse } from "../../shared/domain/adresse.ts";
import { MailError, type Mailer } from "./mail.ts";
import { SENDER_NAME } from "./sender-name.ts";
import { stopHeaders } from "./stop-headers.ts";

/** Errors of the binding that are about this recipient: they come back whatever is tried. Others may be mended. */
const LASTING = /^E_RECIPIENT/;

/** Sends through the `send_email` binding of Cloudflare. Its builder form needs no module that workerd lacks. */
export function cloudflareMailer(binding: SendEmail, from: Adresse): Mailer {
  return {
    async send(mail) {
      try {
        await binding.send({
          from: { name: SENDER_NAME, email: from },
          to: mail.to,
          subject: mail.subject,
          text: mail.text,
          headers: { ...stopHeaders(mail) },
        });
      } catch (error) {
        const code =
          error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "unknown";
        if (LASTING.test(code)) throw new MailError("refuse", false, code);
        // A code is an answer; without one, it may have gone.
        throw new MailError("injoignable", true, code, code === "unknown");
      }
    },
  };
}
