import { type JSX, Show } from "solid-js";
import type { ActesBody } from "../../../../shared/protocol/bodies/fiche-acts.ts";
import { fichePages } from "../../../../shared/protocol/fiche-paths.ts";
import type { FicheBody } from "../../../../shared/protocol/http-bodies.ts";
import type { OfferedActe } from "../../../../shared/workflow/possible-acts.ts";
import { acteMeaning, acteWords, FICHE_ACT_REFUSAL_LABELS } from "../../../labels/actes.ts";
import { ActButton } from "../../../ui/act-button.tsx";
import { isInInstruction, nextVersion } from "./offered.ts";

export interface OfferedButtonProps {
  readonly body: FicheBody;
  readonly actes: ActesBody;
  readonly offered: OfferedActe;
  readonly main?: boolean;
  readonly onPress: (offered: OfferedActe) => void;
}

/** One act: a button, why it cannot be used, or the way to where it is done. */
export function OfferedButton(props: OfferedButtonProps): JSX.Element {
  const words = () => {
    const { acte, version } = props.offered;
    return acteWords(acte, acte === "soumettre" ? nextVersion(props.actes) : version);
  };
  const whyNot = () => {
    const { verdict } = props.offered;
    return verdict.ok ? null : FICHE_ACT_REFUSAL_LABELS[verdict.code];
  };
  const leads = () => isInInstruction(props.offered.acte) && props.offered.verdict.ok;
  return (
    <Show
      when={leads()}
      fallback={
        <>
          <ActButton
            id={`acte-${props.offered.acte}`}
            main={props.main === true}
            whyNot={whyNot()}
            onPress={() => props.onPress(props.offered)}
          >
            {words()}
          </ActButton>
          <Show when={props.offered.verdict.ok && acteMeaning(props.offered.acte)}>
            {(means) => <p class="muted">{means()}</p>}
          </Show>
        </>
      }
    >
      <a
        class="btn"
        classList={{ main: props.main === true }}
        href={fichePages.instruction(props.body.contrat.slug, props.body.fiche)}
      >
        {words()}
      </a>
    </Show>
  );
}
