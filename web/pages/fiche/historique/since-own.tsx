import { type JSX, Show } from "solid-js";
import type { HistoriqueBody } from "../../../../shared/protocol/bodies/history.ts";
import { historyPages } from "../../../../shared/protocol/history-paths.ts";
import { HISTORIQUE, lastWrote } from "../../../labels/historique.ts";
import { useApp } from "../../../stores/app-context.ts";
import { useFiche } from "../use-fiche.ts";
import { lastOwn, latestText } from "./timeline.ts";

/** For whoever comes back: when they last wrote here, and all that changed since, in one press. */
export function SinceOwn(props: { history: Pick<HistoriqueBody, "sittings"> }): JSX.Element {
  const { session } = useApp();
  const { slug, body } = useFiche();
  const me = () => {
    const state = session.state();
    return state.kind === "present" ? state.session.account.id : null;
  };
  return (
    <Show when={lastOwn(props.history, me())}>
      {(own) => (
        <div class="since-own">
          <p>{lastWrote(own())}</p>
          <Show when={latestText(props.history)}>
            {(latest) => (
              <a
                class="btn"
                href={historyPages.comparaison(slug, body().fiche, { kind: "log", seq: own().fin }, latest())}
              >
                {HISTORIQUE.since}
              </a>
            )}
          </Show>
        </div>
      )}
    </Show>
  );
}
