import { type JSX, Show } from "solid-js";
import type { InstructionBody } from "../../../../shared/protocol/bodies/fiche-acts.ts";
import { INSTRUCTION } from "../../../labels/instruction.ts";
import { nameIn } from "../../../labels/people-named.ts";
import { readInsteadWords, withdrawnWords } from "../../../labels/withdrawn.ts";
import { Notice } from "../../../ui/notice.tsx";

/** That the last version was taken back from the committee, and why: whoever was to examine it reads another one here. */
export function Withdrawn(props: { instruction: InstructionBody }): JSX.Element {
  return (
    <Show when={props.instruction.retiree}>
      {(retiree) => (
        <Notice tone="info">
          <p>{withdrawnWords(retiree().version, retiree().le, nameIn(props.instruction.noms, retiree().par))}</p>
          <p>
            {INSTRUCTION.reasonOf} {retiree().raison}
          </p>
          <Show when={props.instruction.version}>{(shown) => <p>{readInsteadWords(shown().numero)}</p>}</Show>
        </Notice>
      )}
    </Show>
  );
}
