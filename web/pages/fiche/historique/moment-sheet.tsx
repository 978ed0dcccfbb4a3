import { For, type JSX, Show } from "solid-js";
import { isBlank, isVisible } from "../../../../shared/editor/blocks.ts";
import { ENGAGEMENT, type EngagementPart } from "../../../../shared/editor/canonical.ts";
import { blocksToHtml } from "../../../../shared/editor/to-html.ts";
import type { MomentBody } from "../../../../shared/protocol/bodies/history.ts";
import { MOMENT } from "../../../labels/historique.ts";
import { PLACE_TITLES } from "../../../labels/sections.ts";
import { MasqueNotes } from "./masque-note.tsx";
import { Restored, type RestoredText, useWhyNotRestore } from "./restore.tsx";

export interface MomentSheetProps {
  readonly id: string;
  readonly value: MomentBody;
  /** What was just restored: said in its place. */
  readonly restored: RestoredText | null;
  readonly onWho: (partie: EngagementPart) => void;
  readonly onRestore: (partie: EngagementPart) => void;
}

/** The sheet as it was, to read: headings, lists and quotations as in Lecture. */
export function MomentSheet(props: MomentSheetProps): JSX.Element {
  return (
    <article class="sheet" id={props.id} tabindex="-1" aria-label={MOMENT.sheet}>
      <For each={ENGAGEMENT}>{(partie) => <PartOfSheet {...props} partie={partie} />}</For>
    </article>
  );
}

function PartOfSheet(props: MomentSheetProps & { partie: EngagementPart }): JSX.Element {
  const whyNotRestore = useWhyNotRestore();
  const title = () => `alors-${props.partie}`;
  const of = () => <span class="visually-hidden"> ({PLACE_TITLES[props.partie]})</span>;
  const isWritten = () => {
    const { content } = props.value;
    const { partie } = props;
    return partie === "intitule" ? isVisible(content.intitule) : !content.sections[partie].every(isBlank);
  };
  return (
    <section id={props.partie} aria-labelledby={title()}>
      <div class="section-head">
        <h2 id={title()} tabindex="-1">
          {PLACE_TITLES[props.partie]}
        </h2>
        <Show when={isWritten()}>
          <p class="section-acts">
            <button type="button" class="link" onClick={() => props.onWho(props.partie)}>
              {MOMENT.whoWrote}
              {of()}
            </button>
            <Show when={whyNotRestore() === null}>
              <button type="button" class="link" onClick={() => props.onRestore(props.partie)}>
                {MOMENT.restoreSection}
                {of()}
              </button>
            </Show>
          </p>
        </Show>
      </div>
      <Show when={props.restored?.partie === props.partie && props.restored} keyed>
        {({ sentence }) => <Restored sentence={sentence} />}
      </Show>
      <MasqueNotes masques={props.value.masques} partie={props.partie} />
      <Show when={isWritten()} fallback={<p class="help not-written">{MOMENT.notWritten}</p>}>
        <Words value={props.value} partie={props.partie} />
      </Show>
    </section>
  );
}

/** The words alone, by which a selection is counted: `selected-passage.ts`. */
export function Words(props: { value: MomentBody; partie: EngagementPart }): JSX.Element {
  const { partie } = props;
  return partie === "intitule" ? (
    <p class="intitule-then" data-partie={partie}>
      {props.value.content.intitule}
    </p>
  ) : (
    // `blocksToHtml` escapes every word of it.
    <div data-partie={partie} innerHTML={blocksToHtml(props.value.content.sections[partie], { headingLevel: 3 })} />
  );
}
