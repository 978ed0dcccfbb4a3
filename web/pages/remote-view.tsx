import { type Accessor, type JSX, Match, Switch } from "solid-js";
import type { ApiRefusal } from "../api/client.ts";
import { API_REFUSAL_LABELS } from "../labels/api-refusals.ts";
import type { Remote } from "../stores/remote.ts";
import { LoadingPage } from "./loading-page.tsx";
import { RefusedPage } from "./refused-page.tsx";

export interface RemoteViewProps<Value, Code extends string> {
  readonly state: Remote<Value, Code>;
  /** Said while it is loading. */
  readonly loading: string;
  readonly onRetry: () => void;
  /** A sentence for each refusal that only this request has. */
  readonly sentences?: Readonly<Record<Exclude<Code, ApiRefusal>, string>>;
  /** Instead of the usual page, for the refusals that have a better one here. */
  readonly refused?: (code: Code | ApiRefusal) => JSX.Element;
  /** `late`: why the last refresh failed, when it did. */
  readonly children: (value: Accessor<Value>, late: Accessor<ApiRefusal | null>) => JSX.Element;
}

/** The states that everything which comes from the server has. */
export function RemoteView<Value, Code extends string = ApiRefusal>(props: RemoteViewProps<Value, Code>): JSX.Element {
  const ready = () => (props.state.kind === "ready" ? props.state : null);
  const sentence = (code: Code | ApiRefusal): string =>
    // A code is of the one table or of the other: that is what `sentences` must hold.
    (({ ...API_REFUSAL_LABELS, ...props.sentences }) as Readonly<Record<string, string>>)[code] ?? "";
  const code = () => (props.state.kind === "refused" ? props.state.code : null);
  return (
    <Switch fallback={<LoadingPage label={props.loading} />}>
      <Match when={ready()}>
        {(now) =>
          props.children(
            () => now().value,
            () => now().late,
          )
        }
      </Match>
      <Match when={code()}>
        {(refusal) =>
          props.refused?.(refusal()) ?? (
            <RefusedPage code={refusal()} text={sentence(refusal())} onRetry={props.onRetry} />
          )
        }
      </Match>
    </Switch>
  );
}
