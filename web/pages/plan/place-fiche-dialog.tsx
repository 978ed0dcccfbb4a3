import type { JSX } from "solid-js";
import type { AxeId, GroupeId } from "../../../shared/ids.ts";
import type { GroupesBody } from "../../../shared/protocol/bodies/groupe.ts";
import type { FicheInList } from "../../../shared/protocol/http-bodies.ts";
import { ok } from "../../../shared/result.ts";
import type { ActRefusal, ContratResult } from "../../api/contrat.ts";
import { CONTRAT_NAV } from "../../labels/contrat-nav.ts";
import { AXES } from "../../labels/contrat-settings.ts";
import { createQuestion } from "../../primitives/create-question.ts";
import { FormDialog } from "../../ui/form/form-dialog.tsx";
import { InputField } from "../../ui/form/input-field.tsx";
import { SelectField } from "../../ui/form/select-field.tsx";
import { axeChoices } from "../contrat/axe-choices.ts";
import { createActForm, useContrat } from "../contrat/use-contrat.ts";
import { ficheName } from "../fiche-name.ts";

/** Where a fiche stands, under which number, and which groupe writes it. */
export function PlaceFicheDialog(props: { fiche: FicheInList; onDone: () => void; onClose: () => void }): JSX.Element {
  const { api, contrat } = useContrat();
  const { fiche } = props;
  const groupes = createQuestion<GroupesBody, ActRefusal>(() => api.groupes());
  const before: { readonly axe: string; readonly numero: string; readonly groupe: string } = {
    axe: fiche.place,
    numero: fiche.numero,
    groupe: fiche.groupeId,
  };
  const form = createActForm({
    initial: before,
    check: ({ numero }) => ({ numero: numero.trim().length > 20 ? AXES.numeroPris : null }),
    send: async ({ axe, numero, groupe }): Promise<ContratResult<null>> => {
      // The answers of the lists are ids of what the server sent.
      const to = axe as AxeId;
      // A number that was not touched is that of the place before.
      const wanted = numero.trim() === "" || (axe !== before.axe && numero === before.numero) ? null : numero.trim();
      const placed =
        axe === before.axe && wanted === before.numero ? ok(null) : await api.placeFiche(fiche.id, to, wanted);
      if (!placed.ok || groupe === before.groupe) return placed;
      return api.entrustFiche(fiche.id, groupe as GroupeId);
    },
    at: { numero_pris: "numero", axe_inconnu: "axe", groupe_inconnu: "groupe" },
    done: () => props.onDone(),
  });
  const groupeChoices = () => {
    const known = groupes.value()?.groupes ?? [];
    const here = known.some(({ id }) => id === fiche.groupeId);
    return [
      ...(here ? [] : [{ value: fiche.groupeId, label: fiche.groupe }]),
      ...known.map(({ id, nom }) => ({ value: id, label: nom })),
    ];
  };
  return (
    <FormDialog
      title={AXES.ficheTitle}
      lede={ficheName(fiche)}
      form={form}
      act={CONTRAT_NAV.save}
      busy={CONTRAT_NAV.saving}
      onClose={props.onClose}
    >
      <SelectField field={form.fields.axe} label={AXES.fichePlace} choices={axeChoices(contrat().axes)} />
      <InputField
        field={form.fields.numero}
        label={AXES.ficheNumero}
        hint={AXES.ficheNumeroHint}
        size="short"
        optional
      />
      <SelectField
        field={form.fields.groupe}
        label={AXES.ficheGroupe}
        hint={AXES.ficheGroupeHint}
        choices={groupeChoices()}
      />
    </FormDialog>
  );
}
