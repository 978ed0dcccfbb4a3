import { createSignal, For, type JSX, Show } from "solid-js";
import { COMPARAISON, isShortened, type PhrasePart, phraseText } from "../../../labels/comparaison.ts";

/** A sentence about a change: its quotations shortened, with the whole at hand. */
function Phrase(props: { parts: readonly PhrasePart[] }): JSX.Element {
  const [whole, setWhole] = createSignal(false);
  return (
    <Show when={isShortened(props.parts)} fallback={phraseText(props.parts)}>
      <span class="on-screen">{phraseText(props.parts, whole() ? Number.POSITIVE_INFINITY : undefined)}</span>
      {/* Nothing can be unfolded on paper. */}
      <span class="on-paper">{phraseText(props.parts, Number.POSITIVE_INFINITY)}</span>{" "}
      <button type="button" class="link more-words" aria-expanded={whole()} onClick={() => setWhole(!whole())}>
        {whole() ? COMPARAISON.lessWords : COMPARAISON.allWords}
      </button>
    </Show>
  );
}

/** Sentences about changes, as a list. */
export function Phrases(props: {
  phrases: readonly { readonly id: string; readonly parts: readonly PhrasePart[] }[];
  /** The id of the one that one is at. */
  current: string | null;
}): JSX.Element {
  return (
    <ul class="phrases">
      <For each={props.phrases}>
        {(phrase) => (
          <li id={phrase.id} tabindex="-1" classList={{ current: phrase.id === props.current }}>
            <Phrase parts={phrase.parts} />
          </li>
        )}
      </For>
    </ul>
  );
}
