import type { AccountObject } from "./account/account-object.ts";
import type { AnnuaireObject } from "./annuaire/annuaire-object.ts";
import type { ContratObject } from "./contrat/contrat-object.ts";
import type { DocumentObject } from "./document/document-object.ts";

/** What the Worker is given, by `wrangler.toml` on Cloudflare and by the launcher's configuration on plain workerd. */
export interface Env {
  readonly DOCUMENT: DurableObjectNamespace<DocumentObject>;
  readonly CONTRAT: DurableObjectNamespace<ContratObject>;
  readonly ACCOUNT: DurableObjectNamespace<AccountObject>;
  readonly ANNUAIRE: DurableObjectNamespace<AnnuaireObject>;
  /** The files of the web part: the assets of Cloudflare, or a disk service of workerd. */
  readonly ASSETS: Fetcher;
  /** The one address of this instance, without a trailing slash: `https://cls.example.fr`. */
  readonly PUBLIC_URL: string;
  /** 32 bytes in hexadecimal; signs the session cookies, so that a forged one wakes no object. */
  readonly SESSION_KEY: string;
}
