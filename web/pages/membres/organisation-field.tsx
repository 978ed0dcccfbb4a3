import type { JSX } from "solid-js";
import type { OrganisationsBody } from "../../../shared/protocol/bodies/membre.ts";
import type { ActRefusal } from "../../api/contrat.ts";
import { INVITING } from "../../labels/invitations.ts";
import type { Field } from "../../primitives/create-form.ts";
import { createQuestion } from "../../primitives/create-question.ts";
import { SelectField } from "../../ui/form/select-field.tsx";
import { useContrat } from "../contrat/use-contrat.ts";

/** Which organisation of the contrat somebody speaks for, or none. */
export function OrganisationField(props: { field: Field<string> }): JSX.Element {
  const { api } = useContrat();
  const question = createQuestion<OrganisationsBody, ActRefusal>(() => api.organisations());
  const choices = () => [
    { value: "", label: INVITING.noOrganisation },
    ...(question.value()?.organisations ?? []).map(({ id, nom }) => ({ value: id, label: nom })),
  ];
  return <SelectField field={props.field} label={INVITING.organisation} choices={choices()} optional />;
}
