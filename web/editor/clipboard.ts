import { DOMParser, DOMSerializer, type Fragment, type ParseOptions, Slice } from "prosemirror-model";
import { Plugin } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import type * as Y from "yjs";
import type { BlockSection } from "../../shared/editor/sections.ts";
import { domSchema } from "./dom-schema.ts";

type Tools = typeof import("./paste/clipboard-tools.ts");

// Loaded while nobody waits for it: whoever only types never needs it.
let tools: Tools | null = null;

async function load(): Promise<Tools | null> {
  // Without a network there may be no way to load it: what is pasted then comes as plain text.
  tools ??= await import("./paste/clipboard-tools.ts").catch(() => null);
  return tools;
}

/** ProseMirror asks a parser for the slice of a pasted element; ours reads blocks first. */
class ClipboardParser extends DOMParser {
  override parseSlice(dom: Node, options?: ParseOptions): Slice {
    const readable = dom instanceof Element || dom instanceof DocumentFragment;
    return tools !== null && readable ? tools.sliceOfHtml(dom) : super.parseSlice(dom, options);
  }
}

class ClipboardSerializer extends DOMSerializer {
  override serializeFragment(
    fragment: Fragment,
    options?: { document?: Document },
    target?: HTMLElement | DocumentFragment,
  ): HTMLElement | DocumentFragment {
    const serializer = tools?.clipboardSerializer;
    return (
      serializer?.serializeFragment(fragment, options, target) ?? super.serializeFragment(fragment, options, target)
    );
  }
}

const parser = new ClipboardParser(domSchema, DOMParser.fromSchema(domSchema).rules);
const serializer = new ClipboardSerializer(
  DOMSerializer.nodesFromSchema(domSchema),
  DOMSerializer.marksFromSchema(domSchema),
);

/** Paste, drop and copy of a section. */
export function clipboard(section: BlockSection, root: Y.XmlFragment): Plugin {
  const hold = ({ state }: EditorView): boolean => {
    tools?.hold(root, state);
    return false;
  };
  return new Plugin({
    props: {
      handleDOMEvents: {
        focus() {
          void load().then((loaded) => root.doc && loaded?.follow(root.doc));
          return false;
        },
        copy: hold,
        cut: hold,
        paste: (view, event) => tools === null && pasteLater(view, event),
      },
      transformPastedHTML: (html) => tools?.cleanHtml(html) ?? html,
      clipboardParser: parser,
      clipboardTextParser: (text) => tools?.sliceOfText(text) ?? Slice.empty,
      transformPasted: (slice) => tools?.offeredIn(section, slice) ?? slice,
      clipboardSerializer: serializer,
      clipboardTextSerializer: (slice) => tools?.clipboardText(slice) ?? "",
      handlePaste: (view, _event, slice) => tools?.insertPasted(view, slice) ?? false,
    },
  });
}

/** Holds what is pasted until what reads it is there. Its words are taken now: the event forgets them. */
function pasteLater(view: EditorView, event: ClipboardEvent): boolean {
  const html = event.clipboardData?.getData("text/html") ?? "";
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (html === "" && text === "") return false;
  event.preventDefault();
  void load().then((loaded) => {
    if (view.isDestroyed) return;
    if (loaded === null) view.dispatch(view.state.tr.insertText(text.replace(/\s*\n\s*/gu, " ")).scrollIntoView());
    else if (html === "") view.pasteText(text);
    else view.pasteHTML(html);
  });
  return true;
}
