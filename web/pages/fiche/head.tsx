import type { JSX } from "solid-js";
import type { FicheBody } from "../../../shared/protocol/http-bodies.ts";
import { paths } from "../../../shared/protocol/paths.ts";
import { FICHE } from "../../labels/fiche.ts";
import { PLAN } from "../../labels/plan.ts";
import { PageHeading } from "../../ui/page-heading.tsx";

/** Which fiche this is. `acts`, where it stands and what this person can do about it: a moment later, in the place kept for it. */
export function Head(props: { body: FicheBody; intitule: string; acts: JSX.Element }): JSX.Element {
  return (
    <header class="head">
      <nav class="crumbs" aria-label={FICHE.breadcrumb}>
        <ol>
          <li>
            <a href={paths.contrat(props.body.contrat.slug)}>{props.body.contrat.nom}</a>
            {props.body.contrat.periode && `, ${props.body.contrat.periode}`}
          </li>
          <li>
            {PLAN.axe} {props.body.contrat.axe.numero}. {props.body.contrat.axe.libelle}
          </li>
        </ol>
      </nav>
      <PageHeading>
        <span class="num">{props.body.fiche.numero}</span> {props.intitule || PLAN.untitled}
      </PageHeading>
      <p class="facts">
        <span>
          {FICHE.groupe} {props.body.fiche.groupe}
        </span>
      </p>
      <div class="acts-place">{props.acts}</div>
    </header>
  );
}
