import { type JSX, Show } from "solid-js";
import { accessibiliteLevel } from "../../../shared/domain/accessibilite.ts";
import type { ReglagesBody } from "../../../shared/protocol/bodies/instance-admin.ts";
import type { ApiRefusal } from "../../api/client.ts";
import { createInstanceApi } from "../../api/instance.ts";
import { ADMIN } from "../../labels/administration.ts";
import { LEVEL_LABELS } from "../../labels/shell.ts";
import { createForm, type Form as FormOf } from "../../primitives/create-form.ts";
import { ONLY, useApp } from "../../stores/app-context.ts";
import { createRemoteCache, useRemote } from "../../stores/remote.ts";
import { CheckField } from "../../ui/form/check-field.tsx";
import { Form } from "../../ui/form/form.tsx";
import { InputField } from "../../ui/form/input-field.tsx";
import { TextareaField } from "../../ui/form/textarea-field.tsx";
import { UnsavedGuard } from "../../ui/form/unsaved-guard.tsx";
import { createSaid, Said } from "../../ui/said.tsx";
import { LateNotice } from "../late-notice.tsx";
import { RemoteView } from "../remote-view.tsx";
import { AdminFrame } from "./admin-frame.tsx";
import { ADMIN_SENTENCES } from "./admin-refusals.ts";
import { LIMITS, type ReglagesValues, toReglages, toValues } from "./reglages-values.ts";

/** What the instance says of itself. */
export default function AdminReglagesPage(): JSX.Element {
  const api = createInstanceApi(useApp().ask);
  const cache = createRemoteCache(() => api.reglages());
  const state = useRemote(cache, () => ONLY);
  return (
    <RemoteView state={state()} loading={ADMIN.loading} sentences={ADMIN_SENTENCES} onRetry={() => cache.refresh(ONLY)}>
      {(body, late) => <ReglagesForm begun={body()} late={late()} onRetry={() => cache.refresh(ONLY)} />}
    </RemoteView>
  );
}

/** `begun`: what was read first; a later answer does not touch what is being written. */
function ReglagesForm(props: { begun: ReglagesBody; late: ApiRefusal | null; onRetry: () => void }): JSX.Element {
  const { ask, session } = useApp();
  const api = createInstanceApi(ask);
  const [said, say] = createSaid();
  let { numero } = props.begun;
  const form = createForm({
    initial: toValues(props.begun.reglages),
    check,
    send: (values) => {
      say(null);
      return api.changeReglages({ reglages: toReglages(values), numero });
    },
    sentences: ADMIN_SENTENCES,
    done: (body) => {
      numero = body.numero;
      form.reset(toValues(body.reglages));
      say(ADMIN.saved);
      // The foot of this very page says some of it.
      void session.load();
    },
  });
  return (
    <AdminFrame title={ADMIN.reglages}>
      <LateNotice late={props.late} onRetry={props.onRetry} />
      <p>{ADMIN.reglagesMeans}</p>
      <Form form={form} act={ADMIN.save} busy={ADMIN.saving}>
        <Site form={form} />
        <Legal form={form} />
        <Privacy form={form} />
        <Accessibility form={form} />
        <section class="form-part">
          <h2>{ADMIN.problem}</h2>
          <TextareaField field={form.fields.contact} label={ADMIN.contact} hint={ADMIN.contactHint} optional />
        </section>
      </Form>
      <Said text={said()} />
      <UnsavedGuard form={form} />
    </AdminFrame>
  );
}

type Parts = { readonly form: Pick<FormOf<ReglagesValues>, "fields" | "values"> };

function Site(props: Parts): JSX.Element {
  const { fields } = props.form;
  return (
    <section class="form-part">
      <h2>{ADMIN.identity}</h2>
      <InputField field={fields.nom} label={ADMIN.siteName} hint={ADMIN.siteNameHint} optional />
      <TextareaField field={fields.collectivite} label={ADMIN.collectivite} hint={ADMIN.collectiviteHint} optional />
    </section>
  );
}

function Legal(props: Parts): JSX.Element {
  const { fields } = props.form;
  return (
    <section class="form-part">
      <h2>{ADMIN.legal}</h2>
      <TextareaField field={fields.editeur} label={ADMIN.editeur} hint={ADMIN.editeurHint} optional />
      <TextareaField field={fields.publication} label={ADMIN.publication} hint={ADMIN.publicationHint} optional />
      <TextareaField field={fields.hebergeur} label={ADMIN.hebergeur} hint={ADMIN.hebergeurHint} optional />
      <TextareaField field={fields.mentionsPlus} label={ADMIN.more} optional />
    </section>
  );
}

function Privacy(props: Parts): JSX.Element {
  const { fields } = props.form;
  return (
    <section class="form-part">
      <h2>{ADMIN.privacy}</h2>
      <TextareaField field={fields.delegue} label={ADMIN.delegue} hint={ADMIN.delegueHint} optional />
      <TextareaField field={fields.lieu} label={ADMIN.lieu} hint={ADMIN.lieuHint} optional />
      <TextareaField field={fields.conservation} label={ADMIN.conservation} hint={ADMIN.conservationHint} optional />
      <TextareaField field={fields.donneesPlus} label={ADMIN.more} optional />
    </section>
  );
}

function Accessibility(props: Parts): JSX.Element {
  const { fields } = props.form;
  return (
    <section class="form-part">
      <h2>{ADMIN.access}</h2>
      <p>
        {ADMIN.level} <strong>{LEVEL_LABELS[accessibiliteLevel(toReglages(props.form.values()))]}</strong>
      </p>
      <InputField field={fields.etablieLe} label={ADMIN.etablie} type="date" optional />
      <TextareaField field={fields.schema} label={ADMIN.schema} hint={ADMIN.schemaHint} optional />
      <CheckField field={fields.audit} label={ADMIN.audited} hint={ADMIN.auditedHint} />
      <Show when={fields.audit.value()}>
        <InputField field={fields.auditLe} label={ADMIN.auditDay} type="date" />
        <InputField field={fields.auditPar} label={ADMIN.auditBy} optional />
        <InputField field={fields.auditPourcent} label={ADMIN.auditPercent} inputmode="numeric" size="short" />
        <TextareaField field={fields.nonAccessibles} label={ADMIN.auditMissing} optional />
      </Show>
    </section>
  );
}

function check(values: ReglagesValues): Partial<Record<keyof ReglagesValues, string | null>> {
  const tooLong = Object.entries(LIMITS).map(([name, max]) => {
    const value = values[name as keyof ReglagesValues];
    return [name, typeof value === "string" && value.trim().length > max ? ADMIN.tooLong : null] as const;
  });
  const percent = /^\d{1,3}$/.test(values.auditPourcent) && Number(values.auditPourcent) <= 100;
  return {
    ...Object.fromEntries(tooLong),
    auditLe: values.audit && values.auditLe === "" ? ADMIN.wrongDay : null,
    auditPourcent: values.audit && !percent ? ADMIN.wrongPercent : null,
  };
}
