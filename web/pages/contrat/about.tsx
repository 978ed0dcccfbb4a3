import { For, type JSX, Show } from "solid-js";
import type { ContratWithFiches } from "../../../shared/protocol/http-bodies.ts";
import { CONTRAT } from "../../labels/contrats.ts";
import { CONTRAT_ROLE_LABELS } from "../../labels/roles.ts";
import { listed } from "../../labels/typography.ts";

/** Who carries a contrat, where, and what is known about it. */
export function About(props: { contrat: ContratWithFiches }): JSX.Element {
  return (
    <aside class="about" aria-labelledby="en-bref">
      <h2 id="en-bref">{CONTRAT.about}</h2>
      <dl>
        <dt>{CONTRAT.porteur}</dt>
        <dd>{props.contrat.porteur}</dd>
        <dt>{CONTRAT.territoire}</dt>
        <dd>{props.contrat.territoire}</dd>
        <dt>{props.contrat.ars.length > 1 ? CONTRAT.arsMany : CONTRAT.ars}</dt>
        <dd>{listed(props.contrat.ars)}</dd>
        <Show when={props.contrat.roles.length > 0}>
          <dt>{CONTRAT.roles}</dt>
          <dd>{listed(props.contrat.roles.map((role) => CONTRAT_ROLE_LABELS[role].toLowerCase()))}</dd>
        </Show>
      </dl>
      <Sentences title={CONTRAT.instances} items={props.contrat.instances} />
      <Sentences title={CONTRAT.methode} items={props.contrat.objectifsDeMethode} />
      <Sentences title={CONTRAT.faits} items={props.contrat.faits} />
    </aside>
  );
}

function Sentences(props: { title: string; items: readonly string[] }): JSX.Element {
  return (
    <Show when={props.items.length > 0}>
      <h3>{props.title}</h3>
      <ul>
        <For each={props.items}>{(item) => <li>{item}</li>}</For>
      </ul>
    </Show>
  );
}
