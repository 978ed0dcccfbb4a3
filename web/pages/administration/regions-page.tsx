import { For, type JSX, Show } from "solid-js";
import type { InstanceContratsBody, InstanceRegionsBody } from "../../../shared/protocol/bodies/instance-admin.ts";
import { ok } from "../../../shared/result.ts";
import type { ApiRefusal } from "../../api/client.ts";
import { createInstanceApi } from "../../api/instance.ts";
import { ADMIN } from "../../labels/administration.ts";
import { createForm } from "../../primitives/create-form.ts";
import { ONLY, useApp } from "../../stores/app-context.ts";
import { createRemoteCache, useRemote } from "../../stores/remote.ts";
import { Form } from "../../ui/form/form.tsx";
import { InputField } from "../../ui/form/input-field.tsx";
import { createSaid, Said } from "../../ui/said.tsx";
import { LateNotice } from "../late-notice.tsx";
import { RemoteView } from "../remote-view.tsx";
import { AdminFrame } from "./admin-frame.tsx";
import { ADMIN_SENTENCES } from "./admin-refusals.ts";
import { Region } from "./region.tsx";

type Body = InstanceRegionsBody & InstanceContratsBody;

/** The régions: who reads them, and which contrats share with them. */
export default function AdminRegionsPage(): JSX.Element {
  const api = createInstanceApi(useApp().ask);
  const cache = createRemoteCache(async () => {
    const [regions, contrats] = await Promise.all([api.regions(), api.contrats()]);
    if (!regions.ok) return regions;
    return contrats.ok ? ok<Body>({ ...regions.value, ...contrats.value }) : contrats;
  });
  const state = useRemote(cache, () => ONLY);
  const refresh = () => cache.refresh(ONLY);
  return (
    <RemoteView state={state()} loading={ADMIN.loading} sentences={ADMIN_SENTENCES} onRetry={refresh}>
      {(body, late) => <Regions body={body()} late={late()} onChange={refresh} />}
    </RemoteView>
  );
}

function Regions(props: { body: Body; late: ApiRefusal | null; onChange: () => void }): JSX.Element {
  const [said, say] = createSaid();
  const changed = (sentence: string) => {
    say(sentence);
    props.onChange();
  };
  const ids = () => props.body.regions.map(({ id }) => id);
  return (
    <AdminFrame title={ADMIN.regions}>
      <LateNotice late={props.late} onRetry={props.onChange} />
      <p>{ADMIN.regionsMeans}</p>
      <Said text={said()} />
      <Show when={props.body.regions.length > 0} fallback={<p class="empty">{ADMIN.noRegion}</p>}>
        {/* By id: what is typed in a région's forms stays when the others change. */}
        <For each={ids()}>
          {(id) => (
            <Show when={props.body.regions.find((region) => region.id === id)}>
              {(region) => <Region region={region()} contrats={props.body.contrats} onDone={changed} />}
            </Show>
          )}
        </For>
      </Show>
      <AddRegion onDone={changed} />
    </AdminFrame>
  );
}

function AddRegion(props: { onDone: (sentence: string) => void }): JSX.Element {
  const api = createInstanceApi(useApp().ask);
  const form = createForm({
    initial: { nom: "" },
    check: ({ nom }) => ({ nom: nom.trim() === "" || nom.length > 120 ? ADMIN.wrongRegion : null }),
    send: ({ nom }) => api.addRegion(nom),
    sentences: ADMIN_SENTENCES,
    done: () => {
      form.reset({ nom: "" });
      props.onDone(ADMIN.regionAdded);
    },
  });
  return (
    <section class="account-part">
      <h2>{ADMIN.newRegion}</h2>
      <Form form={form} act={ADMIN.addRegion} busy={ADMIN.addingRegion}>
        <InputField field={form.fields.nom} label={ADMIN.regionNom} />
      </Form>
    </section>
  );
}
