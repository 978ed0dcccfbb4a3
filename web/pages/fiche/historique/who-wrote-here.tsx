import { createSignal, type JSX, Show } from "solid-js";
import type { DocumentId } from "../../../../shared/ids.ts";
import { createLatePart } from "../../../ui/late-part.ts";
import { type Passage, selectedPassage } from "./selected-passage.ts";
import { onWhoAsked } from "./who-key.ts";

/** Answers « Qui a écrit ceci ? » about the live text. The window comes when it is first asked. */
export default function WhoWroteHere(props: { slug: string; fiche: DocumentId }): JSX.Element {
  const answer = createLatePart(async () => ({ default: (await import("./who-wrote.tsx")).WhoWrote }));
  const [asked, setAsked] = createSignal<{ readonly passage: Passage | null } | null>(null);
  // Read at once: the window takes the focus.
  onWhoAsked(() => {
    setAsked({ passage: selectedPassage() });
    void answer.ask();
  });
  return (
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
  );
}
