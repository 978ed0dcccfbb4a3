import { type JSX, Show } from "solid-js";
import { fullDate, machineDate, relativeDate } from "../labels/dates.ts";

/** A date in full, and how long ago it was in addition. `at` in milliseconds since 1970. */
export function Moment(props: { at: number; relative?: boolean }): JSX.Element {
  return (
    <>
      <time datetime={machineDate(props.at)}>{fullDate(props.at)}</time>
      <Show when={props.relative === true}> ({relativeDate(props.at, Date.now())})</Show>
    </>
  );
}
