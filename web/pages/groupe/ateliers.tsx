import { createSignal, For, type JSX, onMount, Show } from "solid-js";
import type { AtelierCreatedBody, AtelierInGroupe } from "../../../shared/protocol/bodies/groupe.ts";
import { paths } from "../../../shared/protocol/paths.ts";
import { fullDate } from "../../labels/dates.ts";
import { ATELIERS, atelierSentence } from "../../labels/groupe.ts";
import { fr } from "../../labels/typography.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Form } from "../../ui/form/form.tsx";
import { InputField } from "../../ui/form/input-field.tsx";
import { Moment } from "../../ui/moment.tsx";
import { createSaid, Said } from "../../ui/said.tsx";
import { createAct, createActForm, useContrat } from "../contrat/use-contrat.ts";
import { useGroupe } from "./groupe-screen.tsx";

const USUAL = { jours: "1", usages: "60" };

/** Codes for workshops: one made and read aloud, those that were given. */
export function Ateliers(): JSX.Element {
  const { api } = useContrat();
  const { groupe, refresh } = useGroupe();
  const [made, setMade] = createSignal<AtelierCreatedBody | null>(null);
  const [closed, setClosed] = createSignal<AtelierInGroupe | null>(null);
  const [said, say] = createSaid();
  const form = createActForm({
    initial: USUAL,
    check: ({ jours, usages }) => ({
      jours: isBetween(jours, 1, 30) ? null : ATELIERS.joursWrong,
      usages: isBetween(usages, 1, 500) ? null : ATELIERS.usagesWrong,
    }),
    send: ({ jours, usages }) => api.openAtelier(groupe().id, Number(jours), Number(usages)),
    done: (atelier) => {
      form.reset(USUAL);
      setMade(atelier);
      refresh();
    },
  });
  const closing = createAct(
    ({ id }: AtelierInGroupe) => api.closeAtelier(id),
    () => {
      setClosed(null);
      say(ATELIERS.closed);
      refresh();
      document.getElementById("codes")?.focus();
    },
  );
  return (
    <section class="block" aria-labelledby="codes">
      <h2 id="codes" tabindex="-1">
        {ATELIERS.title}
      </h2>
      <p>{ATELIERS.means}</p>
      <Show
        when={made()}
        fallback={
          <Form form={form} act={ATELIERS.make} busy={ATELIERS.making}>
            <InputField
              field={form.fields.jours}
              label={ATELIERS.jours}
              type="number"
              inputmode="numeric"
              size="short"
            />
            <InputField
              field={form.fields.usages}
              label={ATELIERS.usages}
              type="number"
              inputmode="numeric"
              size="short"
            />
          </Form>
        }
      >
        {(atelier) => (
          <ReadAloud
            atelier={atelier()}
            onDone={() => {
              setMade(null);
              document.getElementById("codes")?.focus();
            }}
          />
        )}
      </Show>
      <h3>{ATELIERS.given}</h3>
      <Said text={said()} />
      <Show when={(groupe().ateliers ?? []).length > 0} fallback={<p class="muted">{ATELIERS.none}</p>}>
        <ul class="cards">
          <For each={groupe().ateliers ?? []}>
            {(atelier) => (
              <li class="card">
                <h4>
                  {ATELIERS.madeOn} <Moment at={atelier.creeLe} />
                </h4>
                <p>{atelierSentence(atelier)}</p>
                <Show when={atelier.etat === "ouvert"}>
                  <button
                    type="button"
                    id={`fermer-${atelier.id}`}
                    class="btn small quiet"
                    onClick={() => setClosed(atelier)}
                  >
                    {ATELIERS.close}
                    <span class="visually-hidden"> {fr(`du ${fullDate(atelier.creeLe)}`)}</span>
                  </button>
                </Show>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={closed()}>
        {(atelier) => (
          <ConfirmDialog
            title={ATELIERS.closeTitle}
            act={ATELIERS.close}
            busyWords={ATELIERS.closing}
            busy={closing.busy()}
            refusal={closing.refusal()}
            onConfirm={() => void closing.run(atelier())}
            onClose={() => setClosed(null)}
          >
            <p>{ATELIERS.closeMeans}</p>
          </ConfirmDialog>
        )}
      </Show>
    </section>
  );
}

/** A code as large as the screen, with where to type it: to be shown, or read aloud letter by letter. */
function ReadAloud(props: { atelier: AtelierCreatedBody; onDone: () => void }): JSX.Element {
  const { slug } = useContrat();
  let title!: HTMLHeadingElement;
  onMount(() => title.focus());
  const letters = () => [...props.atelier.code].filter((sign) => sign !== "-");
  return (
    <div class="aloud">
      <h3 ref={title} tabindex="-1">
        {ATELIERS.readAloud}
      </h3>
      <p class="aloud-code" aria-hidden="true">
        {props.atelier.code}
      </p>
      <p class="visually-hidden">{fr(`${ATELIERS.spelled} : ${letters().join(", ")}`)}</p>
      <p>
        {fr(`${ATELIERS.address} : `)}
        <strong class="aloud-address">{`${window.location.origin}${paths.atelier(slug)}`}</strong>
      </p>
      <p class="muted">{ATELIERS.onlyOnce}</p>
      <button type="button" class="btn" onClick={() => props.onDone()}>
        {ATELIERS.done}
      </button>
    </div>
  );
}

function isBetween(text: string, min: number, max: number): boolean {
  return /^\d{1,4}$/.test(text.trim()) && Number(text) >= min && Number(text) <= max;
}
