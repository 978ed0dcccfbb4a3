import { type BeforeLeaveEventArgs, useBeforeLeave } from "@solidjs/router";
import { createSignal, type JSX, Show } from "solid-js";
import { useApp } from "../../../stores/app-context.ts";
import { settle } from "../../../stores/unsent.ts";
import { createLatePart } from "../../../ui/late-part.ts";
import { pageKey } from "../../shell/page-key.ts";

/**
 * Keeps a person from leaving the fiche in silence while the server lacks some of their text: waits for the last keys
 * to go, and asks when they cannot. Within a component.
 *
 * @param options.isRefused whether the server will never take it as it is
 */
export function createLeaveGuard(options: { readonly pending: () => number; readonly isRefused: () => boolean }) {
  const { session } = useApp();
  const dialog = createLatePart(() => import("./leave-dialog.tsx"));
  const [held, setHeld] = createSignal<BeforeLeaveEventArgs | null>(null);

  useBeforeLeave((event) => {
    // Who signs out was asked already.
    const isOut = session.state().kind !== "present";
    if (options.pending() === 0 || event.defaultPrevented || isOut || isSamePage(event)) return;
    event.preventDefault();
    const asking = dialog.ask();
    const waits = options.isRefused() ? Promise.resolve(options.pending()) : settle(options.pending);
    void Promise.all([waits, asking]).then(([left]) => {
      // Without the dialog nobody is held here: the text is on the device, or the browser itself asks.
      if (left === 0 || dialog() === null) event.retry(true);
      else setHeld(event);
    });
  });

  const view = (): JSX.Element => (
    <Show when={held()}>
      {(event) => (
        <Show when={dialog()} keyed>
          {(LeaveDialog) => (
            <LeaveDialog
              count={options.pending()}
              isRefused={options.isRefused()}
              onStay={() => setHeld(null)}
              onLeave={() => {
                const left = event();
                setHeld(null);
                left.retry(true);
              }}
            />
          )}
        </Show>
      )}
    </Show>
  );
  return { view, prepare: () => void dialog.ask() };
}

/** A move within the page: to a section, or to the corrected words of its address. */
function isSamePage(event: BeforeLeaveEventArgs): boolean {
  if (typeof event.to === "number") return false;
  const path = new URL(event.to, window.location.href).pathname;
  return pageKey(path) === pageKey(event.from.pathname);
}
