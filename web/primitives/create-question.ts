import type { Accessor } from "solid-js";
import type { Result } from "../../shared/result.ts";
import type { ApiRefusal } from "../api/client.ts";
import { createRemoteCache, type Remote, useRemote } from "../stores/remote.ts";

/** Something that one screen asks the server, for as long as it is open. */
export interface Question<Value, Code extends string> {
  readonly state: Accessor<Remote<Value, Code>>;
  /** The answer, once there is one. */
  readonly value: Accessor<Value | null>;
  /** Asks again; what is shown stays meanwhile. */
  readonly refresh: () => void;
}

/** Asks at once, and again when the network comes back. Within an owner. */
export function createQuestion<Value, Code extends string>(
  ask: () => Promise<Result<Value, ApiRefusal | Code>>,
): Question<Value, Code> {
  const cache = createRemoteCache<Value, Code>(ask);
  const state = useRemote(cache, () => "");
  return {
    state,
    value: () => {
      const now = state();
      return now.kind === "ready" ? now.value : null;
    },
    refresh: () => cache.refresh(""),
  };
}
