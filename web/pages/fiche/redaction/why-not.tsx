import { type JSX, Show } from "solid-js";
import type { Droit } from "../../../../shared/protocol/http-bodies.ts";
import { READ_ONLY_TITLE, WRITE_REFUSAL_LABELS } from "../../../labels/refusals.ts";
import { Notice } from "../../../ui/notice.tsx";

/** Why this person may not write here, and who can; nothing for who may. */
export default function WhyNot(props: { right: Droit }): JSX.Element {
  const reason = () => (props.right.ok ? null : WRITE_REFUSAL_LABELS[props.right.code]);
  return (
    <Show when={reason()}>
      {(sentence) => (
        <Notice tone="info" title={READ_ONLY_TITLE}>
          {sentence()}
        </Notice>
      )}
    </Show>
  );
}
