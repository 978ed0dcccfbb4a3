import { type JSX, Show } from "solid-js";
import type { Droit } from "../../../shared/protocol/http-bodies.ts";
import { WRITE_REFUSAL_LABELS } from "../../labels/refusals.ts";
import { Notice } from "../../ui/notice.tsx";

/** What only whoever has a right sees; the others read who has it. */
export function Allowed(props: { droit: Droit; children: JSX.Element }): JSX.Element {
  const why = () => (props.droit.ok ? null : WRITE_REFUSAL_LABELS[props.droit.code]);
  return (
    <Show when={why()} fallback={props.children}>
      {(sentence) => <Notice tone="info">{sentence()}</Notice>}
    </Show>
  );
}
