import { type Accessor, type JSX, Match, Switch } from "solid-js";
import type { ApiRefusal } from "../api/client.ts";
import type { Remote } from "../stores/remote.ts";
import { LoadingPage } from "./loading-page.tsx";
import { RefusedPage } from "./refused-page.tsx";

export interface RemoteViewProps<Value> {
  readonly state: Remote<Value>;
  /** Said while it is loading. */
  readonly loading: string;
  readonly onRetry: () => void;
  /** Instead of the usual page, for the refusals that have a better one here. */
  readonly refused?: (code: ApiRefusal) => JSX.Element;
  /** `late`: why the last refresh failed, when it did. */
  readonly children: (value: Accessor<Value>, late: Accessor<ApiRefusal | null>) => JSX.Element;
}

/** The states that everything which comes from the server has. */
export function RemoteView<Value>(props: RemoteViewProps<Value>): JSX.Element {
  const ready = () => (props.state.kind === "ready" ? props.state : null);
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
        {(refusal) => props.refused?.(refusal()) ?? <RefusedPage code={refusal()} onRetry={props.onRetry} />}
      </Match>
    </Switch>
  );
}
