import { type JSX, Show } from "solid-js";
import { type AccountId, parseId } from "../../../shared/ids.ts";
import type { InstanceBody } from "../../../shared/protocol/bodies/instance.ts";
import type { MembresBody } from "../../../shared/protocol/bodies/membre.ts";
import type { ActRefusal } from "../../api/contrat.ts";
import { CONTRAT_NAV } from "../../labels/contrat-nav.ts";
import { INSTANCES_PAGE } from "../../labels/instances.ts";
import { createQuestion } from "../../primitives/create-question.ts";
import { FormDialog } from "../../ui/form/form-dialog.tsx";
import { SelectField } from "../../ui/form/select-field.tsx";
import { Part } from "../contrat/part.tsx";
import { createActForm, useContrat } from "../contrat/use-contrat.ts";
import { withRole } from "./sitting.ts";

/** Somebody of the contrat sits in a body from now on. */
export function AddToInstance(props: { instance: InstanceBody; onDone: () => void; onClose: () => void }): JSX.Element {
  const { api } = useContrat();
  const question = createQuestion<MembresBody, ActRefusal>(() => api.membres());
  const form = createActForm({
    initial: { personne: "" },
    check: ({ personne }) => ({ personne: parseId(personne) === null ? INSTANCES_PAGE.choosePerson : null }),
    // Checked just above.
    send: ({ personne }) => withRole(api, personne as AccountId, props.instance.kind),
    at: { membre_inconnu: "personne" },
    done: () => props.onDone(),
  });
  const outside = (body: MembresBody) =>
    body.membres.filter(({ roles, nom }) => nom !== null && !roles.includes(props.instance.kind));
  return (
    <FormDialog
      title={INSTANCES_PAGE.add}
      form={form}
      act={CONTRAT_NAV.add}
      busy={CONTRAT_NAV.adding}
      onClose={props.onClose}
    >
      <Part question={question} loading={CONTRAT_NAV.loading} heading={props.instance.kind}>
        {(body) => (
          <Show when={outside(body()).length > 0} fallback={<p>{INSTANCES_PAGE.nobodyLeft}</p>}>
            <SelectField
              field={form.fields.personne}
              label={INSTANCES_PAGE.person}
              choices={[
                { value: "", label: CONTRAT_NAV.chooseFirst },
                ...outside(body())
                  .map(({ id, nom }) => ({ value: id, label: nom ?? "" }))
                  .sort((a, b) => a.label.localeCompare(b.label, "fr")),
              ]}
            />
          </Show>
        )}
      </Part>
    </FormDialog>
  );
}
