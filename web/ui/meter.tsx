import { For, type JSX } from "solid-js";

/** How many of a small number of things are done, one box each. The words beside it say the same: hidden from readers. */
export function Meter(props: { filled: number; total: number }): JSX.Element {
  return (
    <span class="meter" aria-hidden="true">
      <For each={Array.from({ length: props.total })}>
        {(_, index) => <i classList={{ filled: index() < props.filled }} />}
      </For>
    </span>
  );
}
