import { For, type JSX } from "solid-js";
import type { Field } from "../../primitives/create-form.ts";
import { describedBy, FieldFrame, type FieldWords } from "./field-frame.tsx";

/** One answer among those of a field. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One answer among several, in the browser's own list. */
export function SelectField(props: FieldWords & { field: Field<string>; choices: readonly Choice[] }): JSX.Element {
  return (
    <FieldFrame field={props.field} label={props.label} hint={props.hint} optional={props.optional === true}>
      <select
        id={props.field.id}
        name={props.field.name}
        class="input"
        onChange={(event) => props.field.set(event.currentTarget.value)}
        aria-invalid={props.field.error() !== null}
        aria-describedby={describedBy(props.field, props.hint !== undefined)}
      >
        <For each={props.choices}>
          {(choice) => (
            <option value={choice.value} selected={choice.value === props.field.value()}>
              {choice.label}
            </option>
          )}
        </For>
      </select>
    </FieldFrame>
  );
}
