import type { JSX } from "solid-js";
import { parseAdresse } from "../../../shared/domain/adresse.ts";
import { parsePersonName } from "../../../shared/domain/person-name.ts";
import { type OrganisationId, parseId } from "../../../shared/ids.ts";
import { FORMS } from "../../labels/forms.ts";
import { INVITING } from "../../labels/invitations.ts";
import { Form } from "../../ui/form/form.tsx";
import { InputField } from "../../ui/form/input-field.tsx";
import { SelectField } from "../../ui/form/select-field.tsx";
import { createActForm, useContrat } from "../contrat/use-contrat.ts";
import type { InvitingTo } from "./inviting-to.ts";
import { OrganisationField } from "./organisation-field.tsx";

/** Invites one person by mail. */
export function InviteOne(props: { to: InvitingTo; onDone: (sentence: string) => void }): JSX.Element {
  const { api } = useContrat();
  const empty = { adresse: "", nom: "", organisation: "", role: props.to.usual };
  const form = createActForm({
    initial: empty,
    check: ({ adresse, nom }) => ({
      adresse: parseAdresse(adresse) === null ? FORMS.wrongAdresse : null,
      nom: nom.trim() !== "" && parsePersonName(nom) === null ? FORMS.wrongName : null,
    }),
    send: ({ adresse, nom, organisation, role }) =>
      api.invite({
        adresse,
        nom: parsePersonName(nom),
        organisation: parseId<OrganisationId>(organisation),
        place: props.to.placeOf(role),
      }),
    at: { deja_invitee: "adresse", organisation_inconnue: "organisation" },
    done: (_, { organisation, role }) => {
      // The next person is often of the same kind.
      form.reset({ ...empty, organisation, role: props.to.next(role) });
      props.onDone(INVITING.invited);
      document.getElementById(form.fields.adresse.id)?.focus();
    },
  });
  return (
    <Form form={form} act={INVITING.invite} busy={INVITING.inviting}>
      <InputField field={form.fields.adresse} label={INVITING.adresse} type="email" size="medium" />
      <InputField
        field={form.fields.nom}
        label={INVITING.nom}
        hint={INVITING.nomHint}
        size="medium"
        autocapitalize="words"
        optional
      />
      <OrganisationField field={form.fields.organisation} />
      <SelectField field={form.fields.role} label={INVITING.role} choices={props.to.choices} />
    </Form>
  );
}
