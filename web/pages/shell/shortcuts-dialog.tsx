import { createSignal, For, type JSX } from "solid-js";
import {
  EVERYWHERE,
  IN_COMPARISON,
  IN_INSTRUCTION,
  IN_TEXT,
  SHORTCUTS,
  type Shortcut,
} from "../../labels/shortcuts.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { questionMarkIsOn, turnQuestionMark } from "./question-mark.ts";

/** The keys that do something, and the switch of the one that is a plain character. */
export default function ShortcutsDialog(props: { onClose: () => void }): JSX.Element {
  const [on, setOn] = createSignal(questionMarkIsOn());
  const turn = (value: boolean) => {
    turnQuestionMark(value);
    setOn(value);
  };
  return (
    <Dialog title={SHORTCUTS.title} onClose={props.onClose}>
      <Keys title={SHORTCUTS.everywhere} shortcuts={EVERYWHERE} />
      <Keys title={SHORTCUTS.inText} shortcuts={IN_TEXT} />
      <Keys title={SHORTCUTS.inComparison} shortcuts={IN_COMPARISON} />
      <Keys title={SHORTCUTS.inInstruction} shortcuts={IN_INSTRUCTION} />
      <p class="muted">{SHORTCUTS.mac}</p>
      <label class="check">
        <input type="checkbox" checked={on()} onChange={(event) => turn(event.currentTarget.checked)} />
        {SHORTCUTS.questionMark}
      </label>
    </Dialog>
  );
}

function Keys(props: { title: string; shortcuts: readonly Shortcut[] }): JSX.Element {
  return (
    <section class="keys">
      <h3>{props.title}</h3>
      <dl>
        <For each={props.shortcuts}>
          {(shortcut) => (
            <div>
              <dt>
                <For each={shortcut.keys}>{(key) => <kbd>{key}</kbd>}</For>
              </dt>
              <dd>{shortcut.does}</dd>
            </div>
          )}
        </For>
      </dl>
    </section>
  );
}
