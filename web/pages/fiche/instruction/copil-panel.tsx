import { createEffect, createSignal, type JSX, Show } from "solid-js";
import type { VersionInList } from "../../../../shared/protocol/bodies/history.ts";
import { ACTES, FICHE_ACT_REFUSAL_LABELS } from "../../../labels/actes.ts";
import { dayOf } from "../../../labels/days.ts";
import { sendBackAct, validateAct } from "../../../labels/decision.ts";
import { INSTRUCTION } from "../../../labels/instruction.ts";
import { ActButton } from "../../../ui/act-button.tsx";
import { FormDialog } from "../../../ui/form/form-dialog.tsx";
import { InputField } from "../../../ui/form/input-field.tsx";
import { TextareaField } from "../../../ui/form/textarea-field.tsx";
import { keepForm } from "../actes/kept-form.ts";
import { createFicheActForm, useFicheActs } from "../actes/use-fiche-acts.ts";
import { useFiche } from "../use-fiche.ts";
import { Begun } from "./begun.tsx";
import type { Offers } from "./offers.ts";
import { OtherVersion } from "./other-version.tsx";

export interface CopilPanelProps {
  /** The version that the comité technique approved. */
  readonly version: VersionInList;
  /** The number of the one whose words are shown. */
  readonly shown: number;
  readonly offers: Offers;
  readonly onDone: (sentence: string) => void;
  /** What the page shows may not be so any more. */
  readonly onRefused: () => void;
  /** Whether its window is open. */
  readonly onAsking: (isOpen: boolean) => void;
}

type CopilActe = "valider" | "renvoyer";

/** The Copil's word on a version that the comité technique approved. */
export function CopilPanel(props: CopilPanelProps): JSX.Element {
  const [asking, setAsking] = createSignal<CopilActe | null>(null);
  const whyNot = (acte: CopilActe) => {
    const { verdict } = props.offers(acte);
    return verdict.ok ? null : FICHE_ACT_REFUSAL_LABELS[verdict.code];
  };
  createEffect(() => props.onAsking(asking() !== null));
  const done = (sentence: string) => {
    setAsking(null);
    props.onDone(sentence);
  };
  return (
    <section class="card copil" id="copil" tabindex="-1" aria-labelledby="copil-titre">
      <h2 id="copil-titre">{INSTRUCTION.copilTitle}</h2>
      <OtherVersion version={props.version} shown={props.shown} />
      <ActButton id="valider" main whyNot={whyNot("valider")} onPress={() => setAsking("valider")}>
        {validateAct(props.version.numero)}
      </ActButton>
      <ActButton id="renvoyer" whyNot={whyNot("renvoyer")} onPress={() => setAsking("renvoyer")}>
        {sendBackAct(props.version.numero)}
      </ActButton>
      <Show when={asking()} keyed>
        {(acte) => (
          <CopilDialog
            acte={acte}
            version={props.version}
            onDone={done}
            onRefused={() => props.onRefused()}
            onClose={() => setAsking(null)}
          />
        )}
      </Show>
    </section>
  );
}

function CopilDialog(props: {
  acte: CopilActe;
  version: VersionInList;
  onDone: (sentence: string) => void;
  onRefused: () => void;
  onClose: () => void;
}): JSX.Element {
  const { body } = useFiche();
  const api = useFicheActs(body(), () => props.onRefused());
  const validates = () => props.acte === "valider";
  const form = createFicheActForm({
    initial: { date: dayOf(Date.now()), raison: "" },
    check: ({ date, raison }) => ({
      date: date === "" || date > dayOf(Date.now()) ? INSTRUCTION.dateFuture : null,
      raison: !validates() && raison.trim() === "" ? ACTES.reason : null,
    }),
    send: ({ date, raison }) => {
      const shown = { version: props.version.numero, empreinte: props.version.empreinte, date };
      return api.act(validates() ? { acte: "valider", ...shown } : { acte: "renvoyer", ...shown, raison });
    },
    done() {
      typed.kept.forget();
      props.onDone(validates() ? INSTRUCTION.validated : INSTRUCTION.sentBack);
    },
  });
  const typed = keepForm(form, { acte: props.acte, fiche: body().fiche.id }, () => props.version.numero);
  const words = () => (validates() ? validateAct(props.version.numero) : sendBackAct(props.version.numero));
  return (
    <FormDialog
      title={words()}
      lede={validates() ? INSTRUCTION.validateMeans : INSTRUCTION.sendBackMeans}
      form={form}
      act={words()}
      busy={validates() ? INSTRUCTION.validating : INSTRUCTION.sendingBack}
      danger={!validates()}
      isKept={typed.kept.isKept}
      onClose={props.onClose}
    >
      <Begun
        begunOn={typed.begunOn()}
        shown={props.version.numero}
        foundFrom={typed.kept.foundFrom()}
        isUnheard={form.unheard()}
        onErase={typed.erase}
      />
      <Show when={!validates()}>
        <TextareaField
          field={form.fields.raison}
          label={INSTRUCTION.sendBackWhy}
          hint={INSTRUCTION.decisionReasonHint}
        />
      </Show>
      <InputField field={form.fields.date} label={INSTRUCTION.dateOfCopil} type="date" />
    </FormDialog>
  );
}
