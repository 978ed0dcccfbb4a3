import type { JSX } from "solid-js";
import type { PlanNode } from "../../../shared/domain/plan.ts";
import { type AxeId, parseId } from "../../../shared/ids.ts";
import { CONTRAT_NAV } from "../../labels/contrat-nav.ts";
import { AXES } from "../../labels/contrat-settings.ts";
import { FormDialog } from "../../ui/form/form-dialog.tsx";
import { InputField } from "../../ui/form/input-field.tsx";
import { SelectField } from "../../ui/form/select-field.tsx";
import { axeChoices } from "../contrat/axe-choices.ts";
import { createActForm, useContrat } from "../contrat/use-contrat.ts";
import type { BranchOf } from "./branch.tsx";
import { lastUnder, mayGoUnder } from "./nodes.ts";

interface Ends {
  readonly onDone: () => void;
  readonly onClose: () => void;
}

function checkLibelle({ libelle }: { readonly libelle: string }) {
  return { libelle: libelle.trim() === "" ? AXES.libelleMissing : libelle.length > 500 ? CONTRAT_NAV.tooLong : null };
}

/** A new axe, or a new objectif under something. */
export function NewAxeDialog(props: Ends & { parent: BranchOf | null }): JSX.Element {
  const { api } = useContrat();
  const form = createActForm({
    initial: { libelle: "" },
    check: checkLibelle,
    send: ({ libelle }) => api.addAxe(props.parent?.id ?? null, libelle),
    done: () => props.onDone(),
  });
  return (
    <FormDialog
      title={props.parent === null ? AXES.addAxe : AXES.addObjectif}
      lede={props.parent?.libelle}
      form={form}
      act={CONTRAT_NAV.add}
      busy={CONTRAT_NAV.adding}
      onClose={props.onClose}
    >
      <InputField field={form.fields.libelle} label={AXES.libelle} hint={AXES.libelleHint} />
    </FormDialog>
  );
}

/** Other words for an axe or an objectif. */
export function RenameAxeDialog(props: Ends & { branch: BranchOf }): JSX.Element {
  const { api } = useContrat();
  const form = createActForm({
    initial: { libelle: props.branch.libelle },
    check: checkLibelle,
    send: ({ libelle }) => api.renameAxe(props.branch.id, libelle),
    done: () => props.onDone(),
  });
  return (
    <FormDialog
      title={AXES.rename}
      form={form}
      act={CONTRAT_NAV.save}
      busy={CONTRAT_NAV.saving}
      onClose={props.onClose}
    >
      <InputField field={form.fields.libelle} label={AXES.libelle} />
    </FormDialog>
  );
}

/** Another place for an axe or an objectif, with all that is under it. */
export function MoveAxeDialog(props: Ends & { branch: BranchOf; nodes: readonly PlanNode[] }): JSX.Element {
  const { api, contrat } = useContrat();
  const { id } = props.branch;
  const parentOf = (value: string) => parseId<AxeId>(value);
  const form = createActForm({
    initial: { parent: "" },
    check: ({ parent }) => ({ parent: mayGoUnder(props.nodes, id, parentOf(parent)) ? null : AXES.moveTooDeep }),
    send: ({ parent }) => {
      const place = lastUnder(props.nodes, id, parentOf(parent));
      return api.moveAxe(id, place.parent, place.rang);
    },
    at: { plan_trop_profond: "parent", axe_dans_lui_meme: "parent", axe_inconnu: "parent" },
    done: () => props.onDone(),
  });
  const choices = () => [
    { value: "", label: AXES.moveRoot },
    ...axeChoices(contrat().axes).filter(({ value }) => mayGoUnder(props.nodes, id, parentOf(value))),
  ];
  return (
    <FormDialog
      title={AXES.move}
      lede={
        <>
          <strong>{props.branch.libelle}</strong>. {AXES.moveLede}
        </>
      }
      form={form}
      act={AXES.move}
      busy={CONTRAT_NAV.saving}
      onClose={props.onClose}
    >
      <SelectField field={form.fields.parent} label={AXES.moveTo} choices={choices()} />
    </FormDialog>
  );
}
