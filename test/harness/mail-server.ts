import { EventEmitter, once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";

/** A mail as a real server received it. */
export interface ReceivedMail {
  /** Of the envelope: whom the server was told to give it to. */
  readonly from: string;
  readonly to: readonly string[];
  /** One string a header, unfolded. */
  readonly headers: readonly string[];
  /** Decoded. */
  readonly text: string;
  /** Whether the conversation was encrypted when it came, and as whom the sender was known. */
  readonly secure: boolean;
  readonly user: string | null;
}

export interface MailServer {
  readonly port: number;
  readonly mails: readonly ReceivedMail[];
  /** Waits for the newest mail to this address, when it has so many. */
  readonly mailTo: (adresse: string, count?: number) => Promise<ReceivedMail>;
  readonly stop: () => Promise<void>;
}

/** Where nobody has a mailbox: a server refuses every address there for good. */
export const NOWHERE = "@nulle-part.example";

/** A real SMTP server on the loopback, on a free port unless told; without options no password and no encryption. */
export async function startMailServer(
  options: SMTPServerOptions = { authOptional: true, disabledCommands: ["AUTH", "STARTTLS"] },
  listenOn = 0,
): Promise<MailServer> {
  const mails: ReceivedMail[] = [];
  const byAdresse = new Map<string, ReceivedMail[]>();
  const arrivals = new EventEmitter().setMaxListeners(0);
  const server = new SMTPServer({
    onAuth: ({ username, password }, _session, callback) =>
      password === "sésame" ? callback(null, { user: username ?? "" }) : callback(new Error("Invalid login")),
    onRcptTo({ address }, _session, callback) {
      if (!address.endsWith(NOWHERE)) return callback();
      callback(Object.assign(new Error("no such user"), { responseCode: 550 }));
    },
    onData(stream, session, callback) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        const [head = "", ...body] = Buffer.concat(parts).toString("utf8").split("\r\n\r\n");
        const mail: ReceivedMail = {
          from: mailFrom === false ? "" : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          headers: head.replace(/\r\n[ \t]+/g, " ").split("\r\n"),
          text: fromQuotedPrintable(body.join("\r\n\r\n")),
          secure: session.secure,
          user: session.user ?? null,
        };
        mails.push(mail);
        for (const adresse of mail.to) {
          byAdresse.set(adresse, [...(byAdresse.get(adresse) ?? []), mail]);
          arrivals.emit(adresse);
        }
        callback();
      });
    },
    ...options,
  });
  // A client that leaves in the middle is not this server's concern.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(listenOn, "127.0.0.1", () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    mails,
    mailTo: async (adresse, count = 1) => {
      for (;;) {
        const found = byAdresse.get(adresse) ?? [];
        const newest = found.at(-1);
        if (found.length >= count && newest !== undefined) return newest;
        await once(arrivals, adresse);
      }
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function fromQuotedPrintable(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8").replaceAll("\r\n", "\n");
}

/** The token of the link and the digits of the code in the text of a mail to sign in. */
export function entryIn(text: string): { readonly token: string; readonly code: string } {
  const token = /\/connexion\/lien#(\S+)/.exec(text)?.[1];
  const code = /^ {4}(\d{4}) (\d{4})$/m.exec(text);
  if (token === undefined) throw new Error("a mail without a link");
  return { token, code: code === null ? "" : `${code[1]}${code[2]}` };
}
