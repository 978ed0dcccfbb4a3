import { For, type JSX, Show } from "solid-js";
import type { InstructionBody } from "../../../../shared/protocol/bodies/fiche-acts.ts";
import type { VersionInList } from "../../../../shared/protocol/bodies/history.ts";
import type { Compte } from "../../../../shared/workflow/state.ts";
import { FICHE_ACT_REFUSAL_LABELS } from "../../../labels/actes.ts";
import { countWords, OUTCOME_LABELS, recordAct } from "../../../labels/decision.ts";
import { INSTRUCTION } from "../../../labels/instruction.ts";
import { fullNameIn } from "../../../labels/people-named.ts";
import { fr } from "../../../labels/typography.ts";
import { describedBy, FieldError } from "../../../ui/form/field-frame.tsx";
import { Form } from "../../../ui/form/form.tsx";
import { InputField } from "../../../ui/form/input-field.tsx";
import { TextareaField } from "../../../ui/form/textarea-field.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { Begun } from "./begun.tsx";
import type { DecisionWriting } from "./decision-writing.ts";

export interface DecisionPanelProps {
  readonly instruction: InstructionBody;
  readonly version: VersionInList;
  readonly writing: DecisionWriting;
}

/** What the comité technique decided, recorded by who may: how, with whom, when; an outcome that its rule excludes says why. */
export function DecisionPanel(props: DecisionPanelProps): JSX.Element {
  const { writing } = props;
  const { form } = writing;
  // What is wrong with the choice leads to what can be chosen: the others take no focus.
  const firstPossible = () => writing.outcomes().find(({ whyNot }) => whyNot === null)?.sens;
  // Before there is something to count, the panel only says that it is here.
  const opens = writing.count()?.quorum === true || window.location.hash === "#decision";

  return (
    <details class="card decision" id="decision" tabindex="-1" open={opens || writing.isBegun()}>
      <summary>
        <h2>{INSTRUCTION.decisionTitle}</h2>
      </summary>
      <Begun
        begunOn={writing.begunOn()}
        shown={props.version.numero}
        foundFrom={writing.kept.foundFrom()}
        isUnheard={form.unheard()}
        onErase={writing.erase}
      />
      <Form form={form} act={recordAct(writing.chosen(), props.version.numero)} busy={INSTRUCTION.recording}>
        <fieldset class="choices">
          <legend>{INSTRUCTION.mode}</legend>
          <Mode value="seance" label={INSTRUCTION.seance} chosen={writing.mode()} onChoose={form.fields.mode.set} />
          <Mode
            value="consultation_ecrite"
            label={INSTRUCTION.consultation}
            chosen={writing.mode()}
            onChoose={form.fields.mode.set}
            whyNot={props.instruction.regle?.consultationEcrite === true ? null : INSTRUCTION.noConsultation}
          />
        </fieldset>
        <Show when={writing.mode() === "seance"}>
          <fieldset class="choices">
            <legend>{INSTRUCTION.presents}</legend>
            <p class="field-hint">{INSTRUCTION.presentsHint}</p>
            <For each={props.instruction.membres}>
              {({ personne, deport }) => (
                <label class="check">
                  <input
                    type="checkbox"
                    checked={deport === null && writing.isPresent(personne)}
                    disabled={deport !== null}
                    onChange={(event) => writing.setPresent(personne, event.currentTarget.checked)}
                  />
                  <span>
                    {fullNameIn(props.instruction.noms, personne)}
                    <Show when={deport}>
                      {(why) => <small>{why() === "redacteur" ? INSTRUCTION.writes : INSTRUCTION.declared}</small>}
                    </Show>
                  </span>
                </label>
              )}
            </For>
          </fieldset>
        </Show>
        <Show when={writing.count()}>
          {(known) => (
            <p class="count" role="status">
              {countWords(known().compte, known())}
            </p>
          )}
        </Show>
        <InputField field={form.fields.date} label={INSTRUCTION.date} type="date" />
        <fieldset
          class="choices"
          id={firstPossible() === undefined ? form.fields.sens.id : undefined}
          tabindex="-1"
          aria-describedby={describedBy(form.fields.sens, false)}
        >
          <legend>{INSTRUCTION.outcome}</legend>
          <FieldError field={form.fields.sens} />
          <For each={writing.outcomes()}>
            {({ sens, whyNot }) => (
              <label class="check">
                <input
                  id={sens === firstPossible() ? form.fields.sens.id : undefined}
                  type="radio"
                  name={form.fields.sens.id}
                  value={sens}
                  checked={writing.chosen() === sens}
                  disabled={whyNot !== null}
                  onChange={() => form.fields.sens.set(sens)}
                />
                <span>
                  {OUTCOME_LABELS[sens]}
                  <Show when={whyNot}>{(why) => <small>{FICHE_ACT_REFUSAL_LABELS[why()]}</small>}</Show>
                </span>
              </label>
            )}
          </For>
        </fieldset>
        <TextareaField
          field={form.fields.raison}
          label={INSTRUCTION.decisionReason}
          hint={INSTRUCTION.decisionReasonHint}
          optional={!writing.needsReason()}
        />
        <Notice tone="info">{INSTRUCTION.decisionMeans}</Notice>
      </Form>
    </details>
  );
}

function Mode(props: {
  value: Compte["mode"];
  label: string;
  chosen: Compte["mode"];
  onChoose: (value: string) => void;
  whyNot?: string | null;
}): JSX.Element {
  return (
    <label class="check">
      <input
        type="radio"
        name="mode-decision"
        value={props.value}
        checked={props.chosen === props.value}
        disabled={(props.whyNot ?? null) !== null}
        onChange={() => props.onChoose(props.value)}
      />
      <span>
        {props.label}
        <Show when={props.whyNot}>{(why) => <small>{fr(why())}</small>}</Show>
      </span>
    </label>
  );
}
