import { For, type JSX, Show } from "solid-js";
import type { ContratWithFiches } from "../../../shared/protocol/http-bodies.ts";
import { paths } from "../../../shared/protocol/paths.ts";
import { AWAITING, CONTRAT, readableFiches } from "../../labels/contrats.ts";
import { STADE_LABELS } from "../../labels/etats.ts";
import { CONTRAT_ROLE_LABELS } from "../../labels/roles.ts";
import { fr, listed } from "../../labels/typography.ts";

/** The contrats of this person. */
export function MyContrats(props: { contrats: readonly ContratWithFiches[] }): JSX.Element {
  return (
    <section class="block">
      <h2>{AWAITING.contrats}</h2>
      <ul class="contrats">
        <For each={props.contrats}>
          {(contrat) => (
            <li class="card">
              <h3>
                <a href={paths.contrat(contrat.slug)}>{contrat.nom}</a>
              </h3>
              <p class="muted">
                <Show when={contrat.periode !== ""} fallback={STADE_LABELS[contrat.stade]}>
                  {contrat.periode}, {STADE_LABELS[contrat.stade].toLowerCase()}
                </Show>
              </p>
              <p>{readableFiches(contrat.fiches.length)}</p>
              <Show when={contrat.roles.length > 0}>
                <p class="muted">
                  {fr(`${CONTRAT.roles} : `)}
                  {listed(contrat.roles.map((role) => CONTRAT_ROLE_LABELS[role].toLowerCase()))}
                </p>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
