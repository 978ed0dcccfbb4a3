import { type JSX, Show } from "solid-js";
import { paths } from "../../../shared/protocol/paths.ts";
import { CONNEXION } from "../../labels/connexion.ts";
import { useApp } from "../../stores/app-context.ts";
import { Notice } from "../../ui/notice.tsx";

/** Says that somebody is signed in already, on a page where one signs in. */
export function AlreadyHere(props: { means?: string }): JSX.Element {
  const { session } = useApp();
  const name = () => {
    const state = session.state();
    return state.kind === "present" ? state.session.account.nom : null;
  };
  return (
    <Show when={name()}>
      {(here) => (
        <Notice
          tone="info"
          act={
            <a class="btn small" href={paths.awaiting}>
              {CONNEXION.goOn}
            </a>
          }
        >
          {CONNEXION.already} {here()}. {props.means}
        </Notice>
      )}
    </Show>
  );
}
