import { type EditorState, TextSelection } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import type * as Y from "yjs";
import type { Caret } from "../live/presence.ts";
import { createSectionState, type SectionContext } from "./editor-state.ts";
import { placeOfCaret } from "./positions.ts";
import { settle } from "./settle.ts";
import type { ParagraphId, Surface } from "./surfaces.ts";
import { SHAPED } from "./typed-rules.ts";

export interface SectionView {
  readonly view: EditorView;
  readonly surface: Surface;
  /** Takes a new answer of `editable` into account. */
  refresh(): void;
  destroy(): void;
}

/** Names of the editable region, for a screen reader. */
export interface RegionNames {
  readonly id: string;
  readonly label: string;
  /** The id of the help text. */
  readonly describedBy: string;
}

/**
 * Mounts the editor of one section. The one `dispatch` of the section is here.
 *
 * @param options.editable asked again at each change
 * @param options.changed called with every new state
 */
export function mountSection(
  place: HTMLElement,
  options: SectionContext & {
    readonly names: RegionNames;
    readonly editable: () => boolean;
    readonly changed: (state: EditorState) => void;
  },
): SectionView {
  let wasFocused = false;
  // What lies over the text above, and the toolbar over the foot of a long section: on a phone it has two lines.
  const narrow = matchMedia("(width < 40em)").matches;
  // At 400 % neither lies over it (`editor.css`).
  const low = narrow && matchMedia("(height < 25em)").matches;
  const overlaid = { top: low ? 16 : 96, right: 0, bottom: low ? 16 : narrow ? 160 : 96, left: 0 };
  const view = new EditorView(
    { mount: place },
    {
      state: createSectionState(options),
      editable: options.editable,
      attributes: () => ({ "data-partie": options.section, ...attributesOf(options.names, options.editable()) }),
      scrollThreshold: overlaid,
      scrollMargin: overlaid,
      handleDOMEvents: {
        // « Fin » then Enter on a busy machine: the second key comes before the event that tells of the first.
        keydown(view) {
          settle(view);
          return false;
        },
        focus() {
          wasFocused = true;
          options.history.separate();
          return false;
        },
      },
      handleClickOn(_view, _pos, node, _nodePos, event) {
        return node.isTextblock && openLink(event);
      },
      // `this`, not `view`: the binding shows the text while the view is still being made.
      dispatchTransaction(this: EditorView, transaction) {
        // A list made by « - » is undone by itself, and what is typed next too.
        const shaped = transaction.getMeta(SHAPED) === true;
        if (shaped) options.history.separate();
        this.updateState(this.state.apply(transaction));
        if (shaped) options.history.separate();
        options.changed(this.state);
      },
    },
  );

  const root = options.doc.getXmlFragment(options.section);
  return {
    view,
    surface: {
      focus: () => view.focus(),
      paragraph: () => (wasFocused ? paragraphAt(view.state, root) : null),
      settle: () => settle(view),
      goTo: (caret) => goTo(view, root, caret),
      remember() {
        const before = view.state.doc;
        return () => showChange(view, before);
      },
    },
    refresh: () => view.setProps({}),
    destroy: () => view.destroy(),
  };
}

/** What is shown and the section's root have the same children in the same order. */
function paragraphAt({ selection }: EditorState, root: Y.XmlFragment): ParagraphId | null {
  const index = selection.$head.index(0);
  return index < root.length ? (root.get(index)._item?.id ?? null) : null;
}

function attributesOf(names: RegionNames, editable: boolean): Record<string, string> {
  return {
    class: "section-text",
    id: names.id,
    role: "textbox",
    "aria-multiline": "true",
    "aria-label": names.label,
    "aria-describedby": names.describedBy,
    "aria-readonly": editable ? "false" : "true",
    // Whoever only reads must reach the text by keyboard too.
    ...(editable ? {} : { tabindex: "0" }),
    lang: "fr",
    spellcheck: "true",
    translate: "no",
  };
}

/** A link is opened with Ctrl or Cmd: a plain click puts the caret there, to write. */
function openLink(event: MouseEvent): boolean {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (link === null || !(event.ctrlKey || event.metaKey)) return false;
  window.open(link.href, "_blank", "noopener,noreferrer");
  return true;
}

function goTo(view: EditorView, root: Y.XmlFragment, caret: Caret): void {
  const place = placeOfCaret(view.state, root, caret);
  view.focus();
  if (place === null) return;
  const selection = TextSelection.near(view.state.doc.resolve(place.head));
  view.dispatch(view.state.tr.setSelection(selection).scrollIntoView());
}

/** Puts the caret behind what changed. */
function showChange(view: EditorView, before: EditorState["doc"]): boolean {
  const { doc } = view.state;
  const start = before.content.findDiffStart(doc.content);
  if (start === null) return false;
  const end = before.content.findDiffEnd(doc.content);
  const behind = Math.max(start, end?.b ?? start);
  const selection = TextSelection.near(doc.resolve(Math.min(behind, doc.content.size)), -1);
  view.focus();
  view.dispatch(view.state.tr.setSelection(selection).scrollIntoView());
  return true;
}
