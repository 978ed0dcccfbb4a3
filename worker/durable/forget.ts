import { rewriteStorage } from "./rewrite.ts";

/** How soon old bytes are written over after an object heard that it must, in milliseconds. */
export const FORGET_AFTER_MS = 1_000;

/** Freed pages of an object in which little is ever deleted, in bytes. */
const FEW = 2 * 1024 * 1024;

/**
 * Writes over whatever an object's storage still holds of rows that were replaced. In the turn in which its alarm is taken,
 * so that none is forgotten; `endObject` comes after.
 */
export function forgetOldBytes(storage: DurableObjectStorage): void {
  storage.transactionSync(() => rewriteStorage(storage.sql, {}, FEW));
}

/** Ends the object, which begins again when it is called: what it has in memory and in SQLite's own journal goes too. */
export async function endObject(ctx: DurableObjectState): Promise<void> {
  await ctx.storage.sync();
  ctx.abort("begun again without what was masked");
}
