import type { JSX } from "solid-js";
import type { EngagementPart } from "../../../../shared/editor/canonical.ts";
import { paths } from "../../../../shared/protocol/paths.ts";
import { FICHE_ACT_REFUSAL_LABELS } from "../../../labels/actes.ts";
import { MOMENT, restoreTitle } from "../../../labels/historique.ts";
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

export interface RestoreDialogProps {
  /** The name of the moment: « v3 ». */
  readonly moment: string;
  /** The same in a sentence: « la version 3 ». */
  readonly what: string;
  /** null: the whole sheet. */
  readonly partie: EngagementPart | null;
  readonly onClose: () => void;
  /** Called with what was done, in a sentence. */
  readonly onDone: (sentence: string) => void;
}

/** Asked before the text takes the words of a moment again: what changes, for whom, and what does not. */
export function RestoreDialog(props: RestoreDialogProps): JSX.Element {
  const api = useHistory();
  const { refresh } = useFiche();
  const restore = createSubmit({
    send: () => api.restore(props.moment, props.partie),
    sentences: FICHE_ACT_REFUSAL_LABELS,
    done: () => {
      refresh();
      props.onDone(props.partie === null ? MOMENT.restored : MOMENT.restoredSection);
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
      onClose={props.onClose}
    >
      <p>{props.partie === null ? MOMENT.restoreAllMeans : MOMENT.restoreSectionMeans}</p>
      <p>{MOMENT.restoreWho}</p>
    </ConfirmDialog>
  );
}

/** What was restored, and the way to the text. */
export function Restored(props: { sentence: string }): JSX.Element {
  const { slug, body } = useFiche();
  return (
    <p class="said">
      <span>
        {props.sentence} <a href={paths.fiche(slug, body().fiche)}>{MOMENT.goToText}</a>
      </span>
    </p>
  );
}
