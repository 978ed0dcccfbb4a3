import { createEffect, createSignal, For, type JSX, on, Show } from "solid-js";
import { SENS_AVIS, type SensAvis } from "../../../../shared/domain/version.ts";
import type { EngagementPart } from "../../../../shared/editor/canonical.ts";
import type { InstructionBody } from "../../../../shared/protocol/bodies/fiche-acts.ts";
import type { VersionInList } from "../../../../shared/protocol/bodies/history.ts";
import { DEPORT_LABEL, giveAvisAct, INSTRUCTION, SENS_LABELS, SENS_MEANS } from "../../../labels/instruction.ts";
import { ConfirmDialog } from "../../../ui/confirm-dialog.tsx";
import { FieldError } from "../../../ui/form/field-frame.tsx";
import { Form } from "../../../ui/form/form.tsx";
import { TextareaField } from "../../../ui/form/textarea-field.tsx";
import { UnsavedGuard } from "../../../ui/form/unsaved-guard.tsx";
import { createFicheAct, createFicheActForm, useFicheActs } from "../actes/use-fiche-acts.ts";
import { useFiche } from "../use-fiche.ts";
import type { ReserveDrafts } from "./avis-draft.ts";
import { reserveFieldId } from "./avis-draft.ts";
import { ReserveField } from "./reserve-field.tsx";

export interface AvisFormProps {
  readonly version: VersionInList;
  readonly instruction: InstructionBody;
  readonly drafts: ReserveDrafts;
  /** The words of a part of this version. */
  readonly words: (partie: EngagementPart) => string;
  readonly onDone: (sentence: string) => void;
}

type Chosen = SensAvis | "deport";
const CHOICES: readonly Chosen[] = [...SENS_AVIS, "deport"];

/** One's avis on the version that is shown: one answer among five, with what some ask for. */
export function AvisForm(props: AvisFormProps): JSX.Element {
  const api = useFicheActs(useFiche().body());
  const [leaving, setLeaving] = createSignal(false);
  const mine = () => props.instruction.moi.avis;
  const onThis = () => mine()?.version === props.version.numero;
  const kept = () =>
    props.instruction.reserves.filter((each) => each.vivante && each.de === props.instruction.moi.personne);
  const shown = () => ({ version: props.version.numero, empreinte: props.version.empreinte });
  const initial: { readonly sens: string; readonly raison: string; readonly reserves: string } = {
    sens: "",
    raison: "",
    reserves: "",
  };
  const withReserves = (sens: string) => sens === "favorable_avec_reserves";
  const whyNotThis = (sens: string) => {
    if (sens === "") return INSTRUCTION.sensMissing;
    return sens === "favorable" && kept().length > 0 ? INSTRUCTION.liftFirst : null;
  };
  const whyNotReserves = () => {
    const drafts = props.drafts.all();
    if (drafts.length === 0 && kept().length === 0) return INSTRUCTION.reserveNeeded;
    return drafts.some((draft) => draft.texte().trim() === "") ? INSTRUCTION.reserveMissing : null;
  };
  const form = createFicheActForm({
    initial,
    check: ({ sens, raison }) => {
      return {
        sens: whyNotThis(sens),
        raison: sens === "defavorable" && raison.trim() === "" ? INSTRUCTION.reasonNeeded : null,
        reserves: withReserves(sens) ? whyNotReserves() : null,
      };
    },
    send: ({ sens, raison }) =>
      api.act({
        acte: "rendre_avis",
        ...shown(),
        sens: chosenAvis(sens),
        raison: raison.trim() === "" ? null : raison,
        reserves: withReserves(sens)
          ? props.drafts.all().map((draft) => ({
              sur: { partie: draft.partie(), citation: draft.citation() },
              texte: draft.texte(),
            }))
          : [],
      }),
    done: () => {
      props.drafts.clear();
      form.reset({ sens: "", raison: "", reserves: "" });
      props.onDone(INSTRUCTION.avisDone);
    },
  });
  const sens = () => form.fields.sens.value();
  const stepAside = createFicheAct(
    api,
    () => ({ acte: "deporter" as const, ...shown() }),
    () => {
      setLeaving(false);
      props.onDone(INSTRUCTION.deported);
    },
  );
  const submit = () => {
    if (sens() === "deport") setLeaving(true);
    else form.submit();
  };
  const add = () => {
    const draft = props.drafts.add("description", "");
    queueMicrotask(() => document.getElementById(reserveFieldId(draft))?.focus());
  };
  // A réserve that is begun says which avis this is.
  createEffect(
    on(
      () => props.drafts.all().length,
      (count, before) => {
        if (count > (before ?? 0)) form.fields.sens.set("favorable_avec_reserves");
      },
    ),
  );

  return (
    <>
      <Form
        form={{ ...form, submit }}
        act={giveAvisAct(chosenOrNone(sens()), props.version.numero, onThis())}
        busy={INSTRUCTION.sending}
      >
        <fieldset class="avis-choices">
          <legend>{INSTRUCTION.sens}</legend>
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
        <Show when={withReserves(sens())}>
          <div class="reserve-drafts" id={form.fields.reserves.id} tabindex="-1">
            <h3>{INSTRUCTION.reserves}</h3>
            <p class="muted">{INSTRUCTION.reservesMeans}</p>
            <Show when={kept().length > 0}>
              <p class="muted">{INSTRUCTION.keptReserves}</p>
            </Show>
            <FieldError field={form.fields.reserves} />
            <For each={props.drafts.all()}>
              {(draft, index) => (
                <ReserveField
                  draft={draft}
                  index={index()}
                  words={props.words}
                  onRemove={() => {
                    props.drafts.remove(draft);
                    document.getElementById("ajouter-reserve")?.focus();
                  }}
                />
              )}
            </For>
            <button type="button" id="ajouter-reserve" class="btn small" onClick={add}>
              {INSTRUCTION.reserveAdd}
            </button>
            <p class="muted">{INSTRUCTION.selectHint}</p>
          </div>
        </Show>
        <Show when={sens() !== "deport" && sens() !== ""}>
          <TextareaField
            field={form.fields.raison}
            label={INSTRUCTION.reason}
            hint={INSTRUCTION.reasonOptional}
            optional={sens() !== "defavorable"}
          />
        </Show>
      </Form>
      <p class="muted">{INSTRUCTION.avisChangeable}</p>
      <UnsavedGuard form={{ isChanged: () => form.isChanged() || props.drafts.all().length > 0 }} />
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

function chosenAvis(value: string): SensAvis {
  const found = SENS_AVIS.find((sens) => sens === value);
  if (found === undefined) throw new Error("an avis is sent once one was chosen");
  return found;
}

function chosenOrNone(value: string): Chosen | "" {
  return CHOICES.find((choice) => choice === value) ?? "";
}
