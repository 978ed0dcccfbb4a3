import { For, type JSX, Show } from "solid-js";
import type { Selection } from "../../../shared/domain/partage.ts";
import type { DocumentId } from "../../../shared/ids.ts";
import type { PartageShownBody } from "../../../shared/protocol/bodies/contrat.ts";
import { contratPages } from "../../../shared/protocol/contrat-paths.ts";
import type { ActRefusal } from "../../api/contrat.ts";
import { CONTRAT_NAV } from "../../labels/contrat-nav.ts";
import { PARTAGE } from "../../labels/contrat-settings.ts";
import type { Field } from "../../primitives/create-form.ts";
import { createQuestion } from "../../primitives/create-question.ts";
import { CheckField } from "../../ui/form/check-field.tsx";
import { Form } from "../../ui/form/form.tsx";
import { RadioField } from "../../ui/form/radio-field.tsx";
import { createSaid, Said } from "../../ui/said.tsx";
import { Part } from "../contrat/part.tsx";
import { ReservedPage } from "../contrat/reserved-page.tsx";
import { createActForm, useContrat } from "../contrat/use-contrat.ts";
import { compareNumeros, ficheName } from "../fiche-name.ts";
import { SettingsNav } from "./settings-nav.tsx";

/** What a contrat shows to its ARS, its lecteurs and the regions. */
export default function PartagePage(): JSX.Element {
  return (
    <ReservedPage droit="gerer_plan" title={PARTAGE.title} lede={PARTAGE.lede} nav={<SettingsNav />}>
      <Partage />
    </ReservedPage>
  );
}

function Partage(): JSX.Element {
  const { api, slug } = useContrat();
  const question = createQuestion<PartageShownBody, ActRefusal>(() => api.partage());
  return (
    <>
      <Part question={question} loading={PARTAGE.loading} heading="partage">
        {(body) => <PartageForm partage={body()} />}
      </Part>
      <section class="block">
        <h2>{PARTAGE.people}</h2>
        <p>
          {PARTAGE.peopleMeans} <a href={contratPages.membres(slug)}>{PARTAGE.toMembres}</a>
        </p>
      </section>
    </>
  );
}

/** The names of the fields: « lecteurs » or a région, then what, or a fiche. */
type Values = Readonly<Record<string, string | boolean>>;

const LECTEURS = "lecteurs";

function PartageForm(props: { partage: PartageShownBody }): JSX.Element {
  const { api, contrat, refresh } = useContrat();
  const [said, say] = createSaid();
  const fiches = contrat().fiches.toSorted(compareNumeros);
  const { lecteurs, regions, disponibles } = props.partage;
  const selectionFor = (region: string): Selection =>
    regions.find((each) => each.region === region)?.fiches ?? "aucune";
  const scopes = [LECTEURS, ...disponibles.map(({ id }) => id)];
  const before = (scope: string) => (scope === LECTEURS ? lecteurs : selectionFor(scope));
  const initial: Values = Object.fromEntries(
    scopes.flatMap((scope): [string, string | boolean][] => {
      const selection = before(scope);
      return [
        [scope, typeof selection === "string" ? selection : "choix"],
        ...fiches.map(({ id }): [string, boolean] => [
          `${scope}/${id}`,
          typeof selection !== "string" && selection.includes(id),
        ]),
      ];
    }),
  );
  const chosen = (values: Values, scope: string): DocumentId[] =>
    fiches.map(({ id }) => id).filter((id) => values[`${scope}/${id}`] === true);
  const selectionIn = (values: Values, scope: string): Selection => {
    const what = values[scope];
    return what === "aucune" || what === "toutes" ? what : chosen(values, scope);
  };
  const form = createActForm<Values, null>({
    initial,
    check: (values) =>
      Object.fromEntries(
        scopes.map((scope) => [
          scope,
          values[scope] === "choix" && chosen(values, scope).length === 0 ? PARTAGE.chooseOne : null,
        ]),
      ),
    send: (values) =>
      api.changePartage({
        lecteurs: selectionIn(values, LECTEURS),
        regions: disponibles
          .map(({ id }) => ({ region: id, fiches: selectionIn(values, id) }))
          .filter((each) => each.fiches !== "aucune"),
      }),
    done: (_, values) => {
      form.reset(values);
      say(PARTAGE.saved);
      refresh();
    },
  });
  // Each name was given a string, or a box, by `initial` just above.
  const words = (name: string) => form.fields[name] as Field<string> | undefined;
  const box = (name: string) => form.fields[name] as Field<boolean> | undefined;
  const scopeFields = (scope: string, label: string, hint?: string) => (
    <>
      <Show when={words(scope)}>
        {(field) => (
          <RadioField
            field={field()}
            label={label}
            hint={hint}
            choices={[
              { value: "aucune", label: PARTAGE.aucune },
              { value: "toutes", label: PARTAGE.toutes },
              ...(fiches.length === 0 ? [] : [{ value: "choix", label: PARTAGE.choix }]),
            ]}
          />
        )}
      </Show>
      <Show when={words(scope)?.value() === "choix"}>
        <fieldset class="choices long">
          <legend>{PARTAGE.choix}</legend>
          <For each={fiches}>
            {(fiche) => (
              <Show when={box(`${scope}/${fiche.id}`)}>
                {(field) => <CheckField field={field()} label={ficheName(fiche)} />}
              </Show>
            )}
          </For>
        </fieldset>
      </Show>
    </>
  );
  return (
    <section class="block" aria-labelledby="partage">
      <h2 id="partage" tabindex="-1">
        {PARTAGE.what}
      </h2>
      <Form form={form} act={PARTAGE.save} busy={CONTRAT_NAV.saving}>
        {scopeFields(LECTEURS, PARTAGE.lecteurs, PARTAGE.lecteursMeans)}
        <div class="form-part">
          <h3>{PARTAGE.regions}</h3>
          <p>{PARTAGE.regionsMeans}</p>
          <For each={disponibles} fallback={<p class="muted">{PARTAGE.noRegion}</p>}>
            {({ id, nom }) => scopeFields(id, nom)}
          </For>
        </div>
      </Form>
      <Said text={said()} />
    </section>
  );
}
