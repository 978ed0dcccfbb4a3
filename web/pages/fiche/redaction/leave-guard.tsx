import { type BeforeLeaveEventArgs, useBeforeLeave } from "@solidjs/router";
import { createSignal, type JSX, Show } from "solid-js";
import { LEAVING } from "../../../labels/fiche.ts";
import { unsentSentence } from "../../../labels/shell.ts";
import { useApp } from "../../../stores/app-context.ts";
import { settle } from "../../../stores/unsent.ts";
import { Dialog } from "../../../ui/dialog.tsx";
import { pageKey } from "../../shell/page-key.ts";

/**
 * Keeps a person from leaving the fiche in silence while the server lacks some of their text: waits for the last keys
 * to go, and asks when they cannot. Within a component.
 */
export function createLeaveGuard(pending: () => number) {
  const { session } = useApp();
  const [held, setHeld] = createSignal<BeforeLeaveEventArgs | null>(null);

  useBeforeLeave((event) => {
    // Who signs out was asked already.
    if (pending() === 0 || event.defaultPrevented || session.state().kind !== "present" || isSamePage(event)) return;
    event.preventDefault();
    void settle(pending).then((left) => (left === 0 ? event.retry(true) : setHeld(event)));
  });

  const leave = () => {
    const event = held();
    setHeld(null);
    event?.retry(true);
  };

  const view = (): JSX.Element => (
    <Show when={held()}>
      <Dialog
        title={LEAVING.dialogTitle}
        onClose={() => setHeld(null)}
        acts={
          <>
            <button type="button" class="btn main" onClick={() => setHeld(null)}>
              {LEAVING.stay}
            </button>
            <button type="button" class="btn quiet" onClick={leave}>
              {LEAVING.leave}
            </button>
          </>
        }
      >
        <p>
          <strong>{unsentSentence(pending())}</strong>
        </p>
        <p>{LEAVING.kept}</p>
      </Dialog>
    </Show>
  );
  return { view };
}

/** A move within the page: to a section, or to the corrected words of its address. */
function isSamePage(event: BeforeLeaveEventArgs): boolean {
  if (typeof event.to === "number") return false;
  const path = new URL(event.to, window.location.href).pathname;
  return pageKey(path) === pageKey(event.from.pathname);
}
