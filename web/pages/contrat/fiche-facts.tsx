import { type JSX, Show } from "solid-js";
import type { FicheInList } from "../../../shared/protocol/http-bodies.ts";
import { paths } from "../../../shared/protocol/paths.ts";
import { completeness } from "../../labels/completeness.ts";
import { CONTRAT } from "../../labels/contrats.ts";
import { shortWriteRefusal } from "../../labels/refusals.ts";
import { Moment } from "../../ui/moment.tsx";
import { EtatBadge } from "../etat-badge.tsx";

/** A fiche of a list, by its numéro and its intitulé: what leads to it. */
export function FicheLink(props: { fiche: FicheInList; slug: string }): JSX.Element {
  return (
    <a href={paths.fiche(props.slug, props.fiche)}>
      <span class="num">{props.fiche.numero}</span> {props.fiche.intitule || CONTRAT.untitled}
    </a>
  );
}

/** Where a fiche stands, how far it is, and whether one may write it. */
export function FicheFacts(props: { fiche: FicheInList; slug: string }): JSX.Element {
  const right = () => {
    const verdict = props.fiche.droits.ecrire;
    return verdict.ok ? CONTRAT.youWrite : shortWriteRefusal(verdict.code);
  };
  return (
    <p class="facts">
      <EtatBadge fiche={props.fiche} slug={props.slug} />
      <span>{completeness(props.fiche.remplies.length)}</span>
      <span>{right()}</span>
    </p>
  );
}

/** When a fiche was last written, in a sentence. */
export function LastWritten(props: { fiche: FicheInList }): JSX.Element {
  return (
    <Show when={props.fiche.modifieeLe} fallback={`${CONTRAT.neverWritten}.`}>
      {(at) => (
        <>
          {CONTRAT.modified} <Moment at={at()} relative />.
        </>
      )}
    </Show>
  );
}
