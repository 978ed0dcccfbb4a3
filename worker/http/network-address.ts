import type { Env } from "../env.ts";

/**
 * The address that a request came from, or null when it cannot be known. On workerd it is the socket's own, on Cloudflare
 * what Cloudflare says; behind `TRUSTED_PROXIES` proxies, what the first of them wrote. A client's own headers are never
 * believed.
 */
export function networkAddressOf(request: Request, env: Env): string | null {
  const proxies = Number(env.TRUSTED_PROXIES ?? "0");
  if (proxies > 0) {
    const chain = (request.headers.get("x-forwarded-for") ?? "").split(",").map((entry) => entry.trim());
    return withoutPort(chain.at(-proxies) ?? "");
  }
  // What Cloudflare and workerd put beside a request has no type here: each has its own.
  const cf = request.cf as Readonly<Record<string, unknown>> | undefined;
  const clientIp = cf?.["clientIp"];
  if (typeof clientIp === "string") return withoutPort(clientIp);
  return typeof cf?.["colo"] === "string" ? withoutPort(request.headers.get("cf-connecting-ip") ?? "") : null;
}

/**
 * The network that an address is in: what one subscriber usually has (/24 in IPv4, /48 in IPv6). Text that is no address
 * is one network of its own.
 */
export function networkPrefixOf(address: string | null): string {
  if (address === null) return "?";
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  const v4 = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.\d{1,3}$/.exec(mapped);
  if (v4 !== null) return `${v4[1]}.${v4[2]}.${v4[3]}.0/24`;
  const groups = expandV6(mapped);
  return groups === null ? "?" : `${groups.slice(0, 3).join(":")}::/48`;
}

function expandV6(address: string): string[] | null {
  const bare = (address.split("%")[0] ?? "").toLowerCase();
  if (!/^[0-9a-f:.]+$/.test(bare) || !bare.includes(":")) return null;
  const [head = "", tail] = bare.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const groups = [...before, ...Array<string>(zeros).fill("0"), ...after];
  return groups.length < 3 ? null : groups.map((group) => group.replace(/^0+(?=.)/, ""));
}

/** `203.0.113.7:4711` and `[2001:db8::1]:4711` as some runtimes and proxies write them. */
function withoutPort(text: string): string | null {
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(text)?.[1] ?? text;
  return bare === "" ? null : bare;
}
