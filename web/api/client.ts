import type {
  ContratsBody,
  ContratWithFiches,
  DemoSessionBody,
  FicheBody,
  PersonasBody,
  SessionBody,
} from "../../shared/protocol/http-bodies.ts";
import { apiPaths } from "../../shared/protocol/paths.ts";
import { HTTP_REFUSALS, type HttpRefusal } from "../../shared/protocol/refusals.ts";
import { ok, type Result, refuse } from "../../shared/result.ts";

/** Why a request brought nothing: what the server said, or that it could not be heard. */
export type ApiRefusal =
  | HttpRefusal
  /** No answer: the network, or the server, is not there. */
  | "hors_ligne"
  /** An answer that is not our server's (the sign-in page of a hotel's network, a proxy's error). */
  | "reponse_illisible";

/** Whether the same request may succeed later as it is: then what was known before still holds. */
export function isPassing(
  code: string,
): code is "hors_ligne" | "reponse_illisible" | "erreur_interne" | "trop_de_demandes" {
  return (
    code === "hors_ligne" || code === "reponse_illisible" || code === "erreur_interne" || code === "trop_de_demandes"
  );
}

export type ApiResult<Body> = Result<Body, ApiRefusal>;

/** Every request the pages make. Nothing here throws for what may happen by nature. */
export interface Api {
  session(): Promise<ApiResult<SessionBody>>;
  endSession(): Promise<ApiResult<null>>;
  personas(): Promise<ApiResult<PersonasBody>>;
  enterAs(persona: string): Promise<ApiResult<null>>;
  contrats(): Promise<ApiResult<ContratsBody>>;
  /** « acces_retire »: the person was of this contrat and is no more. */
  contrat(slug: string): Promise<Result<ContratWithFiches, ApiRefusal | "acces_retire">>;
  /** `fiche`: an id, or the short one that addresses end with. */
  fiche(slug: string, fiche: string): Promise<ApiResult<FicheBody>>;
}

/**
 * One request and its one verdict. `refusals` is the closed list of what this request may be refused with, beside what
 * any may meet: another code is « reponse_illisible ». `onRefused` is given all that the server said of a refusal.
 */
export type AskServer = <Body, Code extends string = never>(
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  options?: AskOptions<Code>,
) => Promise<Result<Body, ApiRefusal | Code>>;

interface AskOptions<Code extends string> {
  readonly body?: unknown;
  readonly refusals?: Readonly<Record<Code, number>>;
  readonly onRefused?: (json: object) => void;
}

export interface ApiOptions {
  /** The browser's own, or a test's. */
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  /**
   * Called when the server answers to a question that nobody is signed in. Not to an act: what was typed for it stays on
   * the screen, and the person reads why it was not done.
   */
  readonly onSessionLost: () => void;
}

/** Requests over the given network. */
export function createAsk(options: ApiOptions): AskServer {
  return async <Body, Code extends string>(method: string, path: string, asked: AskOptions<Code> = {}) => {
    const result = await exchange<Body, Code>(options.fetch, method, path, asked);
    if (!result.ok && result.code === "session_absente" && method === "GET") options.onSessionLost();
    return result;
  };
}

/** The requests of the pages that everybody loads. */
export function createApi(ask: AskServer): Api {
  const demo = (persona: string): DemoSessionBody => ({ persona });
  return {
    session: () => ask<SessionBody>("GET", apiPaths.session),
    endSession: async () => withoutBody(await ask("DELETE", apiPaths.session)),
    personas: () => ask<PersonasBody>("GET", apiPaths.personas),
    enterAs: async (persona) => withoutBody(await ask("POST", apiPaths.demoSession, { body: demo(persona) })),
    contrats: () => ask<ContratsBody>("GET", apiPaths.contrats),
    contrat: (slug) => ask("GET", apiPaths.contrat(encodeURIComponent(slug)), { refusals: { acces_retire: 403 } }),
    fiche: (slug, fiche) => ask<FicheBody>("GET", apiPaths.fiche(encodeURIComponent(slug), encodeURIComponent(fiche))),
  };
}

async function exchange<Body, Code extends string>(
  fetch: ApiOptions["fetch"],
  method: string,
  path: string,
  { body, refusals, onRefused }: AskOptions<Code>,
): Promise<Result<Body, ApiRefusal | Code>> {
  const init: RequestInit = { method, headers: { accept: "application/json" }, credentials: "same-origin" };
  if (body !== undefined) {
    init.body = JSON.stringify(body);
    init.headers = { accept: "application/json", "content-type": "application/json" };
  }
  let response: Response;
  let text: string;
  try {
    response = await fetch(path, init);
    text = await response.text();
  } catch {
    // `fetch` says nothing more than that the network failed.
    return refuse("hors_ligne");
  }
  if (response.ok && text === "") return ok(null as Body);
  const json = parseJson(text);
  if (json === undefined) return refuse("reponse_illisible");
  // Our own server's answer: typed by the contract in `shared/protocol`, not checked again here.
  if (response.ok) return ok(json as Body);
  if (typeof json === "object" && json !== null) onRefused?.(json);
  return refuse(refusalIn(json, refusals));
}

function withoutBody(result: ApiResult<unknown>): ApiResult<null> {
  return result.ok ? ok(null) : result;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function refusalIn<Code extends string>(
  json: unknown,
  refusals: Readonly<Record<Code, number>> | undefined,
): ApiRefusal | Code {
  if (typeof json !== "object" || json === null || !("refus" in json)) return "reponse_illisible";
  const code = json.refus;
  if (typeof code !== "string") return "reponse_illisible";
  if (isOf(HTTP_REFUSALS, code) || (refusals !== undefined && isOf(refusals, code))) return code;
  return "reponse_illisible";
}

function isOf<Code extends string>(list: Readonly<Record<Code, number>>, code: string): code is Code {
  return Object.hasOwn(list, code);
}
