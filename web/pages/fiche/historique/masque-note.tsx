import EyeOff from "lucide-solid/icons/eye-off";
import { For, type JSX } from "solid-js";
import type { EngagementPart } from "../../../../shared/editor/canonical.ts";
import type { Masque } from "../../../../shared/protocol/bodies/history.ts";
import { masqueWords } from "../../../labels/historique.ts";

/** Under the title of a part: that words of it were masked, when and why. */
export function MasqueNotes(props: { masques: readonly Masque[]; partie: EngagementPart }): JSX.Element {
  return (
    <For each={props.masques.filter(({ partie }) => partie === props.partie)}>
      {(masque) => (
        <p class="masque">
          <EyeOff class="icon" />
          {masqueWords(masque)}
        </p>
      )}
    </For>
  );
}
