import { createSignal, type JSX, Show } from "solid-js";
import { isSiret, ORGANISATION_KINDS, type Organisation } from "../../../shared/domain/organisation.ts";
import type { OrganisationsBody } from "../../../shared/protocol/bodies/membre.ts";
import type { ActRefusal, ContratResult } from "../../api/contrat.ts";
import { CONTRAT_NAV } from "../../labels/contrat-nav.ts";
import { ORGANISATION_KIND_LABELS, ORGANISATIONS } from "../../labels/membres.ts";
import { createQuestion } from "../../primitives/create-question.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { DataTable } from "../../ui/data-table.tsx";
import { FormDialog } from "../../ui/form/form-dialog.tsx";
import { InputField } from "../../ui/form/input-field.tsx";
import { SelectField } from "../../ui/form/select-field.tsx";
import { LongList } from "../../ui/long-list.tsx";
import { RowAct } from "../../ui/row-act.tsx";
import { createSaid, Said } from "../../ui/said.tsx";
import { Part } from "../contrat/part.tsx";
import { ReservedPage } from "../contrat/reserved-page.tsx";
import { createAct, createActForm, useContrat } from "../contrat/use-contrat.ts";
import { MembresNav } from "./membres-nav.tsx";

/** The organisations of a contrat: whom its people speak for, and who signs it. */
export default function OrganisationsPage(): JSX.Element {
  return (
    <ReservedPage droit="gerer_membres" title={ORGANISATIONS.title} lede={ORGANISATIONS.lede} nav={<MembresNav />}>
      <Organisations />
    </ReservedPage>
  );
}

function Organisations(): JSX.Element {
  const { api } = useContrat();
  const question = createQuestion<OrganisationsBody, ActRefusal>(() => api.organisations());
  const [opened, setOpened] = createSignal<Organisation | "new" | null>(null);
  const [removed, setRemoved] = createSignal<Organisation | null>(null);
  const [said, say] = createSaid();
  const removing = createAct(
    ({ id }: Organisation) => api.removeOrganisation(id),
    () => {
      setRemoved(null);
      say(ORGANISATIONS.removed);
      question.refresh();
    },
  );
  return (
    <section class="block" aria-labelledby="organisations">
      <h2 id="organisations" tabindex="-1">
        {ORGANISATIONS.list}
      </h2>
      <p>
        <button type="button" id="ajouter-organisation" class="btn main" onClick={() => setOpened("new")}>
          {ORGANISATIONS.add}
        </button>
      </p>
      <Said text={said()} />
      <Part question={question} loading={ORGANISATIONS.loading} heading="organisations">
        {(body) => (
          <Show when={body().organisations.length > 0} fallback={<p class="empty">{ORGANISATIONS.none}</p>}>
            <LongList
              rows={body().organisations}
              words={({ nom, kind }) => `${nom} ${ORGANISATION_KIND_LABELS[kind]}`}
              search={ORGANISATIONS.search}
            >
              {(rows) => (
                <DataTable
                  caption={ORGANISATIONS.caption}
                  rows={rows}
                  columns={[
                    { title: ORGANISATIONS.nom, cell: ({ nom }) => nom },
                    { title: ORGANISATIONS.kind, cell: ({ kind }) => ORGANISATION_KIND_LABELS[kind] },
                    { title: ORGANISATIONS.siret, cell: ({ siret }) => siret ?? ORGANISATIONS.unknownSiret },
                    {
                      title: ORGANISATIONS.acts,
                      cell: (organisation) => (
                        <span class="row-acts">
                          <RowAct
                            id={`modifier-${organisation.id}`}
                            about={organisation.nom}
                            onPress={() => setOpened(organisation)}
                          >
                            {CONTRAT_NAV.change}
                          </RowAct>
                          <RowAct
                            id={`retirer-${organisation.id}`}
                            about={organisation.nom}
                            onPress={() => setRemoved(organisation)}
                          >
                            {CONTRAT_NAV.remove}
                          </RowAct>
                        </span>
                      ),
                    },
                  ]}
                />
              )}
            </LongList>
          </Show>
        )}
      </Part>
      <Show when={opened()} keyed>
        {(what) => (
          <OrganisationDialog
            organisation={what === "new" ? null : what}
            onDone={(sentence) => {
              setOpened(null);
              say(sentence);
              question.refresh();
            }}
            onClose={() => setOpened(null)}
          />
        )}
      </Show>
      <Show when={removed()}>
        {(organisation) => (
          <ConfirmDialog
            title={ORGANISATIONS.removeTitle}
            act={CONTRAT_NAV.remove}
            busyWords={CONTRAT_NAV.removing}
            busy={removing.busy()}
            refusal={removing.refusal()}
            onConfirm={() => void removing.run(organisation())}
            onClose={() => setRemoved(null)}
          >
            <p>
              <strong>{organisation().nom}</strong>
            </p>
            <p>{ORGANISATIONS.removeMeans}</p>
          </ConfirmDialog>
        )}
      </Show>
    </section>
  );
}

function OrganisationDialog(props: {
  organisation: Organisation | null;
  onDone: (sentence: string) => void;
  onClose: () => void;
}): JSX.Element {
  const { api } = useContrat();
  const digits = (text: string) => text.replace(/\s/gu, "");
  const form = createActForm({
    initial: {
      nom: props.organisation?.nom ?? "",
      kind: props.organisation?.kind ?? "collectivite",
      siret: props.organisation?.siret ?? "",
    },
    check: ({ nom, siret }) => ({
      nom: nom.trim() === "" ? ORGANISATIONS.nomMissing : nom.length > 200 ? CONTRAT_NAV.tooLong : null,
      siret: digits(siret) === "" || isSiret(digits(siret)) ? null : ORGANISATIONS.siretWrong,
    }),
    send: ({ nom, kind, siret }): Promise<ContratResult<unknown>> => {
      const facts = {
        nom,
        kind: ORGANISATION_KINDS.find((each) => each === kind) ?? "autre",
        siret: digits(siret) === "" ? null : digits(siret),
      };
      return props.organisation === null
        ? api.addOrganisation(facts)
        : api.changeOrganisation({ id: props.organisation.id, ...facts });
    },
    at: { organisation_existe: "nom" },
    done: () => props.onDone(props.organisation === null ? ORGANISATIONS.added : ORGANISATIONS.changed),
  });
  return (
    <FormDialog
      title={props.organisation?.nom ?? ORGANISATIONS.add}
      form={form}
      act={props.organisation === null ? CONTRAT_NAV.add : CONTRAT_NAV.save}
      busy={CONTRAT_NAV.saving}
      onClose={props.onClose}
    >
      <InputField field={form.fields.nom} label={ORGANISATIONS.nom} />
      <SelectField
        field={form.fields.kind}
        label={ORGANISATIONS.kind}
        choices={ORGANISATION_KINDS.map((kind) => ({ value: kind, label: ORGANISATION_KIND_LABELS[kind] }))}
      />
      <InputField
        field={form.fields.siret}
        label={ORGANISATIONS.siret}
        hint={ORGANISATIONS.siretHint}
        inputmode="numeric"
        size="medium"
        optional
      />
    </FormDialog>
  );
}
