import { type EditorState, Plugin, PluginKey, Selection } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import type * as Y from "yjs";
import type { BlockSection, Place } from "../../shared/editor/sections.ts";
import type { PresentUser } from "../../shared/protocol/presence.ts";
import type { Presence } from "../live/presence.ts";
import { isDrawn } from "./binding/section-binding.ts";
import { caretOf, placeOfCaret } from "./positions.ts";
import { settle } from "./settle.ts";

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

  // What is drawn, to draw again only for a change in this section: a new drawing moves the browser's caret.
  function others(): string {
    const here = [...presence.states()].filter(([id, { place, cursor }]) => isOther(id, place) && cursor != null);
    return JSON.stringify(here.map(([id, { user, cursor }]) => [id, user.name, user.color, cursor]));
  }

  function isOther(id: number, place: Place | undefined): boolean {
    return id !== client && place === section;
  }

  function draw(state: EditorState): DecorationSet {
    const marks: Decoration[] = [];
    for (const [id, { user, place, cursor }] of presence.states()) {
      if (!isOther(id, place) || cursor == null) continue;
      const at = placeOfCaret(state, root, cursor);
      if (at === null) continue;
      const from = Math.min(at.anchor, at.head);
      const to = Math.max(at.anchor, at.head);
      if (from < to) marks.push(Decoration.inline(from, to, { class: `remote-selection p${user.color}` }));
      const head = Selection.near(state.doc.resolve(at.head)).head;
      marks.push(
        Decoration.widget(head, () => buildCaret(user), { key: `${id}-${user.color}-${user.name}`, side: 10 }),
      );
    }
    return DecorationSet.create(state.doc, marks);
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
      const stop = presence.onChange(() => {
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
          if (key.getState(previous) !== key.getState(updated.state)) requestAnimationFrame(() => turnNames(updated));
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

/** The room that a name needs at the right of its caret, in pixels. */
const NAME_ROOM = 150;

/** A name that would leave the sheet on the right is written at the left of its caret. */
function turnNames(view: EditorView): void {
  if (view.isDestroyed) return;
  const { right } = view.dom.getBoundingClientRect();
  for (const caret of view.dom.querySelectorAll(".remote-caret")) {
    caret.classList.toggle("turned", right - caret.getBoundingClientRect().left < NAME_ROOM);
  }
}

function buildCaret(user: PresentUser): HTMLElement {
  const caret = document.createElement("span");
  caret.className = `remote-caret p${user.color}`;
  // The style sheet writes the name: as text of the page it would be copied, and read inside the sentence.
  caret.dataset["name"] = user.name;
  caret.setAttribute("aria-hidden", "true");
  return caret;
}
