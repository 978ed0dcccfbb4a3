import { type Accessor, createSignal, untrack } from "solid-js";
import type { SessionBody } from "../../shared/protocol/http-bodies.ts";
import type { Api, ApiRefusal, ApiResult } from "../api/client.ts";

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
  /** The server said that nobody is signed in. */
  lost(): void;
}

/** The session of this page. `onChange` is called each time that another person, or nobody, is here. */
export function createSessionStore(api: Api, onChange: () => void): SessionStore {
  const [state, setState] = createSignal<SessionState>({ kind: "loading" });

  function become(next: SessionState): void {
    const before = untrack(state);
    // The first answer changes nobody: what was asked along with it stays.
    if (before.kind !== "loading" && personOf(before) !== personOf(next)) onChange();
    setState(next);
  }

  async function load(): Promise<void> {
    const result = await api.session();
    if (result.ok) become({ kind: "present", session: result.value });
    else if (result.code === "session_absente") become({ kind: "absent", left: false });
    else become({ kind: "unreachable", code: result.code });
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
      if (result.ok) become({ kind: "absent", left: true });
      return result;
    },
    lost() {
      if (untrack(state).kind !== "absent") become({ kind: "absent", left: false });
    },
  };
}

function personOf(state: SessionState): string | null {
  return state.kind === "present" ? state.session.account.id : null;
}
