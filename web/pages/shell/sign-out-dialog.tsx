import type { JSX } from "solid-js";
import { SIGN_OUT, unsentSentence } from "../../labels/unsent.ts";
import { Dialog } from "../../ui/dialog.tsx";

export interface SignOutDialogProps {
  /** How many changes the server does not have yet. */
  readonly count: number;
  readonly onStay: () => void;
  readonly onKeep: () => void;
  readonly onErase: () => void;
}

/** Asked before signing out while some text is on this device alone. Escape stays, like the first button. */
export function SignOutDialog(props: SignOutDialogProps): JSX.Element {
  return (
    <Dialog
      title={SIGN_OUT.dialogTitle}
      onClose={props.onStay}
      acts={
        <>
          <button type="button" class="btn main" onClick={props.onStay}>
            {SIGN_OUT.stay}
          </button>
          <button type="button" class="btn quiet" onClick={props.onKeep}>
            {SIGN_OUT.keep}
          </button>
          <button type="button" class="btn bad" onClick={props.onErase}>
            {SIGN_OUT.erase}
          </button>
        </>
      }
    >
      <p>
        <strong>{unsentSentence(props.count)}</strong>
      </p>
      <ul>
        <li>{SIGN_OUT.ifYouStay}</li>
        <li>{SIGN_OUT.ifYouKeep}</li>
        <li>{SIGN_OUT.ifYouErase}</li>
      </ul>
    </Dialog>
  );
}
