import "../styles/dialog.css";
import X from "lucide-solid/icons/x";
import { createMemo, createUniqueId, type JSX, onCleanup, onMount, Show } from "solid-js";
import { SHELL } from "../labels/shell.ts";
import { LiveRegion } from "./live-region.tsx";

/** What one came to fill in, or the safest answer. */
const FIRST = ".form :is(input, select, textarea), .dialog-body input[type=text], .dialog-acts button";

export interface DialogProps {
  readonly title: string;
  /** Called however the person leaves: button, Escape, press outside. */
  readonly onClose: () => void;
  readonly children: JSX.Element;
  /** The buttons, the safest first: what they answer to is heard before they are. */
  readonly acts?: JSX.Element;
  /** The id of what is heard as the window opens, where the first field has the focus. */
  readonly describedBy?: string | undefined;
}

/**
 * A window over the page, open for as long as it is mounted. It is the browser's own `<dialog>`: focus goes in, stays
 * in and comes back, the rest of the page is out of reach meanwhile.
 */
export function Dialog(props: DialogProps): JSX.Element {
  const title = createUniqueId();
  const body = createUniqueId();
  // Each reading of it would make the buttons again.
  const acts = createMemo(() => props.acts);
  let dialog!: HTMLDialogElement;

  onMount(() => {
    dialog.showModal();
    // Rather than to the cross, which comes first.
    const first = dialog.querySelector<HTMLElement>(FIRST);
    // Of a window that is longer than the screen, an answer at its end would be read before the question.
    const isBelow = dialog.scrollHeight > dialog.clientHeight && first?.closest(".dialog-acts") !== null;
    (isBelow ? dialog.querySelector<HTMLElement>(".dialog-title") : first)?.focus();
  });
  // Closed before it is taken away, so that the browser gives the focus back.
  onCleanup(() => dialog.close());

  const closeFromOutside = (event: MouseEvent) => {
    const box = dialog.getBoundingClientRect();
    const { clientX: x, clientY: y } = event;
    const inside = x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
    if (event.target === dialog && !inside) props.onClose();
  };

  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={title}
      aria-describedby={acts() === undefined ? props.describedBy : body}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
      on:pointerdown={closeFromOutside}
    >
      <header class="dialog-head">
        <h2 id={title} class="dialog-title" tabindex="-1">
          {props.title}
        </h2>
        <button
          type="button"
          class="btn quiet icon-only"
          aria-label={SHELL.close}
          title={SHELL.close}
          onClick={() => props.onClose()}
        >
          <X class="icon" />
        </button>
      </header>
      <div id={body} class="dialog-body">
        {props.children}
      </div>
      <Show when={acts()}>{(buttons) => <div class="dialog-acts">{buttons()}</div>}</Show>
      <LiveRegion inWindow />
    </dialog>
  );
}
