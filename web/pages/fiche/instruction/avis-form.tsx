import "../../../styles/avis.css";
import { createEffect, createSignal, For, type JSX, on, Show } from "solid-js";
import { SENS_AVIS, type SensAvis } from "../../../../shared/domain/version.ts";
import type { EngagementPart } from "../../../../shared/editor/canonical.ts";
import type { InstructionBody } from "../../../../shared/protocol/bodies/fiche-acts.ts";
import type { VersionInList } from "../../../../shared/protocol/bodies/history.ts";
import { DEPORT_LABEL, giveAvisAct, INSTRUCTION, SENS_LABELS, SENS_MEANS } from "../../../labels/instruction.ts";
import { ConfirmDialog } from "../../../ui/confirm-dialog.tsx";
import { describedBy, FieldError } from "../../../ui/form/field-frame.tsx";
import { Form } from "../../../ui/form/form.tsx";
import { TextareaField } from "../../../ui/form/textarea-field.tsx";
import { createFicheAct, useFicheActs } from "../actes/use-fiche-acts.ts";
import { useFiche } from "../use-fiche.ts";
import { reserveFieldId } from "./avis-draft.ts";
import { type AvisWriting, ownReserves, withReserves } from "./avis-writing.ts";
import { Begun } from "./begun.tsx";
import { ReserveField } from "./reserve-field.tsx";

export interface AvisFormProps {
  readonly version: VersionInList;
  readonly instruction: InstructionBody;
  readonly writing: AvisWriting;
  /** The words of a part of this version; null while they are not there. */
  readonly words: (partie: EngagementPart) => string | null;
  readonly onDone: (sentence: string) => void;
}

type Chosen = SensAvis | "deport";
const CHOICES: readonly Chosen[] = [...SENS_AVIS, "deport"];

/** One's avis on the version that is shown: one answer among five, with what some ask for. Behind a fold, once there is one. */
export function AvisForm(props: AvisFormProps): JSX.Element {
  const [isOpen, setOpen] = createSignal(false);
  createEffect(() => setOpen(props.writing.isBegun()));
  return (
    <Show when={props.instruction.moi.avis !== null} fallback={<Fields {...props} />}>
      <details class="change-avis" open={isOpen()} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{INSTRUCTION.changeAvis}</summary>
        <Fields {...props} />
      </details>
    </Show>
  );
}

function Fields(props: AvisFormProps): JSX.Element {
  const api = useFicheActs(useFiche().body());
  const [leaving, setLeaving] = createSignal(false);
  const { form, drafts } = props.writing;
  const onThis = () => props.instruction.moi.avis?.version === props.version.numero;
  const sens = () => form.fields.sens.value();
  const stepAside = createFicheAct(
    api,
    () => ({ acte: "deporter" as const, version: props.version.numero, empreinte: props.version.empreinte }),
    () => {
      setLeaving(false);
      form.fields.sens.set("");
      props.onDone(INSTRUCTION.deported);
    },
  );
  const submit = () => {
    if (sens() === "deport") setLeaving(true);
    else form.submit();
  };
  const add = () => {
    const draft = drafts.add("description", "");
    queueMicrotask(() => document.getElementById(reserveFieldId(draft))?.focus());
  };
  // A réserve that is begun says which avis this is.
  createEffect(
    on(
      () => drafts.all().length,
      (count, before) => {
        if (before !== undefined && count > before) form.fields.sens.set("favorable_avec_reserves");
      },
    ),
  );

  return (
    <>
      <Begun
        begunOn={props.writing.begunOn()}
        shown={props.version.numero}
        foundFrom={props.writing.kept.foundFrom()}
        isUnheard={form.unheard()}
        onErase={props.writing.erase}
      />
      <Form
        form={{ ...form, submit }}
        act={giveAvisAct(chosenOrNone(sens()), props.version.numero, onThis())}
        busy={INSTRUCTION.sending}
      >
        <fieldset class="avis-choices" aria-describedby={describedBy(form.fields.sens, false)}>
          <legend>{props.instruction.moi.avis === null ? INSTRUCTION.sens : INSTRUCTION.newSens}</legend>
          <FieldError field={form.fields.sens} />
          <For each={CHOICES}>
            {(choice, index) => (
              <label class="avis-choice">
                <input
                  id={index() === 0 ? form.fields.sens.id : undefined}
                  type="radio"
                  name={form.fields.sens.id}
                  value={choice}
                  checked={sens() === choice}
                  onChange={() => form.fields.sens.set(choice)}
                />
                <span>
                  {choice === "deport" ? DEPORT_LABEL : SENS_LABELS[choice]}
                  <Show when={SENS_MEANS[choice]}>{(means) => <small>{means()}</small>}</Show>
                </span>
              </label>
            )}
          </For>
        </fieldset>
        {/* What was written stays in sight whatever is chosen then. */}
        <Show when={withReserves(sens()) || drafts.all().length > 0}>
          <section
            class="reserve-drafts"
            id={form.fields.reserves.id}
            tabindex="-1"
            aria-labelledby="reserves-de-l-avis"
            aria-describedby={describedBy(form.fields.reserves, false)}
          >
            <h3 id="reserves-de-l-avis">{INSTRUCTION.reserves}</h3>
            <p class="muted">{INSTRUCTION.reservesMeans}</p>
            <Show when={ownReserves(props.instruction).length > 0}>
              <p class="muted">{INSTRUCTION.keptReserves}</p>
            </Show>
            <FieldError field={form.fields.reserves} />
            <For each={drafts.all()}>
              {(draft, index) => (
                <ReserveField
                  draft={draft}
                  index={index()}
                  version={props.version.numero}
                  words={props.words}
                  onRemove={() => {
                    drafts.remove(draft);
                    // The last one may take the whole part away, whatever avis is chosen.
                    const chosen = document.querySelector<HTMLElement>(".avis-choices :checked");
                    (document.getElementById("ajouter-reserve") ?? chosen)?.focus();
                  }}
                />
              )}
            </For>
            <button type="button" id="ajouter-reserve" class="btn small" onClick={add}>
              {INSTRUCTION.reserveAdd}
            </button>
            <p class="muted">{INSTRUCTION.selectHint}</p>
          </section>
        </Show>
        <Show when={(sens() !== "deport" && sens() !== "") || form.fields.raison.value() !== ""}>
          <TextareaField
            field={form.fields.raison}
            label={INSTRUCTION.reason}
            hint={INSTRUCTION.reasonOptional}
            optional={sens() !== "defavorable"}
          />
        </Show>
      </Form>
      <p class="muted">{INSTRUCTION.avisChangeable}</p>
      <Show when={leaving()}>
        <ConfirmDialog
          title={INSTRUCTION.deportTitle}
          act={INSTRUCTION.deportAct}
          busyWords={INSTRUCTION.deporting}
          busy={stepAside.busy()}
          refusal={stepAside.refusal()}
          onConfirm={() => void stepAside.run(null)}
          onClose={() => setLeaving(false)}
        >
          <p>{INSTRUCTION.deportMeans}</p>
        </ConfirmDialog>
      </Show>
    </>
  );
}

function chosenOrNone(value: string): Chosen | "" {
  return CHOICES.find((choice) => choice === value) ?? "";
}
