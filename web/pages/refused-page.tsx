import { type JSX, Show } from "solid-js";
import { paths } from "../../shared/protocol/paths.ts";
import { type ApiRefusal, isPassing } from "../api/client.ts";
import { API_REFUSAL_LABELS } from "../labels/api-refusals.ts";
import { NOT_FOUND, NOT_OPEN, SHELL, UNREACHABLE } from "../labels/shell.ts";
import { MessagePage } from "./message-page.tsx";

export type RefusedPageProps = { readonly onRetry: () => void } & (
  | { readonly code: ApiRefusal; readonly text?: undefined }
  /** A refusal of this request alone, with its sentence. */
  | { readonly code: string; readonly text: string }
);

/** Instead of a page whose content the server did not give: the reason in a sentence, and what to do. */
export function RefusedPage(props: RefusedPageProps): JSX.Element {
  const passing = () => isPassing(props.code);
  const text = () => (props.text === undefined ? API_REFUSAL_LABELS[props.code] : props.text);
  const title = () => {
    if (passing()) return UNREACHABLE.title;
    return props.code === "introuvable" ? NOT_FOUND.title : NOT_OPEN.title;
  };
  return (
    <MessagePage
      title={title()}
      text={text()}
      act={
        <Show
          when={!passing()}
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
