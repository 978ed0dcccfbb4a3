import type { BrowserContextOptions, Page } from "@playwright/test";
import type { ContratWithFiches } from "../../shared/protocol/http-bodies.ts";
import { test as demonstration, expect } from "./browser-test.ts";
import { type RunningServer, startServer } from "./dev-server.ts";
import { ask, openInstance, type Person } from "./instance.ts";
import { type MailServer, startMailServer } from "./mail-server.ts";

export interface PerInstance {
  /** A real SMTP server on the loopback. */
  readonly post: MailServer;
  /** A real instance, empty, whose mails go there; `openAs(null)` opens its pages. */
  readonly instance: RunningServer;
  /** Its one contrat, at `SLUG`, with nothing in it but a groupe. */
  readonly contrat: OpenedContrat;
  /** Baptiste Riou's invitation to pilot that groupe, by mail to `BAPTISTE`. */
  readonly invited: { readonly id: string; readonly address: string };
  /** A page in a browser of its own that has the session of this person. */
  readonly openAsPerson: (person: Person, options?: BrowserContextOptions) => Promise<Page>;
}

export interface OpenedContrat {
  /** Nolwenn Kerbrat, who opened the instance and coordinates the contrat. */
  readonly nolwenn: Person;
  /** The id of its groupe, which nobody pilots. */
  readonly groupe: string;
}

/** Nolwenn's address. */
export const NOLWENN = "nolwenn@exemple.fr";
/** Baptiste's. */
export const BAPTISTE = "baptiste@exemple.fr";

/** Playwright's `test` against a real instance that begins empty, for each test its own. */
export const test = demonstration.extend<PerInstance>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from this pattern.
  post: async ({}, use) => {
    const post = await startMailServer();
    await use(post);
    await post.stop();
  },
  instance: async ({ post }, use) => {
    const settings = {
      MAIL_FROM: "cls@mairie.example",
      SMTP_HOST: "127.0.0.1",
      SMTP_PORT: String(post.port),
      SMTP_TLS: "aucun",
    };
    const instance = await startServer({ demonstration: false, settings });
    await use(instance);
    await instance.stop();
  },
  baseURL: ({ instance }, use) => use(instance.url),
  contrat: async ({ instance }, use) => {
    const nolwenn = await openInstance(instance, "Nolwenn Kerbrat", NOLWENN);
    await use({ nolwenn, groupe: await foundContrat(nolwenn, NOLWENN) });
  },
  invited: async ({ contrat: { nolwenn, groupe }, post }, use) => {
    const id = await inviteTo(groupe, nolwenn, BAPTISTE, "Baptiste Riou");
    await use({ id, address: await invitationIn(post, BAPTISTE) });
  },
  openAsPerson: async ({ openAs }, use) => {
    await use(async ({ url, cookie }, options) => {
      const page = await openAs(null, options);
      const [name = "", value = ""] = cookie.split(/=(.*)/);
      await page.context().addCookies([{ name, value, url }]);
      return page;
    });
  },
});

export { expectAccessible } from "./accessible.ts";
export { expect } from "./browser-test.ts";

/** The address of the contrat that `foundContrat` makes. */
export const SLUG = "pays-de-l-elorn";

/** A contrat of that administration, coordinated by whoever has this address; the id of its one groupe. */
export async function foundContrat(administration: Person, coordination: string): Promise<string> {
  const nom = "Pays de l’Élorn";
  const made = await ask(administration, "POST", "/api/instance/contrats", { nom, slug: SLUG, coordination });
  expect(made.status).toBe(201);
  return foundGroupe(administration, "Bien vieillir");
}

/** Another groupe of that contrat. */
export async function foundGroupe(coordination: Person, nom: string): Promise<string> {
  const { status, body } = await ask(coordination, "POST", `/api/contrats/${SLUG}/groupes`, { nom });
  expect(status).toBe(201);
  // Our own server's answer: a `CreatedBody`.
  return (body as { readonly id: string }).id;
}

/** So many fiches of this groupe, without a word, under the first axe of that contrat. */
export async function foundFiches(coordination: Person, groupe: string, count: number): Promise<void> {
  // Our own server's answer.
  const contrat = (await ask(coordination, "GET", `/api/contrats/${SLUG}`)).body as ContratWithFiches;
  for (let n = 0; n < count; n++) {
    const path = `/api/contrats/${SLUG}/groupes/${groupe}/fiches`;
    const { status } = await ask(coordination, "POST", path, { axe: contrat.axes[0]?.id });
    expect(status).toBe(201);
  }
}

/** Invites somebody to pilot a groupe; the invitation's id. */
export async function inviteTo(groupe: string, by: Person, adresse: string, nom: string): Promise<string> {
  const path = `/api/contrats/${SLUG}/groupes/${groupe}/invitations`;
  const { status, body } = await ask(by, "POST", path, { adresse, nom, organisation: null, role: "pilote" });
  expect(status).toBe(201);
  // Our own server's answer: a `CreatedBody`.
  return (body as { readonly id: string }).id;
}

/** Where the newest mail to this address, of so many, leads: a path with its secret. */
export async function invitationIn(post: MailServer, adresse: string, count = 1): Promise<string> {
  const { text } = await post.mailTo(adresse, count);
  return /(\/invitation\/\S+#\S+)/.exec(text)?.[1] ?? "";
}
