import "../../styles/connexion.css";
import { useLocation } from "@solidjs/router";
import { createSignal, type JSX, Match, Switch } from "solid-js";
import { paths } from "../../../shared/protocol/paths.ts";
import { createAuthApi } from "../../api/auth.ts";
import { ACCOUNT_REFUSAL_LABELS } from "../../labels/account-refusals.ts";
import { pageTitle } from "../../labels/shell.ts";
import { SIGN_IN_LINK } from "../../labels/sign-in.ts";
import { createForm } from "../../primitives/create-form.ts";
import { useApp } from "../../stores/app-context.ts";
import { tellArrival } from "../../stores/arrival.ts";
import { takeReturn } from "../../stores/kept-return.ts";
import { Form } from "../../ui/form/form.tsx";
import { PageHeading } from "../../ui/page-heading.tsx";
import { usePageTitle } from "../../ui/page-title.ts";
import { MessagePage } from "../message-page.tsx";
import { AlreadyHere } from "./already-here.tsx";
import { useGoOn } from "./go-on.ts";
import { keepSharedAnswer, SharedField, sharedAnswer } from "./shared-field.tsx";

/** What the link of a mail opens: a page with a button, since programs that look at mails open links too. */
export default function LinkPage(): JSX.Element {
  const jeton = useLocation().hash.slice(1);
  const [refused, setRefused] = createSignal(false);
  return (
    <Switch fallback={<Enter jeton={jeton} onRefused={() => setRefused(true)} />}>
      <Match when={jeton === ""}>
        <MessagePage title={SIGN_IN_LINK.cutTitle} text={SIGN_IN_LINK.cut} act={<Another />} />
      </Match>
      <Match when={refused()}>
        <MessagePage title={SIGN_IN_LINK.refusedTitle} text={ACCOUNT_REFUSAL_LABELS.lien_refuse} act={<Another />} />
      </Match>
    </Switch>
  );
}

function Enter(props: { jeton: string; onRefused: () => void }): JSX.Element {
  const { ask, session } = useApp();
  const auth = createAuthApi(ask);
  const goOn = useGoOn();
  usePageTitle(() => pageTitle(SIGN_IN_LINK.title));
  const form = createForm({
    initial: { partage: sharedAnswer() },
    send: async ({ partage }) => {
      keepSharedAnswer(partage);
      const result = await auth.enterByLink({ jeton: props.jeton });
      if (result.ok) {
        await session.load();
        tellArrival();
      } else if (result.code === "lien_refuse") props.onRefused();
      return result;
    },
    sentences: ACCOUNT_REFUSAL_LABELS,
    done: () => goOn(takeReturn(Date.now())),
  });
  return (
    <main class="page sign-in">
      <PageHeading>{SIGN_IN_LINK.title}</PageHeading>
      <p class="lede">{SIGN_IN_LINK.lede}</p>
      <AlreadyHere means={SIGN_IN_LINK.replaces} />
      <Form form={form} act={SIGN_IN_LINK.enter} busy={SIGN_IN_LINK.entering}>
        <SharedField field={form.fields.partage} />
      </Form>
    </main>
  );
}

function Another(): JSX.Element {
  return (
    <a class="btn main" href={paths.signInByMail}>
      {SIGN_IN_LINK.another}
    </a>
  );
}
