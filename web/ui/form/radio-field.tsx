import { For, type JSX } from "solid-js";
import type { Field } from "../../primitives/create-form.ts";
import { describedBy, FieldError, FieldHint, type FieldWords } from "./field-frame.tsx";
import type { Choice } from "./select-field.tsx";

/** One answer among a few, all of them in sight. The first input has the field's id, so that a summary leads to it. */
export function RadioField(props: FieldWords & { field: Field<string>; choices: readonly Choice[] }): JSX.Element {
  return (
    <fieldset class="choices" aria-describedby={describedBy(props.field, props.hint !== undefined)}>
      <legend>{props.label}</legend>
      <FieldHint field={props.field} hint={props.hint} />
      <FieldError field={props.field} />
      <For each={props.choices}>
        {(choice, index) => (
          <label class="check">
            <input
              id={index() === 0 ? props.field.id : undefined}
              type="radio"
              name={props.field.id}
              value={choice.value}
              checked={props.field.value() === choice.value}
              onChange={() => props.field.set(choice.value)}
            />
            {choice.label}
          </label>
        )}
      </For>
    </fieldset>
  );
}
