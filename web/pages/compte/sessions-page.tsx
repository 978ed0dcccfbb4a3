import { createSignal, type JSX, Show } from "solid-js";
import type { OpenSession, SessionsBody } from "../../../shared/protocol/bodies/auth.ts";
import { createAccountApi } from "../../api/account.ts";
import type { ApiRefusal } from "../../api/client.ts";
import { ACCOUNT_REFUSAL_LABELS } from "../../labels/account-refusals.ts";
import { COMPTE, deviceName, endSession } from "../../labels/compte.ts";
import { FORMS } from "../../labels/forms.ts";
import { createSubmit } from "../../primitives/create-submit.ts";
import { ONLY, useApp } from "../../stores/app-context.ts";
import { createRemoteCache, useRemote } from "../../stores/remote.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Notice } from "../../ui/notice.tsx";
import { createSaid, Said } from "../../ui/said.tsx";
import { LateNotice } from "../late-notice.tsx";
import { RemoteView } from "../remote-view.tsx";
import { AccountFrame } from "./account-frame.tsx";

/** Where one is signed in: this device first. */
export default function SessionsPage(): JSX.Element {
  const api = createAccountApi(useApp().ask);
  const cache = createRemoteCache(() => api.sessions());
  const state = useRemote(cache, () => ONLY);
  const refresh = () => cache.refresh(ONLY);
  return (
    <RemoteView state={state()} loading={COMPTE.sessionsLoading} onRetry={refresh}>
      {(body, late) => <Sessions body={body()} late={late()} onChange={refresh} />}
    </RemoteView>
  );
}

function Sessions(props: { body: SessionsBody; late: ApiRefusal | null; onChange: () => void }): JSX.Element {
  const api = createAccountApi(useApp().ask);
  const [said, say] = createSaid();
  const [asking, setAsking] = createSignal(false);
  const sorted = () => props.body.sessions.toSorted((a, b) => Number(b.courante) - Number(a.courante));
  const others = () => props.body.sessions.filter((session) => !session.courante).length;
  let heading!: HTMLHeadingElement;

  const end = createSubmit({
    send: (session: OpenSession) => api.endSession(session.id),
    sentences: ACCOUNT_REFUSAL_LABELS,
    done: () => {
      say(COMPTE.ended);
      props.onChange();
      // Its button goes with its row.
      heading.focus();
    },
  });
  const endOthers = createSubmit({
    send: () => api.endOtherSessions(),
    sentences: ACCOUNT_REFUSAL_LABELS,
    done: () => {
      setAsking(false);
      say(COMPTE.othersEnded);
      props.onChange();
      queueMicrotask(() => heading.focus());
    },
  });

  return (
    <AccountFrame title={COMPTE.sessions}>
      <LateNotice late={props.late} onRetry={props.onChange} />
      <p>{COMPTE.sessionsMeans}</p>
      <h2 ref={heading} tabindex="-1" class="visually-hidden">
        {COMPTE.sessions}
      </h2>
      <Said text={said()} />
      <Show when={end.refusal()}>
        {(refusal) => (
          <Notice tone="warn" title={FORMS.notDone} urgent>
            {refusal().sentence}
          </Notice>
        )}
      </Show>
      <DataTable
        caption={COMPTE.sessions}
        rows={sorted()}
        columns={[
          {
            title: COMPTE.device,
            cell: (row) => (
              <>
                {deviceName(row.appareil)}
                <Show when={row.courante}>
                  {" "}
                  <span class="etat ok">{COMPTE.thisOne}</span>
                </Show>
              </>
            ),
          },
          { title: COMPTE.opened, cell: (row) => <Moment at={row.ouverteLe} /> },
          { title: COMPTE.seen, cell: (row) => <Moment at={row.vueLe} /> },
          { title: COMPTE.expires, cell: (row) => <Moment at={row.expireLe} /> },
          {
            title: COMPTE.act,
            cell: (row) => (
              <Show when={!row.courante} fallback={<span class="muted">{COMPTE.thisSession}</span>}>
                <button
                  type="button"
                  class="btn small quiet"
                  aria-label={endSession(deviceName(row.appareil))}
                  aria-disabled={end.busy()}
                  onClick={() => void end.run(row)}
                >
                  {COMPTE.end}
                </button>
              </Show>
            ),
          },
        ]}
      />
      <Show when={others() > 0} fallback={<p class="muted">{COMPTE.onlyThis}</p>}>
        <button type="button" class="btn" onClick={() => setAsking(true)}>
          {COMPTE.endOthers}
        </button>
      </Show>
      <Show when={asking()}>
        <ConfirmDialog
          title={COMPTE.endOthersTitle}
          act={COMPTE.endOthers}
          busyWords={COMPTE.ending}
          busy={endOthers.busy()}
          refusal={endOthers.refusal()}
          onConfirm={() => void endOthers.run(undefined)}
          onClose={() => setAsking(false)}
        >
          <p>{COMPTE.endOthersMeans}</p>
        </ConfirmDialog>
      </Show>
    </AccountFrame>
  );
}
