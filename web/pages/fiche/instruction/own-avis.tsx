import { type JSX, Show } from "solid-js";
import { ENGAGEMENT } from "../../../../shared/editor/canonical.ts";
import type { AvisBody } from "../../../../shared/protocol/bodies/fiche-acts.ts";
import type { VersionInList } from "../../../../shared/protocol/bodies/history.ts";
import { confirmAct, INSTRUCTION, ownAvisWords } from "../../../labels/instruction.ts";
import { Notice } from "../../../ui/notice.tsx";
import { createFicheAct, useFicheActs } from "../actes/use-fiche-acts.ts";
import { useFiche } from "../use-fiche.ts";

/** What one's last avis is worth on this version, and one button to keep it. */
export function OwnAvis(props: {
  avis: AvisBody;
  version: VersionInList;
  onDone: (sentence: string) => void;
}): JSX.Element {
  const api = useFicheActs(useFiche().body());
  const confirm = createFicheAct(
    api,
    () => ({ acte: "confirmer_avis" as const, version: props.version.numero, empreinte: props.version.empreinte }),
    () => props.onDone(INSTRUCTION.avisConfirmed),
  );
  return (
    <div class="own-avis">
      <p>{ownAvisWords(props.avis, props.version.numero, ENGAGEMENT.length - props.avis.modifiees.length)}</p>
      <Show when={props.avis.raison}>{(raison) => <blockquote>{raison()}</blockquote>}</Show>
      <Show when={props.avis.aConfirmer}>
        <button
          type="button"
          id="confirmer-avis"
          class="btn main wide"
          aria-disabled={confirm.busy()}
          onClick={() => void confirm.run(null)}
        >
          {confirm.busy() ? INSTRUCTION.confirming : confirmAct(props.avis.sens, props.version.numero)}
        </button>
      </Show>
      <Show when={confirm.refusal()}>
        {(refusal) => (
          <Notice tone="warn" urgent>
            {refusal().sentence}
          </Notice>
        )}
      </Show>
    </div>
  );
}
