import type { JSX } from "solid-js";
import { CONNEXION } from "../../labels/connexion.ts";
import type { Field } from "../../primitives/create-form.ts";
import { isSharedComputer, sayShared } from "../../stores/shared-computer.ts";
import { RadioField } from "../../ui/form/radio-field.tsx";

/** What the question begins with: the answer of whoever signed in here last. */
export function sharedAnswer(): string {
  return isSharedComputer() ? "oui" : "non";
}

/** Keeps the answer, before anybody is here: nothing of theirs is kept even for an instant. */
export function keepSharedAnswer(answer: string): void {
  sayShared(answer === "oui");
}

/** « Cet ordinateur est partagé ? » */
export function SharedField(props: { field: Field<string> }): JSX.Element {
  return (
    <RadioField
      field={props.field}
      label={CONNEXION.sharedTitle}
      choices={[
        { value: "non", label: CONNEXION.sharedNo },
        { value: "oui", label: CONNEXION.sharedYes },
      ]}
    />
  );
}
