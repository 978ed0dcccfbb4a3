import type { JSX } from "solid-js";
import type { Regle } from "../../../shared/domain/instance.ts";
import type { InstanceBody } from "../../../shared/protocol/bodies/instance.ts";
import { CONTRAT_NAV } from "../../labels/contrat-nav.ts";
import { INSTANCES_PAGE, MAJORITE_LABELS } from "../../labels/instances.ts";
import { CheckField } from "../../ui/form/check-field.tsx";
import { FormDialog } from "../../ui/form/form-dialog.tsx";
import { InputField } from "../../ui/form/input-field.tsx";
import { RadioField } from "../../ui/form/radio-field.tsx";
import { createActForm, useContrat } from "../contrat/use-contrat.ts";

const MAJORITES = ["simple", "des_exprimes", "unanimite"] as const satisfies Regle["majorite"][];

interface Values {
  readonly [name: string]: string | boolean;
  readonly nom: string;
  readonly en: string;
  readonly quorum: string;
  readonly majorite: string;
  readonly consultationEcrite: boolean;
}

/** The name of a body, and how it decides. */
export function RegleDialog(props: { instance: InstanceBody; onDone: () => void; onClose: () => void }): JSX.Element {
  const { api } = useContrat();
  const { nom, regle, kind } = props.instance;
  const form = createActForm<Values, null>({
    initial: {
      nom,
      en: regle.quorum.en,
      quorum: String(regle.quorum.en === "part" ? regle.quorum.pourcent : regle.quorum.nombre),
      majorite: regle.majorite,
      consultationEcrite: regle.consultationEcrite,
    },
    check: (values) => ({
      nom: values.nom.trim() === "" ? INSTANCES_PAGE.nomMissing : null,
      quorum: isQuorum(values) ? null : INSTANCES_PAGE.quorumWrong,
    }),
    send: (values) => api.changeInstance(kind, { nom: values.nom, regle: regleOf(values) }),
    done: () => props.onDone(),
  });
  return (
    <FormDialog
      title={INSTANCES_PAGE.changeRegle}
      form={form}
      act={CONTRAT_NAV.save}
      busy={CONTRAT_NAV.saving}
      onClose={props.onClose}
    >
      <InputField field={form.fields.nom} label={INSTANCES_PAGE.nomInstance} />
      <RadioField
        field={form.fields.en}
        label={INSTANCES_PAGE.quorumEn}
        choices={[
          { value: "part", label: INSTANCES_PAGE.enPart },
          { value: "nombre", label: INSTANCES_PAGE.enNombre },
        ]}
      />
      <InputField
        field={form.fields.quorum}
        label={INSTANCES_PAGE.quorum}
        hint={form.fields.en.value() === "part" ? INSTANCES_PAGE.quorumHintPart : INSTANCES_PAGE.quorumHintNombre}
        type="number"
        inputmode="numeric"
        size="short"
      />
      <RadioField
        field={form.fields.majorite}
        label={INSTANCES_PAGE.majorite}
        choices={MAJORITES.map((value) => ({ value, label: MAJORITE_LABELS[value] }))}
      />
      <CheckField field={form.fields.consultationEcrite} label={INSTANCES_PAGE.consultationEcrite} />
    </FormDialog>
  );
}

function isQuorum({ en, quorum }: Values): boolean {
  const value = Number(quorum);
  return /^\d{1,3}$/.test(quorum.trim()) && value >= 1 && value <= (en === "part" ? 100 : 200);
}

function regleOf({ en, quorum, majorite, consultationEcrite }: Values): Regle {
  return {
    quorum: en === "part" ? { en: "part", pourcent: Number(quorum) } : { en: "nombre", nombre: Number(quorum) },
    majorite: MAJORITES.find((each) => each === majorite) ?? "simple",
    consultationEcrite,
  };
}
