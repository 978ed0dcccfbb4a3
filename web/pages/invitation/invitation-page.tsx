import { useLocation, useParams } from "@solidjs/router";
import { createEffect, createSignal, type JSX, Match, on, Switch } from "solid-js";
import type { InvitationOpenedBody } from "../../../shared/protocol/bodies/invitation.ts";
import type { ApiRefusal } from "../../api/client.ts";
import { createJoiningApi, type InvitationRefusal } from "../../api/joining.ts";
import { INVITATION } from "../../labels/joining.ts";
import { useApp } from "../../stores/app-context.ts";
import { LoadingPage } from "../loading-page.tsx";
import { Accept } from "./accept.tsx";
import { InvitationRefused } from "./invitation-refused.tsx";

type State =
  | { readonly kind: "loading" }
  | { readonly kind: "opened"; readonly invitation: InvitationOpenedBody }
  | { readonly kind: "refused"; readonly code: ApiRefusal | InvitationRefusal | "coupee" };

/** What the link of an invitation opens: who invites, to what, for whom one speaks, and a button. */
export default function InvitationPage(): JSX.Element {
  const { ask, session } = useApp();
  const api = createJoiningApi(ask);
  const params = useParams();
  const jeton = useLocation().hash.slice(1);
  const slug = () => params["slug"] ?? "";
  const [state, setState] = createSignal<State>({ kind: "loading" });
  const person = () => {
    const now = session.state();
    if (now.kind === "loading") return undefined;
    return now.kind === "present" ? now.session.account : null;
  };

  async function open(): Promise<void> {
    if (jeton === "") {
      setState({ kind: "refused", code: "coupee" });
      return;
    }
    const result = await api.openInvitation(slug(), jeton);
    setState(result.ok ? { kind: "opened", invitation: result.value } : { kind: "refused", code: result.code });
  }
  // Once it is known who is here: the answer may depend on it.
  createEffect(
    on(
      () => person()?.id ?? (person() === null ? null : undefined),
      (id) => void (id !== undefined && open()),
    ),
  );

  const opened = () => {
    const now = state();
    return now.kind === "opened" ? now.invitation : null;
  };
  const refused = () => {
    const now = state();
    return now.kind === "refused" ? now.code : null;
  };
  return (
    <Switch fallback={<LoadingPage label={INVITATION.loading} />}>
      <Match when={opened()}>
        {(invitation) => (
          <Accept
            invitation={invitation()}
            slug={slug()}
            jeton={jeton}
            person={person()?.nom ?? null}
            onRefused={(code) => setState({ kind: "refused", code })}
          />
        )}
      </Match>
      <Match when={refused()}>{(code) => <InvitationRefused code={code()} onRetry={() => void open()} />}</Match>
    </Switch>
  );
}
