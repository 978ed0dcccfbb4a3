import { type JSX, splitProps } from "solid-js";
import type { Field } from "../../primitives/create-form.ts";
import { describedBy, FieldFrame, type FieldWords } from "./field-frame.tsx";

export interface InputFieldProps extends FieldWords {
  readonly field: Field<string>;
  /** `date` and `time` are the browser's own: `2026-03-12`, `14:05`. */
  readonly type?: "text" | "email" | "url" | "number" | "date" | "time";
  readonly autocomplete?: string;
  readonly inputmode?: "numeric";
  /** How wide it is drawn: as long as what it takes. */
  readonly size?: "short" | "medium";
  readonly autocapitalize?: "characters" | "words" | "none";
  /** Puts what was typed in its form; the caret stays where it was among the signs that count. */
  readonly shape?: (typed: string) => string;
  /** Which signs of a shaped field count. */
  readonly counts?: RegExp;
}

/** One line to fill in. */
export function InputField(props: InputFieldProps): JSX.Element {
  const [, words] = splitProps(props, ["label", "hint", "optional"]);
  const take = (input: HTMLInputElement) => {
    if (props.shape === undefined) {
      props.field.set(input.value);
      return;
    }
    const counts = props.counts ?? /./u;
    const count = (text: string) => [...text].filter((sign) => counts.test(sign)).length;
    const before = count(input.value.slice(0, input.selectionStart ?? input.value.length));
    const shaped = props.shape(input.value);
    props.field.set(shaped);
    // The same words in another form: the browser must be told even when the value held here did not change.
    input.value = shaped;
    let caret = 0;
    while (caret < shaped.length && count(shaped.slice(0, caret)) < before) caret += 1;
    input.setSelectionRange(caret, caret);
  };
  return (
    <FieldFrame field={props.field} label={props.label} hint={props.hint} optional={props.optional === true}>
      <input
        id={props.field.id}
        name={props.field.name}
        class="input"
        classList={{ short: words.size === "short", medium: words.size === "medium" }}
        type={props.type ?? "text"}
        value={props.field.value()}
        onInput={(event) => take(event.currentTarget)}
        required={props.optional !== true}
        aria-invalid={props.field.error() !== null}
        aria-describedby={describedBy(props.field, props.hint !== undefined)}
        autocomplete={props.autocomplete ?? "off"}
        autocapitalize={props.autocapitalize}
        inputmode={props.inputmode}
        spellcheck={props.type === undefined || props.type === "text" ? undefined : false}
      />
    </FieldFrame>
  );
}
