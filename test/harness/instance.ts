import type { RunningServer } from "./dev-server.ts";

/** Somebody with a session on a real instance. */
export interface Person {
  readonly url: string;
  readonly cookie: string;
}

/** What a request was answered: the body as JSON, or null when it has none. */
export interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

/** A request as a page of this instance makes it. */
export async function ask(
  { url, cookie }: Person,
  method: "GET" | "POST" | "PUT" | "DELETE",
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answered> {
  const response = await fetch(`${url}${path}`, {
    method,
    redirect: "manual",
    headers: { origin: url, "content-type": "application/json", ...(cookie === "" ? {} : { cookie }), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get("content-type")?.startsWith("application/json") === true;
  return { status: response.status, body: isJson ? JSON.parse(text) : null, headers: response.headers };
}

/** Whoever asks without a session. */
export function nobody({ url }: RunningServer): Person {
  return { url, cookie: "" };
}

/** The secret of the one-time address that a server printed, or null when it printed none. */
export function firstAccessOf(server: RunningServer): string | null {
  return /\/premier-acces#(\S+)/.exec(server.output())?.[1] ?? null;
}

/** Opens an empty instance, as whoever started it does: the first of its administration. */
export async function openInstance(server: RunningServer, nom: string, adresse: string): Promise<Person> {
  const jeton = firstAccessOf(server);
  const { status, headers } = await ask(nobody(server), "POST", "/api/instance/premier-acces", { jeton, nom, adresse });
  if (status !== 204) throw new Error(`the instance could not be opened: ${status}`);
  return { url: server.url, cookie: cookieOf(headers) };
}

/** The address of the contrat that `openWithContrat` makes. */
export const ESSAI = "pays-d-essai";

/** Opens an empty instance and makes a contrat in it: Aline Le Goff, who administers the one and coordinates the other. */
export async function openWithContrat(server: RunningServer): Promise<Person> {
  const coordination = "aline@exemple.fr";
  const aline = await openInstance(server, "Aline Le Goff", coordination);
  const made = { nom: "CLS du Pays d’Essai", slug: ESSAI, coordination };
  const { status } = await ask(aline, "POST", "/api/instance/contrats", made);
  if (status !== 201) throw new Error(`the contrat could not be made: ${status}`);
  return aline;
}

/** The cookie that an answer gives, ready to be sent back. */
export function cookieOf(headers: Headers): string {
  return (headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}
