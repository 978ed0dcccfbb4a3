import { createSignal, type JSX, Show } from "solid-js";
import type { InvitationBody } from "../../../shared/protocol/bodies/invitation.ts";
import { INVITING, invitationState, invitedRole } from "../../labels/invitations.ts";
import { Badge } from "../../ui/badge.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { LongList } from "../../ui/long-list.tsx";
import { RefusalNotice } from "../../ui/refusal-notice.tsx";
import { RowAct } from "../../ui/row-act.tsx";
import { createAct, useContrat } from "../contrat/use-contrat.ts";

/** The invitations that were sent, and what can still be done about them. */
export function InvitationTable(props: {
  invitations: readonly InvitationBody[];
  /** The name of the groupe that an invitation leads to; null: the page is about one groupe. */
  groupeName: ((groupe: string) => string) | null;
  onDone: (sentence: string) => void;
}): JSX.Element {
  const { api } = useContrat();
  const [withdrawn, setWithdrawn] = createSignal<InvitationBody | null>(null);
  const reminding = createAct(
    ({ id, place }: InvitationBody) => api.remind(place.groupe, id),
    () => props.onDone(INVITING.reminded),
  );
  const withdrawing = createAct(
    ({ id, place }: InvitationBody) => api.withdraw(place.groupe, id),
    () => {
      setWithdrawn(null);
      props.onDone(INVITING.withdrawn);
    },
  );
  const whom = ({ nom, adresse }: InvitationBody) =>
    adresse === null ? INVITING.erased : nom === null ? adresse : `${nom}, ${adresse}`;
  const place = ({ place: { groupe, role } }: InvitationBody) => {
    if (props.groupeName === null) return invitedRole(role);
    return `${invitedRole(role)}, ${groupe === null ? INVITING.inContrat : props.groupeName(groupe)}`;
  };
  return (
    <>
      <RefusalNotice refusal={reminding.refusal()} />
      <LongList rows={props.invitations} words={whom} search={INVITING.search}>
        {(rows) => (
          <DataTable
            caption={INVITING.caption}
            rows={rows}
            columns={[
              { title: INVITING.whom, cell: whom },
              { title: INVITING.place, cell: place },
              { title: INVITING.etat, cell: (invitation) => <State invitation={invitation} /> },
              {
                title: INVITING.acts,
                cell: (invitation) => (
                  <Show when={waits(invitation)}>
                    <span class="row-acts">
                      <RowAct
                        id={`renvoyer-${invitation.id}`}
                        about={whom(invitation)}
                        busy={reminding.busy()}
                        onPress={() => void reminding.run(invitation)}
                      >
                        {INVITING.remind}
                      </RowAct>
                      <RowAct
                        id={`retirer-${invitation.id}`}
                        about={whom(invitation)}
                        onPress={() => setWithdrawn(invitation)}
                      >
                        {INVITING.withdraw}
                      </RowAct>
                    </span>
                  </Show>
                ),
              },
            ]}
          />
        )}
      </LongList>
      <Show when={withdrawn()}>
        {(invitation) => (
          <ConfirmDialog
            title={INVITING.withdrawTitle}
            act={INVITING.withdraw}
            busyWords={INVITING.withdrawing}
            busy={withdrawing.busy()}
            refusal={withdrawing.refusal()}
            onConfirm={() => void withdrawing.run(invitation())}
            onClose={() => setWithdrawn(null)}
          >
            <p>
              <strong>{whom(invitation())}</strong>
            </p>
            <p>{INVITING.withdrawMeans}</p>
          </ConfirmDialog>
        )}
      </Show>
    </>
  );
}

/** Whether the person did not come yet, and may still be told of it. */
function waits({ etat, adresse }: InvitationBody): boolean {
  return adresse !== null && (etat === "envoyee" || etat === "expiree" || etat === "courriel_en_echec");
}

function State(props: { invitation: InvitationBody }): JSX.Element {
  const failed = () => props.invitation.etat === "courriel_en_echec";
  return (
    <Show when={failed()} fallback={invitationState(props.invitation)}>
      <Badge tone="warn">{INVITING.failed}</Badge> {invitationState(props.invitation)}
    </Show>
  );
}
