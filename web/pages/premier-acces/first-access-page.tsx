import { useLocation, useNavigate } from "@solidjs/router";
import { createSignal, type JSX, Match, onMount, Switch } from "solid-js";
import { parseAdresse } from "../../../shared/domain/adresse.ts";
import { parsePersonName } from "../../../shared/domain/person-name.ts";
import type { InstanceRefusal } from "../../../shared/protocol/instance-refusals.ts";
import { paths } from "../../../shared/protocol/paths.ts";
import type { ApiRefusal } from "../../api/client.ts";
import { createInstanceApi } from "../../api/instance.ts";
import { API_REFUSAL_LABELS } from "../../labels/api-refusals.ts";
import { FORMS } from "../../labels/forms.ts";
import { INSTANCE_REFUSAL_LABELS } from "../../labels/instance-refusals.ts";
import { FIRST_ACCESS } from "../../labels/joining.ts";
import { pageTitle, SHELL } from "../../labels/shell.ts";
import { createForm } from "../../primitives/create-form.ts";
import { useApp } from "../../stores/app-context.ts";
import { Form } from "../../ui/form/form.tsx";
import { InputField } from "../../ui/form/input-field.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import { usePageTitle } from "../../ui/page-title.ts";
import { LoadingPage } from "../loading-page.tsx";
import { MessagePage } from "../message-page.tsx";

type State =
  | { readonly kind: "loading" | "open" | "cut" }
  | { readonly kind: "refused"; readonly code: ApiRefusal | InstanceRefusal };

const SENTENCES: Readonly<Record<ApiRefusal | InstanceRefusal, string>> = {
  ...API_REFUSAL_LABELS,
  ...INSTANCE_REFUSAL_LABELS,
};

/** What the one-time address of an empty instance opens. */
export default function FirstAccessPage(): JSX.Element {
  const api = createInstanceApi(useApp().ask);
  const jeton = useLocation().hash.slice(1);
  const [state, setState] = createSignal<State>({ kind: jeton === "" ? "cut" : "loading" });
  const refused = () => {
    const now = state();
    return now.kind === "refused" ? now.code : null;
  };

  async function check(): Promise<void> {
    const result = await api.checkFirstAccess(jeton);
    setState(result.ok ? { kind: "open" } : { kind: "refused", code: result.code });
  }
  onMount(() => {
    if (jeton !== "") void check();
  });

  return (
    <Switch fallback={<LoadingPage label={FIRST_ACCESS.loading} />}>
      <Match when={state().kind === "open"}>
        <Open jeton={jeton} />
      </Match>
      <Match when={state().kind === "cut"}>
        <MessagePage title={FIRST_ACCESS.refusedTitle} text={FIRST_ACCESS.cut} act={<SignInLink />} />
      </Match>
      <Match when={refused()}>
        {(code) => (
          <MessagePage
            title={FIRST_ACCESS.refusedTitle}
            text={SENTENCES[code()]}
            act={
              code() === "hors_ligne" || code() === "erreur_interne" ? (
                <button type="button" class="btn main" onClick={() => void check()}>
                  {SHELL.retry}
                </button>
              ) : (
                <SignInLink />
              )
            }
          />
        )}
      </Match>
    </Switch>
  );
}

function SignInLink(): JSX.Element {
  return (
    <a class="btn main" href={paths.signIn}>
      {FIRST_ACCESS.signIn}
    </a>
  );
}

function Open(props: { jeton: string }): JSX.Element {
  const { ask, session } = useApp();
  const api = createInstanceApi(ask);
  const navigate = useNavigate();
  usePageTitle(() => pageTitle(FIRST_ACCESS.title));
  const form = createForm({
    initial: { nom: "", adresse: "" },
    check: ({ nom, adresse }) => ({
      nom: parsePersonName(nom) === null ? FORMS.wrongName : null,
      adresse: parseAdresse(adresse) === null ? FORMS.wrongAdresse : null,
    }),
    send: async ({ nom, adresse }) => {
      const result = await api.firstAccess({ jeton: props.jeton, nom, adresse });
      if (result.ok) await session.load();
      return result;
    },
    sentences: INSTANCE_REFUSAL_LABELS,
    done: () => navigate(paths.administration, { replace: true }),
  });
  return (
    <main class="page">
      <PageHeading>{FIRST_ACCESS.title}</PageHeading>
      <p class="lede">{FIRST_ACCESS.lede}</p>
      <p>{FIRST_ACCESS.means}</p>
      <Form form={form} act={FIRST_ACCESS.open} busy={FIRST_ACCESS.opening}>
        <InputField field={form.fields.nom} label={FIRST_ACCESS.nom} autocomplete="name" autocapitalize="words" />
        <InputField
          field={form.fields.adresse}
          label={FIRST_ACCESS.adresse}
          hint={FIRST_ACCESS.adresseHint}
          type="email"
          autocomplete="email"
        />
      </Form>
    </main>
  );
}
