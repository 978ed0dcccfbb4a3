import { createSignal, type JSX, onCleanup, Show } from "solid-js";
import type { FicheBody, SessionBody } from "../../../../shared/protocol/http-bodies.ts";
import { FICHE } from "../../../labels/fiche.ts";
import type { DevicePlace } from "../../../live/device-place.ts";
import { openPlace } from "../../../live/device-store.ts";
import type { LiveFiche } from "../../../primitives/create-live-fiche.ts";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { Desk } from "./desk.tsx";

export interface RedactionProps {
  readonly account: SessionBody["account"];
  readonly body: FicheBody;
  /** Whether there is room for the sections beside the sheet. */
  readonly wide: boolean;
  /** Called with the live text for as long as it is open, then with null. */
  readonly onLive: (live: LiveFiche | null) => void;
}

/** The sheet, written together: opened from what this device kept of it, and opened again when that is no more true. */
export default function Redaction(props: RedactionProps): JSX.Element {
  const [device, setDevice] = createSignal<DevicePlace | null>(null);
  let isGone = false;
  let closing: Promise<void> = Promise.resolve();

  async function open(): Promise<void> {
    setDevice(null);
    // What the last opening had kept is part of what the next one finds.
    await closing;
    const place = await openPlace({
      account: props.account.id,
      document: props.body.fiche.id,
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
    <Show when={device()} keyed fallback={<Skeleton class="frame" label={FICHE.loadingText} lines={10} />}>
      {(place) => (
        <Desk
          {...props}
          device={place}
          onAgain={() => void open()}
          onEnded={(kept) => {
            closing = kept;
          }}
        />
      )}
    </Show>
  );
}
