import "../../../styles/comparaison.css";
import { createMemo, For, type JSX, Show } from "solid-js";
import type { EngagementPart } from "../../../../shared/editor/canonical.ts";
import type { ComparaisonBody } from "../../../../shared/protocol/bodies/history.ts";
import { COMPARAISON, identicalSections } from "../../../labels/comparaison.ts";
import { PLACE_TITLES } from "../../../labels/sections.ts";
import { ChangeBar, createChangeSteps } from "./change-steps.tsx";
import { shownChanges } from "./changes.ts";
import { ComparedPartView, type ComparisonView } from "./compared-part.tsx";
import { MasqueNotes } from "./masque-note.tsx";
import { withWholeWords } from "./whole-words.ts";

export interface ComparisonProps {
  readonly body: ComparaisonBody;
  readonly view: ComparisonView;
  /** What stands behind a part that changed. */
  readonly beside?: (partie: EngagementPart) => JSX.Element;
}

/** Two moments of a sheet, compared: every part that changed, told and shown, then those that did not. */
export function Comparison(props: ComparisonProps): JSX.Element {
  const parties = createMemo(() =>
    props.body.parties.map((part) => ({ ...part, blocks: part.blocks.map(withWholeWords) })),
  );
  const changes = createMemo(() => shownChanges(parties(), props.body.noms));
  const steps = createChangeSteps(changes);
  const changed = createMemo(() => parties().filter(({ identique }) => !identique));
  const identical = () => parties().filter(({ identique }) => identique);
  return (
    <Show when={changed().length > 0} fallback={<p class="empty">{COMPARAISON.same}</p>}>
      <ChangeBar steps={steps} />
      <article
        class="sheet comparison"
        classList={{ "side-by-side": props.view === "cote_a_cote", told: props.view === "phrases" }}
      >
        <Show when={props.view !== "phrases"}>
          <p class="legend muted">
            <span class="visually-hidden">{COMPARAISON.legend} </span>
            <ins>{COMPARAISON.added}</ins> <del>{COMPARAISON.removed}</del> <ins class="moved">{COMPARAISON.moved}</ins>{" "}
            <span class="reformed">{COMPARAISON.form}</span>
          </p>
        </Show>
        <For each={changed()}>
          {(part) => (
            <>
              <ComparedPartView
                part={part}
                view={props.view}
                changes={changes().filter(({ partie }) => partie === part.partie)}
                masques={props.body.masques}
                noms={props.body.noms}
                current={steps.current()}
              />
              {props.beside?.(part.partie)}
            </>
          )}
        </For>
        <Show when={identical().length > 0}>
          <details class="identical">
            <summary>{identicalSections(identical().length)}</summary>
            <ul>
              <For each={identical()}>
                {({ partie }) => (
                  <li>
                    {PLACE_TITLES[partie]}
                    <MasqueNotes masques={props.body.masques} partie={partie} />
                  </li>
                )}
              </For>
            </ul>
          </details>
        </Show>
      </article>
    </Show>
  );
}
