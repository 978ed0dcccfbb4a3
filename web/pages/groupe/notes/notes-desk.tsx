import { createEffect, type JSX, onCleanup, Show } from "solid-js";
import { apiPaths } from "../../../../shared/protocol/paths.ts";
import { SectionEditor } from "../../../editor/section-editor.tsx";
import { NOTES } from "../../../labels/groupe.ts";
import { createLiveFiche } from "../../../primitives/create-live-fiche.ts";
import { holdUnsent } from "../../../stores/unsent.ts";
import { createIdlePart } from "../../../ui/late-part.ts";
import { createMediaQuery } from "../../../ui/media-query.ts";
import { Notice } from "../../../ui/notice.tsx";
import { Skeleton } from "../../../ui/skeleton.tsx";
import { createLeaveGuard } from "../../fiche/redaction/leave-guard.tsx";
import { LiveNotices } from "../../fiche/redaction/live-notices.tsx";
import type { Opening } from "../../fiche/redaction/opened.tsx";
import { SaveState } from "../../fiche/save-state.tsx";
import { WhoIsHere } from "../../fiche/who-is-here.tsx";
import type { NotesProps } from "./notes.tsx";

/** One opening of the notes: who is here, whether they are saved, and their text. */
export function NotesDesk(props: NotesProps & Opening): JSX.Element {
  const live = createLiveFiche({
    path: apiPaths.liveNotes(props.slug, props.notes),
    device: props.device,
    mayWrite: props.mayWrite,
    outdated: props.onAgain,
    ended: props.onEnded,
  });
  onCleanup(holdUnsent(live.pending));
  const wide = createMediaQuery("(min-width: 62em)");
  const isCut = () => live.status().kind === "offline" || live.status().kind === "full";
  const guard = createLeaveGuard(live);
  // Rare, and needed when the network may be gone: brought behind everything else.
  const setAsideNotes = createIdlePart(() => import("../../fiche/set-aside/set-aside-notes.tsx"));
  createEffect(() => {
    if (live.setAside().length > 0) void setAsideNotes.ask();
  });
  return (
    <>
      <div class="notes-strip">
        <SaveState live={live} />
        <WhoIsHere live={live} wide={wide()} />
      </div>
      <LiveNotices live={live} account={props.account.id} document={props.notes} onAgain={props.onAgain} />
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
      {guard()}
    </>
  );
}
