import { For, type JSX, Show } from "solid-js";
import type { InstructionBody } from "../../../../shared/protocol/bodies/fiche-acts.ts";
import { countedWords, decisionWords } from "../../../labels/decision.ts";
import { INSTRUCTION } from "../../../labels/instruction.ts";
import { nameIn } from "../../../labels/people-named.ts";
import { Moment } from "../../../ui/moment.tsx";

/** The id of the heading of what was decided. */
export const DECISIONS = "decisions-titre";

/** What the bodies decided on this fiche, the latest first. */
export function Decisions(props: { instruction: InstructionBody }): JSX.Element {
  return (
    <Show when={props.instruction.decisions.length > 0}>
      <section class="decisions" aria-labelledby={DECISIONS}>
        <h2 id={DECISIONS} tabindex="-1">
          {INSTRUCTION.decisions}
        </h2>
        <ul>
          <For each={props.instruction.decisions.toReversed()}>
            {(decision) => (
              <li>
                <p>
                  <strong>{decisionWords(decision)}</strong>
                </p>
                <Show when={decision.raison}>
                  {(raison) => (
                    <blockquote>
                      {INSTRUCTION.reasonOf} {raison()}
                    </blockquote>
                  )}
                </Show>
                <Show when={decision.compte}>
                  {(compte) => <p class="muted">{countedWords(compte(), props.instruction.noms)}</p>}
                </Show>
                <p class="muted">
                  {INSTRUCTION.recordedBy} {nameIn(props.instruction.noms, decision.relevePar)},{" "}
                  <Moment at={decision.le} />.
                </p>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
