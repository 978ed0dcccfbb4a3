import { createSignal, type JSX, Show } from "solid-js";
import type { HistoriqueBody } from "../../../../shared/protocol/bodies/history.ts";
import { HISTORIQUE } from "../../../labels/historique.ts";
import { ActButton } from "../../../ui/act-button.tsx";
import { CompareDialog } from "./compare-dialog.tsx";
import { momentChoices } from "./timeline.ts";

/** The button that asks with what a moment is to be compared; it says so when there is no other. */
export function Comparing(props: {
  newest: Pick<HistoriqueBody, "sittings" | "versions" | "suite" | "noms">;
  /** The name of the moment; null: none yet. */
  from: string | null;
  label: string;
}): JSX.Element {
  const [open, setOpen] = createSignal(false);
  const choices = () => momentChoices(props.newest, props.newest.noms);
  const canCompare = () => choices().versions.length + choices().sittings.length > 1;
  return (
    <>
      <ActButton whyNot={canCompare() ? null : HISTORIQUE.compareOnly} onPress={() => setOpen(true)}>
        {props.label}
      </ActButton>
      <Show when={open()}>
        <CompareDialog {...choices()} from={props.from} onClose={() => setOpen(false)} />
      </Show>
    </>
  );
}
