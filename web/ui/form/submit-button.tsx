import type { JSX } from "solid-js";
import { announceBusy } from "../announcer.ts";

export interface SubmitButtonProps {
  readonly busy: boolean;
  readonly act: string;
  readonly busyWords: string;
  readonly danger: boolean;
}

/** Keeps the focus while it is busy, and says so: a disabled button would drop it. */
export function SubmitButton(props: SubmitButtonProps): JSX.Element {
  announceBusy(
    () => props.busy,
    () => props.busyWords,
  );
  return (
    <button type="submit" class="btn" classList={{ main: !props.danger, bad: props.danger }} aria-disabled={props.busy}>
      {props.busy ? props.busyWords : props.act}
    </button>
  );
}
