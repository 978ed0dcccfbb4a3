import type { AccountId } from "../../shared/ids.ts";

/** Loaded only when somebody signs out. */
const device = () => import("../live/device-answers.ts");

/** How long a page that is on line is given to send its last keys before anyone is asked anything, in milliseconds. */
const GRACE_MS = 2_000;
const LOOK_EVERY_MS = 100;

/** Pages that hold text which the server does not have yet say so here, for whoever is about to sign out. */
const holders = new Set<() => number>();

/** Counts this holder in until the returned function is called. `count`: how many changes are unsent now. */
export function holdUnsent(count: () => number): () => void {
  holders.add(count);
  return () => holders.delete(count);
}

/** How many changes of this account the server does not have yet, in the pages open here and on the device. */
export async function countUnsent(account: AccountId): Promise<number> {
  // Rejects when the chunk cannot be loaded: then no page here ever wrote to the device.
  const onDevice = await device().then(
    (store) => store.pendingAnywhere(account),
    () => 0,
  );
  return Math.max(unsentHere(), onDevice);
}

/** Waits for the last keys to leave, 2 s at most, and answers how many have not. */
export async function settle(count: () => number | Promise<number>): Promise<number> {
  const end = Date.now() + GRACE_MS;
  let left = await count();
  while (left > 0 && navigator.onLine && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    left = await count();
  }
  return left;
}

/** Takes what is kept of this account off the device: all of it, or all but the unsent text. */
export async function eraseKept(account: AccountId, options: { readonly unsentToo: boolean }): Promise<void> {
  const { eraseAccount } = await device();
  await eraseAccount(account, options);
}

function unsentHere(): number {
  let total = 0;
  for (const count of holders) total += count();
  return total;
}
