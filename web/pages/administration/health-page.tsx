import { type JSX, Show } from "solid-js";
import type { HealthBody } from "../../../shared/protocol/http-bodies.ts";
import type { ApiRefusal } from "../../api/client.ts";
import { createInstanceApi } from "../../api/instance.ts";
import { ADMIN, DISK_LABELS, MAIL_LABELS } from "../../labels/administration.ts";
import { createSubmit } from "../../primitives/create-submit.ts";
import { ONLY, useApp } from "../../stores/app-context.ts";
import { createRemoteCache, useRemote } from "../../stores/remote.ts";
import { Notice } from "../../ui/notice.tsx";
import { createSaid, Said } from "../../ui/said.tsx";
import { LateNotice } from "../late-notice.tsx";
import { RemoteView } from "../remote-view.tsx";
import { AdminFrame } from "./admin-frame.tsx";

/** How the site is, in words: what `/api/sante` says. */
export default function AdminHealthPage(): JSX.Element {
  const api = createInstanceApi(useApp().ask);
  const cache = createRemoteCache(() => api.health());
  const state = useRemote(cache, () => ONLY);
  const refresh = () => cache.refresh(ONLY);
  return (
    <RemoteView state={state()} loading={ADMIN.loading} onRetry={refresh}>
      {(health, late) => (
        <Health health={health()} late={late()} onRetry={refresh} onLooked={(seen) => cache.put(ONLY, seen)} />
      )}
    </RemoteView>
  );
}

function Health(props: {
  health: HealthBody;
  late: ApiRefusal | null;
  onRetry: () => void;
  onLooked: (seen: HealthBody) => void;
}): JSX.Element {
  const api = createInstanceApi(useApp().ask);
  const [said, say] = createSaid();
  const look = createSubmit({
    send: () => api.health(),
    sentences: {},
    done: (seen) => {
      props.onLooked(seen);
      say(ADMIN.looked);
    },
  });
  return (
    <AdminFrame title={ADMIN.health}>
      <LateNotice late={props.late} onRetry={props.onRetry} />
      <dl class="about-rows">
        <dt>{ADMIN.version}</dt>
        <dd>{props.health.version}</dd>
        <dt>{ADMIN.disk}</dt>
        <dd>{DISK_LABELS[props.health.disque]}</dd>
        <dt>{ADMIN.mail}</dt>
        <dd>{MAIL_LABELS[props.health.courriel]}</dd>
        <Show when={props.health.demonstration}>
          <dt>{ADMIN.demonstration}</dt>
          <dd>{ADMIN.demonstrationYes}</dd>
        </Show>
      </dl>
      <p class="form-acts">
        <button type="button" class="btn" aria-disabled={look.busy()} onClick={() => void look.run(undefined)}>
          {ADMIN.look}
        </button>
      </p>
      <Show when={look.refusal()}>
        {(refusal) => (
          <Notice tone="warn" urgent>
            {refusal().sentence}
          </Notice>
        )}
      </Show>
      <Said text={said()} />
      <p class="muted">{ADMIN.backup}</p>
    </AdminFrame>
  );
}
