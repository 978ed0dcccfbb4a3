import * as Y from "yjs";
import { NOTES_SECTIONS, SENTENCES, TEXT_SECTIONS } from "../../shared/editor/sections.ts";
import type { Declaration } from "../../shared/protocol/declarations.ts";
import { createListeners, type Listeners } from "../live/listeners.ts";
import { declare, RESTATES } from "../live/own-changes.ts";
import { SECTION_EDIT } from "./binding/section-binding.ts";
import { INTITULE_EDIT } from "./intitule-binding.ts";
import type { Surfaces } from "./surfaces.ts";

/** One history for the whole sheet, of this page's own changes and nobody else's. */
export interface UndoHistory {
  /** Takes back the last change and shows where that was; false when there is none. */
  undo(): boolean;
  redo(): boolean;
  canUndo(): boolean;
  canRedo(): boolean;
  /** What comes next is undone by itself, not with what was typed just before. */
  separate(): void;
  readonly onChange: Listeners<void>["add"];
  stop(): void;
}

/**
 * Commands over Yjs' own manager. A paragraph of mine in which somebody else has written stays when I undo: only what I
 * put there goes.
 */
export function createUndoHistory(doc: Y.Doc, surfaces: Surfaces): UndoHistory {
  const roots = [
    ...[...TEXT_SECTIONS, ...NOTES_SECTIONS].map((name) => doc.getXmlFragment(name)),
    ...SENTENCES.map((name) => doc.getText(name)),
  ];
  const manager = new Y.UndoManager(roots, {
    trackedOrigins: new Set<unknown>([SECTION_EDIT, INTITULE_EDIT]),
    deleteFilter: mayGo,
  });
  // Letters that come back are new in the document; those that they were know them.
  const declareRestored = (transaction: Y.Transaction): void => {
    const { currStackItem } = manager;
    if (transaction.origin !== manager || currStackItem === null) return;
    const declarations: Declaration[] = [];
    Y.iterateDeletedStructs(transaction, currStackItem.deletions, (item) => {
      if (!(item instanceof Y.Item) || item.redone === null || !(item.content instanceof Y.ContentString)) return;
      const { client, clock } = item.redone;
      if (clock >= (transaction.beforeState.get(client) ?? 0)) declare(declarations, item.redone, item.id, item.length);
    });
    transaction.meta.set(RESTATES, declarations);
  };
  doc.on("afterTransaction", declareRestored);
  const listeners = createListeners<void>();
  const tell = (): void => listeners.tell();
  manager.on("stack-item-added", tell);
  manager.on("stack-item-popped", tell);
  manager.on("stack-cleared", tell);

  function step(act: () => unknown): boolean {
    const reveal = surfaces.beforeChange();
    const done = act() !== null;
    // The next key begins a step of its own.
    manager.stopCapturing();
    if (done) reveal();
    tell();
    return done;
  }

  return {
    undo: () => step(() => manager.undo()),
    redo: () => step(() => manager.redo()),
    canUndo: () => manager.canUndo(),
    canRedo: () => manager.canRedo(),
    separate: () => manager.stopCapturing(),
    onChange: listeners.add,
    stop() {
      doc.off("afterTransaction", declareRestored);
      manager.destroy();
    },
  };
}

/** What is inside is looked at before what it is in: only a paragraph or a text that is empty by then may go. */
function mayGo(item: Y.Item | Y.GC): boolean {
  if (!(item instanceof Y.Item) || !(item.content instanceof Y.ContentType)) return true;
  const { type } = item.content;
  return !(type instanceof Y.XmlText || type instanceof Y.XmlElement) || type.length === 0;
}
