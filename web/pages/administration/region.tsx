import { For, type JSX, Show } from "solid-js";
import { parseAdresse } from "../../../shared/domain/adresse.ts";
import type { AccountId } from "../../../shared/ids.ts";
import type { InstanceContrat, InstanceRegion } from "../../../shared/protocol/bodies/instance-admin.ts";
import { createInstanceApi } from "../../api/instance.ts";
import { ADMIN } from "../../labels/administration.ts";
import { FORMS } from "../../labels/forms.ts";
import { listed } from "../../labels/typography.ts";
import { createForm } from "../../primitives/create-form.ts";
import { createSubmit } from "../../primitives/create-submit.ts";
import { useApp } from "../../stores/app-context.ts";
import { Form } from "../../ui/form/form.tsx";
import { InputField } from "../../ui/form/input-field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { ADMIN_SENTENCES } from "./admin-refusals.ts";

export interface RegionProps {
  readonly region: InstanceRegion;
  readonly contrats: readonly InstanceContrat[];
  readonly onDone: (sentence: string) => void;
}

/** One région: its name, who reads it, which contrats share with it. */
export function Region(props: RegionProps): JSX.Element {
  const api = createInstanceApi(useApp().ask);
  const sharing = () => props.contrats.filter(({ id }) => props.region.contrats.includes(id)).map(({ nom }) => nom);
  const remove = createSubmit({
    send: (reader: AccountId) => api.removeRegionReader(props.region.id, reader),
    sentences: ADMIN_SENTENCES,
    done: () => props.onDone(ADMIN.readerRemoved),
  });
  return (
    <section class="account-part">
      <h2>{props.region.nom}</h2>
      <h3>{ADMIN.shares}</h3>
      <p>{sharing().length > 0 ? listed(sharing()) : ADMIN.noShare}</p>
      <h3>{ADMIN.readers}</h3>
      <Show when={remove.refusal()}>
        {(refusal) => (
          <Notice tone="warn" title={FORMS.notDone} urgent>
            {refusal().sentence}
          </Notice>
        )}
      </Show>
      <Show when={props.region.lecteurs.length > 0} fallback={<p class="muted">{ADMIN.noReader}</p>}>
        <ul class="rows">
          <For each={props.region.lecteurs}>
            {(reader) => (
              <li>
                <span>{reader.nom}</span>
                <button
                  type="button"
                  class="btn small quiet"
                  aria-label={`${ADMIN.removeReader} ${reader.nom}`}
                  aria-disabled={remove.busy()}
                  onClick={() => void remove.run(reader.id)}
                >
                  {ADMIN.removeReader}
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <AddReader region={props.region} onDone={props.onDone} />
      <details>
        <summary>{ADMIN.renameRegion}</summary>
        <Rename region={props.region} onDone={props.onDone} />
      </details>
    </section>
  );
}

function AddReader(props: Omit<RegionProps, "contrats">): JSX.Element {
  const api = createInstanceApi(useApp().ask);
  const form = createForm({
    initial: { adresse: "" },
    check: ({ adresse }) => ({ adresse: parseAdresse(adresse) === null ? FORMS.wrongAdresse : null }),
    send: ({ adresse }) => api.addRegionReader(props.region.id, adresse),
    sentences: ADMIN_SENTENCES,
    at: { personne_inconnue: "adresse" },
    done: () => {
      form.reset({ adresse: "" });
      props.onDone(ADMIN.readerAdded);
    },
  });
  return (
    <Form form={form} act={ADMIN.addReader} busy={ADMIN.addingReader}>
      <InputField field={form.fields.adresse} label={ADMIN.readerAdresse} hint={ADMIN.readerHint} type="email" />
    </Form>
  );
}

function Rename(props: Omit<RegionProps, "contrats">): JSX.Element {
  const api = createInstanceApi(useApp().ask);
  const form = createForm({
    initial: { nom: props.region.nom },
    check: ({ nom }) => ({ nom: nom.trim() === "" || nom.length > 120 ? ADMIN.wrongRegion : null }),
    send: ({ nom }) => api.renameRegion(props.region.id, nom),
    sentences: ADMIN_SENTENCES,
    done: () => props.onDone(ADMIN.regionRenamed),
  });
  return (
    <Form form={form} act={ADMIN.renameRegion} busy={ADMIN.renamingRegion}>
      <InputField field={form.fields.nom} label={ADMIN.regionNom} />
    </Form>
  );
}
