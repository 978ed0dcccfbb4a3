import { type Accessor, createSignal, untrack } from "solid-js";
import type { SessionBody } from "../../shared/protocol/http-bodies.ts";
import { type Api, type ApiRefusal, type ApiResult, isPassing } from "../api/client.ts";
import type { KeptAnswers } from "./kept-answers.ts";
import { PATIENCE_MS } from "./remote.ts";

/** Who is here. */
export type SessionState =
  | { readonly kind: "loading" }
  /** `left`: the person signed out here, and is not on the way to any page. */
  | { readonly kind: "absent"; readonly left: boolean }
  | { readonly kind: "present"; readonly session: SessionBody }
  /** Nobody knows: the server could not be asked. */
  | { readonly kind: "unreachable"; readonly code: ApiRefusal };

export interface SessionStore {
  readonly state: Accessor<SessionState>;
  /** Asks the server who is here. */
  load(): Promise<void>;
  /** Enters a demonstration as one of its personas. */
  enterAs(persona: string): Promise<ApiResult<null>>;
  /** Signs out; refused when the server could not be told. */
  end(): Promise<ApiResult<null>>;
  /** The network is back: asks again, if the server could not be asked the last time. */
  confirm(): void;
  /** The server said that nobody is signed in. */
  lost(): void;
}

/**
 * The session of this page. `onChange` is called each time that another person, or nobody, is here. While the server
 * does not answer, who was here last is taken to be here: their own device shows them what it kept.
 */
export function createSessionStore(
  api: Api,
  onChange: () => void,
  kept: Pick<KeptAnswers, "session" | "here">,
): SessionStore {
  const [state, setState] = createSignal<SessionState>({ kind: "loading" });
  let asked = 0;
  let isConfirmed = false;

  function become(next: SessionState): void {
    const before = untrack(state);
    // The first answer changes nobody: what was asked along with it stays.
    if (before.kind !== "loading" && personOf(before) !== personOf(next)) onChange();
    setState(next);
  }

  async function load(): Promise<void> {
    asked += 1;
    const turn = asked;
    const recallLater = setTimeout(() => void recall(turn), PATIENCE_MS);
    const result = await api.session();
    clearTimeout(recallLater);
    if (turn !== asked) return;
    isConfirmed = result.ok || !isPassing(result.code);
    if (result.ok) {
      become({ kind: "present", session: result.value });
      kept.here(result.value);
    } else if (result.code === "session_absente") {
      leave(false);
    } else if (untrack(state).kind !== "present" && !(isPassing(result.code) && (await recall(turn)))) {
      if (turn === asked) become({ kind: "unreachable", code: result.code });
    }
  }

  async function recall(turn: number): Promise<boolean> {
    const session = await kept.session();
    if (session === null || turn !== asked || untrack(state).kind === "present") return session !== null;
    become({ kind: "present", session });
    return true;
  }

  function leave(left: boolean): void {
    asked += 1;
    become({ kind: "absent", left });
    kept.here(null);
  }

  return {
    state,
    load,
    async enterAs(persona) {
      const result = await api.enterAs(persona);
      if (result.ok) await load();
      return result;
    },
    async end() {
      const result = await api.endSession();
      if (result.ok) leave(true);
      return result;
    },
    confirm() {
      if (!isConfirmed) void load();
    },
    lost() {
      if (untrack(state).kind !== "absent") leave(false);
    },
  };
}

function personOf(state: SessionState): string | null {
  return state.kind === "present" ? state.session.account.id : null;
}
