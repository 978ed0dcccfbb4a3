import { Navigate } from "@solidjs/router";
import { type JSX, Show } from "solid-js";
import type { ActesBody } from "../../../../shared/protocol/bodies/fiche-acts.ts";
import { historyPages } from "../../../../shared/protocol/history-paths.ts";
import type { ActRefusal } from "../../../api/contrat.ts";
import { ACTES } from "../../../labels/actes.ts";
import { COMPARAISON } from "../../../labels/comparaison.ts";
import { createQuestion } from "../../../primitives/create-question.ts";
import { Part } from "../../contrat/part.tsx";
import { useFiche } from "../use-fiche.ts";
import { ViewMain } from "../view-main.tsx";
import { useFicheActs } from "./use-fiche-acts.ts";

const HEADING = "depuis-approbation";

/** An address that stays true: leads to the comparison of what was approved with the text as it stands now. */
export default function SinceApprovalPage(): JSX.Element {
  const { slug, body } = useFiche();
  const api = useFicheActs(body());
  const question = createQuestion<ActesBody, ActRefusal>(() => api.actes());
  const address = ({ approuvee, brouillon }: ActesBody) =>
    approuvee === null || brouillon === null
      ? null
      : historyPages.comparaison(
          slug,
          body().fiche,
          { kind: "version", numero: approuvee.version },
          { kind: "log", seq: brouillon.seq },
        );
  return (
    <ViewMain view="historique" title={ACTES.sinceApproval}>
      <div class="frame" id={HEADING} tabindex="-1">
        <Part question={question} loading={COMPARAISON.loading} heading={HEADING}>
          {(actes) => (
            // Who reads versions alone has nothing to compare them with.
            <Show when={address(actes())} keyed fallback={<p class="empty">{whyNone(actes())}</p>}>
              {(href) => <Navigate href={href} />}
            </Show>
          )}
        </Part>
      </div>
    </ViewMain>
  );
}

function whyNone({ approuvee }: ActesBody): string {
  return approuvee === null ? ACTES.neverApproved : ACTES.draftNotRead;
}
