import type { JSX } from "solid-js";
import type { VersionInList } from "../../../../shared/protocol/bodies/history.ts";
import type { FicheBody } from "../../../../shared/protocol/http-bodies.ts";
import { ACTES, withdrawAct } from "../../../labels/actes.ts";
import { FormDialog } from "../../../ui/form/form-dialog.tsx";
import { TextareaField } from "../../../ui/form/textarea-field.tsx";
import { createFicheActForm, useFicheActs } from "./use-fiche-acts.ts";

export interface WithdrawDialogProps {
  readonly body: FicheBody;
  readonly version: VersionInList;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Before a version is taken back from the comité technique, with the reason that it will read. */
export function WithdrawDialog(props: WithdrawDialogProps): JSX.Element {
  const api = useFicheActs(props.body);
  const form = createFicheActForm({
    initial: { raison: "" },
    check: ({ raison }) => ({ raison: raison.trim() === "" ? ACTES.reason : null }),
    send: ({ raison }) =>
      api.act({
        acte: "retirer",
        version: props.version.numero,
        empreinte: props.version.empreinte,
        raison,
      }),
    done: () => props.onDone(),
  });
  return (
    <FormDialog
      title={withdrawAct(props.version.numero)}
      lede={ACTES.withdrawMeans}
      form={form}
      act={withdrawAct(props.version.numero)}
      busy={ACTES.withdrawing}
      danger
      onClose={props.onClose}
    >
      <TextareaField field={form.fields.raison} label={ACTES.withdrawWhy} hint={ACTES.withdrawWhyHint} />
    </FormDialog>
  );
}
