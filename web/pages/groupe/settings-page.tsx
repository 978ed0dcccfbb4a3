import { useNavigate } from "@solidjs/router";
import { createSignal, type JSX, Show } from "solid-js";
import { contratPages } from "../../../shared/protocol/contrat-paths.ts";
import { CONTRAT_NAV, GROUPE_NAV } from "../../labels/contrat-nav.ts";
import { GROUPE_SETTINGS } from "../../labels/groupe.ts";
import { GROUPES } from "../../labels/groupes.ts";
import { WRITE_REFUSAL_LABELS } from "../../labels/refusals.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { CheckField } from "../../ui/form/check-field.tsx";
import { Form } from "../../ui/form/form.tsx";
import { InputField } from "../../ui/form/input-field.tsx";
import { createSaid, Said } from "../../ui/said.tsx";
import { createAct, createActForm, useContrat } from "../contrat/use-contrat.ts";
import { GroupeScreen, useGroupe } from "./groupe-screen.tsx";
import { Managing } from "./managing.tsx";

/** The settings of a groupe: its name, whether residents write, its end. */
export default function GroupeSettingsPage(): JSX.Element {
  return (
    <GroupeScreen title={GROUPE_NAV.settings}>
      <Managing>
        <Writing />
        <Name />
        <End />
      </Managing>
    </GroupeScreen>
  );
}

function Writing(): JSX.Element {
  const { api, refresh: refreshContrat } = useContrat();
  const { groupe, refresh } = useGroupe();
  const [said, say] = createSaid();
  const form = createActForm({
    initial: { habitantsEcrivent: groupe().habitantsEcrivent },
    send: ({ habitantsEcrivent }) => api.changeWriting(groupe().id, habitantsEcrivent),
    done: (_, values) => {
      form.reset(values);
      say(GROUPE_SETTINGS.writingSaved);
      refresh();
      refreshContrat();
    },
  });
  return (
    <section class="block" aria-labelledby="ecriture">
      <h2 id="ecriture">{GROUPE_SETTINGS.writing}</h2>
      <p>{GROUPE_SETTINGS.writingMeans}</p>
      <Said text={said()} />
      <Form form={form} act={CONTRAT_NAV.save} busy={CONTRAT_NAV.saving}>
        <CheckField
          field={form.fields.habitantsEcrivent}
          label={GROUPE_SETTINGS.habitantsEcrivent}
          hint={GROUPE_SETTINGS.writingHint}
        />
      </Form>
    </section>
  );
}

function Name(): JSX.Element {
  const { api, refresh: refreshContrat } = useContrat();
  const { groupe, refresh } = useGroupe();
  const [said, say] = createSaid();
  const form = createActForm({
    initial: { nom: groupe().nom },
    check: ({ nom }) => ({
      nom: nom.trim() === "" ? GROUPES.nomMissing : nom.length > 200 ? CONTRAT_NAV.tooLong : null,
    }),
    send: ({ nom }) => api.renameGroupe(groupe().id, nom),
    at: { groupe_existe: "nom" },
    done: (_, values) => {
      form.reset(values);
      say(GROUPE_SETTINGS.renamed);
      refresh();
      refreshContrat();
    },
  });
  return (
    <section class="block" aria-labelledby="nom">
      <h2 id="nom">{GROUPE_SETTINGS.nom}</h2>
      <Said text={said()} />
      <Form form={form} act={GROUPE_SETTINGS.rename} busy={CONTRAT_NAV.saving}>
        <InputField field={form.fields.nom} label={GROUPES.nom} />
      </Form>
    </section>
  );
}

function End(): JSX.Element {
  const { api, contrat, slug, refresh } = useContrat();
  const { groupe } = useGroupe();
  const navigate = useNavigate();
  const [asking, setAsking] = createSignal(false);
  const throwing = createAct(
    () => api.throwGroupe(groupe().id),
    () => {
      refresh();
      navigate(contratPages.corbeille(slug));
    },
  );
  const whyNot = () => {
    const droit = contrat().droits.gerer_membres;
    return droit.ok ? null : WRITE_REFUSAL_LABELS[droit.code];
  };
  return (
    <section class="block" aria-labelledby="fin">
      <h2 id="fin">{GROUPE_SETTINGS.throw}</h2>
      <p>{GROUPE_SETTINGS.throwMeans}</p>
      <ActButton id="jeter-groupe" whyNot={whyNot()} onPress={() => setAsking(true)}>
        {GROUPE_SETTINGS.throw}
      </ActButton>
      <Show when={asking()}>
        <ConfirmDialog
          title={GROUPE_SETTINGS.throwTitle}
          act={GROUPE_SETTINGS.throw}
          busyWords={GROUPE_SETTINGS.throwing}
          busy={throwing.busy()}
          refusal={throwing.refusal()}
          onConfirm={() => void throwing.run(undefined)}
          onClose={() => setAsking(false)}
        >
          <p>
            <strong>{groupe().nom}</strong>
          </p>
          <p>{GROUPE_SETTINGS.throwMeans}</p>
        </ConfirmDialog>
      </Show>
    </section>
  );
}
