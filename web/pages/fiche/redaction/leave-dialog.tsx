import type { JSX } from "solid-js";
import { LEAVING, unsentSentence } from "../../../labels/unsent.ts";
import { Dialog } from "../../../ui/dialog.tsx";

export interface LeaveDialogProps {
  /** How many changes the server does not have. */
  readonly count: number;
  /** Whether it will never take them as they are. */
  readonly isRefused: boolean;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Asked before leaving a fiche while the server lacks some of its text. Escape stays, like the first button. */
export default function LeaveDialog(props: LeaveDialogProps): JSX.Element {
  return (
    <Dialog
      title={LEAVING.dialogTitle}
      onClose={props.onStay}
      acts={
        <>
          <button type="button" class="btn main" onClick={props.onStay}>
            {LEAVING.stay}
          </button>
          <button type="button" class="btn quiet" onClick={props.onLeave}>
            {LEAVING.leave}
          </button>
        </>
      }
    >
      <p>
        <strong>{unsentSentence(props.count)}</strong>
      </p>
      <p>{props.isRefused ? LEAVING.refused : LEAVING.kept}</p>
    </Dialog>
  );
}
