import { useLocation } from "@solidjs/router";
import ChevronDown from "lucide-solid/icons/chevron-down";
import { createEffect, createSignal, createUniqueId, type JSX, on, onCleanup, Show } from "solid-js";

export interface DisclosureProps {
  /** What the button shows. */
  readonly label: JSX.Element;
  readonly class?: string;
  /** At which side of the button the panel begins. */
  readonly align?: "start" | "end";
  /** No arrow: the label has its own picture. */
  readonly plain?: boolean;
  /** What the panel shows. `close` takes it away and gives the focus back to the button. */
  readonly children: (close: () => void) => JSX.Element;
}

/**
 * A button that opens a panel below it: the pattern of a site's navigation. Escape, a press elsewhere, focus that
 * leaves and a change of page close it.
 */
export function Disclosure(props: DisclosureProps): JSX.Element {
  const [open, setOpen] = createSignal(false);
  const location = useLocation();
  const panel = createUniqueId();
  let root!: HTMLDivElement;
  let button!: HTMLButtonElement;

  const close = () => {
    setOpen(false);
    button.focus();
  };

  createEffect(on([() => location.pathname, () => location.hash], () => setOpen(false), { defer: true }));
  createEffect(() => {
    if (!open()) return;
    const leave = (event: Event) => {
      // A window opened from the panel gives the focus back to it.
      const elsewhere = event.target instanceof Element && !root.contains(event.target);
      if (elsewhere && event.target.closest("dialog") === null) setOpen(false);
    };
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key === "Escape") close();
    };
    document.addEventListener("pointerdown", leave);
    document.addEventListener("focusin", leave);
    root.addEventListener("keydown", closeOnEscape);
    onCleanup(() => {
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("focusin", leave);
      root.removeEventListener("keydown", closeOnEscape);
    });
  });

  return (
    <div ref={root} class="disclosure" classList={{ [props.class ?? ""]: props.class !== undefined }}>
      <button
        ref={button}
        type="button"
        class="disclosure-trigger"
        aria-expanded={open()}
        aria-controls={open() ? panel : undefined}
        onClick={() => setOpen(!open())}
      >
        {props.label}
        <Show when={props.plain !== true}>
          <ChevronDown class="icon chevron" />
        </Show>
      </button>
      <Show when={open()}>
        <div id={panel} class="disclosure-panel" classList={{ "align-end": props.align === "end" }}>
          {props.children(close)}
        </div>
      </Show>
    </div>
  );
}
