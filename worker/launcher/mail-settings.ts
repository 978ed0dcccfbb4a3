import { lookup } from "node:dns/promises";
import { readFile } from "node:fs/promises";
import { BlockList, isIP, isIPv6 } from "node:net";
import { parseAdresse } from "../../shared/domain/adresse.ts";
import { ok } from "../../shared/result.ts";
import { fail, type Outcome } from "./failure.ts";
import type { Environment } from "./settings.ts";
import type { Outside } from "./workerd-config.ts";

/** How mails leave this instance. */
export interface MailSettings {
  /** Bindings that anyone may read in the configuration file. */
  readonly texts: Readonly<Record<string, string>>;
  /** Bindings that go by the environment. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly host: string;
  /** Path of a file of authorities to trust beside the public ones (PEM), or null. */
  readonly authorities: string | null;
}

/**
 * Reads `MAIL_FROM`, `SMTP_HOST`, `SMTP_PORT` (465), `SMTP_TLS` (`implicite` on 465, else `starttls`; `aucun`),
 * `SMTP_USER`, `SMTP_PASSWORD` and `SMTP_CA`; an empty value counts as none. null: this instance sends no mail.
 */
export function readMailSettings(env: Environment): Outcome<MailSettings | null> {
  const read = (name: string): string | null => env[name]?.trim() || null;
  const wrong = (name: string) => fail({ code: "courriel_mal_regle", name, value: read(name) });

  const [from, host] = [read("MAIL_FROM"), read("SMTP_HOST")];
  if (from === null && host === null) return ok(null);
  if (from === null || parseAdresse(from) === null) return wrong("MAIL_FROM");
  if (host === null || !(isIP(host) !== 0 || /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/i.test(host)))
    return wrong("SMTP_HOST");

  const portText = read("SMTP_PORT") ?? "465";
  const port = Number(portText);
  if (!/^\d{1,5}$/.test(portText) || port < 1 || port > 65_535) return wrong("SMTP_PORT");

  const [user, password] = [read("SMTP_USER"), read("SMTP_PASSWORD")];
  if (user === null && password !== null) return wrong("SMTP_USER");
  if (user !== null && password === null) return wrong("SMTP_PASSWORD");

  const tls = read("SMTP_TLS") ?? (port === 465 ? "implicite" : "starttls");
  if (!["implicite", "starttls", "aucun"].includes(tls)) return wrong("SMTP_TLS");
  // A password would go over the network for everyone to read.
  if (tls === "aucun" && password !== null && host !== "localhost" && !isInside(host)) return wrong("SMTP_TLS");

  return ok({
    texts: {
      MAIL_FROM: from,
      SMTP_HOST: host,
      SMTP_PORT: portText,
      SMTP_TLS: tls,
      ...(user === null ? {} : { SMTP_USER: user }),
    },
    secrets: password === null ? {} : { SMTP_PASSWORD: password },
    host,
    authorities: read("SMTP_CA"),
  });
}

/**
 * What the Worker may reach outside: nothing when it sends no mail; the mail server alone when that is inside, by its
 * addresses of now; any public address when it is a public one, since these change while a server runs.
 */
export async function outsideFor(mail: MailSettings | null): Promise<Outcome<Outside>> {
  if (mail === null) return ok({ allowed: [], authorities: [] });
  const authorities = mail.authorities === null ? "" : await readFile(mail.authorities, "utf8").catch(() => null);
  const found = authorities?.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [];
  if (authorities === null || (mail.authorities !== null && found.length === 0)) {
    return fail({ code: "courriel_mal_regle", name: "SMTP_CA", value: mail.authorities });
  }
  const addresses = isIP(mail.host) === 0 ? await addressesOf(mail.host) : [mail.host];
  const inside = addresses.filter(isInside);
  const allowed = inside.map((address) => `${address}/${isIPv6(address) ? 128 : 32}`);
  // A name that is not known yet may be later.
  if (inside.length < addresses.length || addresses.length === 0) allowed.push("public");
  return ok({ allowed: [...new Set(allowed)].sort(), authorities: found });
}

async function addressesOf(host: string): Promise<string[]> {
  const found = await lookup(host, { all: true }).catch(() => []);
  return found.map(({ address }) => address);
}

/** Loopback, private and link-local addresses: what « public » leaves out. */
function isInside(address: string): boolean {
  return isIP(address) !== 0 && INSIDE.check(address, isIPv6(address) ? "ipv6" : "ipv4");
}

const INSIDE = new BlockList();
for (const [network, prefix] of [
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
] as const) {
  INSIDE.addSubnet(network, prefix, "ipv4");
}
for (const [network, prefix] of [
  ["::1", 128],
  ["fc00::", 7],
  ["fe80::", 10],
] as const) {
  INSIDE.addSubnet(network, prefix, "ipv6");
}
