import "../../styles/contrat-screens.css";
import { createMemo, For, type JSX, Show } from "solid-js";
import type { ContratWithFiches } from "../../../shared/protocol/http-bodies.ts";
import { ok } from "../../../shared/result.ts";
import { type ActRefusal, createContratApi } from "../../api/contrat.ts";
import { GUIDE, guideProgress } from "../../labels/guide.ts";
import { createQuestion } from "../../primitives/create-question.ts";
import { useApp } from "../../stores/app-context.ts";
import { Badge } from "../../ui/badge.tsx";
import { type GuideFacts, guideSteps } from "./guide-steps.ts";

const UNKNOWN: GuideFacts = { groupes: [], organisations: 0, invitations: 0 };

/** What to do first in a contrat, with what is done; nothing once all of it is. */
export default function Guide(props: { contrat: ContratWithFiches }): JSX.Element {
  const { ask } = useApp();
  const api = createContratApi(ask, props.contrat.slug);
  const question = createQuestion<GuideFacts, ActRefusal>(async () => {
    const [groupes, organisations, invitations] = await Promise.all([
      api.groupes(),
      api.organisations(),
      api.invitations(null),
    ]);
    if (!groupes.ok) return groupes;
    if (!organisations.ok) return organisations;
    if (!invitations.ok) return invitations;
    return ok({
      groupes: groupes.value.groupes,
      organisations: organisations.value.organisations.length,
      invitations: invitations.value.invitations.length,
    });
  });
  const isKnown = () => question.state().kind !== "loading";
  const steps = createMemo(() => guideSteps(props.contrat, question.value() ?? UNKNOWN));
  const waits = () => steps().some(({ done, optional }) => !done && !optional);
  return (
    <Show when={isKnown() && waits()}>
      <section class="guide" aria-labelledby="commencer">
        <h2 id="commencer">{GUIDE.title}</h2>
        <p>{GUIDE.lede}</p>
        <p class="muted">{guideProgress(steps().filter(({ done }) => done).length, steps().length)}</p>
        <Show when={question.state().kind === "refused"}>
          <p class="muted">{GUIDE.failed}</p>
        </Show>
        <ol>
          <For each={steps()}>
            {(step) => (
              <li classList={{ done: step.done }}>
                <a href={step.href}>{step.label}</a>{" "}
                <Badge tone={step.done ? "ok" : "draft"}>{step.done ? GUIDE.done : GUIDE.todo}</Badge>
                <Show when={step.optional && !step.done}>
                  <span class="muted"> ({GUIDE.optional})</span>
                </Show>
              </li>
            )}
          </For>
        </ol>
      </section>
    </Show>
  );
}
