import { createUniqueId, type JSX, Show } from "solid-js";

export interface ActButtonProps {
  /** Why it cannot be used and who can; null: it can. */
  readonly whyNot: string | null;
  readonly onPress: () => void;
  readonly children: JSX.Element;
  readonly id?: string;
  readonly main?: boolean;
}

/** A button that stays in its place for whoever may not press it, and says why. */
export function ActButton(props: ActButtonProps): JSX.Element {
  const reason = createUniqueId();
  return (
    <div class="act">
      <button
        type="button"
        id={props.id}
        class="btn"
        classList={{ main: props.main === true && props.whyNot === null }}
        aria-disabled={props.whyNot !== null}
        aria-describedby={props.whyNot === null ? undefined : reason}
        onClick={() => props.whyNot === null && props.onPress()}
      >
        {props.children}
      </button>
      <Show when={props.whyNot}>
        {(why) => (
          <p class="muted" id={reason}>
            {why()}
          </p>
        )}
      </Show>
    </div>
  );
}
