import type { Node } from "prosemirror-model";
import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { domSchema, genreOf } from "./dom-schema.ts";

const key = new PluginKey<DecorationSet>("heading-levels");

/**
 * No level of title is skipped: under no `titre`, a `sous_titre` is told to a screen reader as being at the level of
 * one, as in the reading view. Its look stays.
 */
export function headingLevels(): Plugin {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_config, { doc }) => levels(doc),
      apply: (transaction, before) => (transaction.docChanged ? levels(transaction.doc) : before),
    },
    props: {
      decorations: (state) => key.getState(state),
    },
  });
}

function levels(doc: Node): DecorationSet {
  const raised: Decoration[] = [];
  let titled = false;
  doc.forEach((node, position) => {
    if (titled || node.type !== domSchema.nodes.paragraph) return;
    const genre = genreOf(node);
    titled = genre === "titre";
    if (genre === "sous_titre") raised.push(Decoration.node(position, position + node.nodeSize, { "aria-level": "3" }));
  });
  return raised.length === 0 ? DecorationSet.empty : DecorationSet.create(doc, raised);
}
