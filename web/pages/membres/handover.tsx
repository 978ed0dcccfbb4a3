import { useNavigate } from "@solidjs/router";
import { createSignal, type JSX, Show } from "solid-js";
import { type AccountId, parseId } from "../../../shared/ids.ts";
import type { MembreBody } from "../../../shared/protocol/bodies/membre.ts";
import { paths } from "../../../shared/protocol/paths.ts";
import { CONTRAT_NAV } from "../../labels/contrat-nav.ts";
import { MEMBRES } from "../../labels/membres.ts";
import { useApp } from "../../stores/app-context.ts";
import { ActButton } from "../../ui/act-button.tsx";
import { FormDialog } from "../../ui/form/form-dialog.tsx";
import { SelectField } from "../../ui/form/select-field.tsx";
import { createActForm, useContrat } from "../contrat/use-contrat.ts";

/** Gives one's coordination to somebody else, in one act. */
export function Handover(props: { membres: readonly MembreBody[] }): JSX.Element {
  const { session } = useApp();
  const [asking, setAsking] = createSignal(false);
  const others = () => {
    const state = session.state();
    const me = state.kind === "present" ? state.session.account.id : null;
    return props.membres.filter(({ id, nom }) => id !== me && nom !== null);
  };
  return (
    <section class="block" aria-labelledby="transmettre">
      <h2 id="transmettre">{MEMBRES.handover}</h2>
      <p>{MEMBRES.handoverMeans}</p>
      <ActButton
        id="transmettre-ouvrir"
        whyNot={others().length === 0 ? MEMBRES.handoverNobody : null}
        onPress={() => setAsking(true)}
      >
        {MEMBRES.handover}
      </ActButton>
      <Show when={asking()}>
        <HandoverDialog others={others()} onClose={() => setAsking(false)} />
      </Show>
    </section>
  );
}

function HandoverDialog(props: { others: readonly MembreBody[]; onClose: () => void }): JSX.Element {
  const { api, slug, refresh } = useContrat();
  const navigate = useNavigate();
  const form = createActForm({
    initial: { successeur: "" },
    check: ({ successeur }) => ({ successeur: parseId(successeur) === null ? MEMBRES.handoverChoose : null }),
    // Checked just above.
    send: ({ successeur }) => api.handOver(successeur as AccountId),
    at: { membre_inconnu: "successeur" },
    done: () => {
      refresh();
      navigate(paths.contrat(slug));
    },
  });
  return (
    <FormDialog
      title={MEMBRES.handover}
      lede={MEMBRES.handoverMeans}
      form={form}
      act={MEMBRES.handoverAct}
      busy={MEMBRES.handingOver}
      danger
      onClose={props.onClose}
    >
      <SelectField
        field={form.fields.successeur}
        label={MEMBRES.handoverTo}
        choices={[
          { value: "", label: CONTRAT_NAV.chooseFirst },
          ...props.others
            .map(({ id, nom }) => ({ value: id, label: nom ?? "" }))
            .sort((a, b) => a.label.localeCompare(b.label, "fr")),
        ]}
      />
    </FormDialog>
  );
}
