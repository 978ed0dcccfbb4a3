import { createSignal, type JSX, Show } from "solid-js";
import { paths } from "../../../shared/protocol/paths.ts";
import { createAccountApi } from "../../api/account.ts";
import { ACCOUNT_REFUSAL_LABELS } from "../../labels/account-refusals.ts";
import { COMPTE } from "../../labels/compte.ts";
import { FORMS } from "../../labels/forms.ts";
import { createSubmit } from "../../primitives/create-submit.ts";
import { useApp } from "../../stores/app-context.ts";
import { eraseKept } from "../../stores/unsent.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { createSaid, Said } from "../../ui/said.tsx";
import { saveFile } from "../../ui/save-file.ts";
import { AccountFrame } from "./account-frame.tsx";

/** « Mes données »: take them, correct them, close the account. */
export default function DataPage(): JSX.Element {
  return (
    <AccountFrame title={COMPTE.data}>
      <Download />
      <section class="account-part">
        <h2>{COMPTE.correctTitle}</h2>
        <ul>
          <li>
            <a href={paths.account}>{COMPTE.correctName}</a>
          </li>
          <li>{COMPTE.correctRoles}</li>
          <li>{COMPTE.correctText}</li>
        </ul>
      </section>
      <Close />
    </AccountFrame>
  );
}

function Download(): JSX.Element {
  const api = createAccountApi(useApp().ask);
  const [said, say] = createSaid();
  const download = createSubmit({
    send: () => api.ownData(),
    sentences: {},
    done: (data) => {
      saveFile("mes-donnees-coaction.json", "application/json", `${JSON.stringify(data, null, 2)}\n`);
      say(COMPTE.downloaded);
    },
  });
  return (
    <section class="account-part">
      <h2>{COMPTE.downloadTitle}</h2>
      <p>{COMPTE.downloadMeans}</p>
      <Show when={download.refusal()}>
        {(refusal) => (
          <Notice tone="warn" title={FORMS.notDone} urgent>
            {refusal().sentence}
          </Notice>
        )}
      </Show>
      <button
        type="button"
        class="btn main"
        aria-disabled={download.busy()}
        onClick={() => void download.run(undefined)}
      >
        {download.busy() ? COMPTE.downloading : COMPTE.download}
      </button>
      <Said text={said()} />
    </section>
  );
}

function Close(): JSX.Element {
  const { ask, session } = useApp();
  const api = createAccountApi(ask);
  const [asking, setAsking] = createSignal(false);
  const close = createSubmit({
    send: async () => {
      const state = session.state();
      const result = await api.closeAccount();
      if (result.ok && state.kind === "present") await eraseKept(state.session.account.id, { unsentToo: true });
      return result;
    },
    sentences: ACCOUNT_REFUSAL_LABELS,
    // A page that knows nothing of them any more.
    done: () => window.location.replace(paths.accountClosed),
  });
  return (
    <section class="account-part">
      <h2>{COMPTE.closeTitle}</h2>
      <p>{COMPTE.closeMeans}</p>
      <Consequences />
      <button type="button" class="btn bad" onClick={() => setAsking(true)}>
        {COMPTE.close}
      </button>
      <Show when={asking()}>
        <ConfirmDialog
          title={COMPTE.closeDialog}
          act={COMPTE.closeAct}
          busyWords={COMPTE.closing}
          busy={close.busy()}
          refusal={close.refusal()}
          onConfirm={() => void close.run(undefined)}
          onClose={() => setAsking(false)}
        >
          <Consequences />
          <p>{COMPTE.closeFirst}</p>
        </ConfirmDialog>
      </Show>
    </section>
  );
}

function Consequences(): JSX.Element {
  return (
    <ul>
      <li>{COMPTE.closeGone}</li>
      <li>{COMPTE.closeStays}</li>
      <li>{COMPTE.closeNew}</li>
      <li>{COMPTE.closeUnsent}</li>
    </ul>
  );
}
