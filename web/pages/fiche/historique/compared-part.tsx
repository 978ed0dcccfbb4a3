import { createMemo, For, type JSX, Show } from "solid-js";
import type { ComparedPart, Masque, Names } from "../../../../shared/protocol/bodies/history.ts";
import { COMPARAISON } from "../../../labels/comparaison.ts";
import { PLACE_TITLES } from "../../../labels/sections.ts";
import { counted } from "../../../labels/typography.ts";
import { isUntouched, markersOf, type ShownChange } from "./changes.ts";
import { ComparedBlockView } from "./compared-block.tsx";
import { MasqueNotes } from "./masque-note.tsx";
import { Phrases } from "./phrases.tsx";

/** How a comparison is presented. */
export type ComparisonView = "texte" | "cote_a_cote" | "phrases";

export interface ComparedPartProps {
  readonly part: ComparedPart;
  readonly view: ComparisonView;
  /** Those of this part. */
  readonly changes: readonly ShownChange[];
  readonly masques: readonly Masque[];
  readonly noms: Names;
  /** The change that one is at. */
  readonly current: ShownChange | null;
}

/** A part that changed: under its title the text with what came and went, and each change in a sentence. */
export function ComparedPartView(props: ComparedPartProps): JSX.Element {
  const title = () => `compare-${props.part.partie}`;
  const markers = createMemo(() => markersOf(props.part.blocks));
  return (
    <section class="compared" aria-labelledby={title()}>
      <div class="section-head">
        <h2 id={title()} tabindex="-1">
          {PLACE_TITLES[props.part.partie]}
        </h2>
        <p class="writing">{counted(props.changes.length, "changement")}</p>
      </div>
      <MasqueNotes masques={props.masques} partie={props.part.partie} />
      <Show when={props.view !== "phrases"} fallback={<Told {...props} changes={props.changes} withPlace />}>
        <Show when={props.view === "cote_a_cote"}>
          <div class="sides side-titles" aria-hidden="true">
            <p class="side-title">{COMPARAISON.before}</p>
            <p class="side-title">{COMPARAISON.after}</p>
          </div>
        </Show>
        <For each={props.part.blocks}>
          {(block, index) => {
            const changes = () => props.changes.filter(({ changement }) => changement.bloc === index());
            const side = { partie: props.part.partie, block, noms: props.noms, marker: markers()[index()] ?? "" };
            return (
              <div class="compared-block" classList={{ touched: !isUntouched(block) }}>
                <Show
                  when={props.view === "cote_a_cote"}
                  fallback={<ComparedBlockView {...side} index={index()} changes={changes()} side="both" />}
                >
                  <div class="sides">
                    <div class="before">
                      <p class="side-title">{COMPARAISON.before}</p>
                      <ComparedBlockView {...side} index={index()} changes={changes()} side="before" />
                    </div>
                    <div class="after">
                      <p class="side-title">{COMPARAISON.after}</p>
                      <ComparedBlockView {...side} index={index()} changes={changes()} side="after" />
                    </div>
                  </div>
                </Show>
                <Show when={changes().length > 0}>
                  <Told {...props} changes={changes()} withPlace={false} />
                </Show>
              </div>
            );
          }}
        </For>
      </Show>
    </section>
  );
}

function Told(
  props: Pick<ComparedPartProps, "current"> & { changes: readonly ShownChange[]; withPlace: boolean },
): JSX.Element {
  return (
    <Phrases
      phrases={props.changes.map(({ told, phrase, shortPhrase }) => ({
        id: told,
        parts: props.withPlace ? phrase : shortPhrase,
      }))}
      current={props.current?.told ?? null}
    />
  );
}
