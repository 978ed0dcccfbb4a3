import { useNavigate } from "@solidjs/router";
import { createSignal, For, type JSX, Show } from "solid-js";
import type { GroupeId } from "../../../shared/ids.ts";
import type { GroupeInList, GroupesBody } from "../../../shared/protocol/bodies/groupe.ts";
import { contratPages } from "../../../shared/protocol/contrat-paths.ts";
import type { ActRefusal } from "../../api/contrat.ts";
import { CONTRAT_NAV } from "../../labels/contrat-nav.ts";
import { GROUPES, groupeCounts, yourRoles } from "../../labels/groupes.ts";
import { WRITE_REFUSAL_LABELS } from "../../labels/refusals.ts";
import { createQuestion, type Question } from "../../primitives/create-question.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { FormDialog } from "../../ui/form/form-dialog.tsx";
import { InputField } from "../../ui/form/input-field.tsx";
import { LongList } from "../../ui/long-list.tsx";
import { RefusalNotice } from "../../ui/refusal-notice.tsx";
import { ContratMain, ContratScreen } from "../contrat/contrat-screen.tsx";
import { Part } from "../contrat/part.tsx";
import { createAct, createActForm, useContrat } from "../contrat/use-contrat.ts";
import { Leave } from "../membres/leave.tsx";

/** The groupes of a contrat: one's own, those that call, and for the coordination all of them. */
export default function GroupesPage(): JSX.Element {
  return (
    <ContratScreen>
      <Groupes />
    </ContratScreen>
  );
}

function Groupes(): JSX.Element {
  const { api, contrat } = useContrat();
  const question = createQuestion<GroupesBody, ActRefusal>(() => api.groupes());
  const [creating, setCreating] = createSignal(false);
  const mayCreate = () => {
    const droit = contrat().droits.gerer_membres;
    return droit.ok ? null : WRITE_REFUSAL_LABELS[droit.code];
  };
  return (
    <ContratMain title={GROUPES.title} lede={GROUPES.lede}>
      <Show when={mayCreate() === null}>
        <ActButton id="nouveau-groupe" main whyNot={null} onPress={() => setCreating(true)}>
          {GROUPES.create}
        </ActButton>
      </Show>
      <Part question={question} loading={GROUPES.loading} heading="mes-groupes">
        {(body) => <Lists groupes={body().groupes} question={question} coordinates={mayCreate() === null} />}
      </Part>
      {/* Whoever manages the people of the contrat leaves it from their page. */}
      <Show when={mayCreate() !== null}>
        <Leave />
      </Show>
      <Show when={creating()}>
        <NewGroupe onClose={() => setCreating(false)} />
      </Show>
    </ContratMain>
  );
}

function Lists(props: {
  groupes: readonly GroupeInList[];
  question: Question<GroupesBody, ActRefusal>;
  coordinates: boolean;
}): JSX.Element {
  const mine = () => props.groupes.filter(({ roles }) => roles.length > 0);
  const others = () => props.groupes.filter(({ roles }) => roles.length === 0);
  return (
    <Show when={props.groupes.length > 0} fallback={<Nothing coordinates={props.coordinates} />}>
      <section class="block">
        <h2 id="mes-groupes" tabindex="-1">
          {GROUPES.mine}
        </h2>
        <Show when={mine().length > 0} fallback={<p class="muted">{GROUPES.noneMine}</p>}>
          <Cards groupes={mine()} question={props.question} />
        </Show>
      </section>
      <Show when={others().length > 0}>
        <section class="block">
          <h2>{props.coordinates ? GROUPES.others : GROUPES.calling}</h2>
          <LongList rows={others()} words={({ nom }) => nom} search={GROUPES.search}>
            {(rows) => <Cards groupes={rows} question={props.question} />}
          </LongList>
        </section>
      </Show>
    </Show>
  );
}

function Nothing(props: { coordinates: boolean }): JSX.Element {
  return <p class="empty">{props.coordinates ? GROUPES.noneAtAll : GROUPES.noneOpen}</p>;
}

function Cards(props: { groupes: readonly GroupeInList[]; question: Question<GroupesBody, ActRefusal> }): JSX.Element {
  return (
    <ul class="cards">
      <For each={props.groupes}>{(groupe) => <GroupeCard groupe={groupe} question={props.question} />}</For>
    </ul>
  );
}

function GroupeCard(props: { groupe: GroupeInList; question: Question<GroupesBody, ActRefusal> }): JSX.Element {
  const { api, slug } = useContrat();
  const asking = createAct(
    (groupe: GroupeId) => api.askToJoin(groupe),
    () => props.question.refresh(),
  );
  /** Whoever sees what is in it may open it. */
  const opens = () => props.groupe.membres !== null;
  return (
    <li class="card" classList={{ mine: props.groupe.roles.length > 0 }}>
      <h3 class="row-name">
        <Show when={opens()} fallback={props.groupe.nom}>
          <a href={contratPages.groupe(slug, props.groupe)}>{props.groupe.nom}</a>
        </Show>
      </h3>
      <Show when={props.groupe.roles.length > 0}>
        <p>{yourRoles(props.groupe.roles)}</p>
      </Show>
      <Show when={props.groupe.membres !== null}>
        <p class="muted">{groupeCounts(props.groupe.fiches ?? 0, props.groupe.membres ?? 0)}</p>
      </Show>
      <Show when={props.groupe.appel}>
        {(appel) => (
          <>
            <p class="lines">{appel()}</p>
            <Show when={props.groupe.roles.length === 0}>
              <Show
                when={!props.groupe.demande}
                fallback={
                  <p class="said" id={`demande-${props.groupe.id}`} tabindex="-1">
                    {GROUPES.asked}
                  </p>
                }
              >
                <button
                  type="button"
                  id={`demande-${props.groupe.id}`}
                  class="btn"
                  aria-disabled={asking.busy()}
                  onClick={() => void asking.run(props.groupe.id)}
                >
                  {asking.busy() ? GROUPES.asking : GROUPES.ask}
                  <span class="visually-hidden"> {props.groupe.nom}</span>
                </button>
                <RefusalNotice refusal={asking.refusal()} />
              </Show>
            </Show>
          </>
        )}
      </Show>
    </li>
  );
}

function NewGroupe(props: { onClose: () => void }): JSX.Element {
  const { api, slug, refresh } = useContrat();
  const navigate = useNavigate();
  const form = createActForm({
    initial: { nom: "" },
    check: ({ nom }) => ({
      nom: nom.trim() === "" ? GROUPES.nomMissing : nom.length > 200 ? CONTRAT_NAV.tooLong : null,
    }),
    send: ({ nom }) => api.addGroupe(nom),
    at: { groupe_existe: "nom" },
    done: ({ id }, { nom }) => {
      refresh();
      // What the server answers is the id of the groupe that it has just made.
      navigate(contratPages.groupe(slug, { id: id as GroupeId, nom }));
    },
  });
  return (
    <FormDialog
      title={GROUPES.create}
      form={form}
      act={CONTRAT_NAV.add}
      busy={GROUPES.creating}
      lede={GROUPES.createLede}
      onClose={props.onClose}
    >
      <InputField field={form.fields.nom} label={GROUPES.nom} hint={GROUPES.nomHint} />
    </FormDialog>
  );
}
