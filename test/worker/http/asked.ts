import { runInDurableObject, SELF } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { type AccountId, parseId } from "../../../shared/ids.ts";
import { demonstration } from "../../../worker/demo/data.ts";
import { ORIGIN } from "../signed-in.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed when it is JSON. */
  readonly body: unknown;
}

/** A request as a page of this instance sends it; `cookie` may be empty. */
export async function ask(
  method: string,
  path: string,
  cookie: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await SELF.fetch(`${ORIGIN}${path}`, {
    method,
    redirect: "manual",
    headers: { origin: ORIGIN, ...(cookie !== "" && { cookie }), ...headers },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = response.headers.get("content-type")?.startsWith("application/json") === true;
  return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
}

/** The status and, for a refusal, its code. */
export async function verdict(...request: Parameters<typeof ask>): Promise<string> {
  const { status, body } = await ask(...request);
  const refus = typeof body === "object" && body !== null && "refus" in body ? ` ${String(body.refus)}` : "";
  return `${status}${refus}`;
}

/** The cookie that an answer gives. */
export function cookieOf({ headers }: Answer): string {
  return (headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}

/** A contrat of the story. */
export function storyOf(slug: string) {
  const contrat = demonstration.contrats.find((each) => each.slug === slug);
  if (contrat === undefined) throw new Error(`no contrat ${slug}`);
  return contrat;
}

export function personaId(slug: string): AccountId {
  const id = parseId<AccountId>(demonstration.personas.find((each) => each.slug === slug)?.id ?? "");
  if (id === null) throw new Error(`no persona « ${slug} »`);
  return id;
}

/** The tokens of the invitations whose mail a contrat has not sent yet, by address. */
export function waitingTokens(contratId: string): Promise<Map<string, string>> {
  return runInDurableObject(env.CONTRAT.getByName(contratId), (_, { storage }) => {
    const rows = storage.sql
      .exec<{ recipient: string; body: string }>("SELECT recipient, body FROM mail_texts")
      .toArray();
    return new Map(rows.map(({ recipient, body }) => [recipient, /#([0-9a-z]+)/.exec(body)?.[1] ?? ""]));
  });
}
