import { For, type JSX, Show } from "solid-js";
import { type OrganisationId, parseId } from "../../../shared/ids.ts";
import type { MembreBody } from "../../../shared/protocol/bodies/membre.ts";
import type { GivenRole } from "../../api/contrat.ts";
import { CONTRAT_NAV } from "../../labels/contrat-nav.ts";
import { GIVEN_ROLE_MEANINGS } from "../../labels/invitations.ts";
import { contratRolesChanged, MEMBRES } from "../../labels/membres.ts";
import { CheckField } from "../../ui/form/check-field.tsx";
import { FormDialog } from "../../ui/form/form-dialog.tsx";
import { createActForm, useContrat } from "../contrat/use-contrat.ts";
import { GIVEN, givenRoles } from "./given-roles.ts";
import { OrganisationField } from "./organisation-field.tsx";

type Boxes = { readonly [Role in GivenRole]: boolean };

/** Changes what somebody is in the whole contrat, and whom they speak for. */
export function ChangeMembre(props: { membre: MembreBody; onDone: () => void; onClose: () => void }): JSX.Element {
  const { api } = useContrat();
  const { membre } = props;
  const has = (role: GivenRole) => membre.roles.includes(role);
  const rolesOf = (boxes: Boxes) => GIVEN.filter((role) => boxes[role]);
  const form = createActForm<Boxes & { readonly organisation: string }, null>({
    initial: {
      coordination: has("coordination"),
      comite_technique: has("comite_technique"),
      copil: has("copil"),
      ars: has("ars"),
      lecteur: has("lecteur"),
      organisation: membre.organisation ?? "",
    },
    send: ({ organisation, ...boxes }) =>
      api.changeMembre(membre.id, rolesOf(boxes), parseId<OrganisationId>(organisation)),
    at: { derniere_coordination: "coordination", organisation_inconnue: "organisation" },
    done: () => props.onDone(),
  });
  const isOther = () => JSON.stringify(rolesOf(form.values())) !== JSON.stringify(givenRoles(membre.roles));
  return (
    <FormDialog
      title={`${CONTRAT_NAV.change} ${membre.nom ?? CONTRAT_NAV.formerMembre.toLowerCase()}`}
      lede={MEMBRES.changeLede}
      form={form}
      act={CONTRAT_NAV.save}
      busy={CONTRAT_NAV.saving}
      onClose={props.onClose}
    >
      <fieldset class="choices">
        <legend>{MEMBRES.rolesLegend}</legend>
        <For each={GIVEN}>{(role) => <CheckField field={form.fields[role]} label={GIVEN_ROLE_MEANINGS[role]} />}</For>
      </fieldset>
      <OrganisationField field={form.fields.organisation} />
      <Show when={isOther()}>
        <p class="muted">
          {MEMBRES.theyRead} <q>{contratRolesChanged(rolesOf(form.values()))}</q>
        </p>
      </Show>
    </FormDialog>
  );
}
