import { For, type JSX, Show } from "solid-js";
import type { CorbeilleBody, Jete } from "../../../shared/protocol/bodies/contrat.ts";
import type { ActRefusal, ContratResult } from "../../api/contrat.ts";
import { CORBEILLE, daysLeft, thrownBy } from "../../labels/journal.ts";
import { createQuestion } from "../../primitives/create-question.ts";
import { RefusalNotice } from "../../ui/refusal-notice.tsx";
import { createSaid, Said } from "../../ui/said.tsx";
import { ContratMain, ContratScreen } from "../contrat/contrat-screen.tsx";
import { Part } from "../contrat/part.tsx";
import { createAct, useContrat } from "../contrat/use-contrat.ts";

/** What was thrown away and may be brought back. */
export default function CorbeillePage(): JSX.Element {
  return (
    <ContratScreen>
      <Corbeille />
    </ContratScreen>
  );
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly jete: Jete;
  readonly restore: () => Promise<ContratResult<unknown>>;
}

function Corbeille(): JSX.Element {
  const { api, refresh } = useContrat();
  const question = createQuestion<CorbeilleBody, ActRefusal>(() => api.corbeille());
  const [said, say] = createSaid();
  const restoring = createAct(
    (row: Row) => row.restore(),
    () => {
      say(CORBEILLE.restored);
      question.refresh();
      refresh();
      document.getElementById("corbeille")?.focus();
    },
  );
  const fiches = (body: CorbeilleBody): readonly Row[] =>
    body.fiches.map((fiche) => ({
      id: fiche.id,
      name: `${fiche.numero} ${fiche.intitule || CORBEILLE.untitled}`,
      jete: fiche,
      restore: () => api.restoreFiche(fiche.id),
    }));
  const groupes = (body: CorbeilleBody): readonly Row[] =>
    body.groupes.map((groupe) => ({
      id: groupe.id,
      name: groupe.nom,
      jete: groupe,
      restore: () => api.restoreGroupe(groupe.id),
    }));
  const list = (title: string, rows: readonly Row[]) => (
    <Show when={rows.length > 0}>
      <h3>{title}</h3>
      <ul class="cards">
        <For each={rows}>
          {(row) => (
            <li class="card">
              <h4>{row.name}</h4>
              <p class="muted">{thrownBy(row.jete.par, row.jete.jeteLe)}</p>
              <p>
                <strong>{daysLeft(row.jete.jusquau, Date.now())}</strong>
              </p>
              <button
                type="button"
                id={`remettre-${row.id}`}
                class="btn"
                aria-disabled={restoring.busy()}
                onClick={() => void restoring.run(row)}
              >
                {restoring.busy() ? CORBEILLE.restoring : CORBEILLE.restore}
                <span class="visually-hidden"> {row.name}</span>
              </button>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
  return (
    <ContratMain title={CORBEILLE.title} lede={CORBEILLE.lede}>
      <section class="block" aria-labelledby="corbeille">
        <h2 id="corbeille" tabindex="-1" class="visually-hidden">
          {CORBEILLE.title}
        </h2>
        <Said text={said()} />
        <RefusalNotice refusal={restoring.refusal()} />
        <Part question={question} loading={CORBEILLE.loading} heading="corbeille">
          {(body) => (
            <Show
              when={body().fiches.length + body().groupes.length > 0}
              fallback={<p class="empty">{CORBEILLE.empty}</p>}
            >
              {list(CORBEILLE.fiches, fiches(body()))}
              {list(CORBEILLE.groupes, groupes(body()))}
            </Show>
          )}
        </Part>
      </section>
    </ContratMain>
  );
}
