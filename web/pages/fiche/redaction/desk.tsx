import { createEffect, createMemo, For, type JSX, onCleanup, onMount, Show } from "solid-js";
import { isPlace, type Place, TEXT_SECTIONS } from "../../../../shared/editor/sections.ts";
import { apiPaths } from "../../../../shared/protocol/paths.ts";
import { IntituleField } from "../../../editor/intitule-field.tsx";
import { FICHE } from "../../../labels/fiche.ts";
import { PLACE_TITLES } from "../../../labels/sections.ts";
import { createLiveFiche, type LiveFiche } from "../../../primitives/create-live-fiche.ts";
import { holdUnsent } from "../../../stores/unsent.ts";
import { createIdlePart, createLatePart } from "../../../ui/late-part.ts";
import { Notice } from "../../../ui/notice.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { SectionsPanel } from "../sections.tsx";
import { createLeaveGuard } from "./leave-guard.tsx";
import { LiveNotices } from "./live-notices.tsx";
import type { Opening } from "./opened.tsx";
import type { RedactionProps } from "./redaction.tsx";
import { SheetSection } from "./sheet-section.tsx";

/** One opening of the sheet: its text, its sections beside it, and what is to be said above it. */
export function Desk(props: RedactionProps & Opening): JSX.Element {
  const live = createLiveFiche({
    path: apiPaths.live(props.body.contrat.slug, props.body.fiche.id),
    device: props.device,
    mayWrite: props.body.fiche.droits.ecrire.ok,
    outdated: props.onAgain,
    ended: props.onEnded,
  });
  onCleanup(holdUnsent(live.pending));
  onMount(() => props.onLive(live));
  onCleanup(() => props.onLive(null));
  const readOnly = () => !live.canWrite();
  const guard = createLeaveGuard(live);

  // Rare, and needed when the network may be gone: brought behind everything else.
  const whyNot = createLatePart(() => import("./why-not.tsx"));
  const setAsideNotes = createIdlePart(() => import("../set-aside/set-aside-notes.tsx"));
  const whoWrote = createIdlePart(() => import("../historique/who-wrote-here.tsx"));
  createEffect(() => {
    if (!props.body.fiche.droits.ecrire.ok) void whyNot.ask();
    if (live.setAside().length > 0) void setAsideNotes.ask();
  });

  const notesOf = (place: Place | null): JSX.Element => {
    const words = createMemo(() => live.setAside().filter((each) => each.place === place));
    return (
      <Show when={words().length > 0 && setAsideNotes()} keyed>
        {(Notes) => (
          <Notes live={live} place={place} words={words()} account={props.account} writes={live.canWrite()} />
        )}
      </Show>
    );
  };

  return (
    <>
      <div class="frame">
        <Show when={props.wide}>
          <SectionsPanel live={live} />
        </Show>
        <div class="frame-middle">
          <Show when={whyNot()} keyed>
            {(WhyNot) => <WhyNot right={props.body.fiche.droits.ecrire} />}
          </Show>
          <LiveNotices live={live} account={props.account.id} document={props.body.fiche.id} onAgain={props.onAgain} />
          <article class="sheet" id="texte" tabindex="-1" aria-label={FICHE.sheet}>
            <Show when={live.loaded()} fallback={<NotYet live={live} />}>
              {notesOf(null)}
              <IntituleField live={live} label={PLACE_TITLES.intitule} readOnly={readOnly()} />
              {notesOf("intitule")}
              <For each={TEXT_SECTIONS}>
                {(section) => (
                  <SheetSection live={live} section={section} readOnly={readOnly()} notes={notesOf(section)} />
                )}
              </For>
              <GoToHash />
            </Show>
          </article>
        </div>
      </div>
      <Show when={whoWrote()} keyed>
        {(WhoWrote) => <WhoWrote slug={props.body.contrat.slug} fiche={props.body.fiche.id} reads={readOnly()} />}
      </Show>
      {guard()}
    </>
  );
}

/** Before the text is there: that it is coming, or that it cannot for now. */
function NotYet(props: { live: LiveFiche }): JSX.Element {
  const isCut = () => props.live.status().kind === "offline" || props.live.status().kind === "full";
  return (
    <Show when={isCut()} fallback={<Skeleton label={FICHE.loadingText} lines={12} />}>
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
