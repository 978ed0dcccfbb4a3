import { NEW_IDS_MAX } from "../shared/protocol/limits.ts";
import type { AccountObject } from "./account/account-object.ts";
import type { AdressesObject } from "./adresse/adresses-object.ts";
import type { AnnuaireObject } from "./annuaire/annuaire-object.ts";
import type { ContratObject } from "./contrat/contrat-object.ts";
import type { DocumentObject } from "./document/document-object.ts";
import type { SeuilObject } from "./seuil/seuil-object.ts";

/** What the Worker is given, by `wrangler.toml` on Cloudflare and by the launcher's configuration on plain workerd. */
export interface Env {
  readonly DOCUMENT: DurableObjectNamespace<DocumentObject>;
  readonly CONTRAT: DurableObjectNamespace<ContratObject>;
  readonly ACCOUNT: DurableObjectNamespace<AccountObject>;
  readonly ANNUAIRE: DurableObjectNamespace<AnnuaireObject>;
  readonly ADRESSES: DurableObjectNamespace<AdressesObject>;
  readonly SEUIL: DurableObjectNamespace<SeuilObject>;
  /** The files of the web part: the assets of Cloudflare, or a disk service of workerd. */
  readonly ASSETS: Fetcher;
  /** Where what everybody may read is kept: KV on Cloudflare; elsewhere a folder, in `PAGES_DISK`. */
  readonly PAGES?: KVNamespace | null;
  /** The same folder, by a disk service of workerd that writes. */
  readonly PAGES_DISK?: Fetcher | null;
  /** The one address of this instance, without a trailing slash: `https://cls.example.fr`. */
  readonly PUBLIC_URL: string;
  /** Changed when a backup was brought back: pages of before keep their unsent text and show it. Absent: never was. */
  readonly EPOCH?: string;
  /** Set by the launcher for a demonstration alone, where one persona is many visitors. */
  readonly NEW_IDS_MAX?: string;
  /** Of the one-time address of an empty instance: see `shared/protocol/first-access.ts`. Absent: there is none. */
  readonly PREMIER_ACCES?: string | null;
  /** What the launcher says of the machine; absent where there is none. */
  readonly MACHINE?: Fetcher;
  /** 32 bytes in hexadecimal; signs the session cookies, so that a forged one wakes no object. */
  readonly SESSION_KEY: string;
  /** How many proxies of ours stand before this server, each adding to `X-Forwarded-For`. Absent: none. */
  readonly TRUSTED_PROXIES?: string | null;
  /** The address that mails come from. Absent: this instance sends none. */
  readonly MAIL_FROM?: string | null;
  /** Cloudflare's own way out for mails. */
  readonly MAIL?: SendEmail | null;
  /** The server that takes our mails, before Cloudflare's way out where both are set: see `mail/settings.ts`. */
  readonly SMTP_HOST?: string | null;
  readonly SMTP_PORT?: string | null;
  readonly SMTP_TLS?: string | null;
  readonly SMTP_USER?: string | null;
  readonly SMTP_PASSWORD?: string | null;
}

/** How many new client ids of one person may be written under in an hour, in one text. */
export function newIdsMax(env: Env): number {
  return Number(env.NEW_IDS_MAX ?? NEW_IDS_MAX);
}

/** The instance's epoch. */
export function epochOf(env: Env): string {
  return env.EPOCH ?? "0";
}
