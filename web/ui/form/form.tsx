import "../../styles/forms.css";
import type { JSX } from "solid-js";
import type { FormState } from "../../primitives/create-form.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { SubmitButton } from "./submit-button.tsx";

export interface FormProps {
  readonly form: FormState;
  /** What the button does: « Envoyer le courrier ». */
  readonly act: string;
  /** The same while it is being done: « Envoi du courrier… ». */
  readonly busy: string;
  readonly children: JSX.Element;
  /** Other buttons, after the main one. */
  readonly others?: JSX.Element;
  /** For an act that nothing undoes. */
  readonly danger?: boolean;
}

/** A form: what is wrong with it first, its parts, and the button that says what it does. */
export function Form(props: FormProps): JSX.Element {
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    props.form.submit();
  };
  // The browser's own messages are in its language, not beside the field, and gone at once: ours stay.
  return (
    <form class="form" novalidate onSubmit={onSubmit}>
      <ErrorSummary form={props.form} />
      {props.children}
      <div class="form-acts">
        <SubmitButton busy={props.form.busy()} act={props.act} busyWords={props.busy} danger={props.danger === true} />
        {props.others}
      </div>
    </form>
  );
}
