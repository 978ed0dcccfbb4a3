import { type JSX, Show } from "solid-js";
import { paths } from "../../shared/protocol/paths.ts";
import type { ApiRefusal } from "../api/client.ts";
import { API_REFUSAL_LABELS } from "../labels/api-refusals.ts";
import { NOT_FOUND, SHELL, UNREACHABLE } from "../labels/shell.ts";
import { MessagePage } from "./message-page.tsx";

/** Instead of a page whose content the server did not give: the reason, and what to do. */
export function RefusedPage(props: { code: ApiRefusal; onRetry: () => void }): JSX.Element {
  const missing = () => props.code === "introuvable";
  return (
    <MessagePage
      title={missing() ? NOT_FOUND.title : UNREACHABLE.title}
      text={API_REFUSAL_LABELS[props.code]}
      act={
        <Show
          when={missing()}
          fallback={
            <button type="button" class="btn main" onClick={props.onRetry}>
              {SHELL.retry}
            </button>
          }
        >
          <a class="btn main" href={paths.awaiting}>
            {SHELL.backToAwaiting}
          </a>
        </Show>
      }
    />
  );
}
