import type { Node } from "prosemirror-model";
import { Plugin } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { type ProsemirrorBinding, ySyncPlugin, ySyncPluginKey } from "y-prosemirror";
import * as Y from "yjs";

/**
 * y-prosemirror's binding of one root fragment, kept from three things that it does by itself:
 *
 * - It writes the paragraph that an empty section shows as soon as anything else changes: every open page would add one.
 * - It writes from a page whose person only reads, when the two texts differ by anything.
 * - It makes the text node of a paragraph with its first letter: two people who begin the same empty paragraph make one
 *   each, which the next edits merge by writing one of them a second time. A new paragraph gets its text node at once.
 */
export function sectionBinding(fragment: Y.XmlFragment): Plugin {
  // Declared `any` by y-prosemirror.
  const inner: Plugin = ySyncPlugin(fragment);
  const makeView = inner.spec.view;
  if (makeView === undefined) throw new Error("y-prosemirror's plugin has a view");
  return new Plugin({
    ...inner.spec,
    view(view) {
      const innerView = makeView(view);
      const { binding }: { binding: ProsemirrorBinding } = ySyncPluginKey.getState(view.state);
      // The binding writes nothing until it has seen a text other than an empty one: without this, to clear a section
      // would be lost when it is the first thing that one does. Within its own guard, seeing is all that it does.
      const see = (): void => binding.mux(() => innerView.update?.(view, view.state));
      see();
      return {
        ...innerView,
        update(updated: EditorView, previous) {
          const { doc: shown } = updated.state;
          if (previous.doc.eq(shown)) return;
          see();
          if (!updated.editable || (fragment.length === 0 && isUnwritten(shown))) return;
          const before = fragment.length;
          innerView.update?.(updated, previous);
          // Within the guard too: outside of it, each key of ours would be drawn again as if it came from somebody else.
          if (fragment.length !== before) binding.mux(() => giveTexts(fragment));
        },
      };
    },
  });
}

/** What an empty section shows: one paragraph that is nothing yet. */
export function isUnwritten(shown: Node): boolean {
  const first = shown.firstChild;
  if (shown.childCount !== 1 || first === null || first.type.name !== "paragraph") return false;
  return first.content.size === 0 && first.attrs["genre"] === null && first.attrs["retrait"] === null;
}

function giveTexts(fragment: Y.XmlFragment): void {
  fragment.doc?.transact(({ doc }) => {
    for (const child of fragment.toArray()) {
      if (child instanceof Y.XmlElement && child.length === 0 && child._item?.id.client === doc.clientID) {
        child.insert(0, [new Y.XmlText()]);
      }
    }
  }, ySyncPluginKey);
}
