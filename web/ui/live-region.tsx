import { type JSX, Show } from "solid-js";
import { announced } from "./announcer.ts";

/** The one polite live region of the pages, outside the editor. Mounted once, before anything is said. */
export function LiveRegion(): JSX.Element {
  return (
    <div class="visually-hidden" role="status" aria-live="polite">
      {/* A new element for each message: the same words said twice are heard twice. */}
      <Show when={announced().turn > 0 && announced()} keyed>
        {(message) => <p>{message.text}</p>}
      </Show>
    </div>
  );
}
