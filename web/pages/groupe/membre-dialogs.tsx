import { For, type JSX, Show } from "solid-js";
import type { GroupeRole } from "../../../shared/domain/contrat.ts";
import { type AccountId, parseId } from "../../../shared/ids.ts";
import type { GroupeMembreBody, OutsideGroupeBody } from "../../../shared/protocol/bodies/groupe.ts";
import type { ActRefusal } from "../../api/contrat.ts";
import { CONTRAT_NAV } from "../../labels/contrat-nav.ts";
import { GROUPE_MEMBRES, GROUPE_ROLE_MEANINGS, rolesChanged } from "../../labels/groupe.ts";
import type { Field } from "../../primitives/create-form.ts";
import { createQuestion } from "../../primitives/create-question.ts";
import { CheckField } from "../../ui/form/check-field.tsx";
import { FormDialog } from "../../ui/form/form-dialog.tsx";
import { SelectField } from "../../ui/form/select-field.tsx";
import { Part } from "../contrat/part.tsx";
import { createActForm, useContrat } from "../contrat/use-contrat.ts";
import { useGroupe } from "./groupe-screen.tsx";

/** The roles that are given by hand, in the order of the page. */
const GIVEN = ["pilote", "copilote", "partenaire", "habitant", "habitant_atelier"] as const satisfies GroupeRole[];

type RoleBoxes = { readonly [Role in GroupeRole]: boolean };

function boxesOf(roles: readonly GroupeRole[]): RoleBoxes {
  return {
    pilote: roles.includes("pilote"),
    copilote: roles.includes("copilote"),
    partenaire: roles.includes("partenaire"),
    habitant: roles.includes("habitant"),
    habitant_atelier: roles.includes("habitant_atelier"),
  };
}

function rolesOf(boxes: RoleBoxes): GroupeRole[] {
  return GIVEN.filter((role) => boxes[role]);
}

/** A box for each role; nobody comes by a workshop but by its code, so that this one only shows for who did. */
function RoleFields(props: { fields: { readonly [Role in GroupeRole]: Field<boolean> }; came: boolean }): JSX.Element {
  return (
    <fieldset class="choices">
      <legend>{GROUPE_MEMBRES.role}</legend>
      <For each={GIVEN.filter((role) => props.came || role !== "habitant_atelier")}>
        {(role) => <CheckField field={props.fields[role]} label={GROUPE_ROLE_MEANINGS[role]} />}
      </For>
    </fieldset>
  );
}

/** Changes what somebody is in the groupe. */
export function ChangeMembreDialog(props: {
  membre: GroupeMembreBody;
  onDone: () => void;
  onClose: () => void;
}): JSX.Element {
  const { api } = useContrat();
  const { groupe } = useGroupe();
  const form = createActForm<RoleBoxes, null>({
    initial: boxesOf(props.membre.roles),
    check: (boxes) => ({ pilote: rolesOf(boxes).length === 0 ? GROUPE_MEMBRES.chooseRole : null }),
    send: (boxes) => api.changeGroupeMembre(groupe().id, props.membre.id, rolesOf(boxes)),
    done: () => props.onDone(),
  });
  const roles = () => rolesOf(form.values());
  return (
    <FormDialog
      title={`${CONTRAT_NAV.change} ${props.membre.nom ?? CONTRAT_NAV.formerMembre.toLowerCase()}`}
      lede={GROUPE_MEMBRES.changeLede}
      form={form}
      act={CONTRAT_NAV.save}
      busy={CONTRAT_NAV.saving}
      onClose={props.onClose}
    >
      <RoleFields fields={form.fields} came={props.membre.roles.includes("habitant_atelier")} />
      <Show when={form.isChanged() && roles().length > 0}>
        <p class="muted">
          {GROUPE_MEMBRES.theyRead} <q>{rolesChanged(groupe().nom, roles())}</q>
        </p>
      </Show>
    </FormDialog>
  );
}

/** Puts somebody of the contrat into the groupe. */
export function AddMembreDialog(props: { onDone: () => void; onClose: () => void }): JSX.Element {
  const { api } = useContrat();
  const { groupe } = useGroupe();
  const question = createQuestion<OutsideGroupeBody, ActRefusal>(() => api.outsideGroupe(groupe().id));
  const form = createActForm<RoleBoxes & { readonly personne: string }, null>({
    initial: { personne: "", ...boxesOf([]) },
    check: ({ personne, ...boxes }) => ({
      personne: parseId(personne) === null ? GROUPE_MEMBRES.choosePerson : null,
      pilote: rolesOf(boxes).length === 0 ? GROUPE_MEMBRES.chooseRole : null,
    }),
    // Checked just above.
    send: ({ personne, ...boxes }) => api.changeGroupeMembre(groupe().id, personne as AccountId, rolesOf(boxes)),
    at: { membre_inconnu: "personne" },
    done: () => props.onDone(),
  });
  return (
    <FormDialog
      title={GROUPE_MEMBRES.add}
      lede={GROUPE_MEMBRES.addLede}
      form={form}
      act={CONTRAT_NAV.add}
      busy={CONTRAT_NAV.adding}
      onClose={props.onClose}
    >
      <Part question={question} loading={CONTRAT_NAV.loading} heading="membres">
        {(body) => (
          <Show when={body().personnes.length > 0} fallback={<p>{GROUPE_MEMBRES.nobodyLeft}</p>}>
            <SelectField
              field={form.fields.personne}
              label={GROUPE_MEMBRES.person}
              choices={[
                { value: "", label: CONTRAT_NAV.chooseFirst },
                ...body().personnes.map(({ id, nom, organisation }) => ({
                  value: id,
                  label: organisation === null ? nom : `${nom}, ${organisation}`,
                })),
              ]}
            />
          </Show>
        )}
      </Part>
      <RoleFields fields={form.fields} came={false} />
    </FormDialog>
  );
}
