import { type JSX, Show } from "solid-js";
import { begunSentence, SIGN_OUT, unsentSentence } from "../../labels/unsent.ts";
import { Dialog } from "../../ui/dialog.tsx";

export interface SignOutDialogProps {
  /** How many changes the server does not have yet. */
  readonly count: number;
  /** How many forms are half written. */
  readonly forms: number;
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
      <Show when={props.count > 0}>
        <p>
          <strong>{unsentSentence(props.count)}</strong>
        </p>
      </Show>
      <Show when={props.forms > 0}>
        <p>
          <strong>{begunSentence(props.forms)}</strong>
        </p>
      </Show>
      <ul>
        <li>{props.count > 0 ? SIGN_OUT.ifYouStay : SIGN_OUT.ifYouStayForms}</li>
        <li>{props.count > 0 ? SIGN_OUT.ifYouKeep : SIGN_OUT.ifYouKeepForms}</li>
        <li>{SIGN_OUT.ifYouErase}</li>
      </ul>
    </Dialog>
  );
}
