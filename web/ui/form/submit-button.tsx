import { createEffect, type JSX, on } from "solid-js";
import { announce } from "../announcer.ts";

export interface SubmitButtonProps {
  readonly busy: boolean;
  readonly act: string;
  readonly busyWords: string;
  readonly danger: boolean;
}

/** Keeps the focus while it is busy, and says so: a disabled button would drop it. */
export function SubmitButton(props: SubmitButtonProps): JSX.Element {
  createEffect(
    on(
      () => props.busy,
      (busy) => busy && announce(props.busyWords),
      { defer: true },
    ),
  );
  return (
    <button type="submit" class="btn" classList={{ main: !props.danger, bad: props.danger }} aria-disabled={props.busy}>
      {props.busy ? props.busyWords : props.act}
    </button>
  );
}
