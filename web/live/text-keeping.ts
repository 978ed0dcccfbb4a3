import * as Y from "yjs";
import type { Cancel, Clock } from "./clock.ts";
import type { DevicePlace } from "./device-place.ts";

/** The text is written whole after so long without a change, in milliseconds. */
const QUIET_MS = 2_000;
/** The same the first time: somebody may go where there is no network. */
const FIRST_MS = 300;
/** And at least so often while people write. */
const EVERY_MS = 30_000;

export interface TextKeeping {
  /** Something changed. */
  plan(): void;
  /** The page may be about to go: what is planned is done now. */
  now(): void;
  stop(): void;
}

/**
 * Has the whole text written on the device at quiet moments, in place of the changes that were written one by one.
 *
 * @param options.isServers whether the document holds just what the server has
 */
export function keepText(options: {
  readonly doc: Y.Doc;
  readonly clock: Clock;
  readonly device: Pick<DevicePlace, "settle">;
  readonly isServers: () => boolean;
}): TextKeeping {
  const { doc, clock, device } = options;
  let lastAt = Number.NEGATIVE_INFINITY;
  let isFirst = true;
  let isDirty = true;
  let cancel: Cancel | null = null;

  function unplan(): void {
    cancel?.();
    cancel = null;
  }

  function plan(): void {
    unplan();
    if (!isDirty || !options.isServers()) return;
    const quiet = isFirst ? FIRST_MS : QUIET_MS;
    const wait = isFirst ? quiet : Math.max(0, Math.min(quiet, lastAt + EVERY_MS - clock.now()));
    cancel = clock.after(wait, settle);
  }

  function settle(): void {
    unplan();
    if (!isDirty || !options.isServers()) return;
    isFirst = false;
    isDirty = false;
    lastAt = clock.now();
    device.settle(() => Y.encodeStateAsUpdate(doc));
  }

  function changed(): void {
    isDirty = true;
    plan();
  }
  doc.on("update", changed);

  return {
    plan,
    now: settle,
    stop() {
      unplan();
      doc.off("update", changed);
    },
  };
}
