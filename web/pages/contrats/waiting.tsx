import { createMemo, For, type JSX, Show } from "solid-js";
import type { ContratWithFiches } from "../../../shared/protocol/http-bodies.ts";
import { ok } from "../../../shared/result.ts";
import { type ActRefusal, createContratApi } from "../../api/contrat.ts";
import { WAITS, waitSentence } from "../../labels/waits.ts";
import { createQuestion } from "../../primitives/create-question.ts";
import { useApp } from "../../stores/app-context.ts";
import { type Wait, type WaitFacts, waitsOf } from "./waits.ts";

interface FactsOfContrat extends WaitFacts {
  readonly contrat: ContratWithFiches;
}

/** What waits for this person besides fiches: requests to join, mails that came back, meetings. Nothing when nothing does. */
export default function Waiting(props: { contrats: readonly ContratWithFiches[] }): JSX.Element {
  const { ask } = useApp();
  const question = createQuestion<readonly FactsOfContrat[], ActRefusal>(async () =>
    // A contrat that does not answer keeps nothing from being shown of the others.
    ok((await Promise.all(props.contrats.map(factsOf))).filter((facts) => facts !== null)),
  );

  async function factsOf(contrat: ContratWithFiches): Promise<FactsOfContrat | null> {
    const api = createContratApi(ask, contrat.slug);
    const [groupes, failed] = await Promise.all([
      api.groupes(),
      contrat.droits.gerer_membres.ok ? api.failedMails() : ok({ courriels: [] }),
    ]);
    if (!groupes.ok) return null;
    return {
      contrat,
      groupes: groupes.value.groupes,
      courriels: failed.ok ? failed.value.courriels.length : 0,
    };
  }

  const waits = createMemo(() =>
    (question.value() ?? [])
      .flatMap((facts) => waitsOf(facts).map((wait) => ({ wait, contrat: facts.contrat.nom })))
      .sort((a, b) => dateOf(a.wait) - dateOf(b.wait)),
  );
  return (
    <Show when={waits().length > 0}>
      <section class="block" aria-labelledby="a-faire">
        <h2 id="a-faire">{WAITS.title}</h2>
        <ul class="await">
          <For each={waits()}>
            {({ wait, contrat }) => (
              <li classList={{ now: wait.kind !== "reunion" }}>
                <h3>
                  <a href={wait.href}>{waitSentence(wait)}</a>
                </h3>
                <p class="muted">{contrat}</p>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}

/** What has no date comes first, in the order in which it was. */
function dateOf(wait: Wait): number {
  return wait.kind === "reunion" ? wait.le : 0;
}
