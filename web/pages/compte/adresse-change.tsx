import { createSignal, type JSX, onMount, Show } from "solid-js";
import type { OwnAdresse, PendingAdresse } from "../../../shared/protocol/bodies/account.ts";
import { createAccountApi } from "../../api/account.ts";
import { ACCOUNT_REFUSAL_LABELS } from "../../labels/account-refusals.ts";
import { COMPTE, changeOf, joinMeans } from "../../labels/compte.ts";
import { FORMS } from "../../labels/forms.ts";
import { createForm } from "../../primitives/create-form.ts";
import { createSubmit } from "../../primitives/create-submit.ts";
import { ONLY, useApp } from "../../stores/app-context.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { CodeField } from "../../ui/form/code-field.tsx";
import { isWholeCode } from "../../ui/form/code-shape.ts";
import { Form } from "../../ui/form/form.tsx";
import { AddAdresse } from "./add-adresse.tsx";

export interface AdresseChangeProps {
  readonly change: PendingAdresse;
  readonly adresses: readonly OwnAdresse[];
  readonly onDone: (sentence: string) => void;
}

/** The change of address under way: what is still needed, or the account to join. */
export function AdresseChange(props: AdresseChangeProps): JSX.Element {
  let heading!: HTMLHeadingElement;
  onMount(() => {
    // After the codes left, the form is gone: what comes next takes the focus. Not when the page opens on it.
    if (document.activeElement === document.body) heading.focus();
  });
  return (
    <section class="account-part">
      <h2 ref={heading} tabindex="-1">
        {props.change.jonction === null ? COMPTE.changeTitle : COMPTE.joinTitle}
      </h2>
      <Show when={props.change.jonction} fallback={<GiveCode change={props.change} onDone={props.onDone} />}>
        {(nom) => <Join change={props.change} nom={nom()} onDone={props.onDone} />}
      </Show>
      <details>
        <summary>{COMPTE.addTitle}</summary>
        <AddAdresse adresses={props.adresses} onDone={props.onDone} />
      </details>
    </section>
  );
}

function GiveCode(props: Omit<AdresseChangeProps, "adresses">): JSX.Element {
  const api = createAccountApi(useApp().ask);
  const form = createForm({
    initial: { code: "" },
    check: ({ code }) => ({ code: isWholeCode(code) ? null : FORMS.wrongCode }),
    send: ({ code }) => api.confirmAdresse({ code }),
    sentences: ACCOUNT_REFUSAL_LABELS,
    at: { code_refuse: "code" },
    done: ({ etat }) => {
      form.reset({ code: "" });
      document.getElementById(form.fields.code.id)?.focus();
      props.onDone(etat === "faite" ? COMPTE.changed : COMPTE.oneConfirmed);
    },
  });
  const waits = () => {
    if (props.change.nouvelleConfirmee) return COMPTE.waitsCurrent;
    return props.change.actuelleConfirmee ? COMPTE.waitsNew : COMPTE.waitsBoth;
  };
  return (
    <>
      <p>
        {changeOf(props.change.adresse, props.change.remplace)} {waits()}
      </p>
      <Form form={form} act={COMPTE.confirm} busy={COMPTE.confirming}>
        <CodeField field={form.fields.code} label={COMPTE.code} hint={COMPTE.codeHint} />
      </Form>
    </>
  );
}

function Join(props: { change: PendingAdresse; nom: string; onDone: (sentence: string) => void }): JSX.Element {
  const { ask, contrats } = useApp();
  const api = createAccountApi(ask);
  const [asking, setAsking] = createSignal(false);
  const join = createSubmit({
    send: () => api.joinAccount(),
    sentences: ACCOUNT_REFUSAL_LABELS,
    done: () => {
      setAsking(false);
      contrats.refresh(ONLY);
      props.onDone(COMPTE.joined);
    },
  });
  const consequences = () => (
    <ul>
      <li>{COMPTE.joinKeeps}</li>
      <li>{COMPTE.joinName}</li>
      <li>{COMPTE.joinSessions}</li>
      <li>{COMPTE.joinNever}</li>
    </ul>
  );
  return (
    <>
      <p>{joinMeans(props.change.adresse, props.nom)}</p>
      <button type="button" class="btn" onClick={() => setAsking(true)}>
        {COMPTE.joinAct}
      </button>
      <Show when={asking()}>
        <ConfirmDialog
          title={COMPTE.joinTitle}
          act={COMPTE.joinAct}
          busyWords={COMPTE.joining}
          busy={join.busy()}
          refusal={join.refusal()}
          onConfirm={() => void join.run(undefined)}
          onClose={() => setAsking(false)}
        >
          <p>{joinMeans(props.change.adresse, props.nom)}</p>
          {consequences()}
          <p class="muted">{COMPTE.joinWait}</p>
        </ConfirmDialog>
      </Show>
    </>
  );
}
