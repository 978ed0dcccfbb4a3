import { type JSX, Show } from "solid-js";
import type { FailedMailsBody, InvitationsBody } from "../../../shared/protocol/bodies/invitation.ts";
import type { ActRefusal } from "../../api/contrat.ts";
import { INVITING } from "../../labels/invitations.ts";
import { createQuestion } from "../../primitives/create-question.ts";
import { createSaid, Said } from "../../ui/said.tsx";
import { Part } from "../contrat/part.tsx";
import { useContrat } from "../contrat/use-contrat.ts";
import { FailedMails } from "./failed-mails.tsx";
import { InvitationTable } from "./invitation-table.tsx";
import { InviteList } from "./invite-list.tsx";
import { InviteOne } from "./invite-one.tsx";
import type { InvitingTo } from "./inviting-to.ts";

/** Inviting to one place, by mail: one person, a list, and who was invited. */
export function Inviting(props: { to: InvitingTo; groupeName: ((groupe: string) => string) | null }): JSX.Element {
  const { api } = useContrat();
  const question = createQuestion<InvitationsBody, ActRefusal>(() => api.invitations(props.to.groupe));
  // Those of a groupe are in its own list; what did not arrive is the coordination's to see to.
  const failed = props.to.groupe === null ? createQuestion<FailedMailsBody, ActRefusal>(() => api.failedMails()) : null;
  const [said, say] = createSaid();
  const [settled, settle] = createSaid();
  const [listed, list] = createSaid();
  const [remarked, remark] = createSaid();
  const saying = (tell: (sentence: string) => void) => (sentence: string) => {
    tell(sentence);
    question.refresh();
    failed?.refresh();
  };
  const waiting = () => question.value()?.invitations ?? [];
  return (
    <>
      <Show when={failed}>
        {(question) => <FailedMails question={question()} onDone={saying(settle)} said={settled()} />}
      </Show>
      <section class="block" aria-labelledby="inviter">
        <h2 id="inviter" tabindex="-1">
          {INVITING.one}
        </h2>
        <Said text={said()} />
        <InviteOne to={props.to} onDone={saying(say)} />
      </section>
      <section class="block" aria-labelledby="liste">
        <h2 id="liste">{INVITING.list}</h2>
        <Said text={listed()} />
        <InviteList to={props.to} waiting={waiting()} onStale={question.refresh} onDone={saying(list)} />
      </section>
      <section class="block" aria-labelledby="envoyees">
        <h2 id="envoyees" tabindex="-1">
          {INVITING.sent}
        </h2>
        <Said text={remarked()} />
        <Part question={question} loading={INVITING.loading} heading="envoyees">
          {(body) => (
            <Show when={body().invitations.length > 0} fallback={<p class="empty">{INVITING.none}</p>}>
              <InvitationTable invitations={body().invitations} groupeName={props.groupeName} onDone={saying(remark)} />
            </Show>
          )}
        </Part>
      </section>
    </>
  );
}
