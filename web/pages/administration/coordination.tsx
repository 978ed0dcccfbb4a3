import "../../styles/contrat-screens.css";
import { createSignal, For, type JSX, Show } from "solid-js";
import { parseAdresse } from "../../../shared/domain/adresse.ts";
import type { CoordinationAwaited, InstanceContrat } from "../../../shared/protocol/bodies/instance-admin.ts";
import { createInstanceApi } from "../../api/instance.ts";
import { ADMIN } from "../../labels/administration.ts";
import { FORMS } from "../../labels/forms.ts";
import { INVITING, invitationState } from "../../labels/invitations.ts";
import { createForm } from "../../primitives/create-form.ts";
import { createSubmit } from "../../primitives/create-submit.ts";
import { useApp } from "../../stores/app-context.ts";
import { Badge } from "../../ui/badge.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { FormDialog } from "../../ui/form/form-dialog.tsx";
import { InputField } from "../../ui/form/input-field.tsx";
import { RefusalNotice } from "../../ui/refusal-notice.tsx";
import { RowAct } from "../../ui/row-act.tsx";
import { ADMIN_SENTENCES } from "./admin-refusals.ts";

/** Whether somebody coordinates a contrat; while nobody does, who is invited to, and what can be done about it. */
export function Coordination(props: { contrat: InstanceContrat; onDone: (sentence: string) => void }): JSX.Element {
  const [inviting, setInviting] = createSignal(false);
  return (
    <Show when={props.contrat.attendue} fallback={ADMIN.coordinated}>
      {(awaited) => (
        <>
          <Show when={awaited().length > 0} fallback={<p>{ADMIN.nobodyAwaited}</p>}>
            <ul class="plain">
              <For each={awaited()}>
                {(invitation) => (
                  <li>
                    <Awaited contrat={props.contrat} invitation={invitation} onDone={props.onDone} />
                  </li>
                )}
              </For>
            </ul>
          </Show>
          <button
            type="button"
            id={`inviter-${props.contrat.id}`}
            class="btn small"
            aria-label={`${ADMIN.inviteTo} ${props.contrat.nom}`}
            onClick={() => setInviting(true)}
          >
            {ADMIN.inviteTo}
          </button>
          <Show when={inviting()}>
            <InviteDialog
              contrat={props.contrat}
              onDone={() => {
                setInviting(false);
                props.onDone(ADMIN.invitationSent);
              }}
              onClose={() => setInviting(false)}
            />
          </Show>
        </>
      )}
    </Show>
  );
}

function Awaited(props: {
  contrat: InstanceContrat;
  invitation: CoordinationAwaited;
  onDone: (sentence: string) => void;
}): JSX.Element {
  const api = createInstanceApi(useApp().ask);
  const [asking, setAsking] = createSignal(false);
  const reminding = createSubmit({
    send: () => api.remindCoordination(props.contrat.id, props.invitation.id),
    sentences: ADMIN_SENTENCES,
    done: () => props.onDone(ADMIN.againSent),
  });
  const withdrawing = createSubmit({
    send: () => api.withdrawCoordination(props.contrat.id, props.invitation.id),
    sentences: ADMIN_SENTENCES,
    done: () => {
      setAsking(false);
      props.onDone(ADMIN.takenBack);
    },
  });
  return (
    <>
      <span class="adresse">{props.invitation.adresse}</span>
      <p>
        <Show when={props.invitation.etat === "courriel_en_echec"}>
          <Badge tone="warn">{INVITING.failed}</Badge>{" "}
        </Show>
        {invitationState(props.invitation)}
      </p>
      <RefusalNotice refusal={reminding.refusal()} />
      <span class="row-acts">
        <RowAct
          id={`renvoyer-${props.invitation.id}`}
          about={props.invitation.adresse}
          busy={reminding.busy()}
          onPress={() => void reminding.run(undefined)}
        >
          {ADMIN.again}
        </RowAct>
        <RowAct id={`retirer-${props.invitation.id}`} about={props.invitation.adresse} onPress={() => setAsking(true)}>
          {ADMIN.takeBack}
        </RowAct>
      </span>
      <Show when={asking()}>
        <ConfirmDialog
          title={ADMIN.takeBackTitle}
          act={ADMIN.takeBack}
          busyWords={ADMIN.takingBack}
          busy={withdrawing.busy()}
          refusal={withdrawing.refusal()}
          onConfirm={() => void withdrawing.run(undefined)}
          onClose={() => setAsking(false)}
        >
          <p>
            <strong>{props.invitation.adresse}</strong>
          </p>
          <p>{ADMIN.takeBackMeans}</p>
        </ConfirmDialog>
      </Show>
    </>
  );
}

function InviteDialog(props: { contrat: InstanceContrat; onDone: () => void; onClose: () => void }): JSX.Element {
  const api = createInstanceApi(useApp().ask);
  const form = createForm({
    initial: { adresse: "" },
    check: ({ adresse }) => ({ adresse: parseAdresse(adresse) === null ? FORMS.wrongAdresse : null }),
    send: ({ adresse }) => api.inviteCoordination(props.contrat.id, adresse),
    sentences: ADMIN_SENTENCES,
    at: { deja_invitee: "adresse" },
    done: () => props.onDone(),
  });
  return (
    <FormDialog
      title={ADMIN.inviteToTitle}
      lede={ADMIN.inviteToLede}
      form={form}
      act={ADMIN.sendInvitation}
      busy={ADMIN.sendingInvitation}
      onClose={props.onClose}
    >
      <p>
        <strong>{props.contrat.nom}</strong>
      </p>
      <InputField field={form.fields.adresse} label={ADMIN.inviteToAdresse} type="email" />
    </FormDialog>
  );
}
