import { createMemo, For, type JSX, Show } from "solid-js";
import type { FailedMailsBody } from "../../../shared/protocol/bodies/invitation.ts";
import type { ActRefusal } from "../../api/contrat.ts";
import { FAILED_MAILS, failedMail, sentAgain } from "../../labels/failed-mails.ts";
import type { Question } from "../../primitives/create-question.ts";
import { keepFocus } from "../../primitives/keep-focus.ts";
import { RefusalNotice } from "../../ui/refusal-notice.tsx";
import { RowAct } from "../../ui/row-act.tsx";
import { Said } from "../../ui/said.tsx";
import { createAct, useContrat } from "../contrat/use-contrat.ts";

/** Mails of the contrat that did not arrive: why, and what can be done. Nothing while all did. */
export function FailedMails(props: {
  question: Question<FailedMailsBody, ActRefusal>;
  said: string | null;
  onDone: (sentence: string) => void;
}): JSX.Element {
  const { api } = useContrat();
  const mails = createMemo(() => props.question.value()?.courriels ?? []);
  keepFocus(mails, () => "courriels");
  const sending = createAct(
    (id: number) => api.sendMailAgain(id),
    ({ renvoyes }) => props.onDone(sentAgain(renvoyes)),
  );
  const dismissing = createAct(
    (id: number) => api.dismissMail(id),
    () => props.onDone(FAILED_MAILS.dismissed),
  );
  return (
    <Show when={mails().length > 0 || props.said !== null}>
      <section class="block" aria-labelledby="courriels">
        <h2 id="courriels" tabindex="-1">
          {FAILED_MAILS.title}
        </h2>
        <Said text={props.said} />
        <RefusalNotice refusal={sending.refusal() ?? dismissing.refusal()} />
        <Show when={mails().length > 0}>
          <p>{FAILED_MAILS.means}</p>
          <ul>
            <For each={mails()}>
              {(mail) => (
                <li>
                  {failedMail(mail)}{" "}
                  <span class="row-acts">
                    <RowAct
                      id={`courriel-renvoyer-${mail.id}`}
                      about={mail.destinataire}
                      busy={sending.busy()}
                      onPress={() => void sending.run(mail.id)}
                    >
                      {FAILED_MAILS.again}
                    </RowAct>
                    <RowAct
                      id={`courriel-ecarter-${mail.id}`}
                      about={mail.destinataire}
                      busy={dismissing.busy()}
                      onPress={() => void dismissing.run(mail.id)}
                    >
                      {FAILED_MAILS.seen}
                    </RowAct>
                  </span>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </section>
    </Show>
  );
}
