import type { JSX } from "solid-js";

export interface RowActProps {
  readonly id: string;
  /** What the row is about: said to whoever hears the button alone, and shown to nobody. null: nobody's name is known. */
  readonly about: string | null;
  /** Whether it is being done. */
  readonly busy?: boolean;
  readonly onPress: () => void;
  readonly children: JSX.Element;
}

/** What can be done with one row of a list, beside others of its kind. */
export function RowAct(props: RowActProps): JSX.Element {
  return (
    <button type="button" id={props.id} class="link" aria-disabled={props.busy} onClick={() => props.onPress()}>
      {props.children}
      <span class="visually-hidden"> {props.about}</span>
    </button>
  );
}
