import { type BeforeLeaveEventArgs, useBeforeLeave } from "@solidjs/router";
import { createSignal, type JSX, onCleanup, onMount, Show } from "solid-js";
import { UNSAVED } from "../../labels/unsaved.ts";
import { useApp } from "../../stores/app-context.ts";
import { Dialog } from "../dialog.tsx";

export interface UnsavedGuardProps {
  readonly form: { readonly isChanged: () => boolean };
  /** Whether this device keeps what was typed until one comes back. */
  readonly isKept?: () => boolean;
}

/** Asks before a page is left while something was typed in its form. Staying is the first answer, and what Escape does. */
export function UnsavedGuard(props: UnsavedGuardProps): JSX.Element {
  const { session } = useApp();
  const [leaving, setLeaving] = createSignal<BeforeLeaveEventArgs | null>(null);
  const isKept = () => props.isKept?.() === true;

  useBeforeLeave((event) => {
    // Who signs out was asked already what becomes of what is kept.
    const isOut = isKept() && session.state().kind !== "present";
    if (event.defaultPrevented || isOut || isSamePage(event) || !props.form.isChanged()) return;
    event.preventDefault();
    setLeaving(() => event);
  });
  onMount(() => {
    // The browser asks in its own words.
    const onUnload = (event: BeforeUnloadEvent) => {
      if (props.form.isChanged() && !isKept()) event.preventDefault();
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
                class="btn"
                classList={{ bad: !isKept() }}
                onClick={() => {
                  const going = event();
                  setLeaving(null);
                  going.retry(true);
                }}
              >
                {isKept() ? UNSAVED.leaveKept : UNSAVED.leave}
              </button>
            </>
          }
        >
          <p>{isKept() ? UNSAVED.kept : UNSAVED.sentence}</p>
        </Dialog>
      )}
    </Show>
  );
}

/** A move within the page: to another part of it. */
function isSamePage({ from, to }: BeforeLeaveEventArgs): boolean {
  if (typeof to === "number") return false;
  const { pathname, search } = new URL(to, window.location.href);
  return pathname === from.pathname && search === from.search;
}
