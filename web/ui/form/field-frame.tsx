import { type JSX, Show } from "solid-js";
import { FORMS } from "../../labels/forms.ts";
import type { FieldAbout } from "../../primitives/create-form.ts";

/** What every field says of itself. */
export interface FieldWords {
  readonly label: string;
  /** What to put in it, before it is filled in. */
  readonly hint?: JSX.Element;
  readonly optional?: boolean;
}

export interface FieldFrameProps extends FieldWords {
  readonly field: FieldAbout;
  readonly children: JSX.Element;
}

/** A label, what helps to fill the field in, what is wrong with it, and the field. */
export function FieldFrame(props: FieldFrameProps): JSX.Element {
  return (
    <div class="field" classList={{ wrong: props.field.error() !== null }}>
      <label for={props.field.id}>
        {props.label}
        <Show when={props.optional === true}>
          <span class="muted"> {FORMS.optional}</span>
        </Show>
      </label>
      <FieldHint field={props.field} hint={props.hint} />
      <FieldError field={props.field} />
      {props.children}
    </div>
  );
}

/** What helps to fill a field in, beside it. */
export function FieldHint(props: { field: FieldAbout; hint: JSX.Element }): JSX.Element {
  return (
    <Show when={props.hint !== undefined}>
      <p class="field-hint" id={hintId(props.field)}>
        {props.hint}
      </p>
    </Show>
  );
}

/** What is wrong with a field, in words, beside it. */
export function FieldError(props: { field: FieldAbout }): JSX.Element {
  return (
    <Show when={props.field.error()}>
      {(sentence) => (
        <p class="field-error" id={errorId(props.field)}>
          {sentence()}
        </p>
      )}
    </Show>
  );
}

/** The ids of what describes a field, for `aria-describedby`. */
export function describedBy(field: FieldAbout, hasHint: boolean): string | undefined {
  const ids = [hasHint ? hintId(field) : "", field.error() === null ? "" : errorId(field)].filter((id) => id !== "");
  return ids.length === 0 ? undefined : ids.join(" ");
}

/** The id of a field's hint. */
function hintId(field: FieldAbout): string {
  return `${field.id}-aide`;
}

function errorId(field: FieldAbout): string {
  return `${field.id}-erreur`;
}
