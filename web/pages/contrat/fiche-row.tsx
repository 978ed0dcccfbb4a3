import type { JSX } from "solid-js";
import type { FicheInList } from "../../../shared/protocol/http-bodies.ts";
import { CONTRAT } from "../../labels/contrats.ts";
import { fr } from "../../labels/typography.ts";
import { FicheFacts, FicheLink, LastWritten } from "./fiche-facts.tsx";

/** A fiche in its axe: what it is, how far it is, and who may write it. */
export function FicheRow(props: { fiche: FicheInList; slug: string }): JSX.Element {
  return (
    <li class="fiche-row" classList={{ mine: props.fiche.mienne }}>
      <h4>
        <FicheLink fiche={props.fiche} slug={props.slug} />
      </h4>
      <FicheFacts fiche={props.fiche} slug={props.slug} />
      <p class="muted">
        {fr(`${props.fiche.mienne ? CONTRAT.mine : CONTRAT.groupe} : `)}
        {props.fiche.groupe}. <LastWritten fiche={props.fiche} />
      </p>
    </li>
  );
}
