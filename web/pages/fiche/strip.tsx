import { type JSX, onMount, Show } from "solid-js";
import type { FicheBody } from "../../../shared/protocol/http-bodies.ts";
import type { LiveFiche } from "../../primitives/create-live-fiche.ts";
import { createLatePart } from "../../ui/late-part.ts";
import { SaveState } from "./save-state.tsx";
import { SectionsMenu } from "./sections.tsx";
import { ViewsNav } from "./views-nav.tsx";

export interface StripProps {
  readonly body: FicheBody;
  readonly live: LiveFiche | null;
  /** Whether the sections have their own place beside the sheet. */
  readonly wide: boolean;
}

/** What stays in sight while one writes: the views, whether the text is saved, who is here, and the sections. */
export function Strip(props: StripProps): JSX.Element {
  // Known only once the server has answered: it comes beside the text, which does not wait for it.
  const whoIsHere = createLatePart(async () => ({ default: (await import("./who-is-here.tsx")).WhoIsHere }));
  onMount(() => void whoIsHere.ask());
  return (
    <>
      <div class="strip" classList={{ stays: props.wide }}>
        <ViewsNav body={props.body} view="redaction" />
        <Show when={props.live} keyed>
          {(live) => (
            <div class="strip-state">
              <Show when={props.wide}>
                <SaveState live={live} />
              </Show>
              <Show when={whoIsHere()} keyed>
                {(WhoIsHere) => <WhoIsHere live={live} wide={props.wide} />}
              </Show>
            </div>
          )}
        </Show>
      </div>
      <Show when={!props.wide && props.live} keyed>
        {(live) => (
          <div class="strip stays">
            <SectionsMenu live={live} />
            <SaveState live={live} />
          </div>
        )}
      </Show>
    </>
  );
}
