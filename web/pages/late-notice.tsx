import { type JSX, Show } from "solid-js";
import type { ApiRefusal } from "../api/client.ts";
import { LATE } from "../labels/late.ts";
import { SHELL } from "../labels/shell.ts";
import { Notice } from "../ui/notice.tsx";

/** Above something that could not be refreshed: it is from before, and may be asked for again. */
export function LateNotice(props: { late: ApiRefusal | null; onRetry: () => void }): JSX.Element {
  return (
    <Show when={props.late !== null}>
      <Notice
        tone="offline"
        urgent
        act={
          <button type="button" class="btn small" onClick={props.onRetry}>
            {SHELL.retry}
          </button>
        }
      >
        {LATE}
      </Notice>
    </Show>
  );
}
