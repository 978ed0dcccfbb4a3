import { type BeforeLeaveEventArgs, useBeforeLeave } from "@solidjs/router";
import { createSignal, type JSX, onCleanup, onMount, Show } from "solid-js";
import { UNSAVED } from "../../labels/unsaved.ts";
import { Dialog } from "../dialog.tsx";

/** Asks before a page is left while something was typed in its form. Staying is the first answer, and what Escape does. */
export function UnsavedGuard(props: { form: { readonly isChanged: () => boolean } }): JSX.Element {
  const [leaving, setLeaving] = createSignal<BeforeLeaveEventArgs | null>(null);

  useBeforeLeave((event) => {
    if (event.defaultPrevented || !props.form.isChanged()) return;
    event.preventDefault();
    setLeaving(() => event);
  });
  onMount(() => {
    // The browser asks in its own words.
    const onUnload = (event: BeforeUnloadEvent) => {
      if (props.form.isChanged()) event.preventDefault();
    };
    window.addEventListener("beforeunload", onUnload);
    onCleanup(() => window.removeEventListener("beforeunload", onUnload));
  });

  return (
    <Show when={leaving()}>
      {(event) => (
        <Dialog
          title={UNSAVED.title}
          onClose={() => setLeaving(null)}
          acts={
            <>
              <button type="button" class="btn main" onClick={() => setLeaving(null)}>
                {UNSAVED.stay}
              </button>
              <button
                type="button"
                class="btn bad"
                onClick={() => {
                  const going = event();
                  setLeaving(null);
                  going.retry(true);
                }}
              >
                {UNSAVED.leave}
              </button>
            </>
          }
        >
          <p>{UNSAVED.sentence}</p>
        </Dialog>
      )}
    </Show>
  );
}
