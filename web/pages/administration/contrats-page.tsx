import { createSignal, type JSX, Show } from "solid-js";
import { parseAdresse } from "../../../shared/domain/adresse.ts";
import type { InstanceContratsBody } from "../../../shared/protocol/bodies/instance-admin.ts";
import { paths } from "../../../shared/protocol/paths.ts";
import { slugify } from "../../../shared/text/slugify.ts";
import type { ApiRefusal } from "../../api/client.ts";
import { createInstanceApi } from "../../api/instance.ts";
import { ADMIN, contratMade } from "../../labels/administration.ts";
import { FORMS } from "../../labels/forms.ts";
import { createForm } from "../../primitives/create-form.ts";
import { keepFocus } from "../../primitives/keep-focus.ts";
import { ONLY, useApp } from "../../stores/app-context.ts";
import { createRemoteCache, useRemote } from "../../stores/remote.ts";
import { DataTable } from "../../ui/data-table.tsx";
import { Form } from "../../ui/form/form.tsx";
import { InputField } from "../../ui/form/input-field.tsx";
import { LongList } from "../../ui/long-list.tsx";
import { Moment } from "../../ui/moment.tsx";
import { createSaid, Said } from "../../ui/said.tsx";
import { LateNotice } from "../late-notice.tsx";
import { RemoteView } from "../remote-view.tsx";
import { AdminFrame } from "./admin-frame.tsx";
import { ADMIN_SENTENCES } from "./admin-refusals.ts";
import { ContratName } from "./contrat-name.tsx";
import { Coordination } from "./coordination.tsx";

const BY_NAME = new Intl.Collator("fr", { numeric: true });

/** So many contrats push the form that makes one out of sight. */
const MANY = 8;

/** The contrats of the instance. */
export default function AdminContratsPage(): JSX.Element {
  const api = createInstanceApi(useApp().ask);
  const cache = createRemoteCache(() => api.contrats());
  const state = useRemote(cache, () => ONLY);
  const refresh = () => cache.refresh(ONLY);
  return (
    <RemoteView state={state()} loading={ADMIN.loading} sentences={ADMIN_SENTENCES} onRetry={refresh}>
      {(body, late) => <Contrats body={body()} late={late()} onChange={refresh} />}
    </RemoteView>
  );
}

function Contrats(props: { body: InstanceContratsBody; late: ApiRefusal | null; onChange: () => void }): JSX.Element {
  const [said, say] = createSaid();
  const sorted = () => props.body.contrats.toSorted((a, b) => BY_NAME.compare(a.nom, b.nom));
  const changed = (sentence: string) => {
    say(sentence);
    props.onChange();
  };
  keepFocus(
    () => props.body,
    () => "contrats-connus",
  );
  let making!: HTMLHeadingElement;
  return (
    <AdminFrame title={ADMIN.contrats}>
      <LateNotice late={props.late} onRetry={props.onChange} />
      <p>{ADMIN.contratsMeans}</p>
      <div id="contrats-connus" tabindex="-1">
        <Said text={said()} />
      </div>
      <Show when={props.body.contrats.length >= MANY}>
        <p class="form-acts">
          <button type="button" class="btn" onClick={() => making.focus()}>
            {ADMIN.newContrat}
          </button>
        </p>
      </Show>
      <Show when={props.body.contrats.length > 0} fallback={<p class="empty">{ADMIN.noContrat}</p>}>
        <LongList rows={sorted()} words={(row) => `${row.nom} ${row.slug}`} search={ADMIN.searchContrat}>
          {(rows) => (
            <DataTable
              caption={ADMIN.contrats}
              rows={rows}
              columns={[
                { title: ADMIN.contrat, cell: (row) => <ContratName contrat={row} /> },
                { title: ADMIN.address, cell: (row) => <span class="adresse">{paths.contrat(row.slug)}</span> },
                { title: ADMIN.made, cell: (row) => <Moment at={row.creeLe} /> },
                { title: ADMIN.coordinatedBy, cell: (row) => <Coordination contrat={row} onDone={changed} /> },
              ]}
            />
          )}
        </LongList>
      </Show>
      <NewContrat
        heading={(element) => {
          making = element;
        }}
        onDone={changed}
      />
    </AdminFrame>
  );
}

function NewContrat(props: {
  heading: (element: HTMLHeadingElement) => void;
  onDone: (sentence: string) => void;
}): JSX.Element {
  const { ask, contrats } = useApp();
  const api = createInstanceApi(ask);
  const [slugIsOwn, setSlugIsOwn] = createSignal(false);
  const empty = { nom: "", slug: "", coordination: "" };
  const form = createForm({
    initial: empty,
    check: ({ nom, slug, coordination }) => ({
      nom: nom.trim() === "" || nom.length > 120 ? ADMIN.wrongNom : null,
      slug: /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug) && slug.length >= 3 && slug.length <= 80 ? null : ADMIN.wrongSlug,
      coordination: parseAdresse(coordination) === null ? FORMS.wrongAdresse : null,
    }),
    send: (values) => api.addContrat(values),
    sentences: ADMIN_SENTENCES,
    at: { slug_pris: "slug" },
    done: ({ attendue }, { nom, coordination }) => {
      form.reset(empty);
      setSlugIsOwn(false);
      contrats.refresh(ONLY);
      props.onDone(contratMade(nom, attendue === null ? null : coordination));
    },
  });
  // Follows the name until somebody chooses other words.
  const nom = {
    ...form.fields.nom,
    set: (value: string) => {
      form.fields.nom.set(value);
      if (!slugIsOwn()) form.fields.slug.set(slugify(value, 80));
    },
  };
  const slug = {
    ...form.fields.slug,
    set: (value: string) => {
      setSlugIsOwn(value !== "");
      form.fields.slug.set(value);
    },
  };
  return (
    <section class="account-part">
      <h2 ref={props.heading} tabindex="-1">
        {ADMIN.newContrat}
      </h2>
      <Form form={form} act={ADMIN.createContrat} busy={ADMIN.creating}>
        <InputField field={nom} label={ADMIN.newContratNom} hint={ADMIN.newContratNomHint} />
        <InputField
          field={slug}
          label={ADMIN.slug}
          hint={`${ADMIN.slugHint} ${paths.contrat(slug.value() || "…")}`}
          autocapitalize="none"
        />
        <InputField
          field={form.fields.coordination}
          label={ADMIN.coordination}
          hint={ADMIN.coordinationHint}
          type="email"
        />
      </Form>
    </section>
  );
}
