import { createSignal, type JSX, Show } from "solid-js";
import type { HistoriqueBody } from "../../../../shared/protocol/bodies/history.ts";
import { HISTORIQUE } from "../../../labels/historique.ts";
import { ActButton } from "../../../ui/act-button.tsx";
import { CompareDialog } from "./compare-dialog.tsx";
import { momentChoices } from "./timeline.ts";

/**
 * The button that asks with what a moment is to be compared; it says so when there is no other. It keeps its place while
 * the others are on their way, so that nothing moves under a finger: pressed then, it asks as they come.
 */
export function Comparing(props: {
  /** The moments that there are; null: they are not known, for now or at all. */
  newest: Pick<HistoriqueBody, "sittings" | "versions" | "suite" | "noms"> | null;
  /** They were asked for and did not come. */
  isRefused?: boolean;
  /** The name of the moment; null: none yet. */
  from: string | null;
  label: string;
}): JSX.Element {
  const [open, setOpen] = createSignal(false);
  const choices = () => (props.newest === null ? null : momentChoices(props.newest, props.newest.noms));
  const whyNot = () => {
    if (props.isRefused === true) return HISTORIQUE.compareUnknown;
    const known = choices();
    return known === null || known.versions.length + known.sittings.length > 1 ? null : HISTORIQUE.compareOnly;
  };
  return (
    <>
      <ActButton whyNot={whyNot()} onPress={() => setOpen(true)}>
        {props.label}
      </ActButton>
      <Show when={open() && choices()}>
        {(known) => <CompareDialog {...known()} from={props.from} onClose={() => setOpen(false)} />}
      </Show>
    </>
  );
}
