import * as net from "node:net";
import * as tls from "node:tls";
import MailComposer from "nodemailer/lib/mail-composer";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import type { Adresse } from "../../shared/domain/adresse.ts";
import { type Mail, MailError, type Mailer } from "./mail.ts";
import { SENDER_NAME } from "./sender-name.ts";
import { stopHeaders } from "./stop-headers.ts";

/** How the conversation is protected: from its first byte, by a mandatory upgrade, or not at all. */
export type SmtpTls = "implicite" | "starttls" | "aucun";

export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  readonly tls: SmtpTls;
  /** null for a server that knows us by our address. */
  readonly login: { readonly user: string; readonly password: string } | null;
  readonly from: Adresse;
  /** The host that we say we are. */
  readonly name: string;
}

/** How long each step may take, in milliseconds. */
const PATIENCE_MS = 10_000;

/**
 * Sends by SMTP, one connection a mail. The socket is opened here and handed to the library, which would else ask a
 * public resolver for the server's address; the runtime resolves it as the machine does.
 */
export function smtpMailer(settings: SmtpSettings): Mailer {
  return {
    async send(mail) {
      try {
        const message = await compose(settings.from, mail);
        await deliver(settings, mail.to, message);
      } catch (error) {
        throw asMailError(error);
      }
    },
  };
}

async function compose(from: Adresse, mail: Mail): Promise<Uint8Array> {
  const composer = new MailComposer({
    from: { name: SENDER_NAME, address: from },
    to: { name: "", address: mail.to },
    subject: mail.subject,
    text: mail.text,
    // Answered by no absence notice, and not by people either: nobody reads that box.
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All", ...stopHeaders(mail) },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

async function deliver(settings: SmtpSettings, to: Adresse, message: Uint8Array): Promise<void> {
  const { host, port } = settings;
  const secure = settings.tls === "implicite";
  const smtp = new SMTPConnection({
    connection: await openSocket(settings),
    host,
    port,
    secure,
    secured: secure,
    // Without it a server, or whoever stands before it, that hides STARTTLS would be given the password in clear.
    requireTLS: settings.tls === "starttls",
    ignoreTLS: settings.tls === "aucun",
    name: settings.name,
    logger: false,
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  });
  const broken = new Promise<never>((_, reject) => smtp.on("error", reject));
  // Told to whoever waits below; after the last step nobody does.
  broken.catch(() => undefined);
  const step = (begin: (done: (error?: unknown) => void) => void): Promise<unknown> =>
    Promise.race([
      broken,
      new Promise<void>((resolve, reject) => begin((error) => (error ? reject(error) : resolve()))),
    ]);
  let handed = false;
  try {
    await step((done) => smtp.connect(done));
    const { login } = settings;
    if (login !== null) await step((done) => smtp.login({ user: login.user, pass: login.password }, done));
    handed = true;
    await step((done) => smtp.send({ from: settings.from, to: [to] }, message, done));
    smtp.quit();
  } catch (error) {
    smtp.close();
    throw asMailError(error, handed);
  }
}

function openSocket({ host, port, tls: protection }: SmtpSettings): Promise<net.Socket> {
  return new Promise((resolve, reject) => {
    const secure = protection === "implicite";
    const socket = secure ? tls.connect({ host, port, servername: host }) : net.connect({ host, port });
    const timer = setTimeout(() => {
      socket.destroy();
      reject(new Error("no connection in time"));
    }, PATIENCE_MS);
    socket.once(secure ? "secureConnect" : "connect", () => {
      clearTimeout(timer);
      socket.off("error", failed);
      resolve(socket);
    });
    const failed = (error: Error) => {
      clearTimeout(timer);
      reject(error);
    };
    socket.once("error", failed);
  });
}

/**
 * What a server answered: 4xx is « later », 5xx is « never », and no answer at all is a network to try again. `handed`: it
 * had been given the mail, and so may have taken it when it did not answer.
 */
function asMailError(error: unknown, handed = false): MailError {
  if (error instanceof MailError) return error;
  const { responseCode, code, command } = (error ?? {}) as {
    responseCode?: unknown;
    code?: unknown;
    command?: unknown;
  };
  const detail = [code, command, responseCode].filter((part) => typeof part === "string" || typeof part === "number");
  if (typeof responseCode !== "number") return new MailError("injoignable", true, detail.join(" "), handed);
  // A refused password or sender is a setting that somebody will mend; a refused recipient stays refused.
  const recipient = command === "RCPT TO" || command === "DATA";
  return new MailError("refuse", responseCode < 500 || !recipient, detail.join(" "));
}
