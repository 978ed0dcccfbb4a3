import { createMemo, For, type JSX, Show } from "solid-js";
import { ENGAGEMENT, type EngagementPart } from "../../../../shared/editor/canonical.ts";
import { INSTRUCTION, quotedNoMore, reserveNumber } from "../../../labels/instruction.ts";
import { PLACE_TITLES } from "../../../labels/sections.ts";
import { shorten } from "../../../labels/shorten.ts";
import { fr } from "../../../labels/typography.ts";
import { type ReserveDraft, reserveFieldId } from "./avis-draft.ts";
import { sentencesOf } from "./passages.ts";

/** How much of a sentence the list shows. */
const SHOWN = 70;
const WHOLE = "";

export interface ReserveFieldProps {
  readonly draft: ReserveDraft;
  readonly index: number;
  /** The number of the version that is shown. */
  readonly version: number;
  /** The words of a part of it, one line per paragraph; null while they are not there. */
  readonly words: (partie: EngagementPart) => string | null;
  readonly onRemove: () => void;
}

/** A réserve being written: on which words, chosen by the keyboard alone, and what it asks for. */
export function ReserveField(props: ReserveFieldProps): JSX.Element {
  const id = (name: string) => `reserve-${props.draft.id}-${name}`;
  const words = () => props.words(props.draft.partie());
  const sentences = createMemo(() => sentencesOf(words() ?? ""));
  // Another version may have come since they were quoted.
  const isGone = () => words()?.includes(props.draft.citation()) === false;
  const isOwn = () => props.draft.citation() !== WHOLE && !sentences().includes(props.draft.citation());
  // What one was reading is far above on a small screen.
  const backToText = (event: MouseEvent) => {
    event.preventDefault();
    const partie = props.draft.partie();
    const places = [`version-${partie}`, `compare-${partie}`, "version"].map((place) => document.getElementById(place));
    const place = places.find((element) => element !== null);
    place?.scrollIntoView();
    place?.focus({ preventScroll: true });
  };
  const choose = (name: string) => {
    const partie = ENGAGEMENT.find((part) => part === name);
    if (partie !== undefined) props.draft.setOn(partie, WHOLE);
  };
  return (
    <fieldset class="reserve-draft">
      <legend>{reserveNumber(props.index)}</legend>
      <div class="field">
        <label for={id("partie")}>{INSTRUCTION.reserveOn}</label>
        <select id={id("partie")} class="input" onChange={(event) => choose(event.currentTarget.value)}>
          <For each={ENGAGEMENT}>
            {(partie) => (
              <option value={partie} selected={partie === props.draft.partie()}>
                {PLACE_TITLES[partie]}
              </option>
            )}
          </For>
        </select>
      </div>
      <div class="field">
        <label for={id("passage")}>{INSTRUCTION.reservePassage}</label>
        <select
          id={id("passage")}
          class="input"
          onChange={(event) => props.draft.setOn(props.draft.partie(), event.currentTarget.value)}
        >
          <option value={WHOLE} selected={props.draft.citation() === WHOLE}>
            {INSTRUCTION.reserveWhole}
          </option>
          <Show when={isOwn()}>
            <option value={props.draft.citation()} selected>
              {quoted(props.draft.citation())}
            </option>
          </Show>
          <For each={sentences()}>
            {(sentence) => (
              <option value={sentence} selected={sentence === props.draft.citation()}>
                {quoted(sentence)}
              </option>
            )}
          </For>
        </select>
      </div>
      <Show when={props.draft.citation()}>{(citation) => <blockquote>{citation()}</blockquote>}</Show>
      <Show when={isGone()}>
        <p class="field-error">{quotedNoMore(props.version)}</p>
      </Show>
      <div class="field">
        <label for={reserveFieldId(props.draft)}>{INSTRUCTION.reserveText}</label>
        <textarea
          id={reserveFieldId(props.draft)}
          class="input"
          rows={3}
          required
          value={props.draft.texte()}
          onInput={(event) => props.draft.setTexte(event.currentTarget.value)}
        />
      </div>
      <p class="reserve-draft-acts">
        <a href={`#${props.draft.partie()}`} onClick={backToText}>
          {INSTRUCTION.backToText}
        </a>
        <button type="button" class="link" onClick={() => props.onRemove()}>
          {INSTRUCTION.reserveRemove}
          <span class="visually-hidden"> ({reserveNumber(props.index)})</span>
        </button>
      </p>
    </fieldset>
  );
}

function quoted(words: string): string {
  return fr(`« ${shorten(words, SHOWN)} »`);
}
