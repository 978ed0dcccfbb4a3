import type { JSX } from "solid-js";
import type { Field } from "../../primitives/create-form.ts";
import { describedBy, FieldFrame, type FieldWords } from "./field-frame.tsx";

/** Several lines to fill in; grows with what is written where browsers know how. */
export function TextareaField(props: FieldWords & { field: Field<string>; rows?: number }): JSX.Element {
  return (
    <FieldFrame field={props.field} label={props.label} hint={props.hint} optional={props.optional === true}>
      <textarea
        id={props.field.id}
        name={props.field.name}
        class="input"
        rows={props.rows ?? 3}
        value={props.field.value()}
        onInput={(event) => props.field.set(event.currentTarget.value)}
        required={props.optional !== true}
        aria-invalid={props.field.error() !== null}
        aria-describedby={describedBy(props.field, props.hint !== undefined)}
      />
    </FieldFrame>
  );
}
