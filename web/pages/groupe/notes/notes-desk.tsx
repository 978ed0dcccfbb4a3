import { createEffect, type JSX, onCleanup, onMount, Show } from "solid-js";
import { apiPaths } from "../../../../shared/protocol/paths.ts";
import { SectionEditor } from "../../../editor/section-editor.tsx";
import { NOTES } from "../../../labels/groupe.ts";
import type { DevicePlace } from "../../../live/device-place.ts";
import { createLiveFiche } from "../../../primitives/create-live-fiche.ts";
import { holdUnsent } from "../../../stores/unsent.ts";
import { createLatePart, whenIdle } from "../../../ui/late-part.ts";
import { createMediaQuery } from "../../../ui/media-query.ts";
import { Notice } from "../../../ui/notice.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { createLeaveGuard } from "../../fiche/redaction/leave-guard.tsx";
import { SaveState } from "../../fiche/save-state.tsx";
import { WhoIsHere } from "../../fiche/who-is-here.tsx";
import type { NotesProps } from "./notes.tsx";

export interface NotesDeskProps extends NotesProps {
  /** This page's place on the device. */
  readonly device: DevicePlace;
  /** The notes must be opened again: nothing of this opening is lost. */
  readonly onAgain: () => void;
  /** At the end, with what resolves once the device has what it keeps. */
  readonly onEnded: (kept: Promise<void>) => void;
}

/** One opening of the notes: who is here, whether they are saved, and their text. */
export function NotesDesk(props: NotesDeskProps): JSX.Element {
  const live = createLiveFiche({
    path: apiPaths.liveNotes(props.slug, props.notes),
    device: props.device,
    mayWrite: props.mayWrite,
    outdated: props.onAgain,
    ended: props.onEnded,
  });
  onCleanup(holdUnsent(live.pending));
  const wide = createMediaQuery("(min-width: 62em)");
  const isRefused = () => live.status().kind === "refused";
  const isStopped = () => isRefused() || live.status().kind === "held";
  const isCut = () => live.status().kind === "offline" || live.status().kind === "full";
  const guard = createLeaveGuard({ pending: live.pending, isRefused });
  // Rare, and needed when the network may be gone: brought behind everything else.
  const refusedNotice = createLatePart(() => import("../../fiche/redaction/refused-notice.tsx"));
  const unsentText = createLatePart(() => import("../../fiche/unsent/unsent-text.tsx"));
  const setAsideNotes = createLatePart(() => import("../../fiche/set-aside/set-aside-notes.tsx"));
  onMount(() =>
    whenIdle(() => {
      guard.prepare();
      for (const part of [refusedNotice, unsentText, setAsideNotes]) void part.ask();
    }),
  );
  createEffect(() => {
    if (isStopped()) void refusedNotice.ask();
    if (live.setAside().length > 0) void setAsideNotes.ask();
  });
  return (
    <>
      <div class="notes-strip">
        <SaveState live={live} />
        <WhoIsHere live={live} wide={wide()} />
      </div>
      <Show when={isStopped() && refusedNotice()} keyed>
        {(RefusedNotice) => <RefusedNotice live={live} />}
      </Show>
      <Show when={!isRefused() && unsentText()} keyed>
        {(UnsentText) => (
          <UnsentText
            account={props.account.id}
            fiche={props.notes}
            canSend={live.status().kind === "online" ? live.canWrite() : null}
            onSend={props.onAgain}
          />
        )}
      </Show>
      <div class="sheet notes-sheet" id="texte" tabindex="-1">
        <Show
          when={live.loaded()}
          fallback={
            <Show when={isCut()} fallback={<Skeleton label={NOTES.loading} lines={6} />}>
              <Notice tone="offline" urgent>
                {NOTES.notYet}
              </Notice>
            </Show>
          }
        >
          <Show when={live.setAside().length > 0 && setAsideNotes()} keyed>
            {(SetAside) => (
              <SetAside
                live={live}
                place="notes"
                words={live.setAside()}
                account={props.account}
                writes={live.canWrite()}
              />
            )}
          </Show>
          <SectionEditor
            live={live}
            section="notes"
            title={NOTES.title}
            help={NOTES.help}
            readOnly={!live.canWrite()}
          />
        </Show>
      </div>
      {guard.view()}
    </>
  );
}
