import type { JSX } from "solid-js";
import type { ReunionInGroupe } from "../../../shared/protocol/bodies/groupe.ts";
import type { ContratResult } from "../../api/contrat.ts";
import { CONTRAT_NAV } from "../../labels/contrat-nav.ts";
import { REUNIONS } from "../../labels/groupe.ts";
import { FormDialog } from "../../ui/form/form-dialog.tsx";
import { InputField } from "../../ui/form/input-field.tsx";
import { TextareaField } from "../../ui/form/textarea-field.tsx";
import { createActForm, useContrat } from "../contrat/use-contrat.ts";
import { useGroupe } from "./groupe-screen.tsx";
import { checkReunion, factsOf, type ReunionValues, valuesOf } from "./reunion-form.ts";

/** Plans a meeting (null), or changes one. */
export function ReunionDialog(props: {
  reunion: ReunionInGroupe | null;
  onDone: () => void;
  onClose: () => void;
}): JSX.Element {
  const { api } = useContrat();
  const { groupe } = useGroupe();
  const form = createActForm<ReunionValues, unknown>({
    initial: valuesOf(props.reunion),
    check: checkReunion,
    send: (values): Promise<ContratResult<unknown>> => {
      const facts = factsOf(values);
      return props.reunion === null ? api.addReunion(groupe().id, facts) : api.changeReunion(props.reunion.id, facts);
    },
    done: () => props.onDone(),
  });
  return (
    <FormDialog
      title={props.reunion === null ? REUNIONS.plan : REUNIONS.change}
      form={form}
      act={props.reunion === null ? REUNIONS.plan : CONTRAT_NAV.save}
      busy={REUNIONS.planning}
      onClose={props.onClose}
    >
      <InputField field={form.fields.jour} label={REUNIONS.day} type="date" />
      <InputField field={form.fields.heure} label={REUNIONS.time} type="time" />
      <InputField field={form.fields.lieu} label={REUNIONS.lieu} hint={REUNIONS.lieuHint} optional />
      <InputField field={form.fields.lien} label={REUNIONS.lien} hint={REUNIONS.lienHint} type="url" optional />
      <TextareaField
        field={form.fields.ordreDuJour}
        label={REUNIONS.agenda}
        hint={REUNIONS.agendaHint}
        rows={4}
        optional
      />
    </FormDialog>
  );
}
