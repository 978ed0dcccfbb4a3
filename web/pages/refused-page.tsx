import { createEffect, type JSX, Show } from "solid-js";
import { paths } from "../../shared/protocol/paths.ts";
import { type ApiRefusal, isPassing } from "../api/client.ts";
import { API_REFUSAL_LABELS } from "../labels/api-refusals.ts";
import { NOT_FOUND_TITLE, NOT_OPEN, SHELL, UNREACHABLE } from "../labels/shell.ts";
import { createLatePart } from "../ui/late-part.ts";
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
  // From the device: where nothing is kept of this site, nothing of it can help either.
  const help = createLatePart(() => import("./offline-help.tsx"));
  createEffect(() => void (props.code === "hors_ligne" && help.ask()));
  const title = () => {
    if (passing()) return props.code === "hors_ligne" ? UNREACHABLE.offline : UNREACHABLE.title;
    return props.code === "introuvable" ? NOT_FOUND_TITLE : NOT_OPEN.title;
  };
  return (
    <MessagePage
      title={title()}
      text={text()}
      act={
        <Show
          when={!passing()}
          fallback={
            <>
              <p>
                <button type="button" class="btn main" onClick={props.onRetry}>
                  {SHELL.retry}
                </button>
              </p>
              <Show when={help()} keyed>
                {(Help) => <Help />}
              </Show>
            </>
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
