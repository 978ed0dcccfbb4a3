import { type JSX, Show } from "solid-js";
import { parseAdresse } from "../../../shared/domain/adresse.ts";
import type { OwnAdresse } from "../../../shared/protocol/bodies/account.ts";
import { createAccountApi } from "../../api/account.ts";
import { ACCOUNT_REFUSAL_LABELS } from "../../labels/account-refusals.ts";
import { COMPTE, replaceAdresse } from "../../labels/compte.ts";
import { FORMS } from "../../labels/forms.ts";
import { createForm } from "../../primitives/create-form.ts";
import { useApp } from "../../stores/app-context.ts";
import { Form } from "../../ui/form/form.tsx";
import { InputField } from "../../ui/form/input-field.tsx";
import { SelectField } from "../../ui/form/select-field.tsx";

/** Begins a change of address: two codes leave. */
export function AddAdresse(props: {
  adresses: readonly OwnAdresse[];
  onDone: (sentence: string) => void;
}): JSX.Element {
  const api = createAccountApi(useApp().ask);
  const form = createForm({
    initial: { adresse: "", remplace: "" },
    check: ({ adresse }) => ({ adresse: parseAdresse(adresse) === null ? FORMS.wrongAdresse : null }),
    send: ({ adresse, remplace }) => api.beginAdresse({ adresse, remplace: remplace === "" ? null : remplace }),
    sentences: ACCOUNT_REFUSAL_LABELS,
    at: { adresse_deja_la: "adresse" },
    done: () => props.onDone(COMPTE.sent),
  });
  return (
    <section class="account-part">
      <h2>{COMPTE.addTitle}</h2>
      <Form form={form} act={COMPTE.add} busy={COMPTE.adding}>
        <InputField
          field={form.fields.adresse}
          label={COMPTE.newAdresse}
          hint={COMPTE.newAdresseHint}
          type="email"
          autocomplete="email"
        />
        <Show when={props.adresses.length > 0}>
          <SelectField
            field={form.fields.remplace}
            label={COMPTE.becomes}
            choices={[
              { value: "", label: COMPTE.keepAll },
              ...props.adresses.map(({ adresse }) => ({ value: adresse, label: replaceAdresse(adresse) })),
            ]}
          />
        </Show>
      </Form>
    </section>
  );
}
