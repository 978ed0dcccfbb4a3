import "../../../styles/fiche.css";
import { createSignal, type JSX, onCleanup, Show } from "solid-js";
import type { DocumentId } from "../../../../shared/ids.ts";
import type { SessionBody } from "../../../../shared/protocol/http-bodies.ts";
import { NOTES } from "../../../labels/groupe.ts";
import type { DevicePlace } from "../../../live/device-place.ts";
import { openPlace } from "../../../live/device-store.ts";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { NotesDesk } from "./notes-desk.tsx";

export interface NotesProps {
  readonly account: SessionBody["account"];
  readonly slug: string;
  readonly notes: DocumentId;
  /** What the server last said of this person's right to write. */
  readonly mayWrite: boolean;
}

/** The notes of a meeting, written together: opened from what this device kept of them, and again when that is over. */
export default function Notes(props: NotesProps): JSX.Element {
  const [device, setDevice] = createSignal<DevicePlace | null>(null);
  let isGone = false;
  let closing: Promise<void> = Promise.resolve();

  async function open(): Promise<void> {
    setDevice(null);
    // What the last opening had kept is part of what the next one finds.
    await closing;
    const place = await openPlace({
      account: props.account.id,
      document: props.notes,
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
    <Show when={device()} keyed fallback={<Skeleton label={NOTES.loading} lines={6} />}>
      {(place) => (
        <NotesDesk
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
