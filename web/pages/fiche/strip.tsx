import { type JSX, Show } from "solid-js";
import type { FicheBody } from "../../../shared/protocol/http-bodies.ts";
import type { LiveFiche } from "../../primitives/create-live-fiche.ts";
import { SaveState } from "./save-state.tsx";
import { SectionsMenu } from "./sections.tsx";
import { ViewsNav } from "./views-nav.tsx";
import { WhoIsHere } from "./who-is-here.tsx";

export interface StripProps {
  readonly body: FicheBody;
  readonly live: LiveFiche | null;
  /** Whether the sections have their own place beside the sheet. */
  readonly wide: boolean;
}

/** What stays in sight while one writes: the views, whether the text is saved, who is here, and the sections. */
export function Strip(props: StripProps): JSX.Element {
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
              <WhoIsHere live={live} wide={props.wide} />
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
