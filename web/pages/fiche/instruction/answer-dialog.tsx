import type { JSX } from "solid-js";
import type { ReserveBody } from "../../../../shared/protocol/bodies/fiche-acts.ts";
import { INSTRUCTION } from "../../../labels/instruction.ts";
import { createKeptTyped } from "../../../primitives/create-kept-typed.ts";
import { FormDialog } from "../../../ui/form/form-dialog.tsx";
import { TextareaField } from "../../../ui/form/textarea-field.tsx";
import { createFicheActForm, useFicheActs } from "../actes/use-fiche-acts.ts";
import { useFiche } from "../use-fiche.ts";

/** The groupe's answer to a réserve. What is written of it is there again when the window is opened again. */
export function AnswerDialog(props: {
  reserve: ReserveBody;
  onDone: () => void;
  /** What the page shows may not be so any more. */
  onRefused: () => void;
  onClose: () => void;
}): JSX.Element {
  const { body } = useFiche();
  const api = useFicheActs(body(), () => props.onRefused());
  const form = createFicheActForm({
    initial: { texte: "" },
    check: ({ texte }) => ({ texte: texte.trim() === "" ? INSTRUCTION.answerMissing : null }),
    send: ({ texte }) => api.act({ acte: "repondre_reserve", reserve: props.reserve.id, texte }),
    done() {
      kept.forget();
      props.onDone();
    },
  });
  const kept = createKeptTyped({
    form: `reponse/${body().fiche.id}/${props.reserve.id}`,
    read: () => (form.isChanged() ? form.fields.texte.value() : null),
    restore: (texte) => typeof texte === "string" && form.fields.texte.set(texte),
  });
  return (
    <FormDialog
      title={INSTRUCTION.answerTitle}
      lede={<span class="said-words">{props.reserve.texte}</span>}
      form={form}
      act={INSTRUCTION.answer}
      busy={INSTRUCTION.answering}
      isKept={kept.isKept}
      onClose={props.onClose}
    >
      <TextareaField field={form.fields.texte} label={INSTRUCTION.answerLabel} hint={INSTRUCTION.answerHint} />
    </FormDialog>
  );
}
