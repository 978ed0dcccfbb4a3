import ArrowDown from "lucide-solid/icons/arrow-down";
import ArrowUp from "lucide-solid/icons/arrow-up";
import { createSignal, type JSX, onCleanup, onMount, Show } from "solid-js";
import { COMPARAISON, changeOf, phraseText } from "../../../labels/comparaison.ts";
import { fr } from "../../../labels/typography.ts";
import { announce } from "../../../ui/announcer.ts";
import type { ShownChange } from "./changes.ts";

/** Going from one change to the next. */
export interface ChangeSteps {
  readonly current: () => ShownChange | null;
  readonly index: () => number;
  readonly count: () => number;
  readonly next: () => void;
  readonly previous: () => void;
}

/**
 * Goes from change to change, by Alt and the arrows too, and puts the focus where each is seen: in the text, or in its
 * sentence while only sentences are shown. Within a component.
 */
export function createChangeSteps(changes: () => readonly ShownChange[]): ChangeSteps {
  const [index, setIndex] = createSignal(-1);
  const go = (to: number) => {
    const count = changes().length;
    if (count === 0) return;
    // Round again, as the buttons never are without an answer.
    const at = (to + count) % count;
    setIndex(at);
    const change = changes()[at];
    if (change === undefined) return;
    const place = document.getElementById(change.anchor) ?? document.getElementById(change.told);
    place?.focus({ preventScroll: true });
    place?.scrollIntoView({ block: "center" });
    announce(fr(`${changeOf(at, count)} : ${phraseText(change.phrase)}`));
  };
  const next = () => go(index() + 1);
  const previous = () => go(index() < 0 ? -1 : index() - 1);

  onMount(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (isTakenElsewhere(event.target)) return;
      if (event.key === "ArrowDown") next();
      else if (event.key === "ArrowUp") previous();
      else return;
      event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    onCleanup(() => document.removeEventListener("keydown", onKey));
  });

  return { index, count: () => changes().length, current: () => changes()[index()] ?? null, next, previous };
}

/** Where these keys do something of their own (a list of choices, a date, a Mac's paragraphs), or a window is over the page. */
function isTakenElsewhere(target: EventTarget | null): boolean {
  const isField =
    target instanceof Element && target.matches("select, textarea, input:not([type=radio], [type=checkbox])");
  return isField || document.querySelector("dialog[open]") !== null;
}

/** What stays in sight over a comparison: the change that one is at, told, and the ways to the others. */
export function ChangeBar(props: { steps: ChangeSteps }): JSX.Element {
  return (
    <section class="change-bar" aria-label={COMPARAISON.changes}>
      <div class="change-buttons">
        <button type="button" class="btn small" title={COMPARAISON.previousKeys} onClick={() => props.steps.previous()}>
          <ArrowUp class="icon" />
          {COMPARAISON.previous}
          <span class="visually-hidden"> {COMPARAISON.change}</span>
        </button>
        <button type="button" class="btn small" title={COMPARAISON.nextKeys} onClick={() => props.steps.next()}>
          <ArrowDown class="icon" />
          {COMPARAISON.next}
          <span class="visually-hidden"> {COMPARAISON.change}</span>
        </button>
      </div>
      <Show when={props.steps.current()} fallback={<p class="muted by-keys">{COMPARAISON.keys}</p>}>
        {(change) => (
          <p class="change-told">
            <strong>{changeOf(props.steps.index(), props.steps.count())}</strong> {phraseText(change().phrase)}
          </p>
        )}
      </Show>
    </section>
  );
}
