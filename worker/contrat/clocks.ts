import { nextExpiry } from "./corbeille.ts";
import { carryOut, type Doing, type Stores } from "./execute.ts";
import { oweAttentes } from "./hear-of-fiche.ts";
import { forgetExpired, nextForgetting } from "./invitations.ts";
import { purge } from "./purge.ts";

/** What clocks ring for. */
export type Clock = "tell" | "mail" | "corbeille" | "oubli" | "attentes" | "pages" | "masque";

/** What is done by itself when they ring, at once. */
export function clocksRang(due: readonly Clock[], doing: Doing, stores: Stores): void {
  const { sql, now } = doing;
  if (due.includes("corbeille")) carryOut(doing, stores, () => purge(sql, now));
  if (due.includes("oubli")) stores.transaction(() => forgetExpired(sql, now));
  if (due.includes("attentes")) stores.transaction(() => oweAttentes(sql, stores.owe));
}

/** What must happen by itself later; inside the transaction that makes it so. `ring` in milliseconds since 1970. */
export function setClocks(sql: SqlStorage, ring: (name: "corbeille" | "oubli", at: number) => void): void {
  const [expiry, forgetting] = [nextExpiry(sql), nextForgetting(sql)];
  if (expiry !== null) ring("corbeille", expiry);
  if (forgetting !== null) ring("oubli", forgetting);
}
