import { createApp } from "../app.ts";
import type { Env } from "../env.ts";
import { replaceMailer } from "../mail/way-out.ts";
import { demonstration } from "./data.ts";
import { demoRoutes } from "./demo-routes.ts";
import { loadDemonstration } from "./load.ts";
import { outbox } from "./outbox.ts";
import { outboxPages } from "./outbox-page.ts";

export { AccountObject } from "../account/account-object.ts";
export { AdressesObject } from "../adresse/adresses-object.ts";
export { AnnuaireObject } from "../annuaire/annuaire-object.ts";
export { ContratObject } from "../contrat/contrat-object.ts";
export { DocumentObject } from "../document/document-object.ts";
export { SeuilObject } from "../seuil/seuil-object.ts";

/**
 * The demonstration: the same application and objects with a sign-in by persona, in a bundle of its own that is never
 * deployed. No setting of a real instance can switch it on, since its code is not there.
 */
interface DemoEnv extends Env {
  /** Set by the launcher alone, for a folder that is a demonstration. */
  readonly DEMONSTRATION?: string;
}

const app = createApp({ demonstration: { api: demoRoutes(), pages: outboxPages() } });
replaceMailer(outbox);

let loaded = false;

export default {
  async fetch(request: Request, env: DemoEnv, ctx: ExecutionContext): Promise<Response> {
    if (env.DEMONSTRATION !== "1") return new Response("Cette adresse n’est pas une démonstration.", { status: 503 });
    if (!loaded) {
      await loadDemonstration(env, demonstration, Date.now());
      loaded = true;
    }
    return app.fetch(request, env, ctx);
  },
} satisfies ExportedHandler<DemoEnv>;
