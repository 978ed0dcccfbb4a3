import { type JSX, onMount, Show } from "solid-js";
import type { ContratWithFiches } from "../../../shared/protocol/http-bodies.ts";
import type { ApiRefusal } from "../../api/client.ts";
import { CONTRAT } from "../../labels/contrats.ts";
import { STADE_LABELS } from "../../labels/etats.ts";
import { pageTitle } from "../../labels/shell.ts";
import { fr } from "../../labels/typography.ts";
import { createLatePart } from "../../ui/late-part.ts";
import { PageHeading } from "../../ui/page-heading.tsx";
import { usePageTitle } from "../../ui/page-title.ts";
import { LateNotice } from "../late-notice.tsx";
import { About } from "./about.tsx";
import { Changement } from "./changement.tsx";
import { ContratNav } from "./contrat-nav.tsx";
import { Plan } from "./plan.tsx";

/** What a contrat's page shows once it is known. */
export function Contrat(props: {
  contrat: ContratWithFiches;
  late: ApiRefusal | null;
  onRetry: () => void;
}): JSX.Element {
  usePageTitle(() => pageTitle(CONTRAT.plan, props.contrat.nom));
  // For whoever sets the contrat up, and it needs more than this page shows.
  const guide = createLatePart(() => import("./guide.tsx"));
  onMount(() => {
    if (props.contrat.droits.gerer_membres.ok) void guide.ask();
  });
  return (
    <main class="page wide">
      <PageHeading>{props.contrat.nom}</PageHeading>
      <p class="lede">
        <Show when={props.contrat.periode !== ""}>{props.contrat.periode}. </Show>
        {fr(`${CONTRAT.stade} : `)}
        {STADE_LABELS[props.contrat.stade].toLowerCase()}.
      </p>
      <ContratNav contrat={props.contrat} />
      <LateNotice late={props.late} onRetry={props.onRetry} />
      <Changement contrat={props.contrat} />
      <Show when={props.contrat.droits.gerer_membres.ok && guide()} keyed>
        {(Guide) => <Guide contrat={props.contrat} />}
      </Show>
      <div class="with-aside">
        <Plan contrat={props.contrat} />
        <About contrat={props.contrat} />
      </div>
    </main>
  );
}
