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
  const address = ({ approuvee, brouillon, versions }: ActesBody) => {
    if (approuvee === null) return null;
    const from = { kind: "version", numero: approuvee.version } as const;
    if (brouillon !== null) {
      return historyPages.comparaison(slug, body().fiche, from, { kind: "log", seq: brouillon.seq });
    }
    // Who reads versions alone sees what was submitted since.
    const [last] = versions;
    return last === undefined || last.numero <= from.numero
      ? null
      : historyPages.comparaison(slug, body().fiche, from, { kind: "version", numero: last.numero });
  };
  return (
    <ViewMain view="historique" title={ACTES.sinceApproval}>
      <div class="frame" id={HEADING} tabindex="-1">
        <Part question={question} loading={COMPARAISON.loading} heading={HEADING}>
          {(actes) => (
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
