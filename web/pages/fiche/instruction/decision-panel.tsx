import { createMemo, createSignal, For, type JSX, Show } from "solid-js";
import { SENS_DECISION, type SensDecision } from "../../../../shared/domain/version.ts";
import type { AccountId } from "../../../../shared/ids.ts";
import type { InstructionBody } from "../../../../shared/protocol/bodies/fiche-acts.ts";
import type { VersionInList } from "../../../../shared/protocol/bodies/history.ts";
import { needsReason } from "../../../../shared/workflow/outcomes.ts";
import type { Compte } from "../../../../shared/workflow/state.ts";
import { FICHE_ACT_REFUSAL_LABELS } from "../../../labels/actes.ts";
import { dayOf } from "../../../labels/days.ts";
import { countWords, OUTCOME_LABELS, recordAct } from "../../../labels/decision.ts";
import { INSTRUCTION } from "../../../labels/instruction.ts";
import { fullNameIn } from "../../../labels/people-named.ts";
import { fr } from "../../../labels/typography.ts";
import { FieldError } from "../../../ui/form/field-frame.tsx";
import { Form } from "../../../ui/form/form.tsx";
import { InputField } from "../../../ui/form/input-field.tsx";
import { TextareaField } from "../../../ui/form/textarea-field.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { createFicheActForm, useFicheActs } from "../actes/use-fiche-acts.ts";
import { useFiche } from "../use-fiche.ts";
import { countOf, outcomesOf } from "./counting.ts";

export interface DecisionPanelProps {
  readonly instruction: InstructionBody;
  readonly version: VersionInList;
  readonly onDone: (sentence: string) => void;
}

/** What the comité technique decided, recorded by who may: how, with whom, when; an outcome that its rule excludes says why. */
export function DecisionPanel(props: DecisionPanelProps): JSX.Element {
  const api = useFicheActs(useFiche().body());
  const part = () => props.instruction.membres.filter(({ deport }) => deport === null);
  // Who gave an avis on this version was most likely there.
  const [presents, setPresents] = createSignal<ReadonlySet<AccountId>>(
    new Set(props.instruction.avis.filter(({ aConfirmer }) => !aConfirmer).map(({ de }) => de)),
  );
  const initial: { readonly mode: string; readonly sens: string; readonly date: string; readonly raison: string } = {
    mode: "seance",
    sens: "",
    date: dayOf(Date.now()),
    raison: "",
  };
  const form = createFicheActForm({
    initial,
    check: ({ sens, date, raison }) => ({
      sens: whyNotOutcome(sens),
      date: date === "" || date > dayOf(Date.now()) ? INSTRUCTION.dateFuture : null,
      raison: needed(sens) && raison.trim() === "" ? INSTRUCTION.decisionReasonMissing : null,
    }),
    send: ({ sens, date, raison }) =>
      api.act({
        acte: "relever_decision",
        version: props.version.numero,
        empreinte: props.version.empreinte,
        sens: outcomeOf(sens),
        date,
        raison: raison.trim() === "" ? null : raison,
        mode: mode(),
        presents: mode() === "seance" ? counted() : [],
      }),
    done: () => props.onDone(INSTRUCTION.recorded),
  });
  const mode = (): Compte["mode"] =>
    form.fields.mode.value() === "consultation_ecrite" ? "consultation_ecrite" : "seance";
  const counted = () =>
    part()
      .map(({ personne }) => personne)
      .filter((personne) => presents().has(personne));
  const count = createMemo(() => countOf(props.instruction, mode(), counted()));
  const outcomes = createMemo(() => {
    const known = count();
    return known === null ? [] : outcomesOf(props.instruction, known.compte);
  });
  const chosen = () => SENS_DECISION.find((sens) => sens === form.fields.sens.value()) ?? "";
  const needed = (sens: string) => SENS_DECISION.some((each) => each === sens && needsReason(each));

  function whyNotOutcome(sens: string): string | null {
    const outcome = outcomes().find((each) => each.sens === sens);
    if (outcome === undefined) return INSTRUCTION.outcomeMissing;
    return outcome.whyNot === null ? null : FICHE_ACT_REFUSAL_LABELS[outcome.whyNot];
  }

  // Before there is something to count, the panel only says that it is here.
  const opens = count()?.quorum === true || window.location.hash === "#decision";
  const toggle = (personne: AccountId, here: boolean) => {
    const next = new Set(presents());
    if (here) next.add(personne);
    else next.delete(personne);
    setPresents(next);
  };

  return (
    <details class="card decision" id="decision" tabindex="-1" open={opens}>
      <summary>
        <h2>{INSTRUCTION.decisionTitle}</h2>
      </summary>
      <Form form={form} act={recordAct(chosen(), props.version.numero)} busy={INSTRUCTION.recording}>
        <fieldset class="choices">
          <legend>{INSTRUCTION.mode}</legend>
          <Mode value="seance" label={INSTRUCTION.seance} chosen={mode()} onChoose={form.fields.mode.set} />
          <Mode
            value="consultation_ecrite"
            label={INSTRUCTION.consultation}
            chosen={mode()}
            onChoose={form.fields.mode.set}
            whyNot={props.instruction.regle?.consultationEcrite === true ? null : INSTRUCTION.noConsultation}
          />
        </fieldset>
        <Show when={mode() === "seance"}>
          <fieldset class="choices">
            <legend>{INSTRUCTION.presents}</legend>
            <p class="field-hint">{INSTRUCTION.presentsHint}</p>
            <For each={props.instruction.membres}>
              {({ personne, deport }) => (
                <label class="check">
                  <input
                    type="checkbox"
                    checked={deport === null && presents().has(personne)}
                    disabled={deport !== null}
                    onChange={(event) => toggle(personne, event.currentTarget.checked)}
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
        <Show when={count()}>
          {(known) => (
            <p class="count" role="status">
              {countWords(known().compte, known())}
            </p>
          )}
        </Show>
        <InputField field={form.fields.date} label={INSTRUCTION.date} type="date" />
        <fieldset class="choices">
          <legend>{INSTRUCTION.outcome}</legend>
          <FieldError field={form.fields.sens} />
          <For each={outcomes()}>
            {({ sens, whyNot }, index) => (
              <label class="check">
                <input
                  id={index() === 0 ? form.fields.sens.id : undefined}
                  type="radio"
                  name={form.fields.sens.id}
                  value={sens}
                  checked={chosen() === sens}
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
          optional={!needed(form.fields.sens.value())}
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

function outcomeOf(value: string): SensDecision {
  const found = SENS_DECISION.find((sens) => sens === value);
  if (found === undefined) throw new Error("a decision is sent once one was chosen");
  return found;
}
