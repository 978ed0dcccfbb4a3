import TriangleAlert from "lucide-solid/icons/triangle-alert";
import { createEffect, For, type JSX, on, Show } from "solid-js";
import { paths } from "../../../shared/protocol/paths.ts";
import { FORMS, problemsTitle } from "../../labels/forms.ts";
import { UNHEARD } from "../../labels/unheard.ts";
import type { FormProblem, FormState } from "../../primitives/create-form.ts";

/** What keeps a form from being done, above it: takes the focus after each attempt, and leads to each field. */
export function ErrorSummary(props: {
  form: Pick<FormState, "problems" | "signedOut" | "unheard" | "isChanged">;
}): JSX.Element {
  let summary: HTMLDivElement | undefined;
  const inFields = () => props.form.problems().filter(({ field }) => field !== null);
  const ofTheWhole = () => props.form.problems().filter(({ field }) => field === null);
  // Of an attempt made before this came, it takes the focus in the place of what goes as it comes, and of nothing else.
  const had = document.activeElement;
  createEffect(
    on(props.form.problems, (problems, earlier) => {
      if (problems.length === 0) return;
      queueMicrotask(() => (earlier !== undefined || had?.isConnected === false) && summary?.focus());
    }),
  );
  return (
    <Show when={props.form.problems().length > 0}>
      <div ref={summary} class="notice warn problems" tabindex="-1">
        <TriangleAlert class="icon" />
        <div class="notice-text">
          <Show when={inFields().length > 0}>
            <p>
              <strong>{problemsTitle(inFields().length)}</strong>
            </p>
            <ul>
              <For each={inFields()}>{(problem) => <ToField problem={problem} />}</For>
            </ul>
          </Show>
          <For each={ofTheWhole()}>
            {(problem) => (
              <>
                <p>
                  <strong>{props.form.unheard() ? UNHEARD.title : FORMS.notDone}</strong> {problem.sentence}
                </p>
                <Show when={props.form.isChanged()}>
                  <p>{FORMS.nothingLost}</p>
                </Show>
              </>
            )}
          </For>
          <Show when={props.form.signedOut()}>
            <p>
              <a href={paths.signIn} target="_blank" rel="noopener external">
                {FORMS.signInElsewhere}
              </a>
            </p>
          </Show>
        </div>
      </div>
    </Show>
  );
}

function ToField(props: { problem: FormProblem }): JSX.Element {
  const go = (event: MouseEvent) => {
    // The router would take it for a change of page.
    event.preventDefault();
    const input = document.getElementById(props.problem.field ?? "");
    input?.scrollIntoView({ block: "center" });
    input?.focus({ preventScroll: true });
  };
  return (
    <li>
      <a href={`#${props.problem.field}`} onClick={go}>
        {props.problem.sentence}
      </a>
    </li>
  );
}
