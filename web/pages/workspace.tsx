import { Navigate, type RouteSectionProps, useLocation } from "@solidjs/router";
import { createEffect, type JSX, Match, Switch } from "solid-js";
import { paths } from "../../shared/protocol/paths.ts";
import { signInAddress } from "../api/return-address.ts";
import { SHELL } from "../labels/shell.ts";
import { useApp } from "../stores/app-context.ts";
import { keepPages } from "../stores/service-worker.ts";
import { whenIdle } from "../ui/late-part.ts";
import { LoadingPage } from "./loading-page.tsx";
import { RefusedPage } from "./refused-page.tsx";

/** The pages that need to know who is here. Without a session they lead to the sign-in page, which comes back here. */
export function Workspace(props: RouteSectionProps): JSX.Element {
  const { session } = useApp();
  const location = useLocation();
  const failed = () => {
    const state = session.state();
    return state.kind === "unreachable" ? state.code : null;
  };
  const signIn = () => {
    const state = session.state();
    const { pathname, search, hash } = location;
    return state.kind === "absent" && state.left ? paths.signIn : signInAddress(pathname + search + hash);
  };
  // For who works here, not for who only looks at the door.
  createEffect(() => {
    if (session.state().kind === "present") whenIdle(keepPages);
  });
  return (
    <Switch>
      <Match when={session.state().kind === "present"}>{props.children}</Match>
      <Match when={session.state().kind === "absent"}>
        <Navigate href={signIn()} />
      </Match>
      <Match when={failed()}>{(code) => <RefusedPage code={code()} onRetry={() => void session.load()} />}</Match>
      <Match when={session.state().kind === "loading"}>
        <LoadingPage label={SHELL.loading} />
      </Match>
    </Switch>
  );
}
