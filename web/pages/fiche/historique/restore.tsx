import { type JSX, onMount } from "solid-js";
import type { EngagementPart } from "../../../../shared/editor/canonical.ts";
import { paths } from "../../../../shared/protocol/paths.ts";
import { FICHE_ACT_REFUSAL_LABELS } from "../../../labels/actes.ts";
import { MOMENT, restoredWords, restoreTitle } from "../../../labels/historique.ts";
import { WRITE_REFUSAL_LABELS } from "../../../labels/refusals.ts";
import { PLACE_TITLES } from "../../../labels/sections.ts";
import { createSubmit } from "../../../primitives/create-submit.ts";
import { ConfirmDialog } from "../../../ui/confirm-dialog.tsx";
import { useFiche } from "../use-fiche.ts";
import { useHistory } from "./use-history.ts";

/** Why this person may not restore here, and who can; null: they may. Within a component, for use anywhere in it. */
export function useWhyNotRestore(): () => string | null {
  const { body } = useFiche();
  return () => {
    const { ecrire } = body().fiche.droits;
    return ecrire.ok ? null : WRITE_REFUSAL_LABELS[ecrire.code];
  };
}

/** What has just been restored: a part or the whole sheet (null), and the same in a sentence. */
export interface RestoredText {
  readonly partie: EngagementPart | null;
  readonly sentence: string;
}

export interface RestoreDialogProps {
  /** The name of the moment: « v3 ». */
  readonly moment: string;
  /** The same in a sentence: « la version 3 ». */
  readonly what: string;
  /** null: the whole sheet. */
  readonly partie: EngagementPart | null;
  readonly onClose: () => void;
  readonly onDone: (done: RestoredText) => void;
}

/** Asked before the text takes the words of a moment again: what changes, for whom, and what does not. */
export function RestoreDialog(props: RestoreDialogProps): JSX.Element {
  const api = useHistory();
  const { refresh } = useFiche();
  const restore = createSubmit({
    send: () => api.restore(props.moment, props.partie),
    sentences: FICHE_ACT_REFUSAL_LABELS,
    done: (what) => {
      refresh();
      const { partie } = props;
      props.onDone({ partie, sentence: restoredWords(partie !== null, what) });
      props.onClose();
    },
  });
  return (
    <ConfirmDialog
      title={restoreTitle(props.what, props.partie === null ? null : PLACE_TITLES[props.partie])}
      act={MOMENT.restoreYes}
      busyWords={MOMENT.restoring}
      busy={restore.busy()}
      refusal={restore.refusal()}
      onConfirm={() => void restore.run(undefined)}
      // While it is being done nothing here stops it: the window stays until one knows.
      onClose={() => restore.busy() || props.onClose()}
    >
      <p>{props.partie === null ? MOMENT.restoreAllMeans : MOMENT.restoreSectionMeans}</p>
      <p>{MOMENT.restoreWho}</p>
    </ConfirmDialog>
  );
}

/** What was restored, where it was asked, and the way to the text. Comes into sight. */
export function Restored(props: { sentence: string }): JSX.Element {
  const { slug, body } = useFiche();
  let said!: HTMLParagraphElement;
  onMount(() => said.scrollIntoView({ block: "nearest" }));
  return (
    <p ref={said} class="said">
      <span>
        {props.sentence} <a href={paths.fiche(slug, body().fiche)}>{MOMENT.goToText}</a>
      </span>
    </p>
  );
}
