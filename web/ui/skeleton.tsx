import { For, type JSX, onCleanup, onMount } from "solid-js";
import { announce, unsay } from "./announcer.ts";

/** What comes sooner than this needs no word, in milliseconds. */
const WORTH_SAYING_MS = 500;

/** The shape of what is coming, with words for those who do not see it. */
export function Skeleton(props: { label: string; lines: number; class?: string }): JSX.Element {
  onMount(() => {
    const timer = setTimeout(() => announce(props.label), WORTH_SAYING_MS);
    onCleanup(() => {
      clearTimeout(timer);
      unsay(props.label);
    });
  });
  return (
    <div class={props.class}>
      <p class="visually-hidden">{props.label}</p>
      <div class="skeleton" aria-hidden="true">
        <For each={Array.from({ length: props.lines })}>{() => <span class="bone" />}</For>
      </div>
    </div>
  );
}
