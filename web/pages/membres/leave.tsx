import { useNavigate } from "@solidjs/router";
import { createSignal, type JSX, Show } from "solid-js";
import { paths } from "../../../shared/protocol/paths.ts";
import { MEMBRES } from "../../labels/membres.ts";
import { ConfirmDialog } from "../../ui/confirm-dialog.tsx";
import { createAct, useContrat } from "../contrat/use-contrat.ts";

/** One leaves the contrat by oneself; who coordinates it alone hands it over first. */
export function Leave(): JSX.Element {
  const { api, contrat, refresh } = useContrat();
  const navigate = useNavigate();
  const [asking, setAsking] = createSignal(false);
  const leaving = createAct(
    () => api.leave(),
    () => {
      refresh();
      navigate(paths.awaiting);
    },
  );
  return (
    <section class="block" aria-labelledby="quitter">
      <h2 id="quitter">{MEMBRES.leave}</h2>
      <p>{MEMBRES.leaveMeans}</p>
      <button type="button" id="quitter-ouvrir" class="btn quiet" onClick={() => setAsking(true)}>
        {MEMBRES.leave}
      </button>
      <Show when={asking()}>
        <ConfirmDialog
          title={MEMBRES.leaveTitle}
          act={MEMBRES.leave}
          busyWords={MEMBRES.leaving}
          busy={leaving.busy()}
          refusal={leaving.refusal()}
          onConfirm={() => void leaving.run(undefined)}
          onClose={() => setAsking(false)}
        >
          <p>
            <strong>{contrat().nom}</strong>
          </p>
          <p>{MEMBRES.leaveMeans}</p>
        </ConfirmDialog>
      </Show>
    </section>
  );
}
