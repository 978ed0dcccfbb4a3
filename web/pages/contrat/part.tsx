import { type Accessor, createEffect, createSignal, type JSX, Match, on, Switch, untrack } from "solid-js";
import { type ApiRefusal, isPassing } from "../../api/client.ts";
import type { ActRefusal } from "../../api/contrat.ts";
import { API_REFUSAL_LABELS } from "../../labels/api-refusals.ts";
import { ACT_REFUSAL_LABELS } from "../../labels/contrat-refusals.ts";
import { SHELL } from "../../labels/shell.ts";
import { UNHEARD } from "../../labels/unheard.ts";
import type { Question } from "../../primitives/create-question.ts";
import { keepFocus } from "../../primitives/keep-focus.ts";
import { announce } from "../../ui/announcer.ts";
import { Notice } from "../../ui/notice.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { LateNotice } from "../late-notice.tsx";

export interface PartProps<Value> {
  readonly question: Question<Value, ActRefusal>;
  /** Said while it is loading. */
  readonly loading: string;
  /** The id of the heading above: takes the focus when what had it is gone. */
  readonly heading: string;
  /** Of a refusal that here has a reason of its own. */
  readonly sentences?: { readonly [Code in ActRefusal | ApiRefusal]?: string };
  /** What is shown when there is no such thing: to ask again would not help. */
  readonly missing?: () => JSX.Element;
  readonly children: (value: Accessor<Value>) => JSX.Element;
}

/** A part of a page that comes from the server: loading, refused, or there; the rest of the page stays. */
export function Part<Value>(props: PartProps<Value>): JSX.Element {
  const ready = () => {
    const state = props.question.state();
    return state.kind === "ready" ? state : null;
  };
  const refused = () => {
    const state = props.question.state();
    return state.kind === "refused" ? state.code : null;
  };
  const [retrying, setRetrying] = createSignal(false);
  const retry = () => {
    if (retrying()) return;
    setRetrying(true);
    announce(props.loading);
    props.question.refresh();
  };
  createEffect(
    on(
      props.question.state,
      (state) => {
        if (!untrack(retrying)) return;
        setRetrying(false);
        if (state.kind === "refused") announce(refusalSentence(state.code, props.sentences));
        // The button is gone.
        else if (document.activeElement === document.body) document.getElementById(props.heading)?.focus();
      },
      { defer: true },
    ),
  );
  keepFocus(
    () => ready()?.value,
    () => props.heading,
  );
  return (
    <Switch fallback={<Skeleton label={props.loading} lines={4} />}>
      <Match when={ready()}>
        {(now) => (
          <>
            <LateNotice late={now().late} onRetry={retry} />
            {props.children(() => now().value)}
          </>
        )}
      </Match>
      <Match when={refused() === "introuvable" && props.missing}>{(missing) => missing()()}</Match>
      <Match when={refused()}>
        {(code) => (
          <Notice
            tone={isPassing(code()) ? "offline" : "warn"}
            act={
              <button type="button" class="btn small" aria-disabled={retrying()} onClick={retry}>
                {retrying() ? UNHEARD.retrying : SHELL.retry}
              </button>
            }
          >
            {refusalSentence(code(), props.sentences)}
          </Notice>
        )}
      </Match>
    </Switch>
  );
}

/** Why a question or an act about a contrat was refused. */
function refusalSentence(code: ApiRefusal | ActRefusal, own: PartProps<unknown>["sentences"]): string {
  return { ...ACT_REFUSAL_LABELS, ...API_REFUSAL_LABELS, ...own }[code];
}
