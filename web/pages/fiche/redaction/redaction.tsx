import { createEffect, For, type JSX, onCleanup, onMount, Show } from "solid-js";
import { isPlace, TEXT_SECTIONS } from "../../../../shared/editor/sections.ts";
import type { FicheBody, SessionBody } from "../../../../shared/protocol/http-bodies.ts";
import { IntituleField } from "../../../editor/intitule-field.tsx";
import { FICHE } from "../../../labels/fiche.ts";
import { WRITE_REFUSAL_LABELS } from "../../../labels/refusals.ts";
import { PLACE_TITLES } from "../../../labels/sections.ts";
import { createLiveFiche, type LiveFiche } from "../../../primitives/create-live-fiche.ts";
import { holdUnsent } from "../../../stores/unsent.ts";
import { Notice } from "../../../ui/notice.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { SectionsPanel } from "../sections.tsx";
import { createLeaveGuard } from "./leave-guard.tsx";
import { RefusedNotice } from "./refused-notice.tsx";
import { SheetSection } from "./sheet-section.tsx";

export interface RedactionProps {
  readonly account: SessionBody["account"];
  readonly body: FicheBody;
  /** Whether there is room for the sections beside the sheet. */
  readonly wide: boolean;
  /** Called with the live text for as long as it is open, then with null. */
  readonly onLive: (live: LiveFiche | null) => void;
}

/** The sheet, written together, and its sections beside it. */
export default function Redaction(props: RedactionProps): JSX.Element {
  const live = createLiveFiche({
    account: { id: props.account.id, nom: props.account.nom },
    slug: props.body.contrat.slug,
    fiche: props.body.fiche.id,
  });
  onCleanup(holdUnsent(live.pending));
  onMount(() => props.onLive(live));
  onCleanup(() => props.onLive(null));
  const guard = createLeaveGuard(live.pending);
  const readOnly = () => !live.canWrite();

  return (
    <>
      <div class="frame">
        <Show when={props.wide}>
          <SectionsPanel live={live} />
        </Show>
        <div class="frame-middle">
          <WhyNot body={props.body} />
          <Show when={live.status().kind === "refused"}>
            <RefusedNotice live={live} />
          </Show>
          <article class="sheet" id="texte" tabindex="-1" aria-label={FICHE.sheet}>
            <Show when={live.loaded()} fallback={<NotYet live={live} />}>
              <IntituleField live={live} label={PLACE_TITLES.intitule} readOnly={readOnly()} />
              <For each={TEXT_SECTIONS}>
                {(section) => <SheetSection live={live} section={section} readOnly={readOnly()} />}
              </For>
              <GoToHash />
            </Show>
          </article>
        </div>
      </div>
      {guard.view()}
    </>
  );
}

/** Why this person may not write here, and who can. */
function WhyNot(props: { body: FicheBody }): JSX.Element {
  const reason = () => {
    const right = props.body.fiche.droits.ecrire;
    return right.ok ? null : WRITE_REFUSAL_LABELS[right.code];
  };
  return (
    <Show when={reason()}>
      {(sentence) => (
        <Notice tone="info" title={FICHE.readOnlyTitle}>
          {sentence()}
        </Notice>
      )}
    </Show>
  );
}

/** Before the text is there: that it is coming, or that it cannot for now. */
function NotYet(props: { live: LiveFiche }): JSX.Element {
  return (
    <Show when={props.live.status().kind === "offline"} fallback={<Skeleton label={FICHE.loadingText} lines={12} />}>
      <Notice tone="offline" urgent>
        {FICHE.notYet}
      </Notice>
    </Show>
  );
}

/** An address that ends with a section's name leads to that section, once the sheet is there. */
function GoToHash(): null {
  createEffect(() => {
    const name = window.location.hash.slice(1);
    if (isPlace(name)) document.getElementById(name)?.scrollIntoView();
  });
  return null;
}
