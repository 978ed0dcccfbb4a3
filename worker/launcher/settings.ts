import { isIP } from "node:net";
import { resolve } from "node:path";
import { ok } from "../../shared/result.ts";
import { fail, type InstanceKind, type Outcome } from "./failure.ts";

/** How to run, read from the environment and found consistent. */
export interface Settings {
  readonly kind: InstanceKind;
  /** Absolute path of the folder that keeps everything. */
  readonly dataDir: string;
  /** An IP address, or `localhost`. */
  readonly host: string;
  readonly port: number;
  /** The origin that people open, without a trailing slash. */
  readonly publicUrl: string;
  /** How many proxies of ours stand before this server. */
  readonly trustedProxies: number;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads `DATA_DIR`, `HOST`, `PORT`, `PUBLIC_URL`, `TRUSTED_PROXIES` and `DEMO_ON_NETWORK`; an empty value counts as none.
 * A demonstration needs DEMO_ON_NETWORK=1 to be reachable, directly or behind a proxy, by another machine.
 */
export function readSettings(kind: InstanceKind, env: Environment, cwd: string): Outcome<Settings> {
  const read = (name: string): string | null => env[name]?.trim() || null;

  const dataDir = readDataDir(env, cwd);
  const host = read("HOST") ?? "127.0.0.1";
  if (host !== "localhost" && isIP(host) === 0) return fail({ code: "host_invalide", value: host });

  const portText = read("PORT") ?? "8787";
  const port = Number(portText);
  if (!/^\d{1,5}$/.test(portText) || port < 1 || port > 65_535) return fail({ code: "port_invalide", value: portText });

  const given = read("PUBLIC_URL");
  if (given === null && !isLoopback(host)) {
    // Refused before the missing address: the first thing to say to whoever exposes a demonstration unaware.
    if (kind === "demonstration" && read("DEMO_ON_NETWORK") !== "1") return fail({ code: "demonstration_exposee" });
    return fail({ code: "public_url_manquante", host });
  }
  const publicUrl = given ?? new URL(`http://${socketAddress(host, port)}`).origin;
  const origin = parseOrigin(publicUrl);
  if (origin === null) return fail({ code: "public_url_invalide", value: publicUrl });

  const exposed = !isLoopback(host) || !isLoopback(origin.hostname);
  if (kind === "demonstration" && exposed && read("DEMO_ON_NETWORK") !== "1") {
    return fail({ code: "demonstration_exposee" });
  }
  // A demonstration holds nothing worth a certificate: it may be shown in a meeting room, over plain HTTP.
  if (kind === "reelle" && origin.protocol !== "https:" && !isLoopback(origin.hostname)) {
    return fail({ code: "public_url_sans_https", value: publicUrl });
  }
  const proxies = read("TRUSTED_PROXIES") ?? "0";
  if (!/^[0-5]$/.test(proxies)) return fail({ code: "mandataires_invalides", value: proxies });
  return ok({ kind, dataDir, host, port, publicUrl: origin.origin, trustedProxies: Number(proxies) });
}

/** The folder that keeps everything, as an absolute path: `DATA_DIR`, or `.data` where the command is given. */
export function readDataDir(env: Environment, cwd: string): string {
  return resolve(cwd, env["DATA_DIR"]?.trim() || ".data");
}

/** Host and port as one word, an IPv6 address between brackets. */
export function socketAddress(host: string, port: number): string {
  return isIP(host) === 6 ? `[${host}]:${port}` : `${host}:${port}`;
}

/** Whether only this machine reaches that address; IPv6 with or without brackets. */
function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, "");
  if (bare === "localhost" || bare.endsWith(".localhost") || bare === "::1") return true;
  return isIP(bare) === 4 && bare.startsWith("127.");
}

/** The origin that a text is, without anything behind it; null when it is none. */
export function parseOrigin(text: string): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") return null;
  // Anything but the origin (a path, a query, a name and password) shows up here.
  return url.href === `${url.origin}/` && !/[?#]/.test(text) ? url : null;
}
