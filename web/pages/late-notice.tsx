import { createEffect, createSignal, type JSX, on, Show, untrack } from "solid-js";
import type { ApiRefusal } from "../api/client.ts";
import { LATE } from "../labels/late.ts";
import { SHELL } from "../labels/shell.ts";
import { UNHEARD } from "../labels/unheard.ts";
import { announce } from "../ui/announcer.ts";
import { Notice } from "../ui/notice.tsx";

/** Above something that could not be refreshed: it is from before, and may be asked for again. */
export function LateNotice(props: { late: ApiRefusal | null; onRetry: () => void }): JSX.Element {
  const [retrying, setRetrying] = createSignal(false);
  const retry = () => {
    if (retrying()) return;
    setRetrying(true);
    announce(UNHEARD.retrying);
    props.onRetry();
  };
  // At each answer, also when it is late for the same reason.
  createEffect(
    on(
      () => props.late,
      (late) => {
        if (!untrack(retrying)) return;
        setRetrying(false);
        if (late !== null) announce(LATE);
        // The button is gone.
        else if (document.activeElement === document.body) document.querySelector("h1")?.focus();
      },
      { defer: true },
    ),
  );
  return (
    <Show when={props.late !== null}>
      <Notice
        tone="offline"
        urgent
        act={
          <button type="button" class="btn small" aria-disabled={retrying()} onClick={retry}>
            {retrying() ? UNHEARD.retrying : SHELL.retry}
          </button>
        }
      >
        {LATE}
      </Notice>
    </Show>
  );
}
