import { type JSX, onMount, Show } from "solid-js";
import { paths } from "../../../shared/protocol/paths.ts";
import { MISSING_FICHE } from "../../labels/missing-fiche.ts";
import { useApp } from "../../stores/app-context.ts";
import { createLatePart } from "../../ui/late-part.ts";
import { MessagePage } from "../message-page.tsx";

/** Instead of a fiche that is not there, or not open to this person: with their text that never left, if there is some. */
export default function MissingFiche(props: { slug: string; short: string | null }): JSX.Element {
  const { session } = useApp();
  const unsentText = createLatePart(() => import("./unsent/unsent-text.tsx"));
  onMount(() => void unsentText.ask());
  const mine = () => {
    const state = session.state();
    return state.kind === "present" && props.short !== null
      ? { account: state.session.account.id, short: props.short }
      : null;
  };
  return (
    <MessagePage
      title={MISSING_FICHE.title}
      text={MISSING_FICHE.text}
      act={
        <>
          <a class="btn main" href={paths.contrat(props.slug)}>
            {MISSING_FICHE.backToContrat}
          </a>
          <Show when={unsentText()} keyed>
            {(UnsentText) => (
              <Show when={mine()}>
                {(asked) => (
                  <UnsentText
                    account={asked().account}
                    fiche={asked().short}
                    canSend={false}
                    onSend={() => {}}
                    isClosed
                  />
                )}
              </Show>
            )}
          </Show>
        </>
      }
    />
  );
}
