import { createEffect, createSignal, type JSX, on, onCleanup, onMount, Show } from "solid-js";
import { parseAdresse } from "../../../shared/domain/adresse.ts";
import { paths } from "../../../shared/protocol/paths.ts";
import { createAuthApi } from "../../api/auth.ts";
import { ACCOUNT_REFUSAL_LABELS } from "../../labels/account-refusals.ts";
import { FORMS } from "../../labels/forms.ts";
import { SIGN_IN } from "../../labels/sign-in.ts";
import { fr } from "../../labels/typography.ts";
import { createForm } from "../../primitives/create-form.ts";
import { createSubmit } from "../../primitives/create-submit.ts";
import { useApp } from "../../stores/app-context.ts";
import { onArrival, tellArrival } from "../../stores/arrival.ts";
import { keepReturn } from "../../stores/kept-return.ts";
import { isSharedComputer } from "../../stores/shared-computer.ts";
import { CodeField } from "../../ui/form/code-field.tsx";
import { isWholeCode } from "../../ui/form/code-shape.ts";
import { Form } from "../../ui/form/form.tsx";
import { InputField } from "../../ui/form/input-field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { createSaid, Said } from "../../ui/said.tsx";
import { ServerLink } from "../../ui/server-link.tsx";
import { keepSharedAnswer, SharedField, sharedAnswer } from "./shared-field.tsx";

export interface SignInProps {
  /** The address that is known already. */
  readonly adresse?: string;
  /** Where the link of the mail leads afterwards, when it is opened in another tab of this browser. */
  readonly returnTo: string | null;
  readonly demonstration: boolean;
  /** Somebody is signed in now, by this page or by another tab. */
  readonly onEntered: () => void;
}

/** Signing in by mail, in two steps: an address, then the link or the code. */
export function SignIn(props: SignInProps): JSX.Element {
  const [asked, setAsked] = createSignal<string | null>(null);
  let isIn = false;
  const enter = () => {
    if (isIn) return;
    isIn = true;
    keepReturn(null, Date.now());
    props.onEntered();
  };
  useArrival(() => asked() !== null, enter);
  return (
    <Show
      when={asked()}
      fallback={<AskForMail adresse={props.adresse ?? ""} returnTo={props.returnTo} onAsked={setAsked} />}
    >
      {(adresse) => (
        <EnterCode
          adresse={adresse()}
          demonstration={props.demonstration}
          onEntered={enter}
          onOther={() => setAsked(null)}
        />
      )}
    </Show>
  );
}

function AskForMail(props: {
  adresse: string;
  returnTo: string | null;
  onAsked: (adresse: string) => void;
}): JSX.Element {
  const auth = createAuthApi(useApp().ask);
  const form = createForm({
    initial: { adresse: props.adresse, partage: sharedAnswer() },
    check: ({ adresse }) => ({ adresse: parseAdresse(adresse) === null ? FORMS.wrongAdresse : null }),
    send: ({ adresse }) => auth.askToEnter({ adresse }),
    sentences: ACCOUNT_REFUSAL_LABELS,
    done: (_, { adresse, partage }) => {
      keepSharedAnswer(partage);
      // An address of a fiche has its title in it: nothing of it is left on a computer that others use.
      keepReturn(isSharedComputer() ? null : props.returnTo, Date.now());
      props.onAsked(parseAdresse(adresse) ?? adresse);
    },
  });
  return (
    <>
      <Form form={form} act={SIGN_IN.send} busy={SIGN_IN.sending}>
        <InputField
          field={form.fields.adresse}
          label={SIGN_IN.adresse}
          hint={SIGN_IN.adresseHint}
          type="email"
          autocomplete="email"
        />
        <SharedField field={form.fields.partage} />
      </Form>
      <p class="muted">
        <strong>{SIGN_IN.noAccount}</strong> {SIGN_IN.noAccountMeans}
      </p>
    </>
  );
}

function EnterCode(props: {
  adresse: string;
  demonstration: boolean;
  onEntered: () => void;
  onOther: () => void;
}): JSX.Element {
  const { ask, session } = useApp();
  const auth = createAuthApi(ask);
  const [said, say] = createSaid();
  let heading!: HTMLHeadingElement;
  onMount(() => heading.focus());

  const form = createForm({
    initial: { code: "" },
    check: ({ code }) => ({ code: isWholeCode(code) ? null : FORMS.wrongCode }),
    send: async ({ code }) => {
      const result = await auth.enterByCode({ adresse: props.adresse, code });
      if (result.ok) {
        await session.load();
        tellArrival();
      }
      return result;
    },
    sentences: ACCOUNT_REFUSAL_LABELS,
    at: { code_refuse: "code" },
    done: () => props.onEntered(),
  });
  const again = createSubmit({
    send: () => auth.askToEnter({ adresse: props.adresse }),
    sentences: ACCOUNT_REFUSAL_LABELS,
    done: () => {
      form.reset({ code: "" });
      say(SIGN_IN.againDone);
    },
  });

  return (
    <section class="sign-in-step">
      <h2 ref={heading} tabindex="-1">
        {SIGN_IN.left}
      </h2>
      <p>
        {SIGN_IN.leftTo} <strong class="adresse">{props.adresse}</strong>
      </p>
      <p>{SIGN_IN.howTitle}</p>
      <Show when={props.demonstration}>
        <Notice
          tone="info"
          act={
            <ServerLink class="btn small" href={paths.outbox}>
              {SIGN_IN.outbox}
            </ServerLink>
          }
        >
          {SIGN_IN.outboxMeans}
        </Notice>
      </Show>
      <Form form={form} act={SIGN_IN.enter} busy={SIGN_IN.entering}>
        <CodeField field={form.fields.code} label={SIGN_IN.code} hint={SIGN_IN.codeHint} />
      </Form>
      <h3>{SIGN_IN.nothing}</h3>
      <ul>
        <li>{SIGN_IN.nothingWait}</li>
        <li>{SIGN_IN.nothingCheck}</li>
        <li>{SIGN_IN.nothingMany}</li>
      </ul>
      <Show when={again.refusal()}>
        {(refusal) => (
          <Notice tone="warn" title={fr(FORMS.notDone)} urgent>
            {refusal().sentence}
          </Notice>
        )}
      </Show>
      <Said text={said()} />
      <p class="form-acts">
        <button type="button" class="btn" aria-disabled={again.busy()} onClick={() => void again.run(undefined)}>
          {again.busy() ? SIGN_IN.sending : SIGN_IN.again}
        </button>
        <button type="button" class="btn quiet" onClick={() => props.onOther()}>
          {SIGN_IN.other}
        </button>
      </p>
    </section>
  );
}

/** Calls once somebody else than before is signed in: the link may have been opened in another tab of this browser. */
function useArrival(waits: () => boolean, onEntered: () => void): void {
  const { session } = useApp();
  const person = () => {
    const state = session.state();
    return state.kind === "present" ? state.session.account.id : null;
  };
  onMount(() => {
    const look = () => {
      if (waits()) void session.load();
    };
    const stop = onArrival(look);
    // A tab that slept hears nothing.
    document.addEventListener("visibilitychange", look);
    onCleanup(() => {
      stop();
      document.removeEventListener("visibilitychange", look);
    });
  });
  createEffect(
    on(person, (now, before) => {
      if (waits() && now !== null && now !== before) onEntered();
    }),
  );
}
