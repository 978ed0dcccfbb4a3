import type * as Y from "yjs";
import type { RefusedRow } from "./device-database.ts";
import type { DevicePlace, KeptUpdate } from "./device-place.ts";
import { forgetRefused } from "./device-refused.ts";
import { passagesOf } from "./passages.ts";
import type { RefusalReason } from "./status.ts";

/** What the server refused of this page, moved to where nobody sends it any more and its writer finds it. */
export interface SetApart {
  /** Moves all that is unacknowledged; whether the device has it. */
  take(reason: RefusalReason): Promise<boolean>;
  /** Moves what other pages had written on a text that is no more. */
  takeOutdated(): Promise<void>;
  /** Forgets what this page moved, for good. */
  forget(): Promise<void>;
}

export function createSetApart(options: {
  readonly doc: Y.Doc;
  readonly device: DevicePlace;
  readonly unacknowledged: () => readonly KeptUpdate[];
}): SetApart {
  const { doc, device } = options;
  const taken = new Set<KeptUpdate>();
  const entries: RefusedRow[] = [];

  async function refuse(updates: readonly KeptUpdate[], reason: RefusalReason): Promise<boolean> {
    const words = passagesOf(
      doc,
      updates.map(({ bytes }) => bytes),
    );
    const entry = await device.refuse(updates, reason, words);
    if (entry !== null) entries.push(entry);
    return entry !== null;
  }

  return {
    async take(reason) {
      const updates = options.unacknowledged().filter((update) => !taken.has(update));
      if (updates.length === 0) return device.durable();
      for (const update of updates) taken.add(update);
      return refuse(updates, reason);
    },
    async takeOutdated() {
      if (device.outdated.length > 0) await refuse(device.outdated, "epoque");
    },
    async forget() {
      for (const entry of entries.splice(0)) await forgetRefused(entry);
    },
  };
}
