import { type JSX, Show } from "solid-js";
import type { FicheInList } from "../../../shared/protocol/http-bodies.ts";
import { paths } from "../../../shared/protocol/paths.ts";
import { completeness } from "../../labels/completeness.ts";
import { CONTRAT } from "../../labels/contrats.ts";
import { shortWriteRefusal } from "../../labels/refusals.ts";
import { fr } from "../../labels/typography.ts";
import { Moment } from "../../ui/moment.tsx";
import { EtatBadge } from "../etat-badge.tsx";

/** A fiche in its axe: what it is, how far it is, and who may write it. */
export function FicheRow(props: { fiche: FicheInList; slug: string }): JSX.Element {
  const right = () => {
    const verdict = props.fiche.droits.ecrire;
    return verdict.ok ? CONTRAT.youWrite : shortWriteRefusal(verdict.code);
  };
  return (
    <li class="fiche-row" classList={{ mine: props.fiche.mienne }}>
      <h4>
        <a href={paths.fiche(props.slug, props.fiche)}>
          <span class="num">{props.fiche.numero}</span> {props.fiche.intitule || CONTRAT.untitled}
        </a>
      </h4>
      <p class="facts">
        <EtatBadge fiche={props.fiche} />
        <span>{completeness(props.fiche.remplies.length)}</span>
        <span>{right()}</span>
      </p>
      <p class="muted">
        {fr(`${props.fiche.mienne ? CONTRAT.mine : CONTRAT.groupe} : `)}
        {props.fiche.groupe}.{" "}
        <Show when={props.fiche.modifieeLe} fallback={`${CONTRAT.neverWritten}.`}>
          {(at) => (
            <>
              {CONTRAT.modified} <Moment at={at()} relative />.
            </>
          )}
        </Show>
      </p>
    </li>
  );
}
