import type { JSX } from "solid-js";
import type { Field } from "../../primitives/create-form.ts";
import { shapeCode } from "./code-shape.ts";
import { InputField } from "./input-field.tsx";

/** The eight digits of a mail, in one field that takes a paste. */
export function CodeField(props: { field: Field<string>; label: string; hint?: JSX.Element }): JSX.Element {
  return (
    <InputField
      field={props.field}
      label={props.label}
      hint={props.hint}
      size="short"
      inputmode="numeric"
      autocomplete="one-time-code"
      shape={shapeCode}
      counts={/\d/u}
    />
  );
}
