import { useNavigate } from "@solidjs/router";
import { createSignal, For, type JSX, Show } from "solid-js";
import { type AxeId, type DocumentId, parseId } from "../../../shared/ids.ts";
import type { FicheInList } from "../../../shared/protocol/http-bodies.ts";
import { paths } from "../../../shared/protocol/paths.ts";
import { GROUPE } from "../../labels/groupe.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { FormDialog } from "../../ui/form/form-dialog.tsx";
import { SelectField } from "../../ui/form/select-field.tsx";
import { LongList } from "../../ui/long-list.tsx";
import { RowAct } from "../../ui/row-act.tsx";
import { createSaid, Said } from "../../ui/said.tsx";
import { axeChoices } from "../contrat/axe-choices.ts";
import { FicheFacts, FicheLink, LastWritten } from "../contrat/fiche-facts.tsx";
import { createAct, createActForm, useContrat } from "../contrat/use-contrat.ts";
import { compareNumeros, ficheName } from "../fiche-name.ts";
import { useGroupe } from "./groupe-screen.tsx";

/** The fiches of a groupe and where they stand; a new one. */
export function GroupeFiches(): JSX.Element {
  const { contrat, api, refresh: refreshContrat } = useContrat();
  const { groupe, refresh, whyNotManage } = useGroupe();
  const [creating, setCreating] = createSignal(false);
  const [throwing, setThrowing] = createSignal<FicheInList | null>(null);
  const [said, say] = createSaid();
  const ordered = () => groupe().fiches.toSorted(compareNumeros);
  const whyNoFiche = () => whyNotManage() ?? (contrat().axes.length === 0 ? GROUPE.noAxe : null);
  const throwAway = createAct(
    (fiche: FicheInList) => api.throwFiche(fiche.id),
    () => {
      setThrowing(null);
      say(GROUPE.thrown);
      refresh();
      refreshContrat();
      document.getElementById("fiches")?.focus();
    },
  );
  return (
    <section class="block" aria-labelledby="fiches">
      <h2 id="fiches" tabindex="-1">
        {GROUPE.fiches}
      </h2>
      <Said text={said()} />
      <Show
        when={groupe().fiches.length > 0}
        fallback={<p class="empty">{whyNotManage() === null ? GROUPE.noFiche : GROUPE.noFicheYet}</p>}
      >
        <LongList
          rows={ordered()}
          words={({ numero, intitule }) => `${numero} ${intitule}`}
          search={GROUPE.searchFiche}
        >
          {(rows) => (
            <ul class="fiches">
              <For each={rows}>
                {(fiche) => <Row fiche={fiche} manages={whyNotManage() === null} onThrow={() => setThrowing(fiche)} />}
              </For>
            </ul>
          )}
        </LongList>
      </Show>
      <ActButton
        id="nouvelle-fiche"
        main={groupe().fiches.length === 0}
        whyNot={whyNoFiche()}
        onPress={() => setCreating(true)}
      >
        {GROUPE.newFiche}
      </ActButton>
      <Show when={creating()}>
        <NewFiche onClose={() => setCreating(false)} />
      </Show>
      <Show when={throwing()}>
        {(fiche) => (
          <ConfirmDialog
            title={GROUPE.throwFicheTitle}
            act={GROUPE.throwFiche}
            busyWords={GROUPE.throwing}
            busy={throwAway.busy()}
            refusal={throwAway.refusal()}
            onConfirm={() => void throwAway.run(fiche())}
            onClose={() => setThrowing(null)}
          >
            <p>
              <strong>{ficheName(fiche())}</strong>
            </p>
            <p>{GROUPE.throwFicheMeans}</p>
          </ConfirmDialog>
        )}
      </Show>
    </section>
  );
}

function Row(props: { fiche: FicheInList; manages: boolean; onThrow: () => void }): JSX.Element {
  const { slug } = useContrat();
  return (
    <li class="fiche-row with-acts">
      <h3 class="row-name">
        <FicheLink fiche={props.fiche} slug={slug} />
      </h3>
      <FicheFacts fiche={props.fiche} slug={slug} />
      <p class="muted">
        <LastWritten fiche={props.fiche} />
      </p>
      <Show when={props.manages}>
        <p class="row-acts">
          <RowAct id={`jeter-${props.fiche.id}`} about={ficheName(props.fiche)} onPress={() => props.onThrow()}>
            {GROUPE.throwFiche}
          </RowAct>
        </p>
      </Show>
    </li>
  );
}

function NewFiche(props: { onClose: () => void }): JSX.Element {
  const { contrat, api, slug, refresh } = useContrat();
  const { groupe } = useGroupe();
  const navigate = useNavigate();
  const choices = () => axeChoices(contrat().axes);
  const form = createActForm({
    initial: { axe: choices()[0]?.value ?? "" },
    check: ({ axe }) => ({ axe: parseId(axe) === null ? GROUPE.chooseAxe : null }),
    // Checked just above.
    send: ({ axe }) => api.addFiche(groupe().id, axe as AxeId),
    at: { axe_inconnu: "axe" },
    done: ({ id }) => {
      refresh();
      // What the server answers is the id of the fiche that it has just made.
      navigate(paths.fiche(slug, { id: id as DocumentId, numero: "", intitule: "" }));
    },
  });
  return (
    <FormDialog
      title={GROUPE.newFiche}
      form={form}
      act={GROUPE.createFiche}
      busy={GROUPE.creatingFiche}
      lede={GROUPE.newFicheLede}
      onClose={props.onClose}
    >
      <SelectField field={form.fields.axe} label={GROUPE.axe} choices={choices()} />
    </FormDialog>
  );
}
