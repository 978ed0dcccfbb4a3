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

export type ApiResult<Body> = Result<Body, ApiRefusal>;

/** Every request the pages make. Nothing here throws for what may happen by nature. */
export interface Api {
  session(): Promise<ApiResult<SessionBody>>;
  endSession(): Promise<ApiResult<null>>;
  personas(): Promise<ApiResult<PersonasBody>>;
  enterAs(persona: string): Promise<ApiResult<null>>;
  contrats(): Promise<ApiResult<ContratsBody>>;
  contrat(slug: string): Promise<ApiResult<ContratWithFiches>>;
  /** `fiche`: an id, or the short one that addresses end with. */
  fiche(slug: string, fiche: string): Promise<ApiResult<FicheBody>>;
}

export interface ApiOptions {
  /** The browser's own, or a test's. */
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>;
  /** Called when the server answers that nobody is signed in, whatever was asked. */
  readonly onSessionLost: () => void;
}

/** The requests, over the given network. */
export function createApi(options: ApiOptions): Api {
  async function request<Body>(method: "GET" | "POST" | "DELETE", path: string, body?: unknown) {
    const result = await exchange<Body>(options.fetch, method, path, body);
    if (!result.ok && result.code === "session_absente") options.onSessionLost();
    return result;
  }
  const demo = (persona: string): DemoSessionBody => ({ persona });
  return {
    session: () => request<SessionBody>("GET", apiPaths.session),
    endSession: async () => withoutBody(await request("DELETE", apiPaths.session)),
    personas: () => request<PersonasBody>("GET", apiPaths.personas),
    enterAs: async (persona) => withoutBody(await request("POST", apiPaths.demoSession, demo(persona))),
    contrats: () => request<ContratsBody>("GET", apiPaths.contrats),
    contrat: (slug) => request<ContratWithFiches>("GET", apiPaths.contrat(encodeURIComponent(slug))),
    fiche: (slug, fiche) =>
      request<FicheBody>("GET", apiPaths.fiche(encodeURIComponent(slug), encodeURIComponent(fiche))),
  };
}

async function exchange<Body>(
  fetch: ApiOptions["fetch"],
  method: string,
  path: string,
  body: unknown,
): Promise<ApiResult<Body>> {
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
  return refuse(refusalIn(json));
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

function refusalIn(json: unknown): ApiRefusal {
  if (typeof json !== "object" || json === null || !("refus" in json)) return "reponse_illisible";
  const code = json.refus;
  return typeof code === "string" && isHttpRefusal(code) ? code : "reponse_illisible";
}

function isHttpRefusal(code: string): code is HttpRefusal {
  return Object.hasOwn(HTTP_REFUSALS, code);
}
