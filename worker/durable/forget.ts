import { inTime } from "./in-time.ts";
import type { LongWork } from "./long-work.ts";
import { isCreated } from "./migrate.ts";
import { rewriteStorage, wipeFreed, ZEROS } from "./rewrite.ts";

/** How soon old bytes are written over after an object heard that it must, in milliseconds. */
export const FORGET_AFTER_MS = 1_000;

/** Freed pages of an object in which little is ever deleted, in bytes. */
const FEW = 2 * 1024 * 1024;

/**
 * Writes over whatever an object's storage still holds of rows that were replaced. In the turn in which its alarm is taken,
 * so that none is forgotten; `overwriteJournal` comes after.
 */
export function forgetOldBytes(storage: DurableObjectStorage): void {
  storage.transactionSync(() => rewriteStorage(storage.sql, {}, FEW));
}

/** How long work that somebody waits for is waited for, and how long its answer takes to leave, in milliseconds. */
const WORK_MS = 10_000;
const ANSWER_MS = 500;

/**
 * Ends an object, which begins again when it is called: what it has in memory of words that were masked goes too. Whoever
 * waits for long work has their answer first.
 *
 * @param before what is said to whoever is here
 */
export async function beginAgain(
  ctx: DurableObjectState,
  work: Pick<LongWork, "isQuiet" | "quiet">,
  before: () => void,
): Promise<void> {
  await overwriteJournal(ctx.storage);
  if (!work.isQuiet()) {
    await inTime(work.quiet(), WORK_MS);
    await scheduler.wait(ANSWER_MS);
  }
  before();
  await ctx.storage.sync();
  ctx.abort("begun again without what was masked");
}

/** So many transactions of so many zeros: about 3,000 pages of 4,096 bytes in all. */
const ROUNDS = 12;

/**
 * Writes over SQLite's journal of its last writes, which still has what was there. SQLite takes it back into the file when
 * a transaction leaves 1,000 pages or more in it, and then begins again at its start (https://www.sqlite.org/wal.html,
 * « Checkpointing »): whatever it held, three times as many pages come over it. Others are answered between two rounds.
 * That an object ends does not do it: the next one opens the same journal while a request of the first is under way.
 */
export async function overwriteJournal(storage: DurableObjectStorage): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    // It may have been destroyed meanwhile, and nothing of it stays.
    if (!isCreated(storage.sql)) return;
    storage.transactionSync(() => wipeFreed(storage.sql, ZEROS));
    await storage.sync();
  }
}
