import { createSignal, type JSX, Show } from "solid-js";
import { BEGUN, begunWords, replacedMeanwhile } from "../../../labels/begun.ts";
import { announce } from "../../../ui/announcer.ts";
import { ConfirmDialog } from "../../../ui/confirm-dialog.tsx";
import { copyText } from "../../../ui/copy-text.ts";
import { Notice } from "../../../ui/notice.tsx";

export interface BegunProps {
  /** The version that was shown when it was begun, and the one that is shown now; null: none. */
  readonly begunOn: number | null;
  readonly shown: number | null;
  /** When it was typed, if the device had kept it: milliseconds since 1970. */
  readonly foundFrom: number | null;
  readonly onErase: () => void;
}

/** Over a form that was begun: where what is in it comes from, and what changed since. Nothing when there is nothing to say. */
export function Begun(props: BegunProps): JSX.Element {
  const sentences = () =>
    [
      props.foundFrom === null ? null : begunWords(props.foundFrom),
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

/** What was written for an act that is not possible any more: it stays at hand until its author says otherwise. */
export function LeftOver(props: { sentence: string; words: string; onErase: () => void }): JSX.Element {
  return (
    <Show when={props.words}>
      {(words) => (
        <Notice
          tone="warn"
          act={
            <>
              <button type="button" class="btn small" onClick={() => void copy(words())}>
                {BEGUN.copy}
              </button>
              <Erase onErase={props.onErase} />
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
