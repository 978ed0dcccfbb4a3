import { createSignal, For, type JSX, Show } from "solid-js";
import { STADES, type Stade } from "../../../shared/domain/contrat.ts";
import type { IdentiteBody } from "../../../shared/protocol/bodies/contrat.ts";
import { IDENTITE, passToStade } from "../../labels/contrat-settings.ts";
import { dayOf, fullDay } from "../../labels/days.ts";
import { STADE_LABELS } from "../../labels/etats.ts";
import { fr } from "../../labels/typography.ts";
import { FormDialog } from "../../ui/form/form-dialog.tsx";
import { InputField } from "../../ui/form/input-field.tsx";
import { RadioField } from "../../ui/form/radio-field.tsx";
import { createSaid, Said } from "../../ui/said.tsx";
import { createActForm, useContrat } from "../contrat/use-contrat.ts";

/** Where the contrat stands, since when, and what it passed; passing on is an act with a day. */
export function Stades(props: { stades: IdentiteBody["stades"]; onDone: () => void }): JSX.Element {
  const { contrat, refresh } = useContrat();
  const [asking, setAsking] = createSignal(false);
  const [said, say] = createSaid();
  const done = (sentence: string) => {
    setAsking(false);
    say(sentence);
    refresh();
    props.onDone();
  };
  return (
    <section class="block" aria-labelledby="etape">
      <h2 id="etape" tabindex="-1">
        {IDENTITE.stade}
      </h2>
      <p>
        <strong>{STADE_LABELS[contrat().stade]}</strong>
      </p>
      <Said text={said()} />
      <Show when={props.stades.length > 0}>
        <h3>{IDENTITE.stadePast}</h3>
        <ul>
          <For each={props.stades}>
            {({ stade, le }) => <li>{fr(`${STADE_LABELS[stade]} : depuis le ${fullDay(le)}`)}</li>}
          </For>
        </ul>
      </Show>
      <p>
        <button type="button" id="passer-etape" class="btn" onClick={() => setAsking(true)}>
          {IDENTITE.stadeAct}
        </button>
      </p>
      <Show when={asking()}>
        <StadeDialog current={contrat().stade} onDone={done} onClose={() => setAsking(false)} />
      </Show>
    </section>
  );
}

function StadeDialog(props: { current: Stade; onDone: (sentence: string) => void; onClose: () => void }): JSX.Element {
  const { api } = useContrat();
  const others = STADES.filter((stade) => stade !== props.current);
  const next = STADES[STADES.indexOf(props.current) + 1] ?? others[0] ?? props.current;
  const chosen = (value: string): Stade => STADES.find((stade) => stade === value) ?? next;
  const initial: { readonly stade: string; readonly le: string } = { stade: next, le: dayOf(Date.now()) };
  const form = createActForm({
    initial,
    check: ({ le }) => ({ le: le === "" ? IDENTITE.stadeDayMissing : null }),
    send: ({ stade, le }) => api.passStade(chosen(stade), le),
    done: (_, { stade, le }) => props.onDone(fr(`${STADE_LABELS[chosen(stade)]} : depuis le ${fullDay(le)}`)),
  });
  return (
    <FormDialog
      title={IDENTITE.stadeAct}
      lede={IDENTITE.stadeMeans}
      form={form}
      act={passToStade(chosen(form.fields.stade.value()))}
      busy={IDENTITE.passing}
      onClose={props.onClose}
    >
      <RadioField
        field={form.fields.stade}
        label={IDENTITE.stadeTo}
        choices={others.map((stade) => ({ value: stade, label: STADE_LABELS[stade] }))}
      />
      <InputField field={form.fields.le} label={IDENTITE.stadeDay} hint={IDENTITE.stadeDayHint} type="date" />
    </FormDialog>
  );
}
