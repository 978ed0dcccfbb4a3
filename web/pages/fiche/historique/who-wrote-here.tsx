import "../../../styles/who-bar.css";
import { createSignal, type JSX, onCleanup, onMount, Show } from "solid-js";
import type { DocumentId } from "../../../../shared/ids.ts";
import { WHO_WROTE } from "../../../labels/who-wrote.ts";
import { askToOpen, createLatePart } from "../../../ui/late-part.ts";
import { type Passage, selectedPassage } from "./selected-passage.ts";
import { onWhoAsked } from "./who-key.ts";

/** A press on the button takes the selection away on some phones: it stays for so long, in milliseconds. */
const PRESS_MS = 300;

export interface WhoWroteHereProps {
  readonly slug: string;
  readonly fiche: DocumentId;
  /** Whether this person only reads: then no toolbar asks, and a phone has no keys. */
  readonly reads: boolean;
}

/** Answers « Qui a écrit ceci ? » about the live text. The window comes when it is first asked. */
export default function WhoWroteHere(props: WhoWroteHereProps): JSX.Element {
  const answer = createLatePart(async () => ({ default: (await import("./who-wrote.tsx")).WhoWrote }));
  const [asked, setAsked] = createSignal<{ readonly passage: Passage | null } | null>(null);
  const chosen = followChosen();
  const ask = (passage: Passage | null) => {
    setAsked({ passage });
    askToOpen(answer, () => setAsked(null));
  };
  // Read at once: the window takes the focus.
  onWhoAsked(() => ask(selectedPassage()));
  return (
    <>
      <Show when={props.reads && chosen()}>
        {(passage) => (
          <p class="who-bar">
            <button
              type="button"
              class="btn main"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => ask(passage())}
            >
              {WHO_WROTE.title}
            </button>
          </p>
        )}
      </Show>
      <Show when={answer()} keyed>
        {(WhoWrote) => (
          <Show when={asked()}>
            {(question) => (
              <WhoWrote
                slug={props.slug}
                fiche={props.fiche}
                moment={null}
                passage={question().passage}
                onClose={() => setAsked(null)}
              />
            )}
          </Show>
        )}
      </Show>
    </>
  );
}

/** The words that are selected in the text; null: none. Within a component. */
function followChosen(): () => Passage | null {
  const [chosen, setChosen] = createSignal<Passage | null>(null);
  onMount(() => {
    let gone: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(gone);
      const passage = document.getSelection()?.isCollapsed === false ? selectedPassage() : null;
      if (passage === null) gone = setTimeout(() => setChosen(null), PRESS_MS);
      else setChosen(passage);
    };
    // What was selected before this came counts.
    look();
    document.addEventListener("selectionchange", look);
    onCleanup(() => {
      clearTimeout(gone);
      document.removeEventListener("selectionchange", look);
    });
  });
  return chosen;
}
