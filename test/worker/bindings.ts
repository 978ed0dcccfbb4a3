import type { Env as WorkerEnv } from "../../worker/env.ts";

declare global {
  namespace Cloudflare {
    /** What the tests inside workerd are given: the bindings of the Worker itself. */
    interface Env extends WorkerEnv {}
  }
}
