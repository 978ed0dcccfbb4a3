import type { Mail } from "./mail.ts";

/**
 * What lets a program that shows mails offer a button to stop such ones (RFC 2369); with one press, by a request without
 * any page (RFC 8058), where nobody on the way reads the address. Nothing for a mail that cannot be stopped.
 */
export function stopHeaders({ stop }: Mail): Readonly<Record<string, string>> {
  if (stop === undefined) return {};
  const list = { "List-Unsubscribe": `<${stop}>` };
  return stop.startsWith("https:") ? { ...list, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } : list;
}
