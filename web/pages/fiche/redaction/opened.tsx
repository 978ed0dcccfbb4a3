import { createSignal, type JSX, onCleanup, Show } from "solid-js";
import type { AccountId, DocumentId } from "../../../../shared/ids.ts";
import type { DevicePlace } from "../../../live/device-place.ts";
import { openPlace } from "../../../live/device-store.ts";

/** One opening of a text, for what draws it. */
export interface Opening {
  /** This page's place on the device. */
  readonly device: DevicePlace;
  /** The text must be opened again: nothing of this opening is lost. */
  readonly onAgain: () => void;
  /** At the end, with what resolves once the device has what it keeps. */
  readonly onEnded: (kept: Promise<void>) => void;
}

/** A text that is written together: opened from what this device kept of it, and opened again when that is no more true. */
export function Opened(props: {
  readonly account: AccountId;
  readonly document: DocumentId;
  /** Until the device has answered. */
  readonly fallback: JSX.Element;
  readonly children: (opening: Opening) => JSX.Element;
}): JSX.Element {
  const [device, setDevice] = createSignal<DevicePlace | null>(null);
  let isGone = false;
  let closing: Promise<void> = Promise.resolve();

  async function open(): Promise<void> {
    setDevice(null);
    // What the last opening had kept is part of what the next one finds.
    await closing;
    const place = await openPlace({
      account: props.account,
      document: props.document,
      now: Date.now,
      randomClient: () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0,
    });
    if (isGone) await place.close();
    else setDevice(place);
  }
  void open();
  onCleanup(() => {
    isGone = true;
  });

  return (
    <Show when={device()} keyed fallback={props.fallback}>
      {(place) =>
        props.children({
          device: place,
          onAgain: () => void open(),
          onEnded(kept) {
            closing = kept;
          },
        })
      }
    </Show>
  );
}
