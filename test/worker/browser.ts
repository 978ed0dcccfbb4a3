import { SELF } from "cloudflare:test";
import { ORIGIN } from "./signed-in.ts";

/** A browser: it keeps the one cookie, and says where its requests come from. */
export class Browser {
  cookie = "";
  readonly userAgent: string;

  constructor(userAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0") {
    this.userAgent = userAgent;
  }

  async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const response = await SELF.fetch(`${ORIGIN}${path}`, {
      method,
      redirect: "manual",
      headers: { origin: ORIGIN, "user-agent": this.userAgent, cookie: this.cookie, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const given = response.headers.get("set-cookie")?.split(";")[0];
    if (given !== undefined) this.cookie = given;
    return response;
  }

  /** The status, and the refusal when it is one. */
  async outcome(method: string, path: string, body?: unknown): Promise<string> {
    const response = await this.ask(method, path, body);
    const text = await response.text();
    const refus = /"refus":"(\w+)"/.exec(text)?.[1];
    return refus === undefined ? String(response.status) : `${response.status} ${refus}`;
  }

  /** Who the server says that this is; null when it knows nobody. */
  async name(): Promise<string | null> {
    const response = await this.ask("GET", "/api/session");
    if (response.status !== 200) return null;
    return (await response.json<{ account: { nom: string } }>()).account.nom;
  }
}

/** A mail in the outbox of the demonstration, as its page shows it. */
export interface ShownMail {
  readonly subject: string;
  readonly to: string;
  readonly text: string;
  /** The token of its link and the digits of its code, where it has them. */
  readonly token: string | null;
  readonly code: string | null;
}

/** The mails to this address, the newest first. */
export async function mailsTo(adresse: string): Promise<ShownMail[]> {
  const page = await (await SELF.fetch(`${ORIGIN}/demo/courrier`)).text();
  return [...page.matchAll(/<article>([\s\S]*?)<\/article>/g)]
    .map(([, article = ""]) => ({
      subject: /<h2>(.*?)<\/h2>/.exec(article)?.[1] ?? "",
      to: /<strong>(.*?)<\/strong>/.exec(article)?.[1] ?? "",
      text: article,
      token: /<a href="[^"]*\/connexion\/lien#([^"]+)"/.exec(article)?.[1] ?? null,
      code: /\b(\d{4}) (\d{4})\b/.exec(article)?.slice(1).join("") ?? null,
    }))
    .filter(({ to }) => to === adresse);
}

/** Waits until this address has had so many mails; the newest. Mails leave after the answer to who asked for them. */
export async function mailTo(adresse: string, count = 1): Promise<ShownMail> {
  for (let round = 0; round < 200; round++) {
    const mails = await mailsTo(adresse);
    if (mails.length >= count && mails[0] !== undefined) return mails[0];
    await scheduler.wait(20);
  }
  throw new Error(`no mail number ${count} came`);
}

/** Time for whatever would come to have come. */
export function quiet(): Promise<void> {
  return scheduler.wait(150);
}
