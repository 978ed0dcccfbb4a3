import { type JSX, Show, untrack } from "solid-js";
import { announced } from "./announcer.ts";

/**
 * The polite live region: of the page, outside the editor, or of the window that is over it. Mounted before anything is said
 * in it; one of them alone is within reach.
 */
export function LiveRegion(props: { inWindow?: boolean }): JSX.Element {
  // What was said before a window opened is not said again in it.
  const before = untrack(announced).turn;
  const said = () => {
    const now = announced();
    return now.turn > before && now.inWindow === (props.inWindow === true) ? now : null;
  };
  return (
    <div class="visually-hidden" role="status" aria-live="polite">
      {/* A new element for each message: the same words said twice are heard twice. */}
      <Show when={said()} keyed>
        {(message) => <p>{message.text}</p>}
      </Show>
    </div>
  );
}
