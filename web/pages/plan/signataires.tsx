import { createSignal, For, type JSX, Show } from "solid-js";
import { type OrganisationId, parseId } from "../../../shared/ids.ts";
import type { IdentiteBody, Signataire } from "../../../shared/protocol/bodies/contrat.ts";
import type { OrganisationsBody } from "../../../shared/protocol/bodies/membre.ts";
import { contratPages } from "../../../shared/protocol/contrat-paths.ts";
import type { ActRefusal } from "../../api/contrat.ts";
import { CONTRAT_NAV, MEMBRES_NAV } from "../../labels/contrat-nav.ts";
import { AXES, IDENTITE } from "../../labels/contrat-settings.ts";
import { fullDay } from "../../labels/days.ts";
import { createQuestion } from "../../primitives/create-question.ts";
import { FormDialog } from "../../ui/form/form-dialog.tsx";
import { InputField } from "../../ui/form/input-field.tsx";
import { SelectField } from "../../ui/form/select-field.tsx";
import { RefusalNotice } from "../../ui/refusal-notice.tsx";
import { RowAct } from "../../ui/row-act.tsx";
import { createSaid, Said } from "../../ui/said.tsx";
import { createAct, createActForm, useContrat } from "../contrat/use-contrat.ts";

type Named = IdentiteBody["signataires"][number];

/** Who signs the contrat, in order. */
export function Signataires(props: { signataires: readonly Named[]; onDone: () => void }): JSX.Element {
  const { api, slug } = useContrat();
  const organisations = createQuestion<OrganisationsBody, ActRefusal>(() => api.organisations());
  const [opened, setOpened] = createSignal<{ readonly at: number | null } | null>(null);
  const [said, say] = createSaid();
  const done = () => {
    setOpened(null);
    say(IDENTITE.signatairesSaved);
    props.onDone();
  };
  const saving = createAct((list: readonly Named[]) => api.changeSignataires(list.map(withoutName)), done);
  const shift = (index: number, by: -1 | 1) => {
    const list = [...props.signataires];
    const [moved] = list.splice(index, 1);
    if (moved === undefined) return;
    // At an end, the button that was pressed goes.
    if (index + by === 0 || index + by === list.length) toHeading();
    list.splice(index + by, 0, moved);
    void saving.run(list);
  };
  const remove = (signataire: Named) => {
    toHeading();
    void saving.run(props.signataires.filter((each) => each !== signataire));
  };
  return (
    <section class="block" aria-labelledby="signataires">
      <h2 id="signataires" tabindex="-1">
        {IDENTITE.signataires}
      </h2>
      <p>{IDENTITE.signatairesMeans}</p>
      <Said text={said()} />
      <RefusalNotice refusal={saving.refusal()} />
      <Show when={props.signataires.length > 0} fallback={<p class="empty">{IDENTITE.noSignataire}</p>}>
        <ol class="cards">
          <For each={props.signataires}>
            {(signataire, index) => (
              <li class="card">
                <h3>{signataire.nom}</h3>
                <p>{signerSentence(signataire)}</p>
                <p class="row-acts">
                  <RowAct
                    id={`signataire-${signataire.organisation}`}
                    about={signataire.nom}
                    onPress={() => setOpened({ at: index() })}
                  >
                    {CONTRAT_NAV.change}
                  </RowAct>
                  <Show when={index() > 0}>
                    <RowAct
                      id={`monter-${signataire.organisation}`}
                      about={signataire.nom}
                      onPress={() => shift(index(), -1)}
                    >
                      {AXES.up}
                    </RowAct>
                  </Show>
                  <Show when={index() < props.signataires.length - 1}>
                    <RowAct
                      id={`descendre-${signataire.organisation}`}
                      about={signataire.nom}
                      onPress={() => shift(index(), 1)}
                    >
                      {AXES.down}
                    </RowAct>
                  </Show>
                  <RowAct
                    id={`retirer-${signataire.organisation}`}
                    about={signataire.nom}
                    onPress={() => remove(signataire)}
                  >
                    {CONTRAT_NAV.remove}
                  </RowAct>
                </p>
              </li>
            )}
          </For>
        </ol>
      </Show>
      <Show
        when={(organisations.value()?.organisations.length ?? 1) > 0}
        fallback={
          <p class="muted">
            {IDENTITE.noOrganisation} <a href={contratPages.organisations(slug)}>{MEMBRES_NAV.organisations}</a>
          </p>
        }
      >
        <p>
          <button type="button" id="ajouter-signataire" class="btn" onClick={() => setOpened({ at: null })}>
            {IDENTITE.addSignataire}
          </button>
        </p>
      </Show>
      <Show when={opened()} keyed>
        {({ at }) => (
          <SignataireDialog
            signataires={props.signataires}
            at={at}
            choices={(organisations.value()?.organisations ?? []).map(({ id, nom }) => ({ value: id, label: nom }))}
            onDone={done}
            onClose={() => setOpened(null)}
          />
        )}
      </Show>
    </section>
  );
}

