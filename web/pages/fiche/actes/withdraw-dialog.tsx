import type { JSX } from "solid-js";
import type { VersionInList } from "../../../../shared/protocol/bodies/history.ts";
import type { FicheBody } from "../../../../shared/protocol/http-bodies.ts";
import { ACTES, unpublishAct, withdrawAct } from "../../../labels/actes.ts";
import { PUBLICATION } from "../../../labels/publication.ts";
import { FormDialog } from "../../../ui/form/form-dialog.tsx";
import { TextareaField } from "../../../ui/form/textarea-field.tsx";
import { Begun } from "../instruction/begun.tsx";
import { keepForm } from "./kept-form.ts";
import { createFicheActForm, useFicheActs } from "./use-fiche-acts.ts";

/** What is taken back from who reads it: from the comité technique, or from everybody. */
const KINDS = {
  retirer: {
    act: withdrawAct,
    means: ACTES.withdrawMeans,
    busy: ACTES.withdrawing,
    why: ACTES.withdrawWhy,
    hint: ACTES.withdrawWhyHint,
  },
  depublier: {
    act: unpublishAct,
    means: PUBLICATION.unpublishMeans,
    busy: PUBLICATION.unpublishing,
    why: PUBLICATION.unpublishWhy,
    hint: PUBLICATION.unpublishWhyHint,
  },
} as const;

export interface WithdrawDialogProps {
  readonly acte: keyof typeof KINDS;
  readonly body: FicheBody;
  readonly version: VersionInList;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Before a version is taken back, with the reason that the journal will keep. What is written of it is there again later. */
export function WithdrawDialog(props: WithdrawDialogProps): JSX.Element {
  const api = useFicheActs(props.body);
  const kind = () => KINDS[props.acte];
  const form = createFicheActForm({
    initial: { raison: "" },
    check: ({ raison }) => ({ raison: raison.trim() === "" ? ACTES.reason : null }),
    send: ({ raison }) =>
      api.act({ acte: props.acte, version: props.version.numero, empreinte: props.version.empreinte, raison }),
    done() {
      typed.kept.forget();
      props.onDone();
    },
  });
  const typed = keepForm(form, { acte: props.acte, fiche: props.body.fiche.id }, () => props.version.numero);
  return (
    <FormDialog
      title={kind().act(props.version.numero)}
      lede={kind().means}
      form={form}
      act={kind().act(props.version.numero)}
      busy={kind().busy}
      danger
      isKept={typed.kept.isKept}
      onClose={props.onClose}
    >
      <Begun
        begunOn={typed.begunOn()}
        shown={props.version.numero}
        foundFrom={typed.kept.foundFrom()}
        isUnheard={form.unheard()}
        onErase={typed.erase}
      />
      <TextareaField field={form.fields.raison} label={kind().why} hint={kind().hint} />
    </FormDialog>
  );
}
