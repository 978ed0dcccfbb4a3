import { createContext, useContext } from "solid-js";
import type { ContratsBody, ContratWithFiches, FicheBody, PersonasBody } from "../../shared/protocol/http-bodies.ts";
import { type AskServer, createApi, createAsk } from "../api/client.ts";
import { createKeptAnswers } from "./kept-answers.ts";
import { createRemoteCache, type RemoteCache } from "./remote.ts";
import { createSessionStore, type SessionStore } from "./session-store.ts";

/** What every screen may use: who is here, and what the server said. */
export interface App {
  /** Asks the server, for the screens that keep nothing beyond their own life. */
  readonly ask: AskServer;
  readonly session: SessionStore;
  readonly personas: RemoteCache<PersonasBody>;
  readonly contrats: RemoteCache<ContratsBody>;
  readonly contrat: RemoteCache<ContratWithFiches, "acces_retire">;
  readonly fiche: RemoteCache<FicheBody>;
}

/** The key of caches that hold one thing. */
export const ONLY = "";

/** The key of a fiche: the contrat's slug and the short id that its address ends with. */
export function ficheKey(slug: string, short: string): string {
  return `${slug}/${short}`;
}

/** The stores over the browser's network. Everything is forgotten when another person comes. */
export function createApp(): App {
  const ask = createAsk({
    fetch: (path, init) => window.fetch(path, init),
    onSessionLost: () => session.lost(),
  });
  const api = createApi(ask);
  const kept = createKeptAnswers();
  const session = createSessionStore(
    api,
    () => {
      contrats.clear();
      contrat.clear();
      fiche.clear();
    },
    kept,
  );
  const contrat = createRemoteCache((slug) => api.contrat(slug), Date.now, kept.of("contrat"));
  const contrats = createRemoteCache(
    async () => {
      const result = await api.contrats();
      // The list holds each contrat whole: its page opens without waiting.
      if (result.ok) for (const each of result.value.contrats) contrat.put(each.slug, each);
      return result;
    },
    Date.now,
    kept.of("contrats"),
  );
  const fiche = createRemoteCache(
    (key) => {
      const cut = key.lastIndexOf("/");
      return api.fiche(key.slice(0, cut), key.slice(cut + 1));
    },
    Date.now,
    kept.of("fiche"),
  );
  window.addEventListener("online", session.confirm);
  return { ask, session, contrats, contrat, fiche, personas: createRemoteCache(() => api.personas()) };
}

export const AppContext = createContext<App>();

/** The stores, anywhere below `main.tsx`. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (app === undefined) throw new Error("useApp is called outside AppContext");
  return app;
}
