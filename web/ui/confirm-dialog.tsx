import type { JSX } from "solid-js";
import { FORMS } from "../labels/forms.ts";
import type { Refusal } from "../primitives/create-submit.ts";
import { announceBusy } from "./announcer.ts";
import { Dialog } from "./dialog.tsx";
import { RefusalNotice } from "./refusal-notice.tsx";

export interface ConfirmDialogProps {
  readonly title: string;
  /** What the act changes, and what it does not. */
  readonly children: JSX.Element;
  /** What the button does, and to whom. */
  readonly act: string;
  readonly busyWords: string;
  readonly busy: boolean;
  /** Why the last attempt was refused. */
  readonly refusal: Refusal<string> | null;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asked before what nothing undoes: its consequence first, not doing it as the first answer and what Escape does. */
export function ConfirmDialog(props: ConfirmDialogProps): JSX.Element {
  announceBusy(
    () => props.busy,
    () => props.busyWords,
  );
  return (
    <Dialog
      title={props.title}
      onClose={props.onClose}
      acts={
        <>
          <button type="button" class="btn main" onClick={() => props.onClose()}>
            {FORMS.cancel}
          </button>
          <button
            type="button"
            class="btn bad"
            aria-disabled={props.busy}
            onClick={() => props.busy || props.onConfirm()}
          >
            {props.busy ? props.busyWords : props.act}
          </button>
        </>
      }
    >
      {props.children}
      <RefusalNotice refusal={props.refusal} />
    </Dialog>
  );
}
