import { createSignal, type JSX, Show } from "solid-js";
import { BEGUN, begunWords, replacedMeanwhile } from "../../../labels/begun.ts";
import type { FormState } from "../../../primitives/create-form.ts";
import { announce } from "../../../ui/announcer.ts";
import { ConfirmDialog } from "../../../ui/confirm-dialog.tsx";
import { copyText } from "../../../ui/copy-text.ts";
import { ErrorSummary } from "../../../ui/form/error-summary.tsx";
import { Notice } from "../../../ui/notice.tsx";

export interface BegunProps {
  /** The version that was shown when it was begun, and the one that is shown now; null: none. */
  readonly begunOn: number | null;
  readonly shown: number | null;
  /** When it was typed, if the device had kept it: milliseconds since 1970. */
  readonly foundFrom: number | null;
  /** It was sent since, and no answer came: nobody knows whether it was done. */
  readonly isUnheard: boolean;
  readonly onErase: () => void;
}

/** Over a form that was begun: where what is in it comes from, and what changed since. Nothing when there is nothing to say. */
export function Begun(props: BegunProps): JSX.Element {
  const sentences = () =>
    [
      props.foundFrom === null ? null : begunWords(props.foundFrom, props.isUnheard),
      props.begunOn === null || props.shown === null || props.begunOn === props.shown
        ? null
        : replacedMeanwhile(props.begunOn, props.shown),
    ].filter((sentence) => sentence !== null);
  return (
    <Show when={sentences().length > 0}>
      <Notice tone="info" act={<Erase onErase={props.onErase} />}>
        <span role="status">{sentences().join(" ")}</span>
      </Notice>
    </Show>
  );
}

/** What was being written, by somebody whose act may come too late. */
export interface Writing {
  readonly form: FormState;
  readonly words: () => string;
  readonly erase: () => void;
}

/**
 * In the place of a form whose act is not possible any more: why it was not done, when it was just refused, and what was
 * written for it, which stays at hand until its author says otherwise.
 */
export function LeftOver(props: { sentence: string; of: Writing }): JSX.Element {
  // What was wrong with a field went with the field; of an act that was not heard the page knows by now.
  const refused = () => (props.of.form.unheard() ? [] : props.of.form.problems().filter(({ field }) => field === null));
  return (
    <>
      <ErrorSummary form={{ ...props.of.form, problems: refused, isChanged: () => false }} />
      <Kept {...props} />
    </>
  );
}

function Kept(props: { sentence: string; of: Writing }): JSX.Element {
  return (
    <Show when={props.of.words()}>
      {(words) => (
        <Notice
          tone="warn"
          act={
            <>
              <button type="button" class="btn small" onClick={() => void copy(words())}>
                {BEGUN.copy}
              </button>
              <Erase onErase={props.of.erase} />
            </>
          }
        >
          <p role="status">{props.sentence}</p>
          <p class="said-words">{words()}</p>
        </Notice>
      )}
    </Show>
  );
}

function Erase(props: { onErase: () => void }): JSX.Element {
  const [asking, setAsking] = createSignal(false);
  return (
    <>
      <button type="button" class="btn small quiet" onClick={() => setAsking(true)}>
        {BEGUN.erase}
      </button>
      <Show when={asking()}>
        <ConfirmDialog
          title={BEGUN.eraseTitle}
          act={BEGUN.erase}
          busyWords={BEGUN.erase}
          busy={false}
          refusal={null}
          onConfirm={() => {
            setAsking(false);
            props.onErase();
            announce(BEGUN.erased);
          }}
          onClose={() => setAsking(false)}
        >
          <p>{BEGUN.eraseMeans}</p>
        </ConfirmDialog>
      </Show>
    </>
  );
}

async function copy(words: string): Promise<void> {
  announce((await copyText(words)) ? BEGUN.copied : BEGUN.notCopied);
}
