import { createMemo, createSignal, For, type JSX, Show } from "solid-js";
import type { EngagementPart } from "../../../../shared/editor/canonical.ts";
import type { ComparaisonBody, MomentBody } from "../../../../shared/protocol/bodies/history.ts";
import type { ActRefusal } from "../../../api/contrat.ts";
import { COMPARAISON } from "../../../labels/comparaison.ts";
import { changedSince, INSTRUCTION } from "../../../labels/instruction.ts";
import { createQuestion, type Question } from "../../../primitives/create-question.ts";
import { Part } from "../../contrat/part.tsx";
import { Comparison } from "../historique/comparison.tsx";
import { useHistory } from "../historique/use-history.ts";
import { VersionSheet } from "./version-sheet.tsx";

type View = "changements" | "cote_a_cote" | "texte";

export interface VersionTextProps {
  readonly numero: number;
  /** The version from which changes are shown; null: there is none before. */
  readonly since: number | null;
  /** Whether that is the one on which this person gave an avis: then what changed is what they read. */
  readonly isMine: boolean;
  readonly text: Question<MomentBody, ActRefusal>;
  readonly onReserve: ((partie: EngagementPart) => void) | null;
  readonly beside: (partie: EngagementPart) => JSX.Element;
}

/** The words that are examined: only what changed since one's avis, or all of them. */
export function VersionText(props: VersionTextProps): JSX.Element {
  const [view, setView] = createSignal<View>(props.isMine && props.since !== null ? "changements" : "texte");
  const views = (): readonly { readonly view: View; readonly label: string }[] => [
    ...(props.since === null
      ? []
      : [
          { view: "changements" as const, label: changedSince(props.since, props.isMine) },
          { view: "cote_a_cote" as const, label: INSTRUCTION.viewSides },
        ]),
    { view: "texte", label: INSTRUCTION.viewText },
  ];
  const compared = createMemo(() => (view() === "texte" ? null : props.since));
  return (
    <div class="version-text" id="version" tabindex="-1">
      <Show when={views().length > 1}>
        <section class="segments" aria-label={INSTRUCTION.views}>
          <For each={views()}>
            {(each) => (
              <button
                type="button"
                class="btn small quiet"
                aria-pressed={view() === each.view}
                onClick={() => setView(each.view)}
              >
                {each.label}
              </button>
            )}
          </For>
        </section>
      </Show>
      <Show
        when={compared()}
        keyed
        fallback={
          <Part question={props.text} loading={INSTRUCTION.loadingText} heading="version">
            {(value) => <VersionSheet value={value()} onReserve={props.onReserve} beside={props.beside} />}
          </Part>
        }
      >
        {(since) => (
          <Compared
            from={since}
            to={props.numero}
            view={view() === "cote_a_cote" ? "cote_a_cote" : "texte"}
            beside={props.beside}
          />
        )}
      </Show>
    </div>
  );
}

function Compared(props: {
  from: number;
  to: number;
  view: "texte" | "cote_a_cote";
  beside: (partie: EngagementPart) => JSX.Element;
}): JSX.Element {
  const api = useHistory();
  const question = createQuestion<ComparaisonBody, ActRefusal>(() =>
    api.comparaison({ kind: "version", numero: props.from }, { kind: "version", numero: props.to }),
  );
  return (
    <Part question={question} loading={COMPARAISON.loading} heading="version">
      {(value) => <Comparison body={value()} view={props.view} beside={props.beside} />}
    </Part>
  );
}