function SignataireDialog(props: {
  signataires: readonly Named[];
  /** Which of them; null: a new one, last. */
  at: number | null;
  choices: readonly { readonly value: string; readonly label: string }[];
  onDone: () => void;
  onClose: () => void;
}): JSX.Element {
  const { api } = useContrat();
  const known = props.at === null ? undefined : props.signataires[props.at];
  const others = props.signataires.filter((each) => each !== known);
  const initial: {
    readonly organisation: string;
    readonly representant: string;
    readonly qualite: string;
    readonly delibereLe: string;
  } = {
    organisation: known?.organisation ?? "",
    representant: known?.representant ?? "",
    qualite: known?.qualite ?? "",
    delibereLe: known?.delibereLe ?? "",
  };
  const filled = (text: string) => (text.trim() === "" ? null : text.trim());
  const form = createActForm({
    initial,
    check: ({ organisation, representant, qualite }) => ({
      organisation:
        parseId(organisation) === null
          ? CONTRAT_NAV.chooseFirst
          : others.some((each) => each.organisation === organisation)
            ? IDENTITE.alreadySigns
            : null,
      representant: representant.length > 200 ? CONTRAT_NAV.tooLong : null,
      qualite: qualite.length > 200 ? CONTRAT_NAV.tooLong : null,
    }),
    send: (values) => {
      const signataire: Signataire = {
        // Checked just above.
        organisation: values.organisation as OrganisationId,
        representant: filled(values.representant),
        qualite: filled(values.qualite),
        delibereLe: filled(values.delibereLe),
      };
      const list: readonly Signataire[] =
        props.at === null
          ? [...props.signataires.map(withoutName), signataire]
          : props.signataires.map((each, index) => (index === props.at ? signataire : withoutName(each)));
      return api.changeSignataires(list);
    },
    at: { organisation_inconnue: "organisation" },
    done: () => props.onDone(),
  });
  return (
    <FormDialog
      title={props.at === null ? IDENTITE.addSignataire : IDENTITE.changeSignataire}
      form={form}
      act={CONTRAT_NAV.save}
      busy={CONTRAT_NAV.saving}
      onClose={props.onClose}
    >
      <SelectField
        field={form.fields.organisation}
        label={IDENTITE.organisation}
        choices={[{ value: "", label: CONTRAT_NAV.chooseFirst }, ...props.choices]}
      />
      <InputField field={form.fields.representant} label={IDENTITE.representant} autocapitalize="words" optional />
      <InputField field={form.fields.qualite} label={IDENTITE.qualite} hint={IDENTITE.qualiteHint} optional />
      <InputField
        field={form.fields.delibereLe}
        label={IDENTITE.delibereLe}
        hint={IDENTITE.delibereHint}
        type="date"
        optional
      />
    </FormDialog>
  );
}

function withoutName({ nom: _, ...signataire }: Named): Signataire {
  return signataire;
}

function toHeading(): void {
  document.getElementById("signataires")?.focus();
}

/** « Maëlle Riou, présidente, délibération du 12 mars 2026 ». */
function signerSentence({ representant, qualite, delibereLe }: Named): string {
  return [representant, qualite, delibereLe === null ? null : `${IDENTITE.deliberated} ${fullDay(delibereLe)}`]
    .filter((part) => part !== null)
    .join(", ");
}
