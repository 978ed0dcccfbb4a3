import "../../../styles/historique.css";
import { For, type JSX, Show } from "solid-js";
import { isVisible } from "../../../../shared/editor/blocks.ts";
import { ENGAGEMENT, type EngagementPart } from "../../../../shared/editor/canonical.ts";
import { partText } from "../../../../shared/editor/part-text.ts";
import type { MomentBody } from "../../../../shared/protocol/bodies/history.ts";
import { MOMENT } from "../../../labels/historique.ts";
import { INSTRUCTION } from "../../../labels/instruction.ts";
import { PLACE_TITLES } from "../../../labels/sections.ts";
import { MasqueNotes } from "../historique/masque-note.tsx";
import { Words } from "../historique/moment-sheet.tsx";

export interface VersionSheetProps {
  readonly value: MomentBody;
  /** Begins a réserve on this part; null: this person gives no avis. */
  readonly onReserve: ((partie: EngagementPart) => void) | null;
  /** What stands behind a part: the réserves on it. */
  readonly beside: (partie: EngagementPart) => JSX.Element;
}

/** The words of a version, to examine: part by part, with what was said of each. */
export function VersionSheet(props: VersionSheetProps): JSX.Element {
  const written = (partie: EngagementPart) => isVisible(partText(props.value.content, partie));
  return (
    <article class="sheet" aria-label={INSTRUCTION.sheet}>
      <For each={ENGAGEMENT}>
        {(partie) => (
          <section id={partie} aria-labelledby={`version-${partie}`}>
            <div class="section-head">
              <h2 id={`version-${partie}`} tabindex="-1">
                {PLACE_TITLES[partie]}
              </h2>
              <Show when={props.onReserve} keyed>
                {(begin) => (
                  <button type="button" class="link" onClick={() => begin(partie)}>
                    {INSTRUCTION.reserveHere}
                    <span class="visually-hidden"> ({PLACE_TITLES[partie]})</span>
                  </button>
                )}
              </Show>
            </div>
            <MasqueNotes masques={props.value.masques} partie={partie} />
            <Show when={written(partie)} fallback={<p class="help not-written">{MOMENT.notWritten}</p>}>
              <Words value={props.value} partie={partie} />
            </Show>
            {props.beside(partie)}
          </section>
        )}
      </For>
    </article>
  );
}
