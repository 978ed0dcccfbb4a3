import { createSignal, createUniqueId, type JSX, Show } from "solid-js";
import { FORMS } from "../../labels/forms.ts";
import { UNSAVED } from "../../labels/unsaved.ts";
import type { FormState } from "../../primitives/create-form.ts";
import { Dialog } from "../dialog.tsx";
import { Notice } from "../notice.tsx";
import { Form } from "./form.tsx";

export interface FormDialogProps {
  readonly title: string;
  readonly form: FormState;
  /** What the button does. */
  readonly act: string;
  readonly busy: string;
  /** What the act changes, before the fields. */
  readonly lede?: JSX.Element;
  readonly danger?: boolean;
  /** Whether this device keeps what was typed until one opens it again. */
  readonly isKept?: () => boolean;
  readonly onClose: () => void;
  readonly children: JSX.Element;
}

/**
 * A form in a window over the page. « Annuler » leaves it; Escape and a press outside do so too while nothing was typed,
 * and ask otherwise.
 */
export function FormDialog(props: FormDialogProps): JSX.Element {
  const lede = createUniqueId();
  const [asking, setAsking] = createSignal(false);
  const isKept = () => props.isKept?.() === true;
  const leave = () => {
    if (props.form.isChanged()) setAsking(true);
    else props.onClose();
  };
  const stay = (event: MouseEvent & { currentTarget: HTMLElement }) => {
    const dialog = event.currentTarget.closest("dialog");
    setAsking(false);
    // The button is gone: back to what was being written.
    dialog?.querySelector<HTMLElement>(".form :is(input, select, textarea)")?.focus();
  };
  return (
    <Dialog title={props.title} describedBy={props.lede === undefined ? undefined : lede} onClose={leave}>
      <Show when={asking()}>
        <Notice
          tone="warn"
          urgent
          act={
            <>
              <button type="button" class="btn small" onClick={stay}>
                {UNSAVED.stay}
              </button>
              <button type="button" class="btn small quiet" onClick={() => props.onClose()}>
                {isKept() ? UNSAVED.leaveKept : UNSAVED.leave}
              </button>
            </>
          }
        >
          {isKept() ? UNSAVED.kept : UNSAVED.sentence}
        </Notice>
      </Show>
      <Show when={props.lede}>{(words) => <p id={lede}>{words()}</p>}</Show>
      <Form
        form={props.form}
        act={props.act}
        busy={props.busy}
        danger={props.danger === true}
        others={
          <button type="button" class="btn quiet" onClick={() => props.onClose()}>
            {FORMS.cancel}
          </button>
        }
      >
        {props.children}
      </Form>
    </Dialog>
  );
}
