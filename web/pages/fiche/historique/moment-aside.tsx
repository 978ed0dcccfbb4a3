import { For, type JSX, Show } from "solid-js";
import { type Moment, momentName } from "../../../../shared/domain/version.ts";
import { ENGAGEMENT } from "../../../../shared/editor/canonical.ts";
import type { MomentBody } from "../../../../shared/protocol/bodies/history.ts";
import { wholeEmpreinte } from "../../../labels/actes.ts";
import { HISTORIQUE, MOMENT } from "../../../labels/historique.ts";
import { PLACE_TITLES } from "../../../labels/sections.ts";
import { createQuestion } from "../../../primitives/create-question.ts";
import { ActButton } from "../../../ui/act-button.tsx";
import { Empreinte } from "../actes/empreinte.tsx";
import { Comparing } from "./comparing.tsx";
import { useWhyNotRestore } from "./restore.tsx";
import { useHistory } from "./use-history.ts";

export interface MomentAsideProps {
  readonly value: MomentBody;
  readonly moment: Moment;
  readonly onWho: () => void;
  readonly onRestore: () => void;
}

/** Beside the sheet as it was: what can be done with it and, of a version, by what it is recognised. */
export function MomentAside(props: MomentAsideProps): JSX.Element {
  const api = useHistory();
  // Asked again as it is pressed, where there is no component any more.
  const whyNotRestore = useWhyNotRestore();
  // What it may be compared with; without it the rest of the page stands.
  const history = createQuestion(() => api.historique(null));
  return (
    <aside class="moment-aside" aria-labelledby="moment-actes">
      <h2 id="moment-actes">{MOMENT.acts}</h2>
      <div class="moment-acts">
        <Comparing
          newest={history.value()}
          isRefused={history.state().kind === "refused"}
          from={momentName(props.moment)}
          label={HISTORIQUE.compareWith}
        />
        <div class="act">
          <button
            type="button"
            class="btn"
            aria-describedby="qui-aide"
            // A press leaves the selection, which it is about, where it is.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => props.onWho()}
          >
            {MOMENT.whoWrote} <kbd>Maj + F8</kbd>
          </button>
          <p class="muted hint" id="qui-aide">
            {MOMENT.whoWroteHint}
          </p>
        </div>
        <ActButton whyNot={whyNotRestore()} onPress={() => props.onRestore()}>
          {MOMENT.restoreAll}
        </ActButton>
        <button type="button" class="btn quiet" onClick={() => window.print()}>
          {HISTORIQUE.print}
        </button>
      </div>
      <Show when={props.value.version}>
        {(version) => (
          <details class="fingerprints">
            <summary>{MOMENT.facts}</summary>
            <dl class="about-rows moment-facts">
              <dt>{MOMENT.place}</dt>
              <dd>
                {version().place.numero}, {version().place.axe}
              </dd>
            </dl>
            <Empreinte of={version().empreintes.version} />
            <h3>{MOMENT.empreinteParts}</h3>
            <dl>
              <For each={ENGAGEMENT}>
                {(part) => (
                  <>
                    <dt>{PLACE_TITLES[part]}</dt>
                    <dd>
                      <code class="fingerprint">{wholeEmpreinte(version().empreintes.parts[part])}</code>
                    </dd>
                  </>
                )}
              </For>
            </dl>
          </details>
        )}
      </Show>
    </aside>
  );
}
