import { type JSX, Show } from "solid-js";
import type { InstanceContrat } from "../../../shared/protocol/bodies/instance-admin.ts";
import { paths } from "../../../shared/protocol/paths.ts";
import { ONLY, useApp } from "../../stores/app-context.ts";
import { useRemote } from "../../stores/remote.ts";

/** The name of a contrat; for whoever is of it, the way there: administering opens none. */
export function ContratName(props: { contrat: InstanceContrat }): JSX.Element {
  const mine = useRemote(useApp().contrats, () => ONLY);
  const isOfIt = () => {
    const state = mine();
    return state.kind === "ready" && state.value.contrats.some(({ slug }) => slug === props.contrat.slug);
  };
  return (
    <Show when={isOfIt()} fallback={props.contrat.nom}>
      <a href={paths.contrat(props.contrat.slug)}>{props.contrat.nom}</a>
    </Show>
  );
}
