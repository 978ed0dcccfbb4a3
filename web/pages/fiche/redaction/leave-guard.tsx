import { type BeforeLeaveEventArgs, useBeforeLeave } from "@solidjs/router";
import { createSignal, type JSX, Show } from "solid-js";
import type { LiveFiche } from "../../../primitives/create-live-fiche.ts";
import { useApp } from "../../../stores/app-context.ts";
import { settle } from "../../../stores/unsent.ts";
import { createIdlePart } from "../../../ui/late-part.ts";
import { pageKey } from "../../shell/page-key.ts";

/**
 * Keeps a person from leaving a text in silence while the server lacks some of theirs: waits for the last keys to go,
 * and asks when they cannot. Within a component, which draws what it gives.
 */
export function createLeaveGuard({ pending, status }: Pick<LiveFiche, "pending" | "status">): () => JSX.Element {
  const { session } = useApp();
  const dialog = createIdlePart(() => import("./leave-dialog.tsx"));
  const [held, setHeld] = createSignal<BeforeLeaveEventArgs | null>(null);
  // The server will never take the text as it is.
  const isRefused = () => status().kind === "refused";

  useBeforeLeave((event) => {
    // Who signs out was asked already.
    const isOut = session.state().kind !== "present";
    if (pending() === 0 || event.defaultPrevented || isOut || isSamePage(event)) return;
    event.preventDefault();
    const asking = dialog.ask();
    const waits = isRefused() ? Promise.resolve(pending()) : settle(pending);
    void Promise.all([waits, asking]).then(([left]) => {
      // Without the dialog nobody is held here: the text is on the device, or the browser itself asks.
      if (left === 0 || dialog() === null) event.retry(true);
      else setHeld(event);
    });
  });

  return () => (
    <Show when={held()}>
      {(event) => (
        <Show when={dialog()} keyed>
          {(LeaveDialog) => (
            <LeaveDialog
              count={pending()}
              isRefused={isRefused()}
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
}

/** A move within the page: to a section, or to the corrected words of its address. */
function isSamePage(event: BeforeLeaveEventArgs): boolean {
  if (typeof event.to === "number") return false;
  const path = new URL(event.to, window.location.href).pathname;
  return pageKey(path) === pageKey(event.from.pathname);
}
