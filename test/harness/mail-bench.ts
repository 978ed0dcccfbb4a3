import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type MailServer, startMailServer } from "./mail-server.ts";
import { bundleProgram, type PlainWorkerd, startPlain } from "./plain-workerd.ts";

/** Instances of `worker/programs/accounts.ts` and the mail servers that they send by, for tests that start many. */
export class MailBench {
  #folder = "";
  #bundle = "";
  #running: (() => Promise<unknown>)[] = [];

  async prepare(): Promise<void> {
    this.#folder = await mkdtemp(join(tmpdir(), "coaction-mail-"));
    this.#bundle = await bundleProgram("test/worker/programs/accounts.ts", this.#folder);
  }

  remove(): Promise<void> {
    return rm(this.#folder, { recursive: true, force: true });
  }

  /** Has `stopAll` do this too. */
  stopLater(stop: () => Promise<unknown>): void {
    this.#running.push(stop);
  }

  async stopAll(): Promise<void> {
    for (const stop of this.#running.splice(0).reverse()) await stop();
  }

  async mailServer(...options: Parameters<typeof startMailServer>): Promise<MailServer> {
    const server = await startMailServer(...options);
    this.stopLater(server.stop);
    return server;
  }

  /** An instance that sends by `SMTP_HOST` (localhost unless told), reaches this machine and trusts this authority. */
  start(settings: Readonly<Record<string, string>>, authority?: string): Promise<PlainWorkerd> {
    return this.#start({
      texts: { MAIL_FROM: "cls@mairie.example", SMTP_HOST: "localhost", ...settings },
      outside: { allowed: ["127.0.0.1/32", "::1/128"], authorities: authority === undefined ? [] : [authority] },
    });
  }

  /** The same to which nothing outside is allowed. */
  startCutOff(settings: Readonly<Record<string, string>>): Promise<PlainWorkerd> {
    return this.#start({ texts: settings });
  }

  startWithoutMail(): Promise<PlainWorkerd> {
    return this.#start({});
  }

  async #start(options: Omit<Parameters<typeof startPlain>[0], "bundle">): Promise<PlainWorkerd> {
    const server = await startPlain({ bundle: this.#bundle, ...options });
    this.stopLater(server.stop);
    return server;
  }
}

/** The mails that this person is still owed. */
export async function owedMails(server: PlainWorkerd, adresse: string): Promise<{ enEchec: boolean }[]> {
  return (await fetch(`${server.url}/essai/courriels?adresse=${adresse}`)).json() as Promise<{ enEchec: boolean }[]>;
}
