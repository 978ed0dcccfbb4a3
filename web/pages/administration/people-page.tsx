import { createSignal, type JSX, Show } from "solid-js";
import { parseAdresse } from "../../../shared/domain/adresse.ts";
import type { AdministrationBody } from "../../../shared/protocol/bodies/instance-admin.ts";
import type { ApiRefusal } from "../../api/client.ts";
import { createInstanceApi } from "../../api/instance.ts";
import { ADMIN } from "../../labels/administration.ts";
import { FORMS } from "../../labels/forms.ts";
import { createForm } from "../../primitives/create-form.ts";
import { createSubmit } from "../../primitives/create-submit.ts";
import { ONLY, useApp } from "../../stores/app-context.ts";
import { createRemoteCache, useRemote } from "../../stores/remote.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { Form } from "../../ui/form/form.tsx";
import { InputField } from "../../ui/form/input-field.tsx";
import { Moment } from "../../ui/moment.tsx";
import { createSaid, Said } from "../../ui/said.tsx";
import { LateNotice } from "../late-notice.tsx";
import { RemoteView } from "../remote-view.tsx";
import { AdminFrame } from "./admin-frame.tsx";
import { ADMIN_SENTENCES } from "./admin-refusals.ts";

type Person = AdministrationBody["personnes"][number];

/** Who administers the instance. */
export default function AdminPeoplePage(): JSX.Element {
  const api = createInstanceApi(useApp().ask);
  const cache = createRemoteCache(() => api.administration());
  const state = useRemote(cache, () => ONLY);
  const refresh = () => cache.refresh(ONLY);
  return (
    <RemoteView state={state()} loading={ADMIN.loading} sentences={ADMIN_SENTENCES} onRetry={refresh}>
      {(body, late) => <People body={body()} late={late()} onChange={refresh} />}
    </RemoteView>
  );
}

function People(props: { body: AdministrationBody; late: ApiRefusal | null; onChange: () => void }): JSX.Element {
  const { ask, session } = useApp();
  const api = createInstanceApi(ask);
  const [said, say] = createSaid();
  const [leaving, setLeaving] = createSignal<Person | null>(null);
  const isMe = (person: Person) => {
    const state = session.state();
    return state.kind === "present" && state.session.account.id === person.id;
  };
  const changed = (sentence: string) => {
    say(sentence);
    props.onChange();
  };
  const remove = createSubmit({
    send: (person: Person) => api.removeAdministrator(person.id),
    sentences: ADMIN_SENTENCES,
    done: () => {
      setLeaving(null);
      changed(ADMIN.personRemoved);
    },
  });
  return (
    <AdminFrame title={ADMIN.people}>
      <LateNotice late={props.late} onRetry={props.onChange} />
      <p>{ADMIN.peopleMeans}</p>
      <Said text={said()} />
      <DataTable
        caption={ADMIN.people}
        rows={props.body.personnes}
        columns={[
          { title: ADMIN.person, cell: (row) => (isMe(row) ? `${row.nom} (${ADMIN.you})` : row.nom) },
          { title: ADMIN.since, cell: (row) => <Moment at={row.depuis} /> },
          {
            title: ADMIN.act,
            cell: (row) => (
              <Show when={props.body.personnes.length > 1} fallback={<span class="muted">{ADMIN.lastPerson}</span>}>
                <button
                  type="button"
                  class="btn small quiet"
                  aria-label={`${ADMIN.removePerson} ${row.nom}`}
                  onClick={() => setLeaving(row)}
                >
                  {ADMIN.removePerson}
                </button>
              </Show>
            ),
          },
        ]}
      />
      <AddPerson onDone={changed} />
      <Show when={leaving()}>
        {(person) => (
          <ConfirmDialog
            title={ADMIN.removePersonTitle}
            act={`${ADMIN.removePerson} ${person().nom}`}
            busyWords={ADMIN.removingPerson}
            busy={remove.busy()}
            refusal={remove.refusal()}
            onConfirm={() => void remove.run(person())}
            onClose={() => setLeaving(null)}
          >
            <p>{isMe(person()) ? ADMIN.removePersonYou : ADMIN.removePersonMeans}</p>
          </ConfirmDialog>
        )}
      </Show>
    </AdminFrame>
  );
}

function AddPerson(props: { onDone: (sentence: string) => void }): JSX.Element {
  const api = createInstanceApi(useApp().ask);
  const form = createForm({
    initial: { adresse: "" },
    check: ({ adresse }) => ({ adresse: parseAdresse(adresse) === null ? FORMS.wrongAdresse : null }),
    send: ({ adresse }) => api.addAdministrator(adresse),
    sentences: ADMIN_SENTENCES,
    at: { personne_inconnue: "adresse" },
    done: () => {
      form.reset({ adresse: "" });
      props.onDone(ADMIN.named);
    },
  });
  return (
    <section class="account-part">
      <h2>{ADMIN.addPerson}</h2>
      <Form form={form} act={ADMIN.name} busy={ADMIN.naming}>
        <InputField field={form.fields.adresse} label={ADMIN.personAdresse} hint={ADMIN.readerHint} type="email" />
      </Form>
    </section>
  );
}
