import { type JSX, Show } from "solid-js";
import { isUnheard } from "../api/unheard.ts";
import { FORMS } from "../labels/forms.ts";
import { UNHEARD } from "../labels/unheard.ts";
import type { Refusal } from "../primitives/create-submit.ts";
import { Notice } from "./notice.tsx";

/** Why an act without a form was not done; nothing while there is nothing to say. */
export function RefusalNotice(props: { refusal: Refusal<string> | null }): JSX.Element {
  return (
    <Show when={props.refusal}>
      {(refusal) => (
        <Notice tone="warn" title={isUnheard(refusal().code) ? UNHEARD.title : FORMS.notDone} urgent>
          {refusal().sentence}
        </Notice>
      )}
    </Show>
  );
}
