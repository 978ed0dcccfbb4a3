import { createSignal, type JSX, onMount, Show } from "solid-js";
import type { AccessEndedBody } from "../../../shared/protocol/http-bodies.ts";
import { apiPaths, paths } from "../../../shared/protocol/paths.ts";
import { CHANGEMENT, changementSentence } from "../../labels/changement.ts";
import { CONTRAT_REFUSAL_LABELS } from "../../labels/contrat-refusals.ts";
import { SHELL } from "../../labels/shell.ts";
import { useApp } from "../../stores/app-context.ts";
import { MessagePage } from "../message-page.tsx";

/** Instead of a contrat that one is no more of: since when, and by whom. */
export default function AccessEnded(props: { slug: string }): JSX.Element {
  const { ask } = useApp();
  const [ended, setEnded] = createSignal<AccessEndedBody | null>(null);
  onMount(() => {
    void ask("GET", apiPaths.contrat(encodeURIComponent(props.slug)), {
      refusals: { acces_retire: 403 },
      onRefused: (json) => {
        if (isEnded(json)) setEnded(json);
      },
    });
  });
  return (
    <MessagePage
      title={ended()?.contrat ?? CHANGEMENT.ended}
      text={CONTRAT_REFUSAL_LABELS.acces_retire}
      act={
        <>
          <Show when={ended()?.changement}>{(changement) => <p>{changementSentence(changement())}</p>}</Show>
          <p>
            <a class="btn main" href={paths.awaiting}>
              {SHELL.backToAwaiting}
            </a>
          </p>
        </>
      }
    />
  );
}

function isEnded(json: object): json is AccessEndedBody {
  return "refus" in json && json.refus === "acces_retire";
}
