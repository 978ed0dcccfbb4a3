import "../styles/forms.css";
import Check from "lucide-solid/icons/badge-check";
import { type Accessor, createSignal, type JSX, Show } from "solid-js";
import { announce } from "./announcer.ts";

/** What was just done, in words: on the screen until the next act, and said once. */
export function createSaid(): [said: Accessor<string | null>, say: (sentence: string | null) => void] {
  const [said, setSaid] = createSignal<string | null>(null);
  return [
    said,
    (sentence) => {
      setSaid(sentence);
      if (sentence !== null) announce(sentence);
    },
  ];
}

/** The sentence of an act that was done. */
export function Said(props: { text: string | null }): JSX.Element {
  return (
    <Show when={props.text}>
      {(text) => (
        <p class="said">
          <Check class="icon" />
          {text()}
        </p>
      )}
    </Show>
  );
}
