import { createSignal, type JSX, Show } from "solid-js";
import type { Adresse } from "../../../shared/domain/adresse.ts";
import type { OwnAdresse } from "../../../shared/protocol/bodies/account.ts";
import { createAccountApi } from "../../api/account.ts";
import { ACCOUNT_REFUSAL_LABELS } from "../../labels/account-refusals.ts";
import { COMPTE } from "../../labels/compte.ts";
import { createSubmit } from "../../primitives/create-submit.ts";
import { useApp } from "../../stores/app-context.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Moment } from "../../ui/moment.tsx";

/** The addresses of an account; all but the last may be taken off. */
export function Adresses(props: { adresses: readonly OwnAdresse[]; onDone: (sentence: string) => void }): JSX.Element {
  const api = createAccountApi(useApp().ask);
  const [leaving, setLeaving] = createSignal<Adresse | null>(null);
  const remove = createSubmit({
    send: (adresse: Adresse) => api.removeAdresse({ adresse }),
    sentences: ACCOUNT_REFUSAL_LABELS,
    done: () => {
      setLeaving(null);
      props.onDone(COMPTE.removed);
    },
  });
  return (
    <Show when={props.adresses.length > 0} fallback={<p class="empty">{COMPTE.noAdresse}</p>}>
      <DataTable
        caption={COMPTE.adressesTitle}
        rows={props.adresses}
        columns={[
          { title: COMPTE.adresse, cell: (row) => <span class="adresse">{row.adresse}</span> },
          { title: COMPTE.since, cell: (row) => <Moment at={row.depuis} /> },
          {
            title: COMPTE.act,
            cell: (row) => (
              <Show when={props.adresses.length > 1} fallback={<span class="muted">{COMPTE.onlyOne}</span>}>
                <button
                  type="button"
                  class="btn small quiet"
                  aria-label={`${COMPTE.remove} ${row.adresse}`}
                  onClick={() => setLeaving(row.adresse)}
                >
                  {COMPTE.remove}
                </button>
              </Show>
            ),
          },
        ]}
      />
      <Show when={leaving()}>
        {(adresse) => (
          <ConfirmDialog
            title={COMPTE.removeTitle}
            act={COMPTE.remove}
            busyWords={COMPTE.removing}
            busy={remove.busy()}
            refusal={remove.refusal()}
            onConfirm={() => void remove.run(adresse())}
            onClose={() => setLeaving(null)}
          >
            <p>
              <strong class="adresse">{adresse()}</strong>
            </p>
            <p>{COMPTE.removeMeans}</p>
          </ConfirmDialog>
        )}
      </Show>
    </Show>
  );
}
