import { DOMSerializer, type Fragment, type Node, type Slice } from "prosemirror-model";
import { domSchema, genreOf, retraitOf } from "../dom-schema.ts";

/** On the first element of what is copied here, so that pasting it here again changes nothing. */
export const OWN = "data-coaction";

/** Copies real lists, so that Word and e-mails get lists and titles, not paragraphs. */
class ClipboardSerializer extends DOMSerializer {
  override serializeFragment(
    fragment: Fragment,
    options: { document?: Document } = {},
    target?: HTMLElement | DocumentFragment,
  ): HTMLElement | DocumentFragment {
    // Inside a paragraph the marks are nested as usual.
    if (fragment.firstChild?.isInline !== false) return super.serializeFragment(fragment, options, target);
    const { document: owner = document } = options;
    const into = target ?? owner.createDocumentFragment();
    // The lists that are open, the outermost first.
    let lists: HTMLElement[] = [];
    fragment.forEach((node) => {
      const tag = listTag(node);
      if (tag === null) {
        lists = [];
        into.appendChild(this.serializeNode(node, options));
        return;
      }
      const depth = retraitOf(node) + 1;
      lists = lists.slice(0, depth);
      if (lists.length === depth && lists.at(-1)?.localName !== tag) lists.pop();
      while (lists.length < depth) {
        const list = owner.createElement(tag);
        (lists.at(-1)?.lastElementChild ?? lists.at(-1) ?? into).appendChild(list);
        lists.push(list);
      }
      const item = owner.createElement("li");
      item.appendChild(this.serializeNode(node, options));
      lists.at(-1)?.appendChild(item);
    });
    const first = into.firstChild;
    if (first !== null && "setAttribute" in first) (first as Element).setAttribute(OWN, "");
    return into;
  }
}

function listTag(node: Node): "ul" | "ol" | null {
  if (node.type !== domSchema.nodes.paragraph) return null;
  const genre = genreOf(node);
  return genre === "puce" ? "ul" : genre === "numero" ? "ol" : null;
}

export const clipboardSerializer: DOMSerializer = new ClipboardSerializer(
  DOMSerializer.nodesFromSchema(domSchema),
  DOMSerializer.marksFromSchema(domSchema),
);

/** The same as plain text: a line for each paragraph, bullets and numbers written out. */
export function clipboardText(slice: Slice): string {
  const lines: string[] = [];
  let number = 0;
  slice.content.forEach((node) => {
    const genre = genreOf(node);
    number = genre === "numero" ? number + 1 : 0;
    const text = node.textBetween(0, node.content.size, "\n", (leaf) => (leaf.type.name === "hard_break" ? "\n" : ""));
    const marker = genre === "puce" ? "- " : genre === "numero" ? `${number}. ` : "";
    lines.push("  ".repeat(retraitOf(node)) + marker + text);
  });
  return lines.join("\n");
}
