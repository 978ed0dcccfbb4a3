import { createMemo, For, type JSX, Show } from "solid-js";
import { parsePersonName } from "../../../shared/domain/person-name.ts";
import type { AccountBody } from "../../../shared/protocol/bodies/account.ts";
import { createAccountApi } from "../../api/account.ts";
import type { ApiRefusal } from "../../api/client.ts";
import { ACCOUNT_REFUSAL_LABELS } from "../../labels/account-refusals.ts";
import { COMPTE } from "../../labels/compte.ts";
import { failedMail } from "../../labels/failed-mails.ts";
import { FORMS } from "../../labels/forms.ts";
import { createForm } from "../../primitives/create-form.ts";
import { createSubmit } from "../../primitives/create-submit.ts";
import { ONLY, useApp } from "../../stores/app-context.ts";
import { createRemoteCache, useRemote } from "../../stores/remote.ts";
import { Form } from "../../ui/form/form.tsx";
import { InputField } from "../../ui/form/input-field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { createSaid, Said } from "../../ui/said.tsx";
import { LateNotice } from "../late-notice.tsx";
import { RemoteView } from "../remote-view.tsx";
import { AccountFrame } from "./account-frame.tsx";
import { AddAdresse } from "./add-adresse.tsx";
import { AdresseChange } from "./adresse-change.tsx";
import { Adresses } from "./adresses.tsx";
import { Reminders } from "./reminders.tsx";

/** One's name and addresses. */
export default function IdentityPage(): JSX.Element {
  const api = createAccountApi(useApp().ask);
  const cache = createRemoteCache(() => api.account());
  const state = useRemote(cache, () => ONLY);
  const refresh = () => cache.refresh(ONLY);
  return (
    <RemoteView state={state()} loading={COMPTE.loading} onRetry={refresh}>
      {(account, late) => <Identity account={account()} late={late()} onChange={refresh} />}
    </RemoteView>
  );
}

function Identity(props: { account: AccountBody; late: ApiRefusal | null; onChange: () => void }): JSX.Element {
  const [said, say] = createSaid();
  const changed = (sentence: string) => {
    say(sentence);
    props.onChange();
  };
  // A change of address that begins or ends takes its form along; a refreshed one keeps it, and what is typed in it.
  const changing = createMemo(() => props.account.changement !== null);
  return (
    <AccountFrame title={COMPTE.identity}>
      <LateNotice late={props.late} onRetry={props.onChange} />
      <Said text={said()} />
      <For each={props.account.courrielsEnEchec}>{(mail) => <Failed mail={mail} onSeen={changed} />}</For>
      <Name nom={props.account.nom} onDone={changed} />
      <section class="account-part">
        <h2>{COMPTE.adressesTitle}</h2>
        <p class="muted">{COMPTE.adressesMeans}</p>
        <Adresses adresses={props.account.adresses} onDone={changed} />
      </section>
      <Show
        when={changing() && props.account.changement}
        fallback={<AddAdresse adresses={props.account.adresses} onDone={changed} />}
      >
        {(change) => <AdresseChange change={change()} adresses={props.account.adresses} onDone={changed} />}
      </Show>
      <Reminders on={props.account.rappels} onDone={changed} />
    </AccountFrame>
  );
}

function Name(props: { nom: string; onDone: (sentence: string) => void }): JSX.Element {
  const { ask, session } = useApp();
  const api = createAccountApi(ask);
  const form = createForm({
    initial: { nom: props.nom },
    check: ({ nom }) => ({ nom: parsePersonName(nom) === null ? FORMS.wrongName : null }),
    send: async ({ nom }) => {
      const result = await api.rename({ nom });
      if (result.ok) await session.load();
      return result;
    },
    sentences: ACCOUNT_REFUSAL_LABELS,
    done: () => props.onDone(COMPTE.renamed),
  });
  return (
    <section class="account-part">
      <h2>{COMPTE.nameTitle}</h2>
      <Form form={form} act={COMPTE.rename} busy={COMPTE.renaming}>
        <InputField
          field={form.fields.nom}
          label={COMPTE.name}
          hint={COMPTE.nameHint}
          autocomplete="name"
          autocapitalize="words"
        />
      </Form>
    </section>
  );
}

function Failed(props: {
  mail: AccountBody["courrielsEnEchec"][number];
  onSeen: (sentence: string) => void;
}): JSX.Element {
  const api = createAccountApi(useApp().ask);
  const forget = createSubmit({
    send: (id: number) => api.forgetMail(id),
    sentences: ACCOUNT_REFUSAL_LABELS,
    done: () => props.onSeen(COMPTE.failedSeenDone),
  });
  return (
    <Notice
      tone="warn"
      title={COMPTE.failedTitle}
      act={
        <button
          type="button"
          class="btn small"
          aria-disabled={forget.busy()}
          onClick={() => void forget.run(props.mail.id)}
        >
          {COMPTE.failedSeen}
        </button>
      }
    >
      {failedMail(props.mail)} {forget.refusal()?.sentence}
    </Notice>
  );
}
