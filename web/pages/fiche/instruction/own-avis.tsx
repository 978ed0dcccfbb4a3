import { createSignal, type JSX, Show } from "solid-js";
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
  /** Whether it may be confirmed: this version is examined, and the person takes part. */
  isOpen: boolean;
  /** Whether réserves of this person still stand: without any, what is confirmed is favourable. */
  holdsReserves: boolean;
  onDone: (sentence: string) => void;
  /** What the page shows may not be so any more. */
  onRefused: () => void;
}): JSX.Element {
  const api = useFicheActs(useFiche().body(), () => props.onRefused());
  // Done, and the answer to what stands now is on its way: what was said before would be false.
  const [confirmedOn, setConfirmedOn] = createSignal<number | null>(null);
  const isOld = () => props.avis.aConfirmer && confirmedOn() === props.version.numero;
  const isAsked = () => props.avis.aConfirmer && props.isOpen && !isOld();
  const confirm = createFicheAct(
    api,
    () => ({ acte: "confirmer_avis" as const, version: props.version.numero, empreinte: props.version.empreinte }),
    () => {
      setConfirmedOn(props.version.numero);
      props.onDone(INSTRUCTION.avisConfirmed);
    },
  );
  const becomesFavorable = () => isAsked() && props.avis.sens === "favorable_avec_reserves" && !props.holdsReserves;
  return (
    <div class="own-avis">
      <Show when={!isOld()}>
        <p>
          {ownAvisWords(
            props.avis,
            props.version.numero,
            ENGAGEMENT.length - props.avis.modifiees.length,
            props.isOpen,
          )}
        </p>
      </Show>
      <Show when={props.avis.raison}>{(raison) => <blockquote>{raison()}</blockquote>}</Show>
      <Show when={becomesFavorable()}>
        <p>{INSTRUCTION.allLifted}</p>
      </Show>
      <Show when={isAsked()}>
        <button
          type="button"
          id="confirmer-avis"
          class="btn main wide"
          aria-disabled={confirm.busy()}
          onClick={() => void confirm.run(null)}
        >
          {confirm.busy()
            ? INSTRUCTION.confirming
            : confirmAct(becomesFavorable() ? "favorable" : props.avis.sens, props.version.numero)}
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
