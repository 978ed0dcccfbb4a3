import { type Command, type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";

/** On the transaction of a rule that made a list, a title or a quotation: it is a step of its own to undo. */
export const SHAPED = "coaction-shaped";

/** What a piece of text that was just typed becomes. */
export interface TypedRule {
  /** Of the text before the caret, what was typed included: ends with `$`. */
  readonly pattern: RegExp;
  /** From `start` to `end` stands what was found and is in the text already; null: not here. */
  readonly make: (state: EditorState, match: RegExpExecArray, start: number, end: number) => Transaction | null;
}

export interface TypedRules {
  readonly plugin: Plugin;
  /** Gives back what was typed, right after a rule changed it. */
  readonly undo: Command;
}

interface Applied {
  readonly transaction: Transaction;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Nothing that French typography or a list begins with is longer. */
const LOOK_BACK = 200;

/** Rules for what one types. None applies in a composition; when it ends, its last letters are looked at. */
export function typedRules(name: string, rules: readonly TypedRule[]): TypedRules {
  const key = new PluginKey<Applied | null>(name);

  function apply(view: EditorView, from: number, to: number, text: string): boolean {
    const { state } = view;
    const $from = state.doc.resolve(from);
    if (view.composing || !$from.parent.inlineContent) return false;
    const typed =
      $from.parent.textBetween(Math.max(0, $from.parentOffset - LOOK_BACK), $from.parentOffset, null, "\ufffc") + text;
    for (const { pattern, make } of rules) {
      const match = pattern.exec(typed);
      if (match === null || match[0].length < text.length) continue;
      const transaction = make(state, match, from - (match[0].length - text.length), to);
      if (transaction === null) continue;
      view.dispatch(transaction.setMeta(key, { transaction, from, to, text } satisfies Applied));
      return true;
    }
    return false;
  }

  return {
    plugin: new Plugin<Applied | null>({
      key,
      state: {
        init: () => null,
        apply(transaction, before) {
          const applied: Applied | undefined = transaction.getMeta(key);
          return applied ?? (transaction.selectionSet || transaction.docChanged ? null : before);
        },
      },
      props: {
        handleTextInput: apply,
        handleDOMEvents: {
          compositionend(view) {
            // ProseMirror takes the composed letters in just after this event.
            setTimeout(() => {
              const { selection } = view.state;
              if (!view.isDestroyed && selection instanceof TextSelection && selection.empty) {
                apply(view, selection.from, selection.from, "");
              }
            }, 30);
            return false;
          },
        },
      },
    }),
    undo(state, dispatch) {
      const applied = key.getState(state);
      if (applied == null) return false;
      if (dispatch) {
        const { tr } = state;
        const { transaction, from, to, text } = applied;
        for (let index = transaction.steps.length - 1; index >= 0; index -= 1) {
          const [step, before] = [transaction.steps[index], transaction.docs[index]];
          if (step !== undefined && before !== undefined) tr.step(step.invert(before));
        }
        dispatch(text === "" ? tr : tr.insertText(text, from, to));
      }
      return true;
    },
  };
}
