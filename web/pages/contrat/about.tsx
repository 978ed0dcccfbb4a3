import { For, type JSX, Show } from "solid-js";
import type { ContratWithFiches } from "../../../shared/protocol/http-bodies.ts";
import { CONTRAT } from "../../labels/contrats.ts";
import { CONTRAT_ROLE_LABELS } from "../../labels/roles.ts";
import { listed } from "../../labels/typography.ts";

/** Who carries a contrat, where, and what is known about it. */
export function About(props: { contrat: ContratWithFiches }): JSX.Element {
  // What nobody wrote yet is not announced.
  const facts = () =>
    [
      { title: CONTRAT.porteur, words: props.contrat.porteur },
      { title: CONTRAT.territoire, words: props.contrat.territoire },
      { title: props.contrat.ars.length > 1 ? CONTRAT.arsMany : CONTRAT.ars, words: listed(props.contrat.ars) },
      {
        title: CONTRAT.roles,
        words: listed(props.contrat.roles.map((role) => CONTRAT_ROLE_LABELS[role].toLowerCase())),
      },
    ].filter(({ words }) => words !== "");
  return (
    <aside class="about" aria-labelledby="en-bref">
      <h2 id="en-bref">{CONTRAT.about}</h2>
      <Show when={facts().length > 0} fallback={<p class="muted">{CONTRAT.aboutNothing}</p>}>
        <dl>
          <For each={facts()}>
            {({ title, words }) => (
              <>
                <dt>{title}</dt>
                <dd>{words}</dd>
              </>
            )}
          </For>
        </dl>
      </Show>
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
