import type { JSX } from "solid-js";
import { type AccountId, parseId } from "../../../shared/ids.ts";
import type { InstanceBody } from "../../../shared/protocol/bodies/instance.ts";
import { CONTRAT_NAV } from "../../labels/contrat-nav.ts";
import { CONTRAT_REFUSAL_LABELS } from "../../labels/contrat-refusals.ts";
import { INSTANCES_PAGE } from "../../labels/instances.ts";
import { FormDialog } from "../../ui/form/form-dialog.tsx";
import { SelectField } from "../../ui/form/select-field.tsx";
import { createActForm, useContrat } from "../contrat/use-contrat.ts";

/** Who presides a body, and who does so in their absence. */
export function PresidenceDialog(props: {
  instance: InstanceBody;
  onDone: () => void;
  onClose: () => void;
}): JSX.Element {
  const { api } = useContrat();
  const { kind, president, remplacant } = props.instance;
  const form = createActForm({
    initial: { president: `${president ?? ""}`, remplacant: `${remplacant ?? ""}` },
    check: (values) => ({
      remplacant:
        values.president !== "" && values.president === values.remplacant
          ? CONTRAT_REFUSAL_LABELS.presidence_double
          : null,
    }),
    send: (values) =>
      api.changePresidence(kind, {
        president: parseId<AccountId>(values.president),
        remplacant: parseId<AccountId>(values.remplacant),
      }),
    at: { presidence_double: "remplacant", membre_inconnu: "president" },
    done: () => props.onDone(),
  });
  const choices = () => [
    { value: "", label: CONTRAT_NAV.nobody },
    ...props.instance.membres.map(({ id, nom }) => ({ value: id, label: nom ?? CONTRAT_NAV.formerMembre })),
  ];
  return (
    <FormDialog
      title={INSTANCES_PAGE.changePresidence}
      lede={INSTANCES_PAGE.presidenceLede}
      form={form}
      act={CONTRAT_NAV.save}
      busy={CONTRAT_NAV.saving}
      onClose={props.onClose}
    >
      <SelectField field={form.fields.president} label={INSTANCES_PAGE.president} choices={choices()} />
      <SelectField
        field={form.fields.remplacant}
        label={INSTANCES_PAGE.remplacant}
        hint={INSTANCES_PAGE.remplacantHint}
        choices={choices()}
      />
    </FormDialog>
  );
}
