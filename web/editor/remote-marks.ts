import { type EditorState, Plugin, PluginKey } from "prosemirror-state";
import { DecorationSet, type EditorView } from "prosemirror-view";
import type * as Y from "yjs";
import type { BlockSection } from "../../shared/editor/sections.ts";
import type { Presence } from "../live/presence.ts";
import { isDrawn } from "./binding/section-binding.ts";
import { caretOf } from "./positions.ts";
import type { RemoteCaret } from "./remote-carets.ts";
import { settle } from "./settle.ts";

/** How carets are drawn: brought when somebody else is in a section for the first time. */
let drawing: typeof import("./remote-carets.ts") | null = null;

function bringDrawing(then: () => void): void {
  import("./remote-carets.ts").then(
    (loaded) => {
      drawing = loaded;
      then();
    },
    // Without the network nobody else is here either; it is asked for again with their next move.
    () => {},
  );
}

/**
 * The carets and selections of the people in the same section, and our own told to them.
 *
 * The form is that of y-prosemirror's `cursor`, so that a stock client draws ours and we draw its.
 */
export function remoteMarks(options: {
  readonly section: BlockSection;
  readonly presence: Presence;
  /** The root of the section in the document. */
  readonly root: Y.XmlFragment;
  /** The Yjs id of this page, which draws no caret of its own. */
  readonly client: number;
}): Plugin {
  const { section, presence, root, client } = options;
  const key = new PluginKey<DecorationSet>("remote-marks");

  function carets(): RemoteCaret[] {
    return [...presence.states()].flatMap(([id, { user, place, cursor }]) =>
      id !== client && place === section && cursor != null ? [{ client: id, user, cursor }] : [],
    );
  }

  // What is drawn, to draw again only for a change in this section: a new drawing moves the browser's caret.
  function others(): string {
    return JSON.stringify(carets().map(({ client: id, user, cursor }) => [id, user.name, user.color, cursor]));
  }

  function draw(state: EditorState): DecorationSet {
    return drawing === null ? DecorationSet.empty : drawing.drawCarets(state, root, carets());
  }

  function tellCaret(view: EditorView): void {
    // Somebody who reads has no caret in the text.
    if (view.editable) presence.moveTo(section, caretOf(view.state, root));
  }

  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_config, state) => draw(state),
      apply(transaction, marks, _before, state) {
        if (isDrawn(transaction) || transaction.getMeta(key) !== undefined) return draw(state);
        return transaction.docChanged ? marks.map(transaction.mapping, transaction.doc) : marks;
      },
    },
    props: {
      decorations(state) {
        return key.getState(state);
      },
    },
    view(view) {
      let drawn = others();
      const drawAgain = (): void => {
        if (!view.isDestroyed) view.dispatch(view.state.tr.setMeta(key, "carets"));
      };
      if (carets().length > 0) bringDrawing(drawAgain);
      const stop = presence.onChange(() => {
        if (drawing === null && carets().length > 0) bringDrawing(drawAgain);
        const now = others();
        // During a composition a new widget beside the letter would end it; it is drawn when the letter is there.
        if (now === drawn || view.composing) return;
        drawn = now;
        settle(view);
        view.dispatch(view.state.tr.setMeta(key, "presence"));
      });
      const composed = (): void => {
        // ProseMirror takes the composed letters in just after this event.
        setTimeout(() => {
          if (view.isDestroyed) return;
          drawn = others();
          view.dispatch(view.state.tr.setMeta(key, "composed"));
        }, 30);
      };
      const tell = (): void => tellCaret(view);
      const left = (): void => presence.leave(section);
      view.dom.addEventListener("compositionend", composed);
      view.dom.addEventListener("focus", tell);
      view.dom.addEventListener("blur", left);
      return {
        update(updated, previous) {
          if (key.getState(previous) !== key.getState(updated.state)) {
            requestAnimationFrame(() => drawing?.turnNames(updated));
          }
          const moved = !previous.selection.eq(updated.state.selection) || previous.doc !== updated.state.doc;
          if (moved && updated.hasFocus()) tell();
        },
        destroy() {
          stop();
          left();
          view.dom.removeEventListener("compositionend", composed);
          view.dom.removeEventListener("focus", tell);
          view.dom.removeEventListener("blur", left);
        },
      };
    },
  });
}
