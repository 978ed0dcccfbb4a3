import type { JSX } from "solid-js";
import type { Field } from "../../primitives/create-form.ts";
import { describedBy, FieldError, FieldHint } from "./field-frame.tsx";

/** A box to tick. */
export function CheckField(props: { field: Field<boolean>; label: JSX.Element; hint?: JSX.Element }): JSX.Element {
  return (
    <div class="field" classList={{ wrong: props.field.error() !== null }}>
      <FieldError field={props.field} />
      <label class="check">
        <input
          id={props.field.id}
          name={props.field.name}
          type="checkbox"
          checked={props.field.value()}
          onChange={(event) => props.field.set(event.currentTarget.checked)}
          aria-invalid={props.field.error() !== null}
          aria-describedby={describedBy(props.field, props.hint !== undefined)}
        />
        <span>{props.label}</span>
      </label>
      <FieldHint field={props.field} hint={props.hint} />
    </div>
  );
}
